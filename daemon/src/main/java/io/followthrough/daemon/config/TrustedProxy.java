package io.followthrough.daemon.config;

import static java.util.Objects.requireNonNull;

/**
 * A proxy in front of the page that signs readers in.
 *
 * @param address the IP address that its requests come from
 * @param userHeader the header in which it names the reader
 */
public record TrustedProxy(String address, String userHeader) {
  public TrustedProxy {
    requireNonNull(address, "address is null");
    requireNonNull(userHeader, "userHeader is null");
  }

  static TrustedProxy of(Section section) {
    return new TrustedProxy(section.text("address"), section.text("user-header"));
  }
}
