package io.followthrough.daemon.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.followthrough.connector.github.GitHubStub;
import io.followthrough.daemon.cli.Program;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a configuration gives GitHub's issues beside words, from the YAML to the issue and back. */
final class GitHubSettingsTest {
  private static final String TITLE = "Add an alert for replication lag above 30 s";
  private static final LocalDate PROMISED = LocalDate.of(2027, 1, 15);

  private final Hands clock = new Hands("2026-11-10T10:00:00Z");

  @TempDir private Path folder = Path.of("");

  @Test
  void labelsMilestoneTypeAndDateAreSetAndAPersonsDateCounts() throws IOException {
    try (Installation place = new Installation(folder, clock)) {
      place.configure(
          "",
          "pace: 0s, severities: { SEV1: \"sev: one\" }, milestone: Reliability, issue-type: Task,"
              + " due-field: Due");
      place.github().offer(Installation.REPOSITORY, "Reliability", "Task", "Due");
      place.write(
          "checkout.md",
          Postmortems.of("INC-42", "2026-11-02", TITLE)
              .replace("services:", "severity: SEV1\nservices:"));
      Program.Result check = place.run("check");
      assertEquals(0, check.exitCode(), () -> check.out() + check.err());
      assertEquals(0, place.run("confirm", "--yes").exitCode());
      sync(place);

      GitHubStub.Seen born = place.titled(TITLE).get(0);
      assertTrue(born.labels().containsAll(List.of("postmortem", "sev: one")), born::toString);
      assertEquals(Optional.of(PROMISED), due(place, born));
      assertTrue(status(place).contains("\"due\" : \"2027-01-15\""));

      clock.pass(Duration.ofDays(1));
      place.github().setDate(Installation.REPOSITORY, born.number(), "Due", PROMISED.plusDays(14));
      place.github().forgetJournal();
      sync(place);

      assertTrue(status(place).contains("\"due\" : \"2027-01-29\""), status(place));
      assertEquals(Optional.of(PROMISED.plusDays(14)), due(place, born));
      assertEquals(List.of(), place.github().writes(), "the ticket's date is people's");
      assertEquals(List.of(), place.github().violations());
    }
  }

  private static Optional<LocalDate> due(Installation place, GitHubStub.Seen issue) {
    return place.github().date(Installation.REPOSITORY, issue.number(), "Due");
  }

  private static String status(Installation place) {
    return place.run("status", "--format", "json").out();
  }

  private static void sync(Installation place) {
    Program.Result result = place.run("sync");
    assertEquals(0, result.exitCode(), () -> result.out() + result.err());
  }
}
