package io.followthrough.connector.jira;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.Optional;

/** Instants and dates as Atlassian's products write them. */
final class Times {
  /** Jira writes {@code +0000} where ISO 8601 wants {@code +00:00}; other products write that. */
  private static final DateTimeFormatter OFFSET =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .appendPattern("[XXX][XX][X]")
          .toFormatter(Locale.ROOT);

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSZ", Locale.ROOT);

  private Times() {}

  static Optional<Instant> instant(String words) {
    try {
      return Optional.of(OffsetDateTime.parse(words, OFFSET).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /**
   * An instant as Jira takes it in a field of times.
   *
   * @param words an instant with its offset, or a date, which begins at midnight in UTC
   */
  static Optional<String> stamp(String words) {
    return instant(words)
        .or(() -> date(words).map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant()))
        .map(at -> STAMP.format(at.atOffset(ZoneOffset.UTC)));
  }

  static Optional<LocalDate> date(String words) {
    try {
      return Optional.of(LocalDate.parse(words));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
