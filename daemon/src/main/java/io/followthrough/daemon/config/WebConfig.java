package io.followthrough.daemon.config;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.Optional;

/**
 * The page that the daemon serves.
 *
 * @param listen where it listens
 * @param publicUrl the address that people reach it at
 * @param token what a reader must present
 * @param trustedProxy the proxy that signs readers in
 */
public record WebConfig(
    ListenAddress listen,
    Optional<URI> publicUrl,
    Optional<Secret> token,
    Optional<TrustedProxy> trustedProxy) {
  public WebConfig {
    requireNonNull(listen, "listen is null");
    requireNonNull(publicUrl, "publicUrl is null");
    requireNonNull(token, "token is null");
    requireNonNull(trustedProxy, "trustedProxy is null");
  }

  static WebConfig of(Section section) {
    Optional<TrustedProxy> proxy =
        section.isSection("trusted-proxy")
            ? Optional.of(TrustedProxy.of(section.section("trusted-proxy")))
            : Optional.empty();
    return new WebConfig(
        ListenAddress.parse(section.text("listen")),
        section.url("public-url"),
        section.secret("token"),
        proxy);
  }
}
