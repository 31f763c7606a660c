package io.followthrough.connector.github;

import static java.util.Objects.requireNonNull;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.fasterxml.jackson.databind.JsonNode;
import io.followthrough.http.Fields;
import io.followthrough.http.HttpCall;
import io.followthrough.http.HttpEdge;
import io.followthrough.http.HttpSettings;
import io.followthrough.http.Json;
import io.followthrough.http.Reply;
import io.followthrough.http.RetryTimes;
import io.followthrough.http.StatusFailure;
import io.followthrough.item.Words;
import io.followthrough.tracker.FailureKind;
import io.followthrough.tracker.TrackerException;
import java.security.interfaces.RSAPrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * An installation of a GitHub App. It signs in with the App's key and is given a token for an hour,
 * which is renewed before it ends, or as soon as GitHub refuses it. Source:
 * generating-a-json-web-token-jwt-for-a-github-app.
 */
final class AppCredential implements Credential {
  /** Before its end a token is replaced, so that none ends on its way. */
  private static final Duration EARLY = Duration.ofMinutes(5);

  /** GitHub's own advice against clocks that differ: the JWT was made a minute ago. */
  private static final Duration MADE_AGO = Duration.ofSeconds(60);

  /** GitHub takes ten minutes at most. */
  private static final Duration JWT_LASTS = Duration.ofMinutes(9);

  /** A refused token that is younger was not refused for its age. */
  private static final Duration YOUNG = Duration.ofMinutes(1);

  private static final Duration BELIEVED_SKEW = Duration.ofSeconds(30);

  private final String app;
  private final String installation;
  private final Supplier<String> key;
  private final InstantSource clock;
  private final HttpEdge edge;
  private Optional<Token> token = Optional.empty();
  private Duration skew = Duration.ZERO;

  /**
   * A token as it was given.
   *
   * @param renewAt by our clock
   */
  private record Token(
      String value, Instant givenAt, Instant renewAt, Map<String, String> permissions) {}

  AppCredential(
      String url,
      HttpSettings http,
      String app,
      String installation,
      Supplier<String> key,
      InstantSource clock) {
    this.app = requireNonNull(app, "app is null");
    this.installation = requireNonNull(installation, "installation is null");
    this.key = requireNonNull(key, "key is null");
    this.clock = requireNonNull(clock, "clock is null");
    this.edge = new HttpEdge(url, http, Map.of("Authorization", this::signed));
  }

  @Override
  public String authorization() {
    return "Bearer " + present().value();
  }

  @Override
  public synchronized boolean refused() {
    boolean old = token.filter(t -> t.givenAt().isBefore(clock.instant().minus(YOUNG))).isPresent();
    if (old) {
      token = Optional.empty();
    }
    return old;
  }

  @Override
  public String print() {
    return Words.fingerprint(present().value());
  }

  @Override
  public String account() {
    return "installation " + app + "/" + installation;
  }

  @Override
  public Optional<String> owner() {
    return Optional.of("App " + app + " (installation " + installation + ")");
  }

  @Override
  public Optional<Map<String, String>> permissions() {
    return Optional.of(present().permissions());
  }

  @Override
  public void close() {
    edge.close();
  }

  private synchronized Token present() {
    Instant now = clock.instant();
    Token present = token.filter(t -> now.isBefore(t.renewAt())).orElseGet(this::renewed);
    token = Optional.of(present);
    return present;
  }

  private Token renewed() {
    HttpCall call =
        HttpCall.query(
                "sign in as App " + app,
                "/app/installations/" + installation + "/access_tokens",
                Json.object())
            .with("Accept", "application/vnd.github+json")
            .with("X-GitHub-Api-Version", GitHubApi.VERSION);
    Reply reply = edge.exchange(call);
    if (reply.status() == 401 && learnsSkew(reply)) {
      reply = edge.exchange(call);
    }
    if (!reply.isSuccess()) {
      throw failure(reply);
    }
    return token(reply);
  }

  private Token token(Reply reply) {
    JsonNode json = GitHubApi.object(reply);
    String value = Fields.text(json, "token");
    Optional<Instant> end = Fields.instant(json, "expires_at");
    if (value.isEmpty() || end.isEmpty()) {
      throw reply.unreadable("a reply without a token");
    }
    Instant now = clock.instant();
    Duration lasts = Duration.between(RetryTimes.dateOf(reply).orElse(now), end.get());
    Duration used = lasts.compareTo(EARLY.multipliedBy(2)) > 0 ? lasts.minus(EARLY) : lasts;
    Map<String, String> permissions = new TreeMap<>();
    json.path("permissions")
        .properties()
        .forEach(entry -> permissions.put(entry.getKey(), entry.getValue().asText()));
    return new Token(value, now, now.plus(used), permissions);
  }

  /** GitHub's own time is in each reply; true where ours differs from it by too much. */
  private boolean learnsSkew(Reply reply) {
    Optional<Duration> difference =
        RetryTimes.dateOf(reply).map(date -> Duration.between(clock.instant(), date));
    boolean differs =
        difference.filter(d -> d.minus(skew).abs().compareTo(BELIEVED_SKEW) > 0).isPresent();
    if (differs) {
      skew = difference.get();
    }
    return differs;
  }

  private String signed() {
    Instant now = clock.instant().plus(skew);
    return "Bearer "
        + JWT.create()
            .withIssuer(app)
            .withIssuedAt(now.minus(MADE_AGO))
            .withExpiresAt(now.plus(JWT_LASTS))
            .sign(Algorithm.RSA256(null, key()));
  }

  private RSAPrivateKey key() {
    try {
      return PemKey.read(key.get());
    } catch (IllegalArgumentException e) {
      throw new TrackerException(
          FailureKind.DENIED, "sign in as App " + app, "auth.private-key: " + e.getMessage(), e);
    }
  }

  private TrackerException failure(Reply reply) {
    String words = GitHubFailure.words(reply);
    return switch (reply.status()) {
      case 401 ->
          denied(reply, words + ": is auth.private-key a key of the App whose id is auth.app-id?");
      case 403 ->
          reply.header("Retry-After").isPresent()
              ? StatusFailure.throttled(reply, words, clock.instant())
              : denied(reply, words + ": is the App's installation suspended?");
      case 404 ->
          denied(
              reply,
              words
                  + ": the App has no installation "
                  + installation
                  + "; auth.installation-id is the number at the end of the address of its"
                  + " settings");
      default -> StatusFailure.of(reply, words, clock.instant());
    };
  }

  private static TrackerException denied(Reply reply, String words) {
    return new TrackerException(FailureKind.DENIED, reply.call().operation(), words);
  }
}
