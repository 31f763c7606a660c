package io.followthrough.daemon.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.followthrough.connector.github.GitHubStub;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** {@code run} in a process of its own, which signals may be sent to. */
final class RunningDaemon implements AutoCloseable {
  private static final Duration LONGEST = Duration.ofMinutes(2);

  /** From this version on Java warns about SQLite's native library unless it is let in. */
  private static final int NATIVE_ACCESS_IS_ASKED_FOR = 22;

  private final Path output;
  private final Process process;

  private RunningDaemon(Path output, Process process) {
    this.output = output;
    this.process = process;
  }

  /** Starts one that reads a configuration. */
  static RunningDaemon start(Path configuration, Path output, Map<String, String> environment)
      throws IOException {
    List<String> words = new ArrayList<>(heeding());
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    if (Runtime.version().feature() >= NATIVE_ACCESS_IS_ASKED_FOR) {
      words.add("--enable-native-access=ALL-UNNAMED");
    }
    words.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "-Dlogback.configurationFile=logback.xml",
            "-cp",
            System.getProperty("java.class.path"),
            "io.followthrough.daemon.cli.Main",
            "run",
            "-c",
            configuration.toString()));
    ProcessBuilder builder =
        new ProcessBuilder(words)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
    builder.environment().put("GITHUB_TOKEN", GitHubStub.TOKEN);
    builder.environment().putAll(environment);
    return new RunningDaemon(output, builder.start());
  }

  /** A build that {@code nohup} started hands down that SIGHUP is ignored; GNU's env undoes it. */
  private static List<String> heeding() throws IOException {
    List<String> prefix = List.of("env", "--default-signal=HUP");
    Process trial =
        new ProcessBuilder("env", "--default-signal=HUP", "true")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      return trial.waitFor() == 0 ? prefix : List.of();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  /** All that it has said. */
  String said() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  void waitFor(String words) {
    until(() -> said().contains(words), () -> words + " is not said: " + said());
  }

  static void until(BooleanSupplier condition, Supplier<String> otherwise) {
    long deadline = System.nanoTime() + LONGEST.toNanos();
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < deadline, otherwise);
      Thread.onSpinWait();
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Sends a signal, such as {@code STOP}. */
  void signal(String name) throws IOException, InterruptedException {
    Process kill =
        new ProcessBuilder(List.of("kill", "-" + name, Long.toString(process.pid()))).start();
    assertEquals(0, kill.waitFor());
  }

  /** Ends it by SIGTERM, and tells how long that took and with which exit code. */
  Map.Entry<Duration, Integer> terminate() throws InterruptedException {
    long begun = System.nanoTime();
    process.destroy();
    assertTrue(process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS));
    return Map.entry(Duration.ofNanos(System.nanoTime() - begun), process.exitValue());
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
