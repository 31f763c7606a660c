package io.followthrough.daemon.config;

import static java.util.Objects.requireNonNull;

import io.followthrough.item.Lapse;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The formats of texts that the schema names. */
final class Formats {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]+(?:[._-][A-Za-z0-9]+)*");
  private static final Pattern REPOSITORY =
      Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]*/[A-Za-z0-9._-]+");
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");
  private static final Pattern FRONT_MATTER = Pattern.compile("[^=]+=.+");
  private static final Pattern PERCENT = Pattern.compile("\\d{1,2}%|100%");
  private static final int LONGEST_INSTALLATION = 40;

  private final Path folder;
  private final Map<String, String> environment;

  /**
   * Creates the formats of a file.
   *
   * @param folder where relative paths start
   * @param environment where {@code ${env:NAME}} is looked up
   */
  Formats(Path folder, Map<String, String> environment) {
    this.folder = folder;
    this.environment = requireNonNull(environment, "environment is null");
  }

  /** Returns what the format has against the text; nothing if it fits. */
  Optional<Objection> objection(String format, String text) {
    return switch (format) {
      case "name" -> unless(NAME.matcher(text).matches(), "letters, digits, `-`, `_` and `.`");
      case "installation" ->
          unless(
              NAME.matcher(text).matches() && text.length() <= LONGEST_INSTALLATION,
              "at most 40 letters and digits, parted by single `-`, `_` or `.`");
      case "repository" -> unless(REPOSITORY.matcher(text).matches(), "`owner/name`");
      case "repositories" ->
          unless(
              REPOSITORY.matcher(text.replace("*", "-")).matches()
                  && text.indexOf('/') < (text + "*").indexOf('*'),
              "`owner/name`, in whose name `*` may stand");
      case "email" -> unless(EMAIL.matcher(text).matches(), "an e-mail address");
      case "front-matter" -> unless(FRONT_MATTER.matcher(text).matches(), "`key=value`");
      case "percent" -> unless(PERCENT.matcher(text).matches(), "a part such as 10%");
      case "secret" -> Secret.objection(text, folder, environment);
      case "url", "git-url", "smtp-url", "proxy-url", "store-url" -> Urls.objection(format, text);
      case "time-zone" -> timeZone(text);
      case "holiday" -> Holidays.objection(text, folder);
      case "absence" ->
          text.endsWith(".ics") ? Holidays.objection(text, folder) : objection("date-range", text);
      case "readable-file" -> readableFile(text);
      default -> parsed(format, text);
    };
  }

  private static Optional<Objection> unless(boolean fits, String expected) {
    return fits ? Optional.empty() : Optional.of(Objection.expected(expected));
  }

  private static Optional<Objection> parsed(String format, String text) {
    try {
      parse(format, text);
      return Optional.empty();
    } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
      return Optional.of(Objection.expected(expectedBy(format)));
    }
  }

  private static void parse(String format, String text) {
    boolean unused =
        switch (format) {
          case "span" -> Lapse.parse(text).isZero();
          case "positive-span" -> positive(Lapse.parse(text));
          case "span-or-off" -> text.matches("off|no|false") || positive(Lapse.parse(text));
          case "date" -> LocalDate.parse(text).isLeapYear();
          case "start" -> text.equals("first run") || LocalDate.parse(text).isLeapYear();
          case "since" -> Since.parse(text).isDate();
          case "date-range" -> DateRange.parse(text).contains(LocalDate.EPOCH);
          case "working-hours" -> WorkingHours.parse(text).isWholeDay();
          case "listen" -> ListenAddress.parse(text).isLoopback();
          case "ip-address" -> Urls.isAddress(text) || refuse();
          case "confidential-condition" -> ConfidentialCondition.parse(text).value().isPresent();
          case "glob" -> FileSystems.getDefault().getPathMatcher("glob:" + text) != null;
          default ->
              throw new IllegalStateException("the schema names an unknown format " + format);
        };
  }

  private static boolean positive(Lapse span) {
    return !span.isZero() || refuse();
  }

  private static boolean refuse() {
    throw new IllegalArgumentException();
  }

  private static String expectedBy(String format) {
    return switch (format) {
      case "span" -> "a length of time such as 30s, 5m, 36h, 14d, 2w, 7y or PT36H";
      case "positive-span" -> "a length of time such as 5m, 36h, 14d or 2w, more than none";
      case "span-or-off" -> "a length of time such as 36h, 14d or 2w, or off";
      case "date" -> "a date such as 2026-12-31";
      case "start" -> "`first run` or a date such as 2026-12-31";
      case "since" -> "a date such as 2026-01-01, or a length of time such as 90d";
      case "date-range" -> "a date, or two as 2026-12-20..2027-01-03, the earlier one first";
      case "working-hours" -> "hours such as 09:00-17:00, the earlier one first";
      case "listen" -> "an address and port such as 127.0.0.1:8080";
      case "ip-address" -> "an IP address";
      case "confidential-condition" ->
          "restricted-page, or `label: NAME`, `front-matter: KEY`, `path: PATTERN` or"
              + " `severity: NAME` in quotes";
      default -> "a pattern of files such as **/*.md";
    };
  }

  private static Optional<Objection> timeZone(String text) {
    try {
      ZoneId.of(text);
      return Optional.empty();
    } catch (DateTimeException e) {
      String expected = "a time zone such as Europe/Paris or UTC";
      return Optional.of(
          Nearest.to(text, ZoneId.getAvailableZoneIds())
              .map(it -> Objection.expected(expected, "did you mean `" + it + "`?"))
              .orElse(Objection.expected(expected)));
    }
  }

  private Optional<Objection> readableFile(String text) {
    Path file = folder.resolve(text);
    boolean readable = Files.isRegularFile(file) && Files.isReadable(file);
    return unless(readable, "a file that can be read");
  }
}
