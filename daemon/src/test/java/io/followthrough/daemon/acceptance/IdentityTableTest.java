package io.followthrough.daemon.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.followthrough.connector.github.GitHubStub;
import io.followthrough.daemon.cli.Program;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two items of one postmortem and what may become of their document, each through whole cycles. */
final class IdentityTableTest {
  private static final String KEYS = "Rotate the signing keys of the gateway";
  private static final String DRILL = "Drill the restore of the orders database";
  private static final String BROKER = "Rotate the certificates of the message broker";
  private static final Map<String, String> BEFORE = Map.of("a.md", document("INC-1", KEYS, DRILL));

  private final Hands clock = new Hands("2026-11-10T10:00:00Z");

  @TempDir private Path folder = Path.of("");

  /**
   * One row.
   *
   * @param steps the folder after each edit
   * @param titles of all tickets at the end, in alphabetical order
   */
  record Row(String name, List<Map<String, String>> steps, List<String> titles) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Row> rows() {
    String both = document("INC-1", KEYS, DRILL);
    return Stream.of(
        row("reordered", List.of(DRILL, KEYS), Map.of("a.md", document("INC-1", DRILL, KEYS))),
        row(
            "reworded",
            List.of(DRILL, KEYS + " each month"),
            Map.of("a.md", document("INC-1", KEYS + " each month", DRILL))),
        row(
            "moved to another section",
            List.of(DRILL, KEYS),
            Map.of(
                "a.md",
                document("INC-1", DRILL)
                    + "\n## Follow-up actions\n\n- [ ] "
                    + KEYS
                    + ". Owner: Alice Martin, due 2027-01-15\n")),
        row(
            "split in two",
            List.of(DRILL, KEYS, BROKER),
            Map.of("a.md", document("INC-1", KEYS, BROKER, DRILL))),
        row(
            "merged into one",
            List.of(DRILL, KEYS + ", then drill the restore"),
            Map.of("a.md", document("INC-1", KEYS + ", then drill the restore"))),
        row(
            "removed and restored",
            List.of(DRILL, KEYS),
            Map.of("a.md", document("INC-1", DRILL)),
            Map.of("a.md", both)),
        row("renamed", List.of(DRILL, KEYS), Map.of("2026/b.md", both)),
        row(
            "renamed and reworded at once",
            List.of(DRILL, KEYS + " each month"),
            Map.of("b.md", document("INC-1", KEYS + " each month", DRILL))),
        row(
            "renamed, then reworded",
            List.of(DRILL, KEYS + " each month"),
            Map.of("b.md", both),
            Map.of("b.md", document("INC-1", KEYS + " each month", DRILL))),
        row("copied", List.of(DRILL, KEYS), Map.of("a.md", both, "copy.md", both)),
        row(
            "copied, and the original deleted",
            List.of(DRILL, KEYS),
            Map.of("a.md", both, "copy.md", both),
            Map.of("copy.md", both)),
        row(
            "written by two people about one incident",
            List.of(DRILL, KEYS),
            Map.of("a.md", both, "b.md", document("INC-1", DRILL + " again", KEYS))),
        row(
            "taken as the template of another incident",
            List.of(DRILL, KEYS),
            Map.of("a.md", both, "b.md", document("INC-2", KEYS, DRILL))));
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  private static Row row(String name, List<String> titles, Map<String, String>... steps) {
    return new Row(name, Arrays.stream(steps).toList(), titles.stream().sorted().toList());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void anItemKeepsItsTicket(Row row) throws IOException {
    try (Installation place = start()) {
      Map<String, String> there = BEFORE;
      for (Map<String, String> step : row.steps()) {
        for (String name : there.keySet()) {
          if (!step.containsKey(name)) {
            place.delete(name);
          }
        }
        for (Map.Entry<String, String> file : new TreeMap<>(step).entrySet()) {
          place.write(file.getKey(), file.getValue());
        }
        there = step;
        clock.pass(Duration.ofHours(2));
        Program.Result sync = place.run("sync");
        assertEquals(0, sync.exitCode(), sync::err);
        assertEquals(0, place.run("sync").exitCode());
      }

      assertEquals(row.titles(), titles(place));
      assertEquals(List.of(), place.github().violations());
    }
  }

  @Test
  void theSameIncidentInTwoLiveSourcesIsOnePostmortem() throws IOException {
    try (Installation place = start()) {
      place.replace("trackers:", "  - { name: wiki, type: directory, path: ./wiki }\ntrackers:");
      place.write("../wiki/copy.md", document("INC-1", DRILL, KEYS));

      place.run("confirm", "--yes");
      assertEquals(0, place.run("sync").exitCode());

      assertEquals(List.of(DRILL, KEYS), titles(place));
    }
  }

  @Test
  void nearlyTheSameWordsInAnotherPostmortemAreHeldToo() throws IOException {
    try (Installation place = start()) {
      place.write("b.md", document("INC-2", KEYS + " with a drill"));
      assertEquals(0, place.run("sync").exitCode());

      assertEquals(2, place.tickets());
      assertTrue(place.run("status").out().contains("held by duplicate"));
    }
  }

  @Test
  void aDuplicateIsJudgedAgainWhenTheOtherTicketIsClosed() throws IOException {
    try (Installation place = start()) {
      place.write("b.md", document("INC-2", KEYS));
      assertEquals(0, place.run("sync").exitCode());
      assertEquals(2, place.tickets());
      assertTrue(place.run("status").out().contains("held by duplicate"));

      clock.pass(Duration.ofMinutes(10));
      int first = place.titled(KEYS).get(0).number();
      place.github().close(Installation.REPOSITORY, first, "bob-s", "not_planned");
      assertEquals(0, place.run("sync").exitCode());
      assertEquals(0, place.run("sync").exitCode());

      assertEquals(List.of(DRILL, KEYS, KEYS), titles(place));
    }
  }

  @Test
  void whatPeopleChangedInATicketStaysAndExplainSaysWhatDiffers() throws IOException {
    try (Installation place = start()) {
      int number = place.titled(KEYS).get(0).number();
      place.github().assign(Installation.REPOSITORY, number, "bob-s");
      place.github().retitle(Installation.REPOSITORY, number, "Keys");
      place.write(
          "a.md",
          document("INC-1", KEYS + " each month", DRILL).replace("Alice Martin", "Carol Diaz"));

      assertEquals(0, place.run("sync").exitCode());

      GitHubStub.Seen after = place.github().issue(Installation.REPOSITORY, number);
      assertEquals(List.of("bob-s"), after.assignees());
      assertEquals("Keys", after.title());
      String explained = place.run("explain", "acme/backend#" + number).out();
      assertTrue(explained.contains("title was changed on the ticket"), explained);
      assertTrue(explained.contains("assignee"), explained);
    }
  }

  private Installation start() throws IOException {
    Installation place = new Installation(folder, clock);
    place.write("a.md", document("INC-1", KEYS, DRILL));
    place.run("confirm", "--yes");
    assertEquals(0, place.run("sync").exitCode());
    assertEquals(List.of(DRILL, KEYS), titles(place));
    return place;
  }

  private static List<String> titles(Installation place) {
    return place.github().issues(Installation.REPOSITORY).stream()
        .map(GitHubStub.Seen::title)
        .sorted()
        .toList();
  }

  private static String document(String incident, String... titles) {
    return Postmortems.of(incident, "2026-11-02", titles);
  }
}
