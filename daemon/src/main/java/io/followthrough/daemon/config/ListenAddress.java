package io.followthrough.daemon.config;

import static java.util.Objects.requireNonNull;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the page is served.
 *
 * @param host a name or an address without brackets
 * @param port 0 for any free one
 */
public record ListenAddress(String host, int port) {
  private static final Pattern WRITTEN =
      Pattern.compile("(?:\\[([0-9a-fA-F:.]+)\\]|([\\w.-]+)):(\\d{1,5})");

  public ListenAddress {
    requireNonNull(host, "host is null");
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("no port has this number");
    }
  }

  static ListenAddress parse(String text) {
    Matcher matcher = WRITTEN.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("no address and port");
    }
    String host = matcher.start(1) < 0 ? matcher.group(2) : matcher.group(1);
    return new ListenAddress(host, Integer.parseInt(matcher.group(3)));
  }

  /** Whether only this machine can reach it. */
  public boolean isLoopback() {
    return Urls.isLoopback(host);
  }
}
