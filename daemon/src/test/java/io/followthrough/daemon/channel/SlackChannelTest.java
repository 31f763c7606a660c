package io.followthrough.daemon.channel;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import io.followthrough.http.Json;
import io.followthrough.notify.Channel;
import io.followthrough.tracker.CheckFinding;
import io.followthrough.tracker.FailureKind;
import io.followthrough.tracker.Prose;
import io.followthrough.tracker.TrackerException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Slack's Web API. */
final class SlackChannelTest extends ChannelContract {
  private static final String POST = "/api/chat.postMessage";
  private static final String LOOKUP = "/api/users.lookupByEmail";

  private final WireMockServer slack =
      new WireMockServer(WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort());
  private int port;

  @BeforeEach
  void start() {
    slack.start();
    port = slack.port();
    behaves(Behaviour.WELL);
  }

  @AfterEach
  void end() {
    slack.stop();
  }

  @Override
  Channel channel(ChannelSettings settings) {
    return new SlackChannel("http://127.0.0.1:" + port + "/api", settings);
  }

  @Override
  void behaves(Behaviour behaviour) {
    slack.resetMappings();
    slack.stubFor(any(anyUrl()).atPriority(9).willReturn(error("invalid_auth")));
    slack.stubFor(
        get(urlPathEqualTo(LOOKUP))
            .withHeader("Authorization", equalTo("Bearer " + SECRET))
            .withQueryParam("email", equalTo("alice@acme.example"))
            .willReturn(okJson("{\"ok\":true,\"user\":{\"id\":\"U0ALICE\"}}")));
    slack.stubFor(
        post(urlEqualTo("/api/auth.test"))
            .willReturn(
                okJson("{\"ok\":true,\"user\":\"followthrough\",\"team\":\"Acme\"}")
                    .withHeader("x-oauth-scopes", "chat:write, users:read.email")));
    slack.stubFor(
        post(urlEqualTo(POST))
            .willReturn(
                switch (behaviour) {
                  case WELL -> okJson("{\"ok\":true,\"channel\":\"D1\",\"ts\":\"1.23\"}");
                  case LOSES_THE_ANSWER -> aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER);
                  case REFUSES -> error("channel_not_found");
                  case IS_BUSY -> aResponse().withStatus(429).withHeader("Retry-After", "30");
                  case KNOWS_US_NOT -> error("token_revoked");
                  case IS_DOWN -> okJson("{}");
                }));
    if (behaviour == Behaviour.IS_DOWN) {
      slack.stop();
    }
  }

  private static ResponseDefinitionBuilder error(String name) {
    return okJson("{\"ok\":false,\"error\":\"" + name + "\"}");
  }

  @Override
  List<Arrived> arrived() {
    return slack.findAll(postRequestedFor(urlEqualTo(POST))).stream()
        .map(request -> Json.parse(request.getBody()).orElseThrow())
        .map(body -> new Arrived("", body.path("text").asText(), words(body.path("blocks"))))
        .toList();
  }

  private static String words(JsonNode blocks) {
    return blocks.findValues("elements").stream()
        .flatMap(
            elements ->
                elements.findValuesAsText("text").stream()
                    .map(text -> text + " " + elements.findValuesAsText("url")))
        .collect(Collectors.joining("\n"));
  }

  @Override
  void checkHarmless() {
    String body = slack.findAll(postRequestedFor(urlEqualTo(POST))).get(0).getBodyAsString();
    JsonNode tree = Json.parse(body).orElseThrow();
    assertTrue(tree.path("text").asText().contains("&lt;!channel&gt;"), body);
    assertFalse(tree.findValuesAsText("type").contains("user"), body);
    assertFalse(tree.findValuesAsText("type").contains("link"), body);
  }

  @Test
  void aPersonIsLookedUpOnce() {
    try (Channel channel = channel(settings())) {
      channel.send(message("one", Prose.empty()), "");
      channel.send(message("two", Prose.empty()), "");
    }
    slack.verify(1, getRequestedFor(urlPathEqualTo(LOOKUP)));
  }

  @Test
  void aThreadIsTheFirstMessagesTime() {
    try (Channel channel = channel(settings())) {
      assertEquals("1.23", channel.send(message("one", Prose.empty()), ""));
      assertEquals("1.23", channel.send(message("two", Prose.empty()), "1.23"));
    }
    List<String> bodies =
        slack.findAll(postRequestedFor(urlEqualTo(POST))).stream()
            .map(request -> request.getBodyAsString())
            .toList();
    assertFalse(bodies.get(0).contains("thread_ts"), bodies::toString);
    assertTrue(bodies.get(1).contains("\"thread_ts\":\"1.23\""), bodies::toString);
  }

  @ParameterizedTest
  @CsvSource({
    "ratelimited, THROTTLED",
    "missing_scope, DENIED",
    "not_in_channel, REJECTED",
    "service_unavailable, UNAVAILABLE",
    "fatal_error, UNKNOWN_OUTCOME",
    "something_new, REJECTED",
  })
  void aNamedErrorIsSorted(String name, FailureKind kind) {
    slack.stubFor(post(urlEqualTo(POST)).atPriority(1).willReturn(error(name)));
    try (Channel channel = channel(settings())) {
      TrackerException failure =
          assertThrows(
              TrackerException.class, () -> channel.send(message("one", Prose.empty()), ""));
      assertEquals(kind, failure.kind());
      assertTrue(failure.toString().contains(name), failure::toString);
    }
  }

  @Test
  void whomSlackDoesNotKnowIsNamedWithTheMend() {
    slack.stubFor(get(urlPathEqualTo(LOOKUP)).atPriority(1).willReturn(error("users_not_found")));
    try (Channel channel = channel(settings())) {
      TrackerException failure =
          assertThrows(
              TrackerException.class, () -> channel.send(message("one", Prose.empty()), ""));
      assertEquals(FailureKind.REJECTED, failure.kind());
      assertTrue(failure.words().contains("add `slack: U…`"), failure::toString);
    }
  }

  @Test
  void aMissingScopeIsFoundBeforeAnythingIsSent() {
    slack.stubFor(
        post(urlEqualTo("/api/auth.test"))
            .atPriority(1)
            .willReturn(
                okJson("{\"ok\":true,\"user\":\"f\",\"team\":\"Acme\"}")
                    .withHeader("x-oauth-scopes", "users:read")));
    try (Channel channel = channel(settings())) {
      List<CheckFinding.Level> levels = channel.check().stream().map(CheckFinding::level).toList();
      assertEquals(
          List.of(CheckFinding.Level.OK, CheckFinding.Level.PROBLEM, CheckFinding.Level.WARNING),
          levels);
    }
  }
}
