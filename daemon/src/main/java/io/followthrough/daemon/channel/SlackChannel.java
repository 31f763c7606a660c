package io.followthrough.daemon.channel;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.followthrough.http.HttpCall;
import io.followthrough.http.HttpEdge;
import io.followthrough.http.Json;
import io.followthrough.http.Reply;
import io.followthrough.http.StatusFailure;
import io.followthrough.notify.Channel;
import io.followthrough.notify.Message;
import io.followthrough.notify.Recipient;
import io.followthrough.tracker.CheckFinding;
import io.followthrough.tracker.CheckFinding.Level;
import io.followthrough.tracker.FailureKind;
import io.followthrough.tracker.ProseLimit;
import io.followthrough.tracker.TrackerException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Slack's Web API with a bot token. People are found by their id, else by their e-mail address;
 * what was found is remembered as long as the process lives. Safe for several threads.
 */
public final class SlackChannel implements Channel {
  /** Where Slack is. */
  public static final String URL = "https://slack.com/api";

  private static final String POST = "post a message";
  private static final String CHANNEL = "channel";

  /** Slack cuts a message at 40,000 signs; a person reads far less. */
  private static final int LONGEST = 12_000;

  private final ChannelSettings settings;
  private final HttpEdge slack;
  private final Map<String, String> users = new ConcurrentHashMap<>();

  /**
   * A channel, without any call.
   *
   * @param url the API's base address
   * @throws IllegalArgumentException where a setting is wrong
   */
  public SlackChannel(String url, ChannelSettings settings) {
    this.settings = requireNonNull(settings, "settings is null");
    Supplier<String> token =
        settings.secret().orElseThrow(() -> new IllegalArgumentException("slack needs a token"));
    this.slack =
        new HttpEdge(url, settings.http(), Map.of("Authorization", () -> "Bearer " + token.get()));
  }

  @Override
  public String name() {
    return settings.name();
  }

  /** Slack knows no key that would keep a message from being posted twice. */
  @Override
  public boolean knowsKeys() {
    return false;
  }

  @Override
  public boolean reaches(Recipient recipient) {
    return recipient.room()
        || recipient.handle().filter(SlackText::isUser).isPresent()
        || recipient.email().isPresent();
  }

  @Override
  public String send(Message message, String thread) {
    ObjectNode body =
        Json.object()
            .put(CHANNEL, address(message.to()))
            .put("text", SlackText.escaped(message.title()))
            .put("unfurl_links", false)
            .put("unfurl_media", false);
    body.set(
        "blocks", SlackText.blocks(ProseLimit.fit(message.body(), LONGEST, PlainProse::render)));
    if (!thread.isEmpty()) {
      body.put("thread_ts", thread);
    }
    Reply reply = slack.exchange(HttpCall.write(POST, "POST", "/chat.postMessage", body));
    JsonNode answer = answer(reply);
    return thread.isEmpty() ? answer.path("ts").asText("") : thread;
  }

  private String address(Recipient to) {
    if (to.room()) {
      return to.name();
    }
    return to.handle()
        .filter(SlackText::isUser)
        .or(() -> to.email().map(this::userOf))
        .orElseThrow(
            () ->
                rejected(
                    to.name()
                        + " has no address here: add `slack: U…` or `email: …` to the person"));
  }

  private String userOf(String email) {
    String known = users.get(email);
    if (known != null) {
      return known;
    }
    Reply reply =
        slack.exchange(
            HttpCall.get("find a person", "/users.lookupByEmail?email=" + HttpCall.encode(email)));
    boolean isUnknown =
        reply.isSuccess() && reply.json().path("error").asText("").equals("users_not_found");
    String user = isUnknown ? "" : answer(reply).path("user").path("id").asText("");
    if (user.isEmpty()) {
      throw rejected("Slack knows nobody as " + email + ": add `slack: U…` to the person");
    }
    users.put(email, user);
    return user;
  }

  private static TrackerException rejected(String words) {
    return new TrackerException(FailureKind.REJECTED, POST, words);
  }

  private JsonNode answer(Reply reply) {
    if (!reply.isSuccess()) {
      throw StatusFailure.of(reply, reply.words(), settings.clock().instant());
    }
    JsonNode answer = reply.json();
    if (!answer.path("ok").asBoolean(false)) {
      throw SlackError.of(reply, answer, settings.clock().instant());
    }
    return answer;
  }

  @Override
  public List<CheckFinding> check() {
    Reply reply = slack.exchange(HttpCall.query("check the token", "/auth.test", Json.object()));
    JsonNode answer = answer(reply);
    List<CheckFinding> findings = new ArrayList<>();
    String who = answer.path("user").asText("?") + " in " + answer.path("team").asText("?");
    findings.add(new CheckFinding(Level.OK, "token", "is " + who));
    Optional<Set<String>> scopes =
        reply
            .header("x-oauth-scopes")
            .map(words -> Set.copyOf(Arrays.asList(words.strip().split("\\s*,\\s*"))));
    scopes.ifPresent(
        has -> {
          scope(findings, has, "chat:write", Level.PROBLEM, "nothing can be posted");
          scope(
              findings,
              has,
              "users:read.email",
              Level.WARNING,
              "people are found by `slack: U…` only");
        });
    return findings;
  }

  private static void scope(
      List<CheckFinding> findings, Set<String> has, String scope, Level level, String without) {
    if (!has.contains(scope)) {
      String words = "is missing, " + without + ": add it to the app and install it again";
      findings.add(new CheckFinding(level, "scope " + scope, words));
    }
  }

  @Override
  public void close() {
    slack.close();
  }
}
