package io.followthrough.daemon.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.followthrough.daemon.config.ConfigFile;
import io.followthrough.daemon.config.Configuration;
import io.followthrough.daemon.config.Features;
import io.followthrough.daemon.cycle.CycleReport;
import io.followthrough.daemon.source.DirectorySource;
import io.followthrough.ledger.Ledger;
import io.followthrough.ledger.MemoryLedger;
import io.followthrough.sync.Lanes;
import io.followthrough.sync.Turns;
import io.followthrough.tracker.Batch;
import io.followthrough.tracker.Comment;
import io.followthrough.tracker.CommentDraft;
import io.followthrough.tracker.Cursor;
import io.followthrough.tracker.FailureKind;
import io.followthrough.tracker.ForwardingTracker;
import io.followthrough.tracker.MemoryTracker;
import io.followthrough.tracker.TicketRef;
import io.followthrough.tracker.Tracker;
import io.followthrough.tracker.TrackerException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A tracker that is slow or down holds up nothing but itself. */
final class IsolationTest {
  private static final String YAML =
      """
      installation: acme-sre
      contact: "#reliability"
      postmortem-ticket: off
      sources:
        - { name: docs, type: directory, path: ./postmortems, settle: 0s }
      trackers:
        - { name: quick, type: embedded }
        - { name: slow, type: embedded }
      routes:
        - { service: [payments], tracker: slow }
        - { tracker: quick }
      people:
        - { name: Alice Martin, accounts: { quick: alice-m, slow: alice-m } }
      """;

  @TempDir private Path folder = Path.of("");
  private Instant now = Instant.parse("2026-11-02T10:00:00Z");
  private final MemoryTracker quick = MemoryTracker.of("quick", () -> now);
  private final MemoryTracker board = MemoryTracker.of("slow", () -> now);
  private final Ledger ledger = new MemoryLedger();

  /** A tracker whose polls wait for a sign, or fail while it is down. */
  private final class Sluggish extends ForwardingTracker {
    private final CountDownLatch sign = new CountDownLatch(1);
    private volatile boolean waits;
    private volatile boolean down;

    Sluggish() {
      super(board);
    }

    @Override
    public Batch changesSince(Cursor cursor) {
      if (waits) {
        try {
          assertTrue(sign.await(60, TimeUnit.SECONDS), "nobody gives the sign");
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
      }
      return up(() -> super.changesSince(cursor));
    }

    @Override
    public Comment comment(TicketRef ref, CommentDraft draft) {
      return up(() -> super.comment(ref, draft));
    }

    private <T> T up(Supplier<T> call) {
      if (down) {
        throw new TrackerException(FailureKind.UNAVAILABLE, "call", "nobody answers");
      }
      return call.get();
    }
  }

  @Test
  void aSlowPollHoldsUpNoOtherTracker() throws Exception {
    Sluggish slow = new Sluggish();
    ExecutorService threads = Executors.newSingleThreadExecutor();
    try (House house = house(slow)) {
      assertEquals(List.of(), house.sync(now).problems());
      now = now.plus(Duration.ofDays(15));
      slow.waits = true;

      Future<CycleReport> cycle = threads.submit(() -> house.followUp(now));

      long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
      while (comments(quick) == 0) {
        assertTrue(System.nanoTime() < deadline, "the quick tracker waits for the slow one");
        Thread.onSpinWait();
      }
      assertEquals(0, comments(board));
      slow.sign.countDown();
      assertEquals(List.of(), cycle.get().problems());
      assertEquals(1, comments(board));
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void afterThreeDaysOfATrackerBeingDownEachTicketGetsItsPresentStepOnly() throws Exception {
    Sluggish slow = new Sluggish();
    try (House house = house(slow)) {
      assertEquals(List.of(), house.sync(now).problems());
      now = Instant.parse("2026-11-20T09:30:00Z");
      slow.down = true;
      for (int turn = 0; turn < 3 * 24; turn++) {
        house.followUp(now);
        now = now.plus(Duration.ofHours(1));
      }
      assertEquals(0, comments(board));
      assertTrue(comments(quick) > 0);

      slow.down = false;
      for (int turn = 0; turn < 8; turn++) {
        house.followUp(now);
        now = now.plus(Duration.ofHours(1));
      }

      assertEquals(1, comments(board), () -> board.snapshot().tickets().toString());
    }
  }

  @Test
  void aQuestionAndAStepThatWaitedForATrackerKeepTheirDistance() throws Exception {
    Sluggish slow = new Sluggish();
    try (House house = house(slow)) {
      assertEquals(List.of(), house.sync(now).problems());
      now = Instant.parse("2026-11-18T09:30:00Z");
      Path postmortem = folder.resolve("postmortems/a.md");
      Files.writeString(postmortem, Files.readString(postmortem).replace("- [ ]", "- [x]"));
      slow.down = true;
      for (int turn = 0; turn < 6 * 24; turn++) {
        house.mirror(now);
        house.followUp(now);
        now = now.plus(Duration.ofHours(1));
      }
      assertEquals(0, comments(board));

      slow.down = false;
      for (int turn = 0; turn < 6 * 24; turn++) {
        house.followUp(now);
        now = now.plus(Duration.ofHours(1));
      }

      List<Comment> said = board.snapshot().tickets().get(0).comments();
      assertEquals(List.of("ask", "overdue"), said.stream().map(IsolationTest::kind).toList());
      Duration between = Duration.between(said.get(0).createdAt(), said.get(1).createdAt());
      assertTrue(between.compareTo(Duration.ofDays(3)) >= 0, between::toString);
    }
  }

  private static String kind(Comment comment) {
    return comment.key().orElseThrow().split("/", -1)[2];
  }

  private House house(Tracker slow) throws IOException {
    Files.writeString(folder.resolve("followthrough.yaml"), YAML);
    Path postmortems = Files.createDirectories(folder.resolve("postmortems"));
    Files.writeString(postmortems.resolve("a.md"), postmortem("INC-1", "payments"));
    Files.writeString(postmortems.resolve("b.md"), postmortem("INC-2", "checkout"));
    Configuration configuration =
        ConfigFile.load(
            folder.resolve("followthrough.yaml"),
            Map.of(),
            Features.of(Set.of("directory"), Set.of("embedded")));
    House house =
        new House(
            configuration,
            ledger,
            Map.of("quick", quick, "slow", slow),
            List.of(new DirectorySource("docs", postmortems, List.of("**/*.md"), true)),
            () -> now,
            "test",
            List.of(),
            false,
            Lanes.BESIDE_EACH_OTHER,
            Turns.ALONE);
    Houses.confirm(configuration, ledger, List.of(), now);
    return house;
  }

  private static String postmortem(String incident, String service) {
    return """
        ---
        id: %s
        date: 2026-10-30
        services: [%s]
        owner: Alice Martin
        ---
        # The outage of %s

        ## Action items

        - [ ] Rotate the signing keys of the %s gateway. Owner: Alice Martin, due 2026-11-20
        """
        .formatted(incident, service, service, service);
  }

  private static int comments(MemoryTracker tracker) {
    return tracker.snapshot().tickets().stream().mapToInt(it -> it.comments().size()).sum();
  }
}
