package io.followthrough.daemon.channel;

import com.fasterxml.jackson.databind.JsonNode;
import io.followthrough.http.Reply;
import io.followthrough.http.StatusFailure;
import io.followthrough.tracker.FailureKind;
import io.followthrough.tracker.OneLine;
import io.followthrough.tracker.TrackerException;
import java.time.Instant;

/** What Slack's {@code "ok": false} means, and what mends it. */
final class SlackError {
  private static final int WORDS = 80;

  private SlackError() {}

  static TrackerException of(Reply reply, JsonNode answer, Instant now) {
    String error = OneLine.of(answer.path("error").asText("no error named"), WORDS);
    FailureKind kind = kind(error, reply.call().write());
    String words = error + mend(error, answer);
    return kind == FailureKind.THROTTLED
        ? StatusFailure.throttled(reply, words, now)
        : new TrackerException(kind, reply.call().operation(), words);
  }

  private static FailureKind kind(String error, boolean write) {
    return switch (error) {
      case "ratelimited", "rate_limited" -> FailureKind.THROTTLED;
      case "invalid_auth",
          "not_authed",
          "account_inactive",
          "token_revoked",
          "token_expired",
          "no_permission",
          "missing_scope",
          "not_allowed_token_type",
          "access_denied",
          "accesslimited",
          "org_login_required",
          "ekm_access_denied",
          "enterprise_is_restricted",
          "team_access_not_granted",
          "two_factor_setup_required" ->
          FailureKind.DENIED;
      case "service_unavailable", "request_timeout", "team_added_to_org" -> FailureKind.UNAVAILABLE;
      // By Slack's own words some of it may have succeeded.
      case "fatal_error", "internal_error" ->
          write ? FailureKind.UNKNOWN_OUTCOME : FailureKind.UNAVAILABLE;
      default -> write ? FailureKind.REJECTED : FailureKind.BROKEN;
    };
  }

  private static String mend(String error, JsonNode answer) {
    return switch (error) {
      case "missing_scope" ->
          ": add the scope `"
              + OneLine.of(answer.path("needed").asText("that is needed"), WORDS)
              + "` to the app and install it again";
      case "invalid_auth", "not_authed", "token_revoked", "token_expired", "account_inactive" ->
          ": give a bot token (xoxb-…) of an app that is installed in the workspace";
      case "not_in_channel" -> ": invite the bot to the channel";
      case "channel_not_found" ->
          ": it is not there, or private and the bot not in it: invite the bot";
      case "is_archived" -> ": the channel is archived: name another one";
      case "messages_tab_disabled" -> ": switch the app's messages tab on";
      case "user_disabled" -> ": the account is switched off";
      default -> "";
    };
  }
}
