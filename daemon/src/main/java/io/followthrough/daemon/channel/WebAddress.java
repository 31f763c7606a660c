package io.followthrough.daemon.channel;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;

/** An address that a person may be led to. */
final class WebAddress {
  private static final Set<String> SCHEMES = Set.of("http", "https");

  private WebAddress() {}

  /** The address; empty where it is not http or https, or shows another host before its own. */
  static Optional<String> of(String target) {
    try {
      URI uri = new URI(target.strip());
      boolean plain =
          uri.getScheme() != null
              && SCHEMES.contains(uri.getScheme())
              && uri.getHost() != null
              && uri.getRawUserInfo() == null;
      return plain ? Optional.of(uri.toASCIIString()) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
