package io.followthrough.daemon.channel;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.followthrough.http.Json;
import io.followthrough.notify.Channel;
import io.followthrough.tracker.FailureKind;
import io.followthrough.tracker.Prose;
import io.followthrough.tracker.TrackerException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages posted to an address. */
final class WebhookChannelTest extends ChannelContract {
  private static final String PATH = "/followthrough?team=sre";
  private static final String SCHEMA = "webhook-message.schema.json";

  private final WireMockServer receiver =
      new WireMockServer(WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort());
  private int port;

  @BeforeEach
  void start() {
    receiver.start();
    port = receiver.port();
    behaves(Behaviour.WELL);
  }

  @AfterEach
  void end() throws IOException {
    List<LoggedRequest> posted = receiver.findAll(postRequestedFor(urlEqualTo(PATH)));
    receiver.stop();
    for (LoggedRequest request : posted) {
      assertEquals(List.of(), errors(request.getBodyAsString()), request::getBodyAsString);
    }
  }

  @Override
  Channel channel(ChannelSettings settings) {
    return new WebhookChannel(URI.create("http://127.0.0.1:" + port + PATH), settings);
  }

  @Override
  void behaves(Behaviour behaviour) {
    receiver.resetMappings();
    receiver.stubFor(
        post(urlEqualTo(PATH))
            .willReturn(
                switch (behaviour) {
                  case WELL -> aResponse().withStatus(204);
                  case LOSES_THE_ANSWER -> aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER);
                  case REFUSES -> aResponse().withStatus(422).withBody("no such room");
                  case IS_BUSY -> aResponse().withStatus(429).withHeader("Retry-After", "30");
                  case KNOWS_US_NOT -> aResponse().withStatus(401);
                  case IS_DOWN -> aResponse().withStatus(204);
                }));
    if (behaviour == Behaviour.IS_DOWN) {
      receiver.stop();
    }
  }

  @Override
  List<Arrived> arrived() {
    return receiver.findAll(postRequestedFor(urlEqualTo(PATH))).stream()
        .map(
            request -> {
              JsonNode body = Json.parse(request.getBody()).orElseThrow();
              return new Arrived(
                  request.getHeader("Idempotency-Key"),
                  body.path("title").asText(),
                  body.path("text").asText());
            })
        .toList();
  }

  @Override
  void checkHarmless() {
    assertEquals(1, receiver.findAll(postRequestedFor(urlEqualTo(PATH))).size());
  }

  /** The example of docs/channels.md, which other programs may be tested against. */
  @Test
  void theSignatureCoversTheInstantAndTheBody() {
    assertEquals(
        "t=1767258000,v1=d256b6d5becb8e8f602f7c9ca9ef2ebbe5e98739019efd982fdcfe305a56b671",
        WebhookSignature.of("whsec", "{\"version\":1}", Instant.ofEpochSecond(1_767_258_000)));
  }

  @Test
  void eachPostIsSignedAndNamesItsKey() {
    try (Channel channel = channel(settings())) {
      channel.send(message("one", Prose.empty()), "");
    }
    LoggedRequest request = receiver.findAll(postRequestedFor(urlEqualTo(PATH))).get(0);
    assertEquals(
        WebhookSignature.of(SECRET, request.getBodyAsString(), now()),
        request.getHeader("X-Followthrough-Signature"));
    assertEquals(
        Json.parse(request.getBody()).orElseThrow().path("id").asText(),
        request.getHeader("Idempotency-Key"));
  }

  @ParameterizedTest
  @CsvSource({
    "301, DENIED",
    "307, DENIED",
    "404, DENIED",
    "410, DENIED",
    "413, REJECTED",
    "500, UNKNOWN_OUTCOME",
    "503, UNKNOWN_OUTCOME",
  })
  void aStatusIsSortedAndNoRedirectIsFollowed(int status, FailureKind kind) {
    receiver.stubFor(
        post(urlEqualTo(PATH))
            .atPriority(1)
            .willReturn(aResponse().withStatus(status).withHeader("Location", "/elsewhere")));
    try (Channel channel = channel(settings())) {
      TrackerException failure =
          assertThrows(
              TrackerException.class, () -> channel.send(message("one", Prose.empty()), ""));
      assertEquals(kind, failure.kind());
    }
    assertEquals(1, receiver.getAllServeEvents().size());
  }

  @Test
  void plainHttpToAnotherMachineIsRefused() {
    URI url = URI.create("http://hooks.example/followthrough");
    assertThrows(IllegalArgumentException.class, () -> new WebhookChannel(url, settings()));
  }

  @Test
  void theDocumentationHasTheSchemaOfTheProgram() throws IOException {
    assertEquals(schema(), Files.readString(Path.of("..", "docs", SCHEMA)));
  }

  private static List<Error> errors(String body) throws IOException {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(schema(), InputFormat.JSON)
        .validate(
            body,
            InputFormat.JSON,
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
  }

  private static String schema() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(WebhookChannel.class.getResourceAsStream(SCHEMA), SCHEMA)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void anUnsignedWebhookIsWarnedOf() {
    ChannelSettings settings = settings();
    ChannelSettings open =
        new ChannelSettings(
            settings.name(),
            settings.installation(),
            Optional.empty(),
            settings.http(),
            settings.clock());
    try (Channel channel = channel(open)) {
      assertTrue(channel.check().toString().contains("set `secret`"));
    }
  }
}
