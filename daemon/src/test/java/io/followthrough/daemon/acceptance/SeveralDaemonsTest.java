package io.followthrough.daemon.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.followthrough.connector.github.GitHubStub;
import io.followthrough.daemon.store.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two daemons share a database, and one or the other is killed, or stopped for longer than its
 * lease and let go on.
 */
final class SeveralDaemonsTest {
  private static final int ROUNDS =
      Integer.getInteger(
          "followthrough.rounds", Boolean.getBoolean("followthrough.proof") ? 100 : 3);
  private static final int ITEMS = 12;
  private static final Duration LEASE = Duration.ofSeconds(4);

  /**
   * When a silent daemon has certainly been struck off: lease, skew, and two beats of the other.
   */
  private static final Duration TAKEN_OVER = Duration.ofSeconds(9);

  private static final Pattern MARK = Pattern.compile("<!--.*?-->", Pattern.DOTALL);

  private final Path folder;
  private final Installation place;
  private final List<RunningDaemon> daemons = new ArrayList<>();
  private int started;

  SeveralDaemonsTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.place = Installation.now(folder);
  }

  @AfterEach
  void end() {
    daemons.forEach(RunningDaemon::close);
    place.close();
  }

  @Test
  void oneTicketAnItemAndOneCommentAStepWhicheverDaemonDiesOrStandsStill() throws Exception {
    place.configure(
        """
        store: { url: "%s", lease: %ds }
        cycle: { documents: 1s, tickets: 1s }
        gate:
          max-items: 2000
          rules: { vague: off, duplicate: off, due-past: off, systemic: off }
        limits: { max-creates-per-cycle: 2000 }
        follow-up: { working-hours: "00:00-23:59", working-days: [mon, tue, wed, thu, fri, sat, sun] }
        """
            .formatted(EmbeddedDatabase.migrated().url(), LEASE.toSeconds()),
        "pace: 0s, find-lag: 1s");
    place.write("0.md", postmortem(0));
    assertEquals(0, place.run("confirm", "--yes").exitCode());
    long seed = System.nanoTime();
    Random random = new Random(seed);
    start();
    start();
    List<Duration> takeovers = new ArrayList<>();

    for (int round = 1; round <= ROUNDS; round++) {
      awaitWork(random.nextInt(4));
      RunningDaemon victim = daemons.get(random.nextInt(daemons.size()));
      if (round % 3 == 0) {
        victim.signal("STOP");
        takeovers.add(newWork(round));
        awaitTakeOver();
        victim.signal("CONT");
      } else {
        victim.close();
        daemons.remove(victim);
        takeovers.add(newWork(round));
        start();
      }
    }

    Duration slowest = takeovers.stream().max(Comparator.naturalOrder()).orElseThrow();
    String told =
        "seed %d: %d kills, %d stops, the slowest take-over took %s"
            .formatted(seed, ROUNDS - ROUNDS / 3, ROUNDS / 3, slowest);
    assertTrue(slowest.compareTo(Duration.ofMinutes(1)) < 0, told);
    int all = ITEMS * (ROUNDS + 1);
    RunningDaemon.until(() -> comments() >= all, () -> told + ": " + said());
    for (RunningDaemon daemon : daemons) {
      daemon.waitFor("acme-sre runs:");
      assertEquals(0, daemon.terminate().getValue(), daemon::said);
    }
    assertSound(all, told);
    System.out.println(told + "; " + all + " tickets and as many comments, each once");
  }

  private void start() throws IOException {
    Path output = folder.resolve("output-" + started + ".txt");
    started++;
    daemons.add(RunningDaemon.start(folder.resolve("followthrough.yaml"), output, Map.of()));
  }

  /** Waits until somebody is at work, so that the next blow hits. */
  private void awaitWork(int requests) {
    place.github().forgetJournal();
    RunningDaemon.until(() -> place.github().journal().size() > requests, this::said);
  }

  /** New work, and how long it took whoever is left to begin with it. */
  private Duration newWork(int round) throws IOException {
    long begun = System.nanoTime();
    place.write(round + ".md", postmortem(round));
    RunningDaemon.until(
        () -> place.github().issues(Installation.REPOSITORY).stream().anyMatch(isOf(round)),
        this::said);
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  private static Predicate<GitHubStub.Seen> isOf(int round) {
    return ticket -> ticket.title().contains(" of shard " + round + " ");
  }

  private static void awaitTakeOver() {
    long deadline = System.nanoTime() + TAKEN_OVER.toNanos();
    RunningDaemon.until(() -> System.nanoTime() > deadline, () -> "time stands still");
  }

  private int comments() {
    return place.github().issues(Installation.REPOSITORY).stream()
        .mapToInt(ticket -> ticket.comments().size())
        .sum();
  }

  private void assertSound(int all, String told) {
    List<GitHubStub.Seen> tickets = place.github().issues(Installation.REPOSITORY);
    assertEquals(all, tickets.size(), told);
    assertEquals(all, Set.copyOf(tickets.stream().map(GitHubStub.Seen::title).toList()).size());
    for (GitHubStub.Seen ticket : tickets) {
      List<String> marks =
          ticket.comments().stream()
              .flatMap(comment -> MARK.matcher(comment).results())
              .map(match -> match.group())
              .toList();
      assertEquals(1, ticket.comments().size(), () -> told + ": " + ticket);
      assertEquals(1, Set.copyOf(marks).size(), () -> told + ": " + ticket);
    }
    assertEquals(List.of(), place.github().violations());
    place.github().forgetJournal();
    assertEquals(0, place.run("sync").exitCode());
    assertEquals(List.of(), place.github().writes(), told);
  }

  private String said() {
    StringBuilder all = new StringBuilder();
    daemons.forEach(daemon -> all.append(daemon.said()).append("\n---\n"));
    return all.toString();
  }

  private static String postmortem(int round) {
    StringBuilder text = new StringBuilder();
    text.append("---\nid: INC-").append(round).append("\ntitle: Late\ndate: 2026-02-02\n");
    text.append("services: [checkout]\nowner: Carol Diaz\n---\n## Action items\n\n");
    for (int i = 1; i <= ITEMS; i++) {
      text.append("- [ ] Add an alert for the depth of queue number ")
          .append(i)
          .append(" of shard ")
          .append(round)
          .append(" above 1000. Owner: Alice Martin, due 2026-03-01\n");
    }
    return text.toString();
  }
}
