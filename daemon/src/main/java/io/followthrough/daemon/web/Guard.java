package io.followthrough.daemon.web;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Lets readers in, or not.
 *
 * <p>A page on this machine's own address would be readable for every web site whose name is made
 * to point there; so there only names of this machine, and the public one, are answered to. On
 * another address a token or a proxy is asked for, which such a site does not have.
 */
final class Guard {
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final String BEARER = "bearer ";
  private static final String BASIC = "basic ";

  private final Access access;
  private final boolean local;
  private final Set<String> hosts;

  /**
   * A guard of an address.
   *
   * @throws IllegalArgumentException where others than this machine could read without being asked
   */
  Guard(InetSocketAddress listen, Access access) {
    this.access = access;
    this.local = listen.getAddress().isLoopbackAddress();
    if (!local && access.isOpen()) {
      throw new IllegalArgumentException(
          "web.listen: others than this machine can reach "
              + listen.getHostString()
              + ", so a token or a trusted-proxy is needed");
    }
    Set<String> known = new HashSet<>(THIS_MACHINE);
    known.add(listen.getHostString().toLowerCase(Locale.ROOT));
    access
        .publicUrl()
        .flatMap(url -> Optional.ofNullable(url.getHost()))
        .ifPresent(host -> known.add(host.toLowerCase(Locale.ROOT)));
    this.hosts = Set.copyOf(known);
  }

  /** Why a request is not even looked at. */
  Optional<Answer> refusal(HttpExchange exchange) {
    String method = exchange.getRequestMethod();
    if (!method.equals("GET") && !method.equals("HEAD")) {
      return Optional.of(Answer.text(405, "This is for reading only.").with("Allow", "GET, HEAD"));
    }
    if (local && !isKnownHost(exchange.getRequestHeaders())) {
      return Optional.of(
          Answer.text(
              421,
              "This address does not go by that name: set web.public-url to the one that people use."));
    }
    return Optional.empty();
  }

  private boolean isKnownHost(Headers headers) {
    List<String> named = headers.getOrDefault("Host", List.of());
    if (named.size() != 1) {
      return false;
    }
    try {
      String host = new URI("http://" + named.get(0)).getHost();
      return host != null && hosts.contains(host.toLowerCase(Locale.ROOT));
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /** Whether a reader may see what is not for everybody. */
  boolean lets(HttpExchange exchange) {
    return access.isOpen() || isSignedIn(exchange) || hasToken(exchange.getRequestHeaders());
  }

  private boolean isSignedIn(HttpExchange exchange) {
    return access
        .proxy()
        .filter(proxy -> proxy.address().equals(exchange.getRemoteAddress().getAddress()))
        .flatMap(
            proxy -> Optional.ofNullable(exchange.getRequestHeaders().getFirst(proxy.userHeader())))
        .filter(user -> !user.isBlank())
        .isPresent();
  }

  private boolean hasToken(Headers headers) {
    Optional<String> presented =
        Optional.ofNullable(headers.getFirst("Authorization")).flatMap(Guard::presented);
    if (access.token().isEmpty() || presented.isEmpty()) {
      return false;
    }
    Supplier<String> token = access.token().get();
    return MessageDigest.isEqual(bytes(token.get()), bytes(presented.get()));
  }

  /** The token itself, or the password of any user. */
  private static Optional<String> presented(String header) {
    String lower = header.toLowerCase(Locale.ROOT);
    if (lower.startsWith(BEARER)) {
      return Optional.of(header.substring(BEARER.length()).strip());
    }
    if (!lower.startsWith(BASIC)) {
      return Optional.empty();
    }
    try {
      byte[] decoded = Base64.getDecoder().decode(header.substring(BASIC.length()).strip());
      String pair = new String(decoded, StandardCharsets.UTF_8);
      int colon = pair.indexOf(':');
      return colon < 0 ? Optional.empty() : Optional.of(pair.substring(colon + 1));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Asks a reader who they are. */
  static Answer question() {
    return Answer.text(401, "A token is needed.")
        .with("WWW-Authenticate", "Basic realm=\"Followthrough\", charset=\"UTF-8\"");
  }
}
