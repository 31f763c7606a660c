package io.followthrough.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * When a site wants to be asked again. Instants that the site tells are counted from its own {@code
 * Date}, so that a wrong clock on either side does no harm; none is believed beyond a day.
 */
public final class RetryTimes {
  private static final Duration LONGEST = Duration.ofDays(1);

  private RetryTimes() {}

  /** By {@code Retry-After}, in seconds or as an HTTP date (RFC 9110, 10.2.3). */
  public static Optional<Instant> retryAfter(Reply reply, Instant now) {
    return reply
        .header("Retry-After")
        .map(String::strip)
        .flatMap(
            words ->
                words.matches("\\d{1,10}")
                    ? Optional.of(bounded(Duration.ofSeconds(Long.parseLong(words)), now))
                    : httpDate(words).map(at -> relative(at, reply, now)));
  }

  /** By a header that holds an instant in seconds since 1970, such as {@code x-ratelimit-reset}. */
  public static Optional<Instant> epochSeconds(Reply reply, String header, Instant now) {
    return reply
        .header(header)
        .filter(words -> words.matches("\\d{1,12}"))
        .map(words -> relative(Instant.ofEpochSecond(Long.parseLong(words)), reply, now));
  }

  /** By a header that holds an instant in milliseconds since 1970. */
  public static Optional<Instant> epochMillis(Reply reply, String header, Instant now) {
    return reply
        .header(header)
        .filter(words -> words.matches("\\d{1,15}"))
        .map(words -> relative(Instant.ofEpochMilli(Long.parseLong(words)), reply, now));
  }

  /** The site's own time when it answered. */
  public static Optional<Instant> dateOf(Reply reply) {
    return reply.header("Date").flatMap(RetryTimes::httpDate);
  }

  private static Instant relative(Instant at, Reply reply, Instant now) {
    Instant theirs = dateOf(reply).orElse(now);
    return bounded(Duration.between(theirs, at), now);
  }

  private static Instant bounded(Duration wait, Instant now) {
    Duration whole = wait.isNegative() ? Duration.ZERO : wait;
    return now.plus(whole.compareTo(LONGEST) > 0 ? LONGEST : whole);
  }

  private static Optional<Instant> httpDate(String words) {
    try {
      return Optional.of(
          ZonedDateTime.parse(words, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
