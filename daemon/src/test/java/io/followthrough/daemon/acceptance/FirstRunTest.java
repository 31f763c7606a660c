package io.followthrough.daemon.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.followthrough.daemon.cli.Program;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody sees who tries the program for the first time. */
final class FirstRunTest {
  private static final String POSTMORTEM =
      """
      ---
      id: INC-42
      title: Checkout outage
      date: 2026-11-02
      services: [checkout]
      owner: Carol Diaz
      ---
      # Checkout outage

      ## Action items

      - [ ] Add an alert for replication lag above 30 s. Owner: Alice Martin, due 2027-01-15
      - [ ] Improve monitoring
      """;

  @TempDir private Path folder = Path.of("");

  @Test
  void nothingIsWrittenBeforeAPersonSaysSoAndThenEverythingOnce() throws IOException {
    try (Installation place = Installation.now(folder)) {
      place.write("checkout.md", POSTMORTEM);

      Program.Result plan = place.run("plan");
      assertEquals(0, plan.exitCode(), plan::err);
      assertTrue(plan.out().contains("Add an alert for replication lag"), plan::out);
      assertTrue(plan.out().contains("Improve monitoring"), plan::out);

      Program.Result before = place.run("sync");
      assertEquals(4, before.exitCode(), before::err);
      assertEquals(0, place.github().writes().size());

      Program.Result confirm = place.run("confirm", "--yes");
      assertEquals(0, confirm.exitCode(), confirm::err);
      assertEquals(0, place.github().writes().size());

      Program.Result after = place.run("sync");
      assertEquals(0, after.exitCode(), after::err);
      assertEquals(1, place.github().issues(Installation.REPOSITORY).size());

      place.github().forgetJournal();
      Program.Result again = place.run("sync");
      assertEquals(0, again.exitCode(), again::err);
      assertEquals(0, place.github().writes().size());

      Program.Result status = place.run("status", "--format", "json");
      assertTrue(status.out().contains("\"key\" : \"acme/backend#1\""), status::out);
      Program.Result explain = place.run("explain", "acme/backend#1");
      assertTrue(explain.out().contains("created acme/backend#1"), explain::out);
    }
  }
}
