package io.followthrough.connector.jira;

import com.fasterxml.jackson.databind.JsonNode;
import io.followthrough.http.Json;
import io.followthrough.http.Reply;
import io.followthrough.http.RetryTimes;
import io.followthrough.http.StatusFailure;
import io.followthrough.tracker.FailureKind;
import io.followthrough.tracker.TrackerException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What Atlassian's products mean by a status. Their words are in the language of the token's owner,
 * so that only status, headers and names of fields decide. Source: rate-limiting of Jira Cloud,
 * improving-instance-stability-with-rate-limiting of Data Center.
 */
final class AtlassianFailure {
  /** A limit of one ticket's writes: another ticket may be written to at once. */
  private static final String PER_ISSUE = "jira-per-issue-on-write";

  private AtlassianFailure() {}

  /** The failure of a reply that is no success. */
  static TrackerException of(Reply reply, Instant now) {
    String words = words(reply);
    String operation = reply.call().operation();
    return switch (reply.status()) {
      case 301, 302, 303, 307, 308 ->
          reply.call().write()
              ? StatusFailure.of(reply, words, now)
              : denied(operation, away(reply));
      case 401 -> denied(operation, unauthorised(reply, words));
      case 403 -> denied(operation, forbidden(reply, words));
      case 429 -> throttled(reply, words, now);
      case 503 ->
          // Whether a write was applied is not known, so that it has to be looked up instead.
          !reply.call().write() && reply.header("Retry-After").isPresent()
              ? StatusFailure.throttled(reply, "status 503: " + words, now)
              : StatusFailure.of(reply, words, now);
      default -> StatusFailure.of(reply, words, now);
    };
  }

  /** True where a site says that it tried to sign us in and could not, even beside a 200. */
  static boolean loginFailed(Reply reply) {
    return reply
        .header("X-Seraph-LoginReason")
        .map(reason -> reason.toUpperCase(Locale.ROOT))
        .filter(reason -> reason.contains("FAILED") || reason.contains("DENIED"))
        .isPresent();
  }

  /** Why a token was not taken, and the mend. */
  static String refused(Reply reply, Edition edition, String url) {
    if (isCaptcha(reply)) {
      return forbidden(reply, words(reply));
    }
    String shown = reply.isSuccess() ? "it answers as to a stranger" : "status " + reply.status();
    String mend =
        edition == Edition.CLOUD
            ? "make a new API token for auth.email at id.atlassian.com; if this is a Data Center,"
                + " leave auth.email out"
            : "make a new personal access token in the bot's profile; if this is Atlassian Cloud,"
                + " set auth.email";
    return url
        + " refuses the token ("
        + shown
        + scopes(reply)
        + "): it is wrong, expired or revoked, or the account has no access to the product. "
        + mend;
  }

  /** The product's own words: its messages, then each field with what is wrong with it. */
  static String words(Reply reply) {
    JsonNode body = Json.parse(reply.text()).orElseGet(Json::object);
    List<String> words = new ArrayList<>();
    body.path("errorMessages").forEach(message -> words.add(message.asText("")));
    for (Map.Entry<String, JsonNode> error : body.path("errors").properties()) {
      words.add(error.getKey() + ": " + error.getValue().asText(""));
    }
    body.path("errors").forEach(error -> add(words, error.path("title")));
    add(words, body.path("message"));
    words.removeIf(String::isBlank);
    return words.isEmpty() ? reply.words() : String.join("; ", words);
  }

  /** The fields that a reply refuses. */
  static List<String> fields(Reply reply) {
    List<String> names = new ArrayList<>();
    Json.parse(reply.text())
        .orElseGet(Json::object)
        .path("errors")
        .fieldNames()
        .forEachRemaining(names::add);
    return names;
  }

  private static void add(List<String> words, JsonNode text) {
    if (text.isTextual()) {
      words.add(text.textValue());
    }
  }

  private static TrackerException denied(String operation, String words) {
    return new TrackerException(FailureKind.DENIED, operation, words);
  }

  private static String unauthorised(Reply reply, String words) {
    return "the token is refused ("
        + words
        + "): it is wrong, expired or revoked"
        + scopes(reply)
        + "; make a new one";
  }

  /** The gateway answers a missing scope in a shape of its own. */
  private static String scopes(Reply reply) {
    boolean isGateway =
        Json.parse(reply.text()).filter(body -> body.path("code").isNumber()).isPresent();
    return isGateway
        ? ", or lacks a scope: read:jira-work, write:jira-work and read:jira-user are needed"
        : "";
  }

  private static String forbidden(Reply reply, String words) {
    return isCaptcha(reply)
        ? "the site wants a CAPTCHA solved after failed logins: sign in once with a browser as this"
            + " account, or have an administrator reset its failed login count"
        : words + ": the account lacks the permission for this";
  }

  private static String away(Reply reply) {
    return "the site sends us to "
        + reply.header("Location").orElse("nowhere")
        + ", as if to sign in: set `url` to the site's own address, and let requests to /rest pass"
        + " without single sign-on";
  }

  private static boolean isCaptcha(Reply reply) {
    return reply
        .header("X-Authentication-Denied-Reason")
        .filter(reason -> reason.contains("CAPTCHA"))
        .isPresent();
  }

  private static TrackerException throttled(Reply reply, String words, Instant now) {
    Optional<String> reason = reply.header("RateLimit-Reason");
    if (reason.filter(PER_ISSUE::equals).isPresent()) {
      return new TrackerException(
          FailureKind.UNAVAILABLE,
          reply.call().operation(),
          "too many writes to this one ticket, nothing was done (" + PER_ISSUE + ")");
    }
    String message =
        "status 429"
            + reason.map(word -> " (" + word + ")").orElse("")
            + (words.isBlank() ? "" : ": " + words);
    Optional<Instant> reset =
        RetryTimes.retryAfter(reply, now).isPresent()
            ? Optional.empty()
            : reply.header("X-RateLimit-Reset").flatMap(AtlassianFailure::instant);
    return reset
        .filter(at -> at.isAfter(now) && at.isBefore(now.plusSeconds(86_400)))
        .map(at -> TrackerException.throttled(reply.call().operation(), message, at))
        .orElseGet(() -> StatusFailure.throttled(reply, message, now));
  }

  private static Optional<Instant> instant(String words) {
    return Times.instant(words.strip());
  }
}
