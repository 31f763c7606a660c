package io.followthrough.extract;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.followthrough.document.Block;
import io.followthrough.document.DocumentFormat;
import io.followthrough.document.ParsedDocument;
import java.lang.management.ManagementFactory;
import java.util.Optional;

/**
 * What must hold of any bytes whatever, read as a document of one format. Jazzer calls the two
 * static methods by their names.
 */
public final class FormatFuzzer {
  /** More than any input of the fuzzer's length takes, and less than a hang. */
  private static final long LONGEST_NANOS = 5_000_000_000L;

  private static final ExtractRules RULES = ExtractRules.defaults();

  private static DocumentFormat format = DocumentFormat.MARKDOWN;

  private FormatFuzzer() {}

  /** Called once with the name of the format. */
  public static void fuzzerInitialize(String[] arguments) {
    format = DocumentFormat.valueOf(arguments[0]);
    check(format, "");
  }

  /** Called with each input. */
  public static void fuzzerTestOneInput(byte[] input) {
    check(format, new String(input, UTF_8));
  }

  /** Reads a text to its last fact; throws where a promise is broken. */
  static void check(DocumentFormat format, String text) {
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    ParsedDocument document = format.parse(text);
    int lines = 1 + (int) text.chars().filter(c -> c == '\n' || c == '\r').count();
    for (Block block : document.blocks()) {
      if (block.line() < 1 || block.place().endLine() > lines) {
        throw new IllegalStateException("no such line: " + block.place() + " of " + lines);
      }
      if (document.textOf(block).isBlank() && !block.text().isBlank()) {
        throw new IllegalStateException("stands on blank lines: " + block);
      }
    }
    Extracted extracted = Extraction.of(document, RULES, new ExtractContext("a", Optional.empty()));
    for (Candidate item : extracted.candidates()) {
      if (item.title().isBlank()) {
        throw new IllegalStateException("an item without a word, line " + item.line());
      }
    }
    long taken = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
    if (taken > LONGEST_NANOS) {
      throw new IllegalStateException("takes " + taken / 1_000_000 + " ms");
    }
  }
}
