package io.followthrough.daemon.bench;

import io.followthrough.daemon.store.SqliteLedger;
import io.followthrough.ledger.Ledger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What grows with the number of items, and what must not. */
final class Sizes implements AutoCloseable {
  private static final int SMALL = 1_000;
  private static final int CHANGED = 10;
  private static final int IDLE_CYCLES = 100;
  private static final int CHANGED_CYCLES = 30;
  private static final double MEMORY = 160;
  private static final int TEN = 10;
  private static final int PORT = 18_473;

  private final Ground small;
  private final Ground large;
  private final int items;

  private Sizes(Ground small, Ground large, int items) {
    this.small = small;
    this.large = large;
    this.items = items;
  }

  static Sizes of(Path folder, int items) throws IOException {
    return new Sizes(
        Ground.of(folder.resolve("small"), SMALL, Duration.ZERO),
        Ground.of(folder.resolve("large"), items, Duration.ZERO),
        items);
  }

  /** Both are filed; what that takes in memory and requests. */
  List<Reading> filing() throws IOException, InterruptedException {
    small.file(List.of());
    double held = large.file(List.of("-Xmx96m"));
    int creates = large.github().size();
    return List.of(
        new Reading(
            "most memory while " + items + " items are filed, with a heap of 96 MB",
            "MB",
            List.of(held),
            List.of(MEMORY),
            "the limit",
            1),
        new Reading(
            "tickets of " + items + " items",
            "",
            List.of((double) creates),
            List.of((double) items),
            "one each",
            1));
  }

  /** Cycles of a warm daemon over both, and looks into both stores. */
  List<Reading> cycles() throws IOException, InterruptedException {
    List<Reading> readings = new ArrayList<>();
    List<List<Double>> idle = List.of(new ArrayList<>(), new ArrayList<>());
    List<List<Double>> changed = List.of(new ArrayList<>(), new ArrayList<>());
    List<List<Double>> requests = List.of(new ArrayList<>(), new ArrayList<>());
    for (int round = 0; round < Bench.ROUNDS; round++) {
      for (int side = 0; side < 2; side++) {
        Ground ground = side == 0 ? large : small;
        ground.configure("100ms", "");
        try (Served daemon = ground.start(List.of(), "run")) {
          cycles(ground, daemon, IDLE_CYCLES, 0);
          idle.get(side).add(cycles(ground, daemon, IDLE_CYCLES, 0));
          ground.github().forget();
          changed.get(side).add(cycles(ground, daemon, CHANGED_CYCLES, CHANGED));
          requests.get(side).add((double) ground.github().requests() - CHANGED_CYCLES);
        }
      }
    }
    String other = SMALL + " items";
    readings.add(
        new Reading("CPU of an idle cycle, " + items, "ms", idle.get(0), idle.get(1), other, 1.15));
    readings.add(
        new Reading(
            "CPU of an idle cycle, " + items,
            "ms",
            idle.get(0),
            Collections.nCopies(Bench.ROUNDS, 3.0),
            "the limit",
            1));
    readings.add(
        new Reading(
            "CPU of a cycle with " + CHANGED + " changed, " + items,
            "ms",
            changed.get(0),
            changed.get(1),
            other,
            1.15));
    readings.add(
        new Reading(
            "requests beyond the first of a cycle, "
                + CHANGED_CYCLES
                + " times "
                + CHANGED
                + " changed",
            "",
            requests.get(0),
            requests.get(1),
            other,
            1.2));
    readings.add(dueScan());
    return readings;
  }

  /** Returns the processor time of one cycle in milliseconds. */
  private static double cycles(Ground ground, Served daemon, int cycles, int touched)
      throws IOException, InterruptedException {
    BareGitHub github = ground.github();
    double before = daemon.cpuMillis();
    for (int i = 0; i < cycles; i++) {
      if (touched > 0) {
        github.touch(touched);
      }
      int asked = github.requests();
      daemon.await(() -> github.requests() > asked);
    }
    return (daemon.cpuMillis() - before) / cycles;
  }

  private Reading dueScan() {
    List<Double> ours = new ArrayList<>();
    List<Double> others = new ArrayList<>();
    try (Ledger many = open(large);
        Ledger few = open(small)) {
      for (int round = 0; round < Bench.ROUNDS * 2; round++) {
        double in = scan(many);
        double beside = scan(few);
        if (round >= Bench.ROUNDS) {
          ours.add(in);
          others.add(beside);
        }
      }
    }
    return new Reading(
        "finding " + TEN + " due follow-ups in " + items,
        "ms",
        ours,
        others,
        SMALL + " items",
        1.5);
  }

  private static Ledger open(Ground ground) {
    return SqliteLedger.openReadOnly(ground.folder().resolve("followthrough.db"));
  }

  private static double scan(Ledger ledger) {
    Instant later = Instant.now().plus(Duration.ofDays(365));
    String policy =
        ledger.read(books -> books.followUps().due(later, "", 1)).stream()
            .findFirst()
            .orElseThrow()
            .policy();
    int times = 200;
    long begun = System.nanoTime();
    for (int i = 0; i < times; i++) {
      ledger.read(books -> books.followUps().due(later, policy, TEN));
    }
    return (System.nanoTime() - begun) / 1e6 / times;
  }

  /** From the start of the process to the first answer of its page, all items on disk. */
  List<Reading> start() throws IOException, InterruptedException {
    List<Double> ours = new ArrayList<>();
    List<Double> bare = new ArrayList<>();
    List<Double> memory = new ArrayList<>();
    List<Double> bareMemory = new ArrayList<>();
    large.configure("5m", "web: { listen: \"127.0.0.1:" + PORT + "\" }\n");
    Path prototype = Files.createDirectories(large.folder().resolve("prototype"));
    for (int round = 0; round < Bench.ROUNDS; round++) {
      try (Served daemon = large.start(List.of(), "run")) {
        ours.add(ready(daemon));
        memory.add(daemon.memory("VmRSS"));
      }
      String store = prototype.resolve("store.db").toString();
      try (Served other =
          Served.start(
              prototype, List.of(), Prototype.class.getName(), store, Integer.toString(PORT))) {
        bare.add(ready(other));
        bareMemory.add(other.memory("VmRSS"));
      }
    }
    String against = "a bare program of the same libraries";
    return List.of(
        new Reading("start until ready, " + items, "ms", ours, bare, against, 1.25),
        new Reading("memory when ready, " + items, "MB", memory, bareMemory, against, 1.35));
  }

  private static double ready(Served served) throws IOException, InterruptedException {
    served.await(() -> Prototype.answers(PORT));
    return served.age();
  }

  @Override
  public void close() {
    small.close();
    large.close();
  }
}
