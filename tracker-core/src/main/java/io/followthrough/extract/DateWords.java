package io.followthrough.extract;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Dates and periods in a text; a day only where the words fix one.
 *
 * @param from the day from which "in two weeks" counts
 */
record DateWords(Optional<LocalDate> from) {
  private static final int LONGEST = 6_000;
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS;
  static final Map<String, Integer> MONTHS = months();
  private static final String MONTH =
      MONTHS.keySet().stream()
          .sorted(Comparator.comparing(String::length).reversed())
          .collect(Collectors.joining("|", "(", ")\\.?"));

  /** Spares fifty names at most words. */
  private static final String MAY_BE_MONTH = "(?=[jfmasonde])";

  private static final Map<String, Integer> NUMBERS =
      Map.ofEntries(
          Map.entry("a", 1),
          Map.entry("an", 1),
          Map.entry("one", 1),
          Map.entry("two", 2),
          Map.entry("three", 3),
          Map.entry("four", 4),
          Map.entry("five", 5),
          Map.entry("six", 6),
          Map.entry("eight", 8),
          Map.entry("ten", 10),
          Map.entry("couple", 2),
          Map.entry("zwei", 2),
          Map.entry("drei", 3),
          Map.entry("deux", 2),
          Map.entry("dos", 2),
          Map.entry("duas", 2),
          Map.entry("dois", 2),
          Map.entry("trois", 3),
          Map.entry("tres", 3));

  /** A date or period in a text. */
  record Found(int start, int end, String text, Optional<LocalDate> day) {}

  private interface Reading {
    Optional<LocalDate> day(Matcher matcher, DateWords words);
  }

  /**
   * A way of writing dates; the plain pattern is the same for texts without foreign letters.
   *
   * @param needs the {@link DateHints} without which it is found nowhere
   */
  private record Rule(Pattern pattern, Pattern plain, int needs, Reading reading) {}

  private static final List<Rule> RULES =
      List.of(
          rule(
              DateHints.DIGIT | DateHints.SEPARATED,
              "(?<![\\d/-])(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?![\\d])(?:T[\\d:.Z+]+)?",
              (m, words) -> date(number(m, 1), number(m, 2), number(m, 3))),
          rule(
              DateHints.DIGIT | DateHints.EASTERN,
              "(\\d{4})\\s?年\\s?(\\d{1,2})\\s?月\\s?(\\d{1,2})\\s?日",
              (m, words) -> date(number(m, 1), number(m, 2), number(m, 3))),
          rule(
              DateHints.DIGIT | DateHints.EASTERN,
              "(\\d{1,2})月(\\d{1,2})日",
              (m, words) -> words.near(number(m, 1), number(m, 2))),
          rule(
              DateHints.DIGIT | DateHints.EASTERN,
              "(\\d{4})年(\\d{1,2})月末",
              (m, words) -> endOf(number(m, 1), number(m, 2))),
          rule(
              DateHints.DIGIT | DateHints.EASTERN,
              "(\\d{1,2})月(?:末|底)",
              (m, words) -> words.endOfNear(number(m, 1))),
          rule(
              DateHints.MONTH,
              "(?=[tefl])(?:the )?(?:end of|end|ende|fin de|fin|finales de|final de|fim"
                  + " de|late)\\s+"
                  + MONTH
                  + "(?:,?\\s+(\\d{4}))?\\b",
              (m, words) ->
                  m.group(2) == null
                      ? words.endOfNear(month(m.group(1)))
                      : endOf(number(m, 2), month(m.group(1)))),
          rule(
              DateHints.DIGIT | DateHints.MONTH,
              "\\b(\\d{1,2})(?:st|nd|rd|th|\\.|er|º)?\\s+(?:of\\s+|de\\s+)?"
                  + MONTH
                  + "(?:,?\\s+(?:de\\s+)?(\\d{4}))?\\b",
              (m, words) ->
                  m.group(3) == null
                      ? words.near(month(m.group(2)), number(m, 1))
                      : date(number(m, 3), month(m.group(2)), number(m, 1))),
          rule(
              DateHints.DIGIT | DateHints.MONTH,
              "\\b"
                  + MAY_BE_MONTH
                  + MONTH
                  + "\\s+(\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s+(\\d{4}))?\\b(?!\\s*[-–:]\\s*\\d)",
              (m, words) ->
                  m.group(3) == null
                      ? words.near(month(m.group(1)), number(m, 2))
                      : date(number(m, 3), month(m.group(1)), number(m, 2))),
          rule(
              DateHints.DIGIT | DateHints.SEPARATED,
              "(?<![\\d.])(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})(?![\\d.])",
              (m, words) -> date(number(m, 3), number(m, 2), number(m, 1))),
          rule(
              DateHints.DIGIT | DateHints.SEPARATED,
              "(?<![\\d/])(\\d{1,2})/(\\d{1,2})/(\\d{4}|\\d{2})(?![\\d/])",
              (m, words) -> slashed(number(m, 1), number(m, 2), number(m, 3))),
          rule(
              DateHints.DIGIT | DateHints.MONTH,
              "\\b" + MAY_BE_MONTH + MONTH + "\\s+(\\d{4})\\b",
              (m, words) -> Optional.empty()),
          rule(
              DateHints.DIGIT | DateHints.QUARTER,
              "(?:end of |end |ende )(?:the )?(Q[1-4]|H[12])(?:[ /'-]*(\\d{4}))?\\b",
              DateWords::endOfPeriod),
          rule(
              DateHints.DIGIT | DateHints.QUARTER,
              "\\b[QH][1-4](?:\\s*[/'-]?\\s*(?:FY)?\\d{2,4})?(?:\\s*[-–—]\\s*[QH][1-4](?:\\s*[/'-]?\\s*\\d{2,4})?)?\\b|\\b(?:19|20)\\d{2}["
                  + " -]?[QH][1-4]\\b|第[一二三四1-4]四?(?:半期|季度)",
              (m, words) -> Optional.empty()),
          rule(
              DateHints.UNIT,
              "\\b(?:in|within)\\s+(?:the"
                  + " next\\s+)?(?:a\\s+)?(\\d{1,3}|[a-z]+)(?:\\s+of)?\\s+(day|week|month)s?\\b"
                  + "(?:\\s+time)?|\\bin\\s+(\\d{1,3}|[a-z]+)\\s+(tagen|wochen|monaten)\\b",
              DateWords::relative),
          rule(
              DateHints.END,
              "\\bend of (?:the |this )?(week|month|quarter|year)\\b|\\bEO([WMQY])\\b",
              DateWords::endOfThis),
          rule(
              DateHints.PERIOD,
              "(?=[ntcfskwlpaei来今下本次])(?:\\b(?:next|this|coming|following|current) (?:\\d+"
                  + " )?(?:sprint|week|weeks|month|months|quarter|year|days|iteration|cycle|release|pi)\\b|\\bsprint"
                  + " \\d+(?:[.-]\\d+)?\\b|\\b(?:KW|CW|week) ?\\d{1,2}\\b|\\bnächste[nrs]?"
                  + " (?:woche|sprint|quartal|monat)\\b|\\bla semaine prochaine\\b|\\ble mois"
                  + " prochain\\b|\\bpróxim[ao] (?:semana|sprint|mes|mês)\\b"
                  + "|来週|来月|今週中|今月中|下周|下个?月|本周|本月|次のスプリント|\\bASAP\\b|\\b(?:EOD|immediately)\\b)",
              (m, words) -> Optional.empty()),
          rule(
              DateHints.WEEKDAY,
              "\\b(?:next |this )?(monday|tuesday|wednesday|thursday|friday)\\b",
              DateWords::weekday),
          rule(
              DateHints.DIGIT | DateHints.UNIT,
              "\\b\\d{1,3}(?:\\s*[-–]\\s*\\d{1,3})?\\s+(?:days|weeks|months|sprints)\\b",
              (m, words) -> Optional.empty()));

  private static Rule rule(int needs, String pattern, Reading reading) {
    Pattern plain = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
    return new Rule(Pattern.compile(pattern, FLAGS), plain, needs, reading);
  }

  /** Whether a date or period may be in the text; no is certain. */
  static boolean mayBeIn(String text) {
    return mayBeIn(DateHints.of(text));
  }

  /** Whether a term may be in the text: a date after "by" or "due", a quarter; no is certain. */
  static boolean mayBeTermIn(String text) {
    int hints = DateHints.of(text);
    return (hints & (DateHints.TERM | DateHints.QUARTER)) != 0 && mayBeIn(hints);
  }

  private static boolean mayBeIn(int hints) {
    return (hints & ~(DateHints.DIGIT | DateHints.TERM)) != 0;
  }

  /** All dates and periods, in the order of the text; earlier rules win where two overlap. */
  List<Found> in(String whole) {
    String text = whole.length() > LONGEST ? whole.substring(0, LONGEST) : whole;
    int hints = DateHints.of(text);
    if (!mayBeIn(hints)) {
      return List.of();
    }
    boolean ascii = Normal.isAscii(text);
    NavigableMap<Integer, Found> found = new TreeMap<>();
    for (Rule rule : RULES) {
      if ((hints & rule.needs()) != rule.needs()) {
        continue;
      }
      Matcher matcher = (ascii ? rule.plain() : rule.pattern()).matcher(text);
      while (matcher.find()) {
        int start = matcher.start();
        int end = matcher.end();
        Map.@Nullable Entry<Integer, Found> before = found.lowerEntry(end);
        if (before == null || before.getValue().end() <= start) {
          Optional<LocalDate> day = rule.reading().day(matcher, this);
          found.put(start, new Found(start, end, matcher.group().strip(), day));
        }
      }
    }
    return new ArrayList<>(found.values());
  }

  private static Optional<LocalDate> date(int year, int month, int day) {
    try {
      return year < 1990 || year > 2200
          ? Optional.empty()
          : Optional.of(LocalDate.of(year, month, day));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** A day without a year is the next one from the document on; a month of grace for late ones. */
  private Optional<LocalDate> near(int month, int day) {
    if (from.isEmpty()) {
      return Optional.empty();
    }
    Optional<LocalDate> same = date(from.get().getYear(), month, day);
    if (same.isPresent() && same.get().isBefore(from.get().minusMonths(1))) {
      return date(from.get().getYear() + 1, month, day);
    }
    return same;
  }

  private static Optional<LocalDate> endOf(int year, int month) {
    return month < 1 || month > 12
        ? Optional.empty()
        : Optional.of(YearMonth.of(year, month).atEndOfMonth());
  }

  private Optional<LocalDate> endOfNear(int month) {
    if (from.isEmpty() || month < 1 || month > 12) {
      return Optional.empty();
    }
    LocalDate same = YearMonth.of(from.get().getYear(), month).atEndOfMonth();
    return Optional.of(
        same.isBefore(from.get())
            ? YearMonth.of(from.get().getYear() + 1, month).atEndOfMonth()
            : same);
  }

  private static Optional<LocalDate> slashed(int first, int second, int year) {
    int full = year < 100 ? 2000 + year : year;
    if (first > 12) {
      return date(full, second, first);
    }
    return second > 12 || first == second ? date(full, first, second) : Optional.empty();
  }

  private static Optional<LocalDate> endOfPeriod(Matcher m, DateWords words) {
    boolean quarter = Character.toUpperCase(m.group(1).charAt(0)) == 'Q';
    int number = m.group(1).charAt(1) - '0';
    int month = quarter ? number * 3 : number * 6;
    return m.group(2) == null ? words.endOfNear(month) : endOf(number(m, 2), month);
  }

  private static Optional<LocalDate> relative(Matcher m, DateWords words) {
    String amount = m.group(1) == null ? m.group(3) : m.group(1);
    String unit = (m.group(2) == null ? m.group(4) : m.group(2)).toLowerCase(Locale.ROOT);
    Integer count =
        Character.isDigit(amount.charAt(0))
            ? Integer.valueOf(amount)
            : NUMBERS.get(amount.toLowerCase(Locale.ROOT));
    if (count == null || words.from.isEmpty()) {
      return Optional.empty();
    }
    LocalDate start = words.from.get();
    return Optional.of(
        unit.startsWith("d") || unit.startsWith("t")
            ? start.plusDays(count)
            : unit.startsWith("w") ? start.plusWeeks(count) : start.plusMonths(count));
  }

  private static Optional<LocalDate> endOfThis(Matcher m, DateWords words) {
    String unit = (m.group(1) == null ? m.group(2) : m.group(1)).toUpperCase(Locale.ROOT);
    return words.from.map(
        day -> {
          if (unit.startsWith("W")) {
            return day.with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY));
          }
          if (unit.startsWith("M")) {
            return YearMonth.from(day).atEndOfMonth();
          }
          int month = unit.startsWith("Q") ? (day.getMonthValue() + 2) / 3 * 3 : 12;
          return YearMonth.of(day.getYear(), month).atEndOfMonth();
        });
  }

  private static Optional<LocalDate> weekday(Matcher m, DateWords words) {
    if (m.group().toLowerCase(Locale.ROOT).startsWith("next")) {
      return Optional.empty();
    }
    DayOfWeek day = DayOfWeek.valueOf(m.group(1).toUpperCase(Locale.ROOT));
    return words.from.map(start -> start.with(TemporalAdjusters.next(day)));
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }

  private static int month(String name) {
    Integer month = MONTHS.get(name.toLowerCase(Locale.ROOT));
    return month == null ? 0 : month;
  }

  private static Map<String, Integer> months() {
    Map<String, Integer> months = new TreeMap<>();
    String[] names = {
      "january,jan,januar,jänner,janvier,enero,janeiro",
      "february,feb,februar,février,febrero,fevereiro",
      "march,mar,märz,mars,marzo,março",
      "april,apr,avril,abril",
      "may,mai,mayo,maio",
      "june,jun,juni,juin,junio,junho",
      "july,jul,juli,juillet,julio,julho",
      "august,aug,août,agosto",
      "september,sept,sep,septembre,septiembre,setembro",
      "october,oct,oktober,okt,octobre,octubre,outubro",
      "november,nov,novembre,noviembre,novembro",
      "december,dec,dezember,dez,décembre,diciembre,dezembro"
    };
    for (int i = 0; i < names.length; i++) {
      for (String name : names[i].split(",", -1)) {
        months.put(name, i + 1);
      }
    }
    return months;
  }
}
