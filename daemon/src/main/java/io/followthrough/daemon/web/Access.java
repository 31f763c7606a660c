package io.followthrough.daemon.web;

import static java.util.Objects.requireNonNull;

import java.net.InetAddress;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Who may read the page.
 *
 * @param publicUrl the address that people reach it at, beside those of this machine
 * @param token what a reader presents, read anew for each request; absent where none is asked for
 * @param proxy the proxy that signs readers in
 */
public record Access(
    Optional<URI> publicUrl, Optional<Supplier<String>> token, Optional<Proxy> proxy) {
  /** Whoever is on this machine. */
  public static final Access LOCAL =
      new Access(Optional.empty(), Optional.empty(), Optional.empty());

  /**
   * A proxy that signs readers in.
   *
   * @param address where its requests come from
   * @param userHeader the header in which it names the reader
   */
  public record Proxy(InetAddress address, String userHeader) {
    public Proxy {
      requireNonNull(address, "address is null");
      requireNonNull(userHeader, "userHeader is null");
    }
  }

  public Access {
    requireNonNull(publicUrl, "publicUrl is null");
    requireNonNull(token, "token is null");
    requireNonNull(proxy, "proxy is null");
  }

  /** True where nobody is asked who they are. */
  boolean isOpen() {
    return token.isEmpty() && proxy.isEmpty();
  }
}
