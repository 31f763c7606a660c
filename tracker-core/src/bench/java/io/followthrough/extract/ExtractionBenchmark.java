package io.followthrough.extract;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.followthrough.document.DocumentFormat;
import io.followthrough.document.GoldCorpus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * What extraction costs beside the bare parse of the same bytes by commonmark with the same
 * extensions. The two alternate within one run; only their ratio says something, as machines differ
 * and so does one machine from minute to minute.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ExtractionBenchmark {
  private static final int PAIRS = 5;
  private static final int SECONDS = 2;
  private static final Parser COMMONMARK =
      Parser.builder()
          .extensions(List.of(StrikethroughExtension.create(), TablesExtension.create()))
          .includeSourceSpans(IncludeSourceSpans.BLOCKS)
          .build();

  /** The project's own samples; with a corpus beside the checkout, the corpus. */
  @Param({"samples"})
  public String documents = "samples";

  private List<String> texts = List.of();

  /** Reads the documents. */
  @Setup
  public void read() throws IOException {
    Path samples = Path.of("src/test/resources/io/followthrough/extract/samples");
    Path folder =
        documents.equals("corpus") ? GoldCorpus.find().orElseThrow().documents() : samples;
    List<String> read = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".md")).sorted().toList()) {
        read.add(Files.readString(file, UTF_8));
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    texts = List.copyOf(read);
  }

  /** The parse alone. */
  @Benchmark
  public void commonmark(Blackhole sink) {
    for (String text : texts) {
      Node root = COMMONMARK.parse(text);
      sink.consume(root);
    }
  }

  /** From the text to items and facts. */
  @Benchmark
  public void extraction(Blackhole sink) {
    ExtractContext context = new ExtractContext("postmortem.md", Optional.empty());
    for (String text : texts) {
      sink.consume(
          Extraction.of(DocumentFormat.MARKDOWN.parse(text), ExtractRules.defaults(), context));
    }
  }

  /** Runs both in turn and prints their ratio. */
  public static void main(String[] args) throws RunnerException {
    String documents = GoldCorpus.find().isPresent() ? "corpus" : "samples";
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < PAIRS; i++) {
      ratios.add(time("extraction", documents) / time("commonmark", documents));
    }
    ratios.sort(null);
    System.out.printf(
        Locale.ROOT,
        "%s: extraction takes %.2f times the bare parse (median of %d, %.2f to %.2f)%n",
        documents,
        ratios.get(PAIRS / 2),
        PAIRS,
        ratios.get(0),
        ratios.get(PAIRS - 1));
  }

  private static double time(String method, String documents) throws RunnerException {
    return new Runner(
            new OptionsBuilder()
                .include("ExtractionBenchmark\\." + method + "$")
                .param("documents", documents)
                .jvmArgs("-Xmx1g", "-XX:+UseSerialGC")
                .forks(1)
                .warmupIterations(PAIRS)
                .warmupTime(TimeValue.seconds(SECONDS))
                .measurementIterations(PAIRS)
                .measurementTime(TimeValue.seconds(SECONDS))
                .build())
        .runSingle()
        .getPrimaryResult()
        .getScore();
  }
}
