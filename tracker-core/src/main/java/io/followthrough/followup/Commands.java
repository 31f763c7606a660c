package io.followthrough.followup;

import io.followthrough.item.Lapse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code /followthrough …} out of a comment: each on a line of its own, not in a quotation or
 * in a block of code, in whatever case. Any text is read in time that grows with its length alone.
 */
public final class Commands {
  /** The word that a line begins with. */
  public static final String WORD = "/followthrough";

  private static final int MANY = 10;
  private static final int LONGEST = 300;
  private static final int YEARS = 2;
  private static final Pattern LINE = Pattern.compile("\\R");
  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{Cc}\\p{Cf}]+");
  private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>()\\[\\]\"'`|{}\\\\]+");
  private static final Pattern LONG_LAPSE =
      Pattern.compile("(\\d{1,4}) ?(days?|weeks?|months?|years?)");
  private static final String A_DAY = "a length of time or a day was expected, such as ";

  private Commands() {}

  /**
   * What a comment asks, in its order; empty where it asks nothing of us.
   *
   * @param today the day on which it was written, where its writer is
   */
  public static List<Command> in(String comment, LocalDate today) {
    List<Command> commands = new ArrayList<>();
    String fence = "";
    for (String raw : LINE.split(comment, -1)) {
      String line = bare(blank(raw));
      String edge = edge(line);
      if (!fence.isEmpty()) {
        fence = edge.equals(fence) ? "" : fence;
      } else if (!edge.isEmpty()) {
        fence = closes(line, edge) ? "" : edge;
      } else if (isCommand(line)) {
        commands.add(read(line.substring(WORD.length()).strip(), today));
      }
      if (commands.size() > MANY) {
        commands.set(MANY, new Command.Unclear("", "only the first ten lines were read"));
        break;
      }
    }
    return List.copyOf(commands);
  }

  private static boolean isCommand(String line) {
    boolean begins = line.regionMatches(true, 0, WORD, 0, WORD.length());
    return begins && (line.length() == WORD.length() || line.charAt(WORD.length()) == ' ');
  }

  /** What begins or ends a block of code or a quotation of several lines; empty for other lines. */
  private static String edge(String line) {
    String folded = line.toLowerCase(Locale.ROOT);
    for (String mark : List.of("```", "~~~", "{code", "{noformat", "{quote")) {
      if (folded.startsWith(mark)) {
        return mark;
      }
    }
    return "";
  }

  private static boolean closes(String line, String edge) {
    return line.toLowerCase(Locale.ROOT).indexOf(edge, edge.length()) > 0;
  }

  /** Whoever copies one of our suggestions may paste it as code. */
  private static String bare(String line) {
    boolean code = line.startsWith("`/") && line.endsWith("`");
    return code && line.indexOf('`', 1) == line.length() - 1
        ? line.substring(1, line.length() - 1)
        : line;
  }

  private static String blank(String text) {
    return BLANKS.matcher(text).replaceAll(" ").strip();
  }

  private static Command read(String words, LocalDate today) {
    String text = words.length() > LONGEST ? words.substring(0, LONGEST) : words;
    int gap = text.indexOf(' ');
    String first = gap < 0 ? text : text.substring(0, gap);
    String verb = first.toLowerCase(Locale.ROOT).replaceFirst("[:.]$", "");
    String rest = gap < 0 ? "" : text.substring(gap + 1);
    return switch (verb) {
      case "snooze" ->
          day(without(rest, "until "), today)
              .<Command>map(Command.Snooze::new)
              .orElseGet(() -> unclear(text, A_DAY + "2w or until " + today.plusWeeks(2)));
      case "blocked" ->
          without(rest, "by ").isEmpty() || rest.equalsIgnoreCase("by")
              ? unclear(text, "say by what, such as blocked by PAY-12")
              : new Command.Blocked(without(rest, "by "));
      case "unblocked", "unblock" -> new Command.Unblocked();
      case "decline", "declined" ->
          reason(rest).isEmpty()
              ? unclear(text, "say why, such as decline because the service is being replaced")
              : new Command.Decline(reason(rest));
      case "resume", "unsnooze" -> new Command.Resume();
      case "evidence" ->
          address(words)
              .<Command>map(Command.Evidence::new)
              .orElseGet(() -> unclear(text, "an address was expected that begins with https://"));
      case "owner" ->
          without(rest, "is ").isEmpty()
              ? unclear(text, "say who, such as owner @bob")
              : new Command.Owned(without(rest, "is "));
      case "due" ->
          day(without(rest, "on "), today)
              .<Command>map(Command.Due::new)
              .orElseGet(() -> unclear(text, A_DAY + today.plusWeeks(4)));
      case "review" ->
          day(without(rest, "on "), today)
              .<Command>map(Command.Review::new)
              .orElseGet(() -> unclear(text, A_DAY + today.plusMonths(3)));
      case "help", "" -> new Command.Help();
      default -> unclear(text, "it is none of the words below");
    };
  }

  private static Command unclear(String words, String mend) {
    return new Command.Unclear(words, mend);
  }

  private static String without(String text, String word) {
    boolean begins = text.regionMatches(true, 0, word, 0, word.length());
    return begins ? text.substring(word.length()).strip() : text.strip();
  }

  private static String reason(String rest) {
    String bare = without(without(without(rest, "because"), ":"), "of ");
    return bare.strip();
  }

  private static Optional<String> address(String words) {
    Matcher found = ADDRESS.matcher(words);
    return found.find() && found.group().length() <= 2_000
        ? Optional.of(found.group().replaceFirst("[.,;:!?]+$", ""))
        : Optional.empty();
  }

  /** A day after today, in at most two years. */
  private static Optional<LocalDate> day(String words, LocalDate today) {
    String text = words.toLowerCase(Locale.ROOT).replaceFirst("[.!]+$", "");
    try {
      LocalDate day =
          text.matches("\\d{4}-\\d\\d-\\d\\d") ? LocalDate.parse(text) : after(text, today);
      return Optional.of(day)
          .filter(it -> it.isAfter(today) && !it.isAfter(today.plusYears(YEARS)));
    } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
      return Optional.empty();
    }
  }

  private static LocalDate after(String text, LocalDate today) {
    Matcher words = LONG_LAPSE.matcher(text);
    if (words.matches()) {
      long amount = Long.parseLong(words.group(1));
      return switch (words.group(2).charAt(0)) {
        case 'd' -> today.plusDays(amount);
        case 'w' -> today.plusWeeks(amount);
        case 'm' -> today.plusMonths(amount);
        default -> today.plusYears(amount);
      };
    }
    Lapse lapse = Lapse.parse(text);
    return today.plusMonths(lapse.months()).plusDays(lapse.days()).plusDays(lapse.time().toDays());
  }
}
