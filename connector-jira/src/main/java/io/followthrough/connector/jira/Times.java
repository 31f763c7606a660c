package io.followthrough.connector.jira;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
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

  private Times() {}

  static Optional<Instant> instant(String words) {
    try {
      return Optional.of(OffsetDateTime.parse(words, OFFSET).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  static Optional<LocalDate> date(String words) {
    try {
      return Optional.of(LocalDate.parse(words));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
