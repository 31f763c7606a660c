package io.followthrough.http;

import io.followthrough.tracker.FailureKind;
import io.followthrough.tracker.TrackerException;
import java.util.Optional;
import okhttp3.HttpUrl;

/** The configured site: its base address, and what belongs to it. */
final class Site {
  private final HttpUrl base;

  private Site(HttpUrl base) {
    this.base = base;
  }

  /**
   * The site at a base address.
   *
   * @throws IllegalArgumentException where the address is none, holds a user, a query or a
   *     fragment, or is plain http to another machine
   */
  static Site at(String address) {
    HttpUrl url = HttpUrl.parse(address);
    if (url == null) {
      throw new IllegalArgumentException("url is an address such as https://host/path");
    }
    if (!url.username().isEmpty() || !url.password().isEmpty()) {
      throw new IllegalArgumentException("url holds a user or a password: they belong in auth");
    }
    if (url.query() != null || url.fragment() != null) {
      throw new IllegalArgumentException("url ends before any ? or #");
    }
    if (!url.isHttps() && !isLoopback(url.host())) {
      throw new IllegalArgumentException(
          "url is plain http, which would show the token on the way: use https (plain http is for"
              + " loopback addresses)");
    }
    return new Site(url);
  }

  /** An address of this site: a path below its base, or an absolute one of its origin. */
  HttpUrl resolve(HttpCall call) {
    String address =
        call.url().startsWith("/")
            ? base.toString().replaceAll("/+$", "") + call.url()
            : call.url();
    HttpUrl url = HttpUrl.parse(address);
    if (url == null || !owns(url)) {
      throw new TrackerException(
          FailureKind.BROKEN, call.operation(), "an address outside of " + base.host());
    }
    return url;
  }

  /** True where an address has this site's scheme, host and port. */
  boolean owns(HttpUrl url) {
    return url.scheme().equals(base.scheme())
        && url.host().equals(base.host())
        && url.port() == base.port();
  }

  /** The address that a redirect leads to, where it is one. */
  static Optional<HttpUrl> target(HttpUrl from, Optional<String> location) {
    return location.flatMap(words -> Optional.ofNullable(from.resolve(words)));
  }

  static boolean isLoopback(String host) {
    return host.equals("localhost")
        || host.endsWith(".localhost")
        || host.equals("::1")
        || host.matches("127(\\.\\d{1,3}){3}");
  }

  HttpUrl base() {
    return base;
  }
}
