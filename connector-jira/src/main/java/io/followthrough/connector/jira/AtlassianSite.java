package io.followthrough.connector.jira;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.followthrough.http.HttpCall;
import io.followthrough.http.HttpEdge;
import io.followthrough.http.Json;
import io.followthrough.http.Reply;
import io.followthrough.tracker.FailureKind;
import io.followthrough.tracker.TrackerException;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One product on one site, signed in. The first call finds out how the token is taken: at the
 * site's own address or, if it is a scoped one, at the api gateway. The token does not tell, and a
 * scoped one fails at the site with 401 or with a 404 that looks like a missing ticket. Safe for
 * several threads.
 *
 * <p>A site answers a token that it does not know with 200 and what everybody may see, often
 * nothing; a proxy with its login page. Neither is ever given back as a reply.
 */
final class AtlassianSite implements AutoCloseable {
  private static final String SIGN_IN = "sign in";

  private final SiteAccess access;
  private final Product product;
  private final HttpEdge direct;
  private @Nullable HttpEdge door;
  private @Nullable HttpEdge gateway;
  private @Nullable JsonNode self;

  AtlassianSite(SiteAccess access, Product product) {
    this.access = requireNonNull(access, "access is null");
    this.product = requireNonNull(product, "product is null");
    this.direct = edge(access.url());
  }

  SiteAccess access() {
    return access;
  }

  Edition edition() {
    return access.edition();
  }

  Instant now() {
    return access.clock().instant();
  }

  /**
   * Sends a request and gives back the reply, whatever its status, if it is one of the product's to
   * us.
   *
   * @param call with a path below the site's address
   */
  Reply send(HttpCall call) {
    Reply reply = door().exchange(call.with("Accept", "application/json"));
    checkIsOurs(reply);
    if (reply.status() == 401) {
      forget();
    }
    return reply;
  }

  /** The account that the token belongs to, as the product tells it. */
  synchronized JsonNode self() {
    door();
    JsonNode known = self;
    if (known == null) {
      throw new IllegalStateException("a door without an account");
    }
    return known;
  }

  /** The failure of a reply that is no success. */
  TrackerException failure(Reply reply) {
    return AtlassianFailure.of(reply, now());
  }

  /**
   * Makes sure that an empty answer is one to us and not to a stranger. Costs a request only where
   * the answer itself does not say whom it was given to.
   */
  void checkIsNotAnonymous(Reply reply) {
    boolean named =
        reply.header("X-AACCOUNTID").filter(id -> !id.isBlank()).isPresent()
            || reply.header("X-AUSERNAME").filter(name -> !name.isBlank()).isPresent();
    if (!named) {
      forget();
      door();
    }
  }

  @Override
  public synchronized void close() {
    direct.close();
    HttpEdge other = gateway;
    if (other != null) {
      other.close();
    }
  }

  private synchronized void forget() {
    door = null;
  }

  private synchronized HttpEdge door() {
    HttpEdge known = door;
    if (known != null) {
      return known;
    }
    HttpEdge found = find();
    door = found;
    return found;
  }

  private HttpEdge find() {
    Reply asked = whoAmI(direct);
    if (isAccount(asked)) {
      return direct;
    }
    if (edition() == Edition.DATA_CENTER || !mayBeScoped(asked)) {
      throw refusal(asked);
    }
    Optional<HttpEdge> other = gateway();
    if (other.isEmpty()) {
      throw refusal(asked);
    }
    Reply scoped = whoAmI(other.get());
    if (!isAccount(scoped)) {
      throw refusal(scoped);
    }
    return other.get();
  }

  private Reply whoAmI(HttpEdge edge) {
    HttpCall call = HttpCall.get(SIGN_IN, product.self(edition()));
    return edge.exchange(call.with("Accept", "application/json"));
  }

  private boolean isAccount(Reply reply) {
    if (!reply.isSuccess() || isAnonymous(reply) || isPage(reply)) {
      return false;
    }
    JsonNode account = Json.parse(reply.text()).orElseGet(Json::object);
    String id = edition() == Edition.CLOUD ? "accountId" : "name";
    boolean named = account.path(id).isTextual() || account.path("username").isTextual();
    boolean stranger = account.path("type").asText("").equals("anonymous");
    if (named && !stranger) {
      self = account;
    }
    return named && !stranger;
  }

  private static boolean mayBeScoped(Reply reply) {
    return switch (reply.status()) {
      case 200, 401, 403, 404 -> true;
      default -> false;
    };
  }

  private TrackerException refusal(Reply reply) {
    if (reply.isSuccess() || reply.status() == 401 || reply.status() == 404) {
      return new TrackerException(
          FailureKind.DENIED, SIGN_IN, AtlassianFailure.refused(reply, edition(), access.url()));
    }
    return failure(reply);
  }

  /** The gateway to this site, whose number the site tells everybody. */
  private Optional<HttpEdge> gateway() {
    HttpEdge known = gateway;
    if (known != null) {
      return Optional.of(known);
    }
    URI url = URI.create(access.url());
    String origin = url.getScheme() + "://" + url.getRawAuthority();
    try (HttpEdge everybody = new HttpEdge(origin, access.http(), Map.of())) {
      Reply reply = everybody.exchange(HttpCall.get("find gateway", "/_edge/tenant_info"));
      Optional<String> cloudId =
          reply.isSuccess()
              ? Json.parse(reply.text())
                  .map(info -> info.path("cloudId").asText(""))
                  .filter(id -> id.matches("[A-Za-z0-9-]{1,64}"))
              : Optional.empty();
      Optional<HttpEdge> edge =
          cloudId.map(
              id ->
                  edge(
                      access.gateway()
                          + ("/ex/" + product.word() + "/" + id)
                          + Optional.ofNullable(url.getRawPath()).orElse("")));
      gateway = edge.orElse(null);
      return edge;
    }
  }

  private HttpEdge edge(String url) {
    return new HttpEdge(url, access.http(), Map.of("Authorization", access::authorization));
  }

  private static void checkIsOurs(Reply reply) {
    if (!reply.isSuccess()) {
      return;
    }
    if (isPage(reply)) {
      // Of a write nobody knows what it did before this page was sent instead of a reply.
      throw new TrackerException(
          reply.call().write() ? FailureKind.UNKNOWN_OUTCOME : FailureKind.DENIED,
          reply.call().operation(),
          "a web page came instead of a reply, as from a sign-in page: let the daemon's requests to"
              + " /rest pass, or give it another token");
    }
    if (isAnonymous(reply) && !reply.call().write()) {
      throw new TrackerException(
          FailureKind.DENIED,
          reply.call().operation(),
          "the answer was given to a stranger, not to us: the token is wrong, expired or revoked");
    }
  }

  private static boolean isPage(Reply reply) {
    return reply
        .header("Content-Type")
        .filter(type -> type.toLowerCase(Locale.ROOT).startsWith("text/html"))
        .isPresent();
  }

  private static boolean isAnonymous(Reply reply) {
    return reply.header("X-AUSERNAME").filter("anonymous"::equalsIgnoreCase).isPresent()
        || AtlassianFailure.loginFailed(reply);
  }
}
