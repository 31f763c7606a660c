package io.followthrough.http;

import static java.util.Objects.requireNonNull;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How the process speaks HTTP.
 *
 * @param call the longest that one call may take, its body included
 * @param bodyLimit the longest reply that is read, in bytes after decompression
 * @param proxy where calls go through; loopback addresses are always called directly
 * @param caFile a PEM file of certificate authorities that are trusted beside the platform's
 * @param redirectHosts hosts, beside the configured one, to which a read may be redirected; they
 *     never get a secret
 */
public record HttpSettings(
    Duration connect,
    Duration read,
    Duration call,
    long bodyLimit,
    Optional<InetSocketAddress> proxy,
    Optional<Path> caFile,
    Set<String> redirectHosts) {
  private static final long MEGABYTE = 1024L * 1024;

  public HttpSettings {
    requireNonNull(connect, "connect is null");
    requireNonNull(read, "read is null");
    requireNonNull(call, "call is null");
    requireNonNull(proxy, "proxy is null");
    requireNonNull(caFile, "caFile is null");
    redirectHosts = Set.copyOf(redirectHosts);
  }

  /** No proxy, the platform's certificate authorities, 10 s, 30 s and 60 s, 32 MB. */
  public static HttpSettings defaults() {
    return new HttpSettings(
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        Duration.ofSeconds(60),
        32 * MEGABYTE,
        Optional.empty(),
        Optional.empty(),
        Set.of());
  }

  /**
   * The defaults with the {@code http} section of the configuration file.
   *
   * @param values {@code proxy} and {@code ca-file}, where given
   * @throws IllegalArgumentException where a value cannot be meant
   */
  public static HttpSettings of(Map<String, String> values) {
    HttpSettings plain = defaults();
    return new HttpSettings(
        plain.connect,
        plain.read,
        plain.call,
        plain.bodyLimit,
        Optional.ofNullable(values.get("proxy")).map(HttpSettings::proxyAddress),
        Optional.ofNullable(values.get("ca-file")).map(Path::of),
        Set.of());
  }

  /** These settings with other time limits. */
  public HttpSettings withTimeouts(Duration connect, Duration read, Duration call) {
    return new HttpSettings(connect, read, call, bodyLimit, proxy, caFile, redirectHosts);
  }

  /** These settings with another limit of a reply's body, in bytes. */
  public HttpSettings withBodyLimit(long bytes) {
    return new HttpSettings(connect, read, call, bytes, proxy, caFile, redirectHosts);
  }

  /** These settings with hosts to which a read may be redirected. */
  public HttpSettings withRedirectHosts(Set<String> hosts) {
    return new HttpSettings(connect, read, call, bodyLimit, proxy, caFile, hosts);
  }

  /**
   * The way to a host; empty where the machine's own settings decide. A loopback address is always
   * called directly.
   */
  public Optional<Proxy> proxyTo(String host) {
    return Site.isLoopback(host)
        ? Optional.of(Proxy.NO_PROXY)
        : proxy.map(address -> new Proxy(Proxy.Type.HTTP, address));
  }

  private static InetSocketAddress proxyAddress(String text) {
    URI uri = uri(text);
    if (!"http".equals(uri.getScheme()) || uri.getHost() == null) {
      throw new IllegalArgumentException("http.proxy is an address such as http://proxy:3128");
    }
    if (uri.getRawUserInfo() != null) {
      throw new IllegalArgumentException("http.proxy holds a user, which is not supported");
    }
    return InetSocketAddress.createUnresolved(
        uri.getHost(), uri.getPort() < 0 ? 80 : uri.getPort());
  }

  private static URI uri(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("http.proxy is not an address", e);
    }
  }
}
