package io.followthrough.daemon.config;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How the daemon reaches the trackers and sources.
 *
 * @param proxy for every request but those to loopback addresses
 * @param caFile certificates in PEM form to trust beside the system's own
 */
public record HttpConfig(Optional<URI> proxy, Optional<Path> caFile) {
  public HttpConfig {
    requireNonNull(proxy, "proxy is null");
    requireNonNull(caFile, "caFile is null");
  }

  static HttpConfig of(Section section) {
    return new HttpConfig(section.url("proxy"), section.path("ca-file"));
  }
}
