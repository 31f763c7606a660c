package io.followthrough.daemon.app;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.UUID;

/** Names of processes: host, process id, and something that differs at each start. */
final class Nodes {
  private static final String HOST = host();

  private Nodes() {}

  /** A name for this process that it never had before. */
  static String name() {
    return HOST + " " + ProcessHandle.current().pid() + " " + UUID.randomUUID();
  }

  /** True for a process of this machine that is no more. */
  static boolean isKnownDead(String node) {
    String[] parts = node.split(" ", -1);
    return parts.length == 3
        && parts[0].equals(HOST)
        && parts[1].matches("[0-9]{1,18}")
        && ProcessHandle.of(Long.parseLong(parts[1])).isEmpty();
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName().replace(' ', '-');
    } catch (UnknownHostException e) {
      return "unknown-host";
    }
  }
}
