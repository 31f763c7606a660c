package io.followthrough.extract;

import io.followthrough.document.Block;
import io.followthrough.document.Mark;
import io.followthrough.document.ParsedDocument;
import io.followthrough.document.RichText;
import io.followthrough.item.Incident;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what a document states of its incident: nothing of it is guessed. */
final class IncidentReader {
  private static final Pattern SEPARATOR = Pattern.compile("\\s*[,;、\\n\u2028]\\s*|\\s+/\\s+");
  private static final Pattern ID =
      Pattern.compile("\\b(?:[A-Z]{2,10}-\\d{1,6}(?:-\\d{1,6})?|(?i:incident) #?\\d{1,7})\\b");
  private static final Pattern ID_FIRST = Pattern.compile("^" + ID.pattern() + "\\s*[:–—-]\\s*");
  private static final Pattern REPEATS =
      Pattern.compile(
          "(?i)\\b(?:repeat|recurrence|re-?occurrence|second"
              + " occurrence|repetition)\\s+of\\s+(?:the\\s+)?(?:incident\\s+)?"
              + "([A-Z]{2,10}-\\d{1,6}(?:-\\d{1,6})?|#\\d+)");
  private static final Pattern SEVERITY = Pattern.compile("(?i)\\b(SEV[- ]?\\d|P[0-5]|S[0-5])\\b");
  private static final Pattern TITLE_SEVERITY =
      Pattern.compile("(?i)[\\[(]?\\b(SEV[- ]?\\d)\\b[\\])]?\\s*[:–—-]?\\s*");
  private static final Pattern KIND_OF_DOCUMENT =
      Pattern.compile(
          "(?i)^(?:(?:public |internal |draft )?(?:incident )?(?:post[-"
              + " ]?mortem|retrospective|incident report|incident review|incident|rca|root cause"
              + " analysis|after[- ]action review|outage report))(?: report| review|"
              + " analysis)?\\s*[:：–—-]\\s*");
  private static final Pattern DATE_FIRST =
      Pattern.compile(
          "^\\d{4}-\\d{2}-\\d{2}(?:[ T]\\d[\\d:]*\\w*(?: [A-Z]{2,4})?)?\\s*[,:–—-]?\\s*");
  private static final Pattern DATE_LAST =
      Pattern.compile("\\s*[-–—,(]?\\s*\\d{4}-\\d{2}-\\d{2}\\)?$");
  private static final Pattern FILE_DATE = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})");
  private static final DateWords DATES = new DateWords(Optional.empty());

  private final ParsedDocument document;
  private final ExtractContext context;
  private final StatedFacts facts;
  private final Placeholders placeholders;
  private final FactorReader factors;
  private final Optional<String> heading;

  /** The day in the title or in the name of the file. */
  private final Optional<LocalDate> named;

  IncidentReader(
      Vocabulary vocabulary, Headings headings, ParsedDocument document, ExtractContext context) {
    this.document = document;
    this.context = context;
    this.facts = new StatedFacts(vocabulary, headings, document);
    this.placeholders = new Placeholders(vocabulary);
    this.factors = new FactorReader(vocabulary);
    this.heading = firstHeading(document);
    this.named = dayOfName();
  }

  IncidentFacts read() {
    List<Factor> kinds = factors.in(many(FactKind.FACTOR), document.blocks());
    Incident incident =
        new Incident(
            id(),
            title(),
            began(),
            severity(),
            many(FactKind.SERVICE),
            one(FactKind.OWNER).or(() -> one(FactKind.COMMANDER)),
            one(FactKind.AUTHOR),
            many(FactKind.MODE),
            repeats(),
            categories(kinds));
    return new IncidentFacts(
        incident,
        one(FactKind.STATUS),
        many(FactKind.LABEL),
        one(FactKind.CONFIDENTIAL),
        many(FactKind.FACTOR),
        kinds);
  }

  /** The known kinds by their words; beside them what is stated and is none of these. */
  private List<String> categories(List<Factor> kinds) {
    return kinds.isEmpty() ? many(FactKind.FACTOR) : kinds.stream().map(Factor::word).toList();
  }

  /** The day of the document, from which its relative dates count. */
  Optional<LocalDate> written() {
    return day(FactKind.DATE).or(() -> named).or(this::began);
  }

  /** The people that the document names as such: whole names and first names, in lower case. */
  Set<String> people() {
    Set<String> people = new TreeSet<>();
    for (FactKind kind : List.of(FactKind.AUTHOR, FactKind.OWNER, FactKind.COMMANDER)) {
      for (String name : many(kind)) {
        String lower = name.toLowerCase(Locale.ROOT);
        int count = lower.split(" ", -1).length;
        if (count <= 4 && lower.length() > 2 && lower.length() <= 60) {
          people.add(lower);
          people.add(lower.split(" ", -1)[0]);
        }
      }
    }
    people.removeIf(name -> name.length() < 2 || name.equals("the"));
    return people;
  }

  private Optional<String> id() {
    Optional<String> stated =
        facts.all(FactKind.ID).stream().map(IncidentReader::shown).findFirst();
    if (stated.isPresent()) {
      return stated;
    }
    Matcher matcher = ID.matcher(heading.orElse(""));
    return matcher.find() && matcher.start() <= 24
        ? Optional.of(matcher.group())
        : Optional.empty();
  }

  private static String shown(RichText value) {
    String plain = Normal.oneLine(value.plain());
    List<Mark> links = value.marks(Mark.Kind.LINK);
    return Normal.words(plain).isEmpty() && !links.isEmpty() ? links.get(0).target() : plain;
  }

  private Optional<String> title() {
    return heading
        .map(IncidentReader::bare)
        .filter(this::says)
        .or(() -> one(FactKind.TITLE).filter(this::says));
  }

  private boolean says(String title) {
    return !placeholders.isNothing(title) && !title.contains("{{");
  }

  private static Optional<String> firstHeading(ParsedDocument document) {
    for (Block block : document.blocks()) {
      if (block instanceof Block.Heading first && first.level() == 1) {
        return Optional.of(Normal.oneLine(first.text().plain()));
      }
    }
    return Optional.empty();
  }

  private static String bare(String heading) {
    String title = heading;
    for (Pattern first :
        List.of(KIND_OF_DOCUMENT, DATE_FIRST, ID_FIRST, TITLE_SEVERITY, DATE_LAST)) {
      String shorter = first.matcher(title).replaceFirst("").strip();
      title = Normal.words(shorter).isEmpty() ? title : shorter;
    }
    return title;
  }

  private Optional<LocalDate> began() {
    return day(FactKind.BEGAN)
        .or(() -> named)
        .or(() -> day(FactKind.DETECTED))
        .or(() -> day(FactKind.DATE));
  }

  private Optional<LocalDate> dayOfName() {
    Optional<LocalDate> titled = heading.flatMap(IncidentReader::firstDay).or(() -> titleFact());
    Matcher file = FILE_DATE.matcher(context.path());
    return titled.or(() -> file.find() ? firstDay(file.group(1)) : Optional.empty());
  }

  private Optional<LocalDate> titleFact() {
    return one(FactKind.TITLE).flatMap(IncidentReader::firstDay);
  }

  private Optional<LocalDate> day(FactKind kind) {
    return facts.all(kind).stream()
        .map(value -> firstDay(value.plain()))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<LocalDate> firstDay(String text) {
    String cut = text.length() > 200 ? text.substring(0, 200) : text;
    return DATES.in(cut).stream().map(DateWords.Found::day).flatMap(Optional::stream).findFirst();
  }

  private Optional<String> severity() {
    for (RichText value : facts.all(FactKind.SEVERITY)) {
      String plain = Normal.oneLine(value.plain());
      Matcher level = SEVERITY.matcher(plain);
      if (level.find() && level.start() < 12) {
        return Optional.of(level.group(1));
      }
      String head = plain.split("[(,;.–—]| - ", -1)[0].strip();
      if (!placeholders.isNothing(head) && head.length() <= 30) {
        return Optional.of(head);
      }
    }
    Matcher titled = TITLE_SEVERITY.matcher(heading.orElse(""));
    return titled.find() ? Optional.of(titled.group(1)) : Optional.empty();
  }

  private List<String> repeats() {
    Set<String> ids = new TreeSet<>();
    for (RichText value : facts.all(FactKind.REPEAT)) {
      Matcher id = ID.matcher(value.plain());
      while (id.find()) {
        ids.add(id.group());
      }
    }
    for (Block block : document.blocks()) {
      if (block instanceof Block.Code) {
        continue;
      }
      String plain = block.text().plain();
      boolean told =
          plain.contains("epeat") || plain.contains("epetition") || plain.contains("currence");
      if (told && plain.length() < 4_000) {
        Matcher repeat = REPEATS.matcher(plain);
        while (repeat.find()) {
          ids.add(repeat.group(1));
        }
      }
    }
    return List.copyOf(ids);
  }

  private Optional<String> one(FactKind kind) {
    return facts.all(kind).stream()
        .map(IncidentReader::shown)
        .filter(value -> !placeholders.isAbsent(value))
        .findFirst();
  }

  private List<String> many(FactKind kind) {
    List<String> values = new ArrayList<>();
    for (RichText value : facts.all(kind)) {
      for (String each : SEPARATOR.split(value.plain(), -1)) {
        String one = each.strip();
        if (!one.isEmpty()
            && one.length() <= 120
            && !values.contains(one)
            && !placeholders.isAbsent(one)) {
          values.add(one);
        }
      }
    }
    return values;
  }
}
