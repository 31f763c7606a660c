package io.followthrough.daemon.app;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the service manager is told, by {@code systemd-notify}: Java has no datagram sockets of the
 * Unix domain. Without {@code NOTIFY_SOCKET} nobody is told anything.
 */
public final class Systemd {
  private static final Logger log = LoggerFactory.getLogger(Systemd.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration WITHOUT_WATCHDOG = Duration.ofMinutes(1);

  private final boolean listens;
  private final Duration watchEvery;

  private Systemd(boolean listens, Duration watchEvery) {
    this.listens = listens;
    this.watchEvery = watchEvery;
  }

  /** The service manager that started a process with these variables. */
  public static Systemd of(Map<String, String> environment) {
    String micros = environment.getOrDefault("WATCHDOG_USEC", "");
    Duration every =
        micros.matches("[1-9][0-9]{0,15}")
            ? Duration.ofNanos(Math.multiplyExact(Long.parseLong(micros), 1000L)).dividedBy(3)
            : WITHOUT_WATCHDOG;
    return new Systemd(!environment.getOrDefault("NOTIFY_SOCKET", "").isEmpty(), every);
  }

  /** How often it wants to hear from us. */
  Duration watchEvery() {
    return watchEvery;
  }

  void ready() {
    tell("READY=1", "STATUS=runs");
  }

  void alive() {
    tell("WATCHDOG=1");
  }

  void reloading() {
    tell("STATUS=begins anew", "WATCHDOG=1");
  }

  void stopping() {
    tell("STOPPING=1", "STATUS=ends");
  }

  private void tell(String... words) {
    if (!listens) {
      return;
    }
    List<String> command = new ArrayList<>(List.of("systemd-notify"));
    command.addAll(List.of(words));
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      } else if (process.exitValue() != 0) {
        log.warn("systemd-notify ended with {}; see NotifyAccess=all", process.exitValue());
      }
    } catch (IOException e) {
      log.warn("the service manager is not told anything: {}", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
