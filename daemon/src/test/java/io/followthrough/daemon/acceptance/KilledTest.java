package io.followthrough.daemon.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.followthrough.connector.github.GitHubStub;
import io.followthrough.daemon.store.SqliteLedger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real program in a process of its own, which dies at any moment. */
final class KilledTest {
  /** From this version on Java warns about SQLite's native library unless it is let in. */
  private static final int NATIVE_ACCESS_IS_ASKED_FOR = 22;

  private static final int KILLS = Boolean.getBoolean("followthrough.proof") ? 200 : 20;

  /** Enough for every process to die at work. */
  private static final int ITEMS = 6 * KILLS;

  private static final Duration LONGEST = Duration.ofMinutes(2);
  private static final Pattern COMMENT_MARK = Pattern.compile("<!--.*?-->", Pattern.DOTALL);

  private final Path folder;
  private final Path output;
  private final Installation place;

  KilledTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.output = folder.resolve("output.txt");
    this.place = Installation.now(folder);
  }

  @AfterEach
  void end() {
    place.close();
  }

  @Test
  void oneTicketAnItemAndOneCommentAStepWhateverDiesInBetween() throws Exception {
    // The stub shows at once what it was sent, and carries out in milliseconds what a dead client
    // has sent: a second is all that its lists can lag.
    place.configure(
        """
        gate:
          max-items: 2000
          rules: { vague: off, duplicate: off, due-past: off, systemic: off }
        limits: { max-creates-per-cycle: 2000 }
        follow-up: { working-hours: "00:00-23:59", working-days: [mon, tue, wed, thu, fri, sat, sun] }
        """,
        "pace: 0s, find-lag: 1s");
    place.write("late.md", postmortem(ITEMS));
    assertEquals(0, place.run("confirm", "--yes").exitCode());
    long seed = System.nanoTime();
    Random random = new Random(seed);

    int kills = 0;
    for (int round = 0; round < KILLS; round++) {
      kills += killed(random) ? 1 : 0;
    }
    endWell();

    String told = "seed " + seed + ", " + kills + " kills";
    assertTrue(kills * 2 >= KILLS, told);
    List<GitHubStub.Seen> tickets = place.github().issues(Installation.REPOSITORY);
    assertEquals(ITEMS, tickets.size(), told);
    assertEquals(ITEMS, Set.copyOf(tickets.stream().map(GitHubStub.Seen::title).toList()).size());
    int comments = 0;
    for (GitHubStub.Seen ticket : tickets) {
      List<String> marks = marks(ticket);
      assertEquals(marks.size(), Set.copyOf(marks).size(), () -> told + ": " + ticket);
      assertEquals(ticket.comments().size(), marks.size(), () -> told + ": " + ticket);
      comments += marks.size();
    }
    assertEquals(ITEMS, comments, told);
    assertSound(told);
  }

  /** The store is whole, and one more run has nothing to write. */
  private void assertSound(String told) {
    try (SqliteLedger store = SqliteLedger.open(folder.resolve("followthrough.db"))) {
      assertEquals(List.of(), store.damage(), told);
    }
    assertEquals(List.of(), place.github().violations());
    place.github().forgetJournal();
    assertEquals(0, place.run("sync").exitCode());
    assertEquals(List.of(), place.github().writes(), told);
  }

  @Test
  void aFileSystemThatTakesNoMoreIsSaidAndWhatItHeldGoesOn() throws Exception {
    place.configure("limits: { max-creates-per-cycle: 2000 }\n");
    place.write("first.md", postmortem(3));
    assertEquals(0, place.run("confirm", "--yes").exitCode());
    for (int i = 0; i < 40; i++) {
      place.write("more-" + i + ".md", postmortem(48).replace("INC-7", "INC-1" + i));
    }

    // No file may grow beyond 2 MB: a quota that bites root as well.
    Process full = program("sh", "-c", "ulimit -f 4096; exec \"$@\"", "sh");
    assertTrue(full.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS));
    assertEquals(3, full.exitValue(), this::said);
    assertTrue(said().contains("nothing that was confirmed as written is lost"), this::said);
    assertEquals(1, said().lines().count(), this::said);

    endWell();

    List<String> marks =
        place.github().issues(Installation.REPOSITORY).stream()
            .map(ticket -> ticket.body().lines().findFirst().orElse(""))
            .toList();
    assertEquals(48, marks.size(), "the same promise in another postmortem is held back");
    assertEquals(marks.size(), Set.copyOf(marks).size());
    assertSound("");
  }

  /** True where the process was still at work when it was killed. */
  private boolean killed(Random random) throws Exception {
    place.github().forgetJournal();
    int requests = random.nextInt(12);
    Process program = program();
    long deadline = System.nanoTime() + LONGEST.toNanos();
    while (program.isAlive() && place.github().journal().size() < requests) {
      assertTrue(System.nanoTime() < deadline, "the program hangs");
      Thread.onSpinWait();
    }
    boolean ended = program.waitFor(random.nextInt(5_000), TimeUnit.MICROSECONDS);
    program.destroyForcibly();
    assertTrue(program.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS));
    return !ended;
  }

  private void endWell() throws Exception {
    long deadline = System.nanoTime() + LONGEST.toNanos();
    int exit = 1;
    while (exit == 1) {
      assertTrue(System.nanoTime() < deadline, () -> "never ends well: " + said());
      Process program = program();
      assertTrue(program.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS));
      exit = program.exitValue();
    }
    assertEquals(0, exit, this::said);
  }

  private Process program(String... prefix) throws IOException {
    List<String> words = new ArrayList<>(List.of(prefix));
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto"));
    if (Runtime.version().feature() >= NATIVE_ACCESS_IS_ASKED_FOR) {
      words.add("--enable-native-access=ALL-UNNAMED");
    }
    words.add("-cp");
    words.add(System.getProperty("java.class.path"));
    words.addAll(List.of("io.followthrough.daemon.cli.Main", "sync", "-c"));
    words.add(folder.resolve("followthrough.yaml").toString());
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.environment().put("GITHUB_TOKEN", GitHubStub.TOKEN);
    return builder.redirectOutput(output.toFile()).start();
  }

  private String said() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** The hidden mark of each comment: what it was for. */
  private static List<String> marks(GitHubStub.Seen ticket) {
    List<String> marks = new ArrayList<>();
    for (String comment : ticket.comments()) {
      Matcher mark = COMMENT_MARK.matcher(comment);
      if (mark.find()) {
        marks.add(mark.group());
      }
    }
    return marks;
  }

  private static String postmortem(int items) {
    StringBuilder text = new StringBuilder();
    text.append("---\nid: INC-7\ntitle: Late\ndate: 2026-02-02\n");
    text.append("services: [checkout]\nowner: Carol Diaz\n---\n## Action items\n\n");
    for (int i = 1; i <= items; i++) {
      text.append("- [ ] Add an alert for the depth of queue number ")
          .append(i)
          .append(" above 1000. Owner: Alice Martin, due 2026-03-01\n");
    }
    return text.toString();
  }
}
