package io.followthrough.connector.linear;

import com.fasterxml.jackson.databind.JsonNode;
import io.followthrough.http.Fields;
import io.followthrough.http.Json;
import io.followthrough.http.Reply;
import io.followthrough.http.RetryTimes;
import io.followthrough.http.StatusFailure;
import io.followthrough.tracker.FailureKind;
import io.followthrough.tracker.TrackerException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What Linear means by its errors. They come with 200 as often as with 400, so the first error's
 * code decides, then its type (the strings of Linear's own SDK), then the status.
 */
final class LinearFailure {
  private static final Pattern CONFLICT =
      Pattern.compile("(?i)conflict on insert|with id \\S+ already exists");
  private static final Pattern ABSENT =
      Pattern.compile("(?i)entity not found|could not find|does not exist|not found");
  private static final List<String> BUCKETS =
      List.of("X-RateLimit-Requests", "X-RateLimit-Complexity", "X-RateLimit-Endpoint-Requests");
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final Duration UNSTATED = Duration.ofMinutes(1);

  private LinearFailure() {}

  /** The failure of a reply that has errors, or no data. */
  static TrackerException of(Operation operation, Reply reply, Instant now) {
    JsonNode error = errors(reply).path(0);
    if (error.isMissingNode()) {
      return reply.isSuccess()
          ? reply.unreadable("a reply without data and without errors")
          : StatusFailure.of(reply, reply.words(), now);
    }
    String words = words(error);
    return switch (meaning(error, reply)) {
      case THROTTLED -> throttled(reply, words, now);
      case UNAUTHENTICATED ->
          denied(
              operation,
              words
                  + ": the key or token is wrong, expired or revoked (auth.api-key is for a"
                  + " personal API key, auth.token for an OAuth token)");
      case FORBIDDEN ->
          denied(
              operation,
              words + ": the key or token needs read and write access, and to be in the team");
      case USED_UP ->
          denied(operation, words + ": archive issues or change the plan, then it goes on");
      case CONFLICT -> new TrackerException(FailureKind.CONFLICT, operation.does(), words);
      case ABSENT -> new TrackerException(FailureKind.GONE, operation.does(), words);
      case REFUSED ->
          new TrackerException(
              operation.isWrite() ? FailureKind.REJECTED : FailureKind.BROKEN,
              operation.does(),
              words);
      case MISUNDERSTOOD ->
          new TrackerException(FailureKind.BROKEN, operation.does(), "not understood: " + words);
      case UNCERTAIN ->
          new TrackerException(
              operation.isWrite() ? FailureKind.UNKNOWN_OUTCOME : FailureKind.UNAVAILABLE,
              operation.does(),
              words);
    };
  }

  /** The errors of a reply; empty where there are none. */
  static JsonNode errors(Reply reply) {
    return Json.parse(reply.text()).orElseGet(Json::object).path("errors");
  }

  private enum Meaning {
    THROTTLED,
    UNAUTHENTICATED,
    FORBIDDEN,
    USED_UP,
    CONFLICT,
    ABSENT,
    REFUSED,
    MISUNDERSTOOD,
    UNCERTAIN,
  }

  private static Meaning meaning(JsonNode error, Reply reply) {
    JsonNode extensions = error.path("extensions");
    String code = Fields.text(extensions, "code").toUpperCase(Locale.ROOT);
    String type = Fields.text(extensions, "type").toLowerCase(Locale.ROOT);
    String words = Fields.text(error, "message") + " " + words(error);
    if (code.equals("RATELIMITED") || type.equals("ratelimited") || reply.status() == 429) {
      return Meaning.THROTTLED;
    }
    if (code.equals("AUTHENTICATION_ERROR")
        || type.equals("authentication error")
        || reply.status() == 401) {
      return Meaning.UNAUTHENTICATED;
    }
    if (type.equals("usage limit exceeded") || code.equals("USAGE_LIMIT_EXCEEDED")) {
      return Meaning.USED_UP;
    }
    if (CONFLICT.matcher(words).find()) {
      return Meaning.CONFLICT;
    }
    if (ABSENT.matcher(words).find()) {
      return Meaning.ABSENT;
    }
    if (code.startsWith("GRAPHQL_") || type.equals("graphql error")) {
      return Meaning.MISUNDERSTOOD;
    }
    return switch (type) {
      case "forbidden", "feature not accessible" -> Meaning.FORBIDDEN;
      case "invalid input", "user error" -> Meaning.REFUSED;
      default -> byCode(code, extensions, reply);
    };
  }

  private static Meaning byCode(String code, JsonNode extensions, Reply reply) {
    if (code.equals("FORBIDDEN") || reply.status() == 403) {
      return Meaning.FORBIDDEN;
    }
    boolean refused =
        code.equals("INPUT_ERROR")
            || extensions.path("userError").asBoolean(false)
            || (reply.status() >= 400 && reply.status() < 500);
    return refused ? Meaning.REFUSED : Meaning.UNCERTAIN;
  }

  /** Linear's words for people where it has some, else its message. */
  private static String words(JsonNode error) {
    String message = Fields.text(error, "message");
    return Fields.optionalText(error.path("extensions"), "userPresentableMessage")
        .filter(words -> !words.isBlank())
        .map(words -> words.equals(message) ? words : words + " (" + message + ")")
        .orElse(message);
  }

  private static TrackerException denied(Operation operation, String words) {
    return new TrackerException(FailureKind.DENIED, operation.does(), words);
  }

  /** Waits for the last of the limits that are used up, as told by Linear's own clock. */
  private static TrackerException throttled(Reply reply, String words, Instant now) {
    Optional<Instant> stated = RetryTimes.retryAfter(reply, now);
    Stream<Instant> resets =
        BUCKETS.stream()
            .filter(name -> reply.header(name + "-Remaining").filter("0"::equals).isPresent())
            .flatMap(name -> RetryTimes.epochMillis(reply, name + "-Reset", now).stream());
    Instant until =
        Stream.concat(stated.stream(), resets)
            .max(Comparator.naturalOrder())
            .orElse(now.plus(UNSTATED));
    return TrackerException.throttled(
        reply.call().operation(), words, clamped(until, now.plus(SHORTEST), now.plus(LONGEST)));
  }

  private static Instant clamped(Instant instant, Instant least, Instant most) {
    if (instant.isBefore(least)) {
      return least;
    }
    return instant.isAfter(most) ? most : instant;
  }
}
