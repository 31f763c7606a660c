package io.followthrough.extract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.code_intelligence.jazzer.Jazzer;
import io.followthrough.document.DocumentFormat;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Looks for bytes that break a format. What was found once stays as a seed below {@code fuzzing}
 * and is read in every build; new ones are looked for in a proof, {@code
 * -Dfollowthrough.fuzz.seconds} for each format, one after the other, in a process of its own.
 */
final class FuzzingTest {
  private static final int SECONDS =
      Integer.getInteger(
          "followthrough.fuzz.seconds", Boolean.getBoolean("followthrough.proof") ? 600 : 0);
  private static final int LONGEST_INPUT = 8_192;

  @TestFactory
  Stream<DynamicTest> whatWasFoundOnceIsReadToItsEnd() throws IOException, URISyntaxException {
    Path folder = Path.of(FuzzingTest.class.getResource("fuzzing").toURI());
    List<DynamicTest> tests = new ArrayList<>();
    for (DocumentFormat format : DocumentFormat.values()) {
      Path own = folder.resolve(format.name().toLowerCase(Locale.ROOT));
      try (Stream<Path> seeds = Files.list(own)) {
        seeds.sorted().forEach(seed -> tests.add(replay(format, seed)));
      }
    }
    return tests.stream();
  }

  private static DynamicTest replay(DocumentFormat format, Path seed) {
    return dynamicTest(
        format + " " + seed.getFileName(),
        () -> FormatFuzzer.check(format, new String(Files.readAllBytes(seed), UTF_8)));
  }

  @TestFactory
  Stream<DynamicTest> nothingNewIsFound() {
    if (SECONDS == 0) {
      System.out.println("The fuzzer is not run: it is part of -Pproof.");
      return Stream.of();
    }
    return Stream.of(DocumentFormat.values())
        .map(format -> dynamicTest(format.name(), () -> fuzz(format)));
  }

  private static void fuzz(DocumentFormat format) throws Exception {
    Path folder = Path.of("target", "fuzzing", format.name().toLowerCase(Locale.ROOT));
    Path corpus = Files.createDirectories(folder.resolve("corpus"));
    int number = 0;
    List<String> words = new ArrayList<>();
    for (HostileInputs.Input input : HostileInputs.all()) {
      if (input.format() == format) {
        Files.writeString(corpus.resolve("seed-" + number++), input.of(200), UTF_8);
        words.add(word(input.piece()));
      }
    }
    String sample = OnePostmortemManyFormatsTest.sample(format);
    Files.writeString(corpus.resolve("sample"), sample, UTF_8);
    Path dictionary = folder.resolve("words");
    Files.write(dictionary, words.stream().distinct().toList(), UTF_8);
    Path log = folder.resolve("log");
    Process fuzzer =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-Xss1m",
                "-cp",
                System.getProperty("java.class.path"),
                Jazzer.class.getName(),
                "--target_class=" + FormatFuzzer.class.getName(),
                "--target_args=" + format.name(),
                "--instrumentation_includes=io.followthrough.document.**",
                "--custom_hook_includes=io.followthrough.document.**",
                "-max_total_time=" + SECONDS,
                "-max_len=" + LONGEST_INPUT,
                "-timeout=60",
                "-rss_limit_mb=0",
                "-dict=" + dictionary.toAbsolutePath(),
                "-artifact_prefix=" + folder.toAbsolutePath() + "/",
                corpus.toAbsolutePath().toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    assertTrue(fuzzer.waitFor(SECONDS + 300L, TimeUnit.SECONDS), "the fuzzer does not end");
    List<String> said = Files.readAllLines(log, UTF_8);
    System.out.println(format + ": " + said.get(said.size() - 1));
    assertEquals(0, fuzzer.exitValue(), () -> "see " + log.toAbsolutePath());
  }

  /** A line of libFuzzer's dictionary. */
  private static String word(String text) {
    StringBuilder word = new StringBuilder("\"");
    for (byte each : text.getBytes(UTF_8)) {
      word.append(String.format(Locale.ROOT, "\\x%02x", each & 0xff));
    }
    return word.append('"').toString();
  }
}
