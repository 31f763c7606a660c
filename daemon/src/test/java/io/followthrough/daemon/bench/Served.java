package io.followthrough.daemon.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The program, or another main class of the class path, in a process of its own (Linux). */
final class Served implements AutoCloseable {
  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final int TICKS_A_SECOND = 100;
  private static final int USER_TIME = 11;

  private final Process process;
  private final Path output;
  private final long startedAt = System.nanoTime();

  private Served(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /** Starts a main class with the flags of {@code bin/followthrough} and more. */
  static Served start(Path folder, List<String> flags, String main, String... arguments)
      throws IOException {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    words.addAll(flags);
    words.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
    words.addAll(List.of(arguments));
    Path output = folder.resolve("output.txt");
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.environment().put("GITHUB_TOKEN", "bench");
    return new Served(builder.redirectOutput(output.toFile()).start(), output);
  }

  /** What it used of the processor until now, in milliseconds, to the hundredth of a second. */
  double cpuMillis() throws IOException {
    String stat = Files.readString(proc("stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    long ticks = Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[USER_TIME + 1]);
    return ticks * 1000.0 / TICKS_A_SECOND;
  }

  /** A figure of its memory in megabytes, such as {@code VmHWM}, the most it ever held. */
  double memory(String name) throws IOException {
    return Files.readAllLines(proc("status")).stream()
            .filter(line -> line.startsWith(name + ":"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
            .sum()
        / 1024.0;
  }

  private Path proc(String file) {
    return Path.of("/proc", Long.toString(process.pid()), file);
  }

  /** Milliseconds since it was started. */
  double age() {
    return (System.nanoTime() - startedAt) / 1e6;
  }

  /** Waits for something that it does. */
  void await(BooleanSupplier condition) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + LONGEST.toNanos();
    while (!condition.getAsBoolean()) {
      boolean ended = process.waitFor(1, TimeUnit.MILLISECONDS);
      if (ended || System.nanoTime() > deadline) {
        throw new IllegalStateException("it ended or hangs: " + Files.readString(output));
      }
    }
  }

  /** Waits for its end, and reads its memory until then; returns the most it held. */
  double awaitEnd(int exitCode) throws IOException, InterruptedException {
    double most = 0;
    while (!process.waitFor(50, TimeUnit.MILLISECONDS)) {
      most = Math.max(most, memory("VmHWM"));
      if (age() > LONGEST.toMillis()) {
        throw new IllegalStateException("it hangs: " + Files.readString(output));
      }
    }
    if (process.exitValue() != exitCode) {
      throw new IllegalStateException(
          "ended with " + process.exitValue() + ": " + Files.readString(output));
    }
    return most;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
