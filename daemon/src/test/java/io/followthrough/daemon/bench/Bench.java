package io.followthrough.daemon.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Runs the program against a local repository and prints what it costs beside what that could cost
 * at the least: one table and one JSON file. Only ratios within one run say something.
 */
public final class Bench {
  /** How often each side is measured. */
  static final int ROUNDS = Integer.getInteger("followthrough.bench.rounds", 5);

  private static final int LARGE = Integer.getInteger("followthrough.bench.items", 100_000);

  private Bench() {}

  /**
   * Runs the figures.
   *
   * @param args a file for the JSON, then names of groups ({@code size}, {@code speed}, {@code
   *     start}); none for all
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Set<String> groups = Set.of(args).size() > 1 ? Set.of(args) : Set.of("size", "speed", "start");
    Path folder = Files.createTempDirectory("followthrough-bench");
    List<Reading> readings = new ArrayList<>();
    if (groups.contains("speed")) {
      readings.addAll(Speed.readings(Files.createDirectories(folder.resolve("speed"))));
    }
    if (groups.contains("size") || groups.contains("start")) {
      try (Sizes sizes = Sizes.of(Files.createDirectories(folder.resolve("size")), LARGE)) {
        readings.addAll(sizes.filing());
        if (groups.contains("size")) {
          readings.addAll(sizes.cycles());
        }
        if (groups.contains("start")) {
          readings.addAll(sizes.start());
        }
      }
    }
    print(readings);
    Files.writeString(Path.of(args.length == 0 ? "bench.json" : args[0]), json(readings));
  }

  /** Shows a figure as soon as it is there. */
  static Reading told(Reading reading) {
    System.err.println(reading.row());
    return reading;
  }

  private static void print(List<Reading> readings) {
    System.out.println("| what | ours | beside | ratio (least to most) | at most | kept |");
    System.out.println("| --- | --- | --- | --- | --- | --- |");
    readings.forEach(reading -> System.out.println(reading.row()));
  }

  private static String json(List<Reading> readings) throws IOException {
    ArrayNode rows = JsonNodeFactory.instance.arrayNode();
    for (Reading reading : readings) {
      ObjectNode row = rows.addObject();
      row.put("what", reading.what()).put("unit", reading.unit());
      row.put("against", reading.against());
      reading.ours().forEach(row.withArray("ours")::add);
      reading.other().forEach(row.withArray("other")::add);
      row.put("ratio", reading.ratio()).put("bound", reading.bound());
      row.put("kept", reading.isKept());
    }
    return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(rows);
  }
}
