package io.followthrough.daemon.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.followthrough.daemon.cli.Program;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Much that is closed at once stops the follow-up until a person has confirmed it. */
final class StandstillCommandTest {
  private static final int ITEMS = 25;

  private final Hands clock = new Hands("2026-11-10T10:00:00Z");

  @TempDir private Path folder = Path.of("");

  @Test
  void manyClosedTicketsWaitForAPersonAndAreNotAskedForEvidence() throws IOException {
    try (Installation place = new Installation(folder, clock)) {
      place.configure(
          """
          gate:
            max-items: 100
            rules: { vague: off, duplicate: off, systemic: off }
          """);
      String[] titles =
          IntStream.range(0, ITEMS)
              .mapToObj(i -> "Rotate the signing keys of gateway " + i)
              .toArray(String[]::new);
      place.write("a.md", Postmortems.of("INC-1", "2026-11-02", titles));
      place.run("confirm", "--yes");
      assertEquals(0, place.run("sync").exitCode());
      assertEquals(ITEMS, place.tickets());
      place.github().forgetJournal();
      clock.pass(Duration.ofMinutes(10));
      for (int number = 1; number <= 22; number++) {
        place.github().close(Installation.REPOSITORY, number, "bob-s", "completed");
      }

      Program.Result sync = place.run("sync");
      assertEquals(4, sync.exitCode(), sync::err);
      assertTrue(sync.out().contains("backend stands still: 22 of 25 open tickets"), sync::out);
      assertTrue(place.run("status").out().contains("backend stands still"));
      clock.pass(Duration.ofDays(1));
      assertEquals(4, place.run("sync").exitCode());
      assertEquals(List.of(), place.github().writes());

      Program.Result confirm = place.run("confirm", "--yes");
      assertEquals(0, confirm.exitCode(), confirm::err);
      assertTrue(confirm.out().contains("backend stands still"), confirm::out);
      assertEquals(0, place.run("sync").exitCode());
      clock.pass(Duration.ofDays(1));
      assertEquals(0, place.run("sync").exitCode());

      assertEquals(List.of(), place.github().writes(), "nobody is asked for evidence");
      assertFalse(place.run("status").out().contains("stands still"));
      String explained = place.run("explain", "acme/backend#1").out();
      assertTrue(explained.contains("closed together with many others"), explained);
    }
  }
}
