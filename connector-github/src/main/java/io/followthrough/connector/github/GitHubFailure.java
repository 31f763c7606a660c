package io.followthrough.connector.github;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * What GitHub means by a status. A 403 has four meanings and a 410 three: headers decide first,
 * then the message. Source: rate-limits-for-the-rest-api, api-versions.
 */
final class GitHubFailure {
  private static final Pattern TOO_FAST =
      Pattern.compile("(?i)secondary rate|abuse detection|rate limit|submitted too quickly");
  private static final Pattern ISSUES_OFF = Pattern.compile("(?i)issues?\\b.*\\bdisabled");
  private static final Pattern OLD_VERSION = Pattern.compile("(?i)api.?version|\\bversion\\b");
  private static final Pattern LOCKED = Pattern.compile("(?i)\\block(ed)?\\b");
  private static final Pattern ARCHIVED = Pattern.compile("(?i)\\barchived\\b");
  private static final int LONGEST_DOUBLING = 6;

  /** Secondary limits hit in a row: the wait doubles, since persisting may get us banned. */
  private final AtomicInteger refusals = new AtomicInteger();

  /** A success ends a row of refusals. */
  void success() {
    refusals.set(0);
  }

  /** The failure of a reply that is no success. */
  TrackerException of(Reply reply, Instant now) {
    String words = words(reply);
    String operation = reply.call().operation();
    return switch (reply.status()) {
      case 401 ->
          new TrackerException(
              FailureKind.DENIED,
              operation,
              "GitHub refuses the token (" + words + "): it is wrong, expired or revoked");
      case 403, 429 -> refusal(reply, words, now);
      case 410 -> gone(reply, words);
      case 422 ->
          TOO_FAST.matcher(words).find()
              ? throttled(reply, words, now)
              : StatusFailure.of(reply, words, now);
      default -> StatusFailure.of(reply, words, now);
    };
  }

  /** True where a server does not know the version of the API that it was asked in. */
  static boolean isVersionUnknown(Reply reply) {
    return reply.status() == 400 && OLD_VERSION.matcher(words(reply)).find();
  }

  /** True where a reply refuses one of our fields. */
  static boolean names(Reply reply, String field) {
    for (JsonNode error : Json.parse(reply.text()).orElseGet(Json::object).path("errors")) {
      String where = Fields.text(error, "field") + " " + Fields.text(error, "message");
      if (where.toLowerCase(Locale.ROOT).contains(field)) {
        return true;
      }
    }
    return false;
  }

  /** GitHub's own words: its message, then each field with what is wrong with it. */
  static String words(Reply reply) {
    JsonNode body = Json.parse(reply.text()).orElseGet(Json::object);
    Optional<String> message = Fields.optionalText(body, "message");
    if (message.isEmpty()) {
      return reply.words();
    }
    List<String> details = new ArrayList<>();
    for (JsonNode error : body.path("errors")) {
      details.add(
          error.isTextual()
              ? error.textValue()
              : (Fields.text(error, "field")
                      + " "
                      + Fields.optionalText(error, "message").orElse(Fields.text(error, "code")))
                  .strip());
    }
    return message.get() + (details.isEmpty() ? "" : " (" + String.join("; ", details) + ")");
  }

  private TrackerException refusal(Reply reply, String words, Instant now) {
    boolean primary = reply.header("x-ratelimit-remaining").filter("0"::equals).isPresent();
    boolean stated = reply.header("Retry-After").isPresent();
    if (primary || stated || reply.status() == 429 || TOO_FAST.matcher(words).find()) {
      return throttled(reply, words, now);
    }
    if (reply.call().write() && LOCKED.matcher(words).find()) {
      return new TrackerException(
          FailureKind.REJECTED,
          reply.call().operation(),
          words + ": the conversation is locked, unlock it or write there by hand");
    }
    if (ARCHIVED.matcher(words).find()) {
      return new TrackerException(
          FailureKind.DENIED,
          reply.call().operation(),
          words + ": unarchive the repository, or name another");
    }
    String sso =
        reply.header("x-github-sso").isPresent()
            ? "; the token must be authorised for the organisation's single sign-on"
            : "; the token needs " + permission(reply);
    return new TrackerException(FailureKind.DENIED, reply.call().operation(), words + sso);
  }

  /** The permission that is missing, by GitHub's own header where it sends it. */
  private static String permission(Reply reply) {
    return reply
        .header("X-Accepted-GitHub-Permissions")
        .filter(words -> !words.isBlank())
        .map(
            words ->
                "the permission "
                    + words.strip().replace("=", ": ").replace(";", " or").replace("_", " "))
        .orElse("read and write permission for issues");
  }

  private TrackerException throttled(Reply reply, String words, Instant now) {
    Optional<Instant> until = RetryTimes.retryAfter(reply, now);
    if (until.isEmpty() && reply.header("x-ratelimit-remaining").filter("0"::equals).isPresent()) {
      until = RetryTimes.epochSeconds(reply, "x-ratelimit-reset", now);
    }
    int before = refusals.getAndUpdate(count -> Math.min(count + 1, LONGEST_DOUBLING));
    Duration unstated = Duration.ofMinutes(1L << before);
    return TrackerException.throttled(
        reply.call().operation(), words, until.orElseGet(() -> now.plus(unstated)));
  }

  private static TrackerException gone(Reply reply, String words) {
    String operation = reply.call().operation();
    if (ISSUES_OFF.matcher(words).find()) {
      return new TrackerException(
          FailureKind.DENIED,
          operation,
          words + ": switch issues on in the repository's settings, or name another repository");
    }
    if (OLD_VERSION.matcher(words).find()) {
      return new TrackerException(
          FailureKind.DENIED,
          operation,
          words + ": GitHub no longer speaks the API version of this program, update it");
    }
    return new TrackerException(FailureKind.GONE, operation, words);
  }
}
