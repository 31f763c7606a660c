package io.followthrough.daemon.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.followthrough.connector.github.GitHubStub;
import io.followthrough.daemon.cli.Program;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A postmortem that cannot be read is named, keeps its items, and holds no other one up. */
final class BadDocumentsTest {
  private static final String DASHBOARD = "Add a dashboard for the queue length";
  private static final String ALERT = "Add an alert for replication lag above 30 s";
  private static final String DRILL = "Run a failover drill in the staging cluster";

  private final Path folder;
  private final Installation place;

  BadDocumentsTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.place = new Installation(folder, new Hands("2026-11-10T10:00:00Z"));
  }

  @BeforeEach
  void twoPostmortemsWithTheirTickets() throws IOException {
    place.write("bad.md", postmortem("INC-1", DASHBOARD));
    place.write("good.md", postmortem("INC-2", ALERT));
    assertEquals(0, place.run("confirm", "--yes").exitCode());
    Program.Result first = place.run("sync");
    assertEquals(0, first.exitCode(), first::err);
    assertEquals(List.of(DASHBOARD, ALERT), titles());
  }

  @AfterEach
  void end() {
    place.close();
  }

  /** How a file is broken. */
  private interface Breakage {
    void strike(Path file) throws IOException;
  }

  static Stream<Arguments> breakages() {
    return Stream.of(
        broken("a file beyond the limit", "larger than", BadDocumentsTest::grow),
        broken(
            "a link to nothing",
            "leads to nothing",
            file -> Files.createSymbolicLink(file, Path.of("nowhere"))),
        broken(
            "a link to itself",
            "leads to nothing",
            file -> Files.createSymbolicLink(file, file.getFileName())),
        broken(
            "bytes that are no UTF-8",
            "save it as UTF-8",
            file -> Files.write(file, new byte[] {'#', ' ', (byte) 0xc3, (byte) 0x28, '\n'})),
        broken("an empty file", "is empty", file -> Files.writeString(file, "")),
        broken("a blank file", "is empty", file -> Files.writeString(file, " \n\t\n")),
        broken(
            "a broken front matter",
            "line 4: the front matter is not valid YAML",
            file ->
                Files.writeString(
                    file,
                    postmortem("INC-1", DASHBOARD).replace("title: T", "title: [T"),
                    StandardCharsets.UTF_8)));
  }

  private static Arguments broken(String name, String words, Breakage breakage) {
    return arguments(name, words, breakage);
  }

  private static void grow(Path file) throws IOException {
    try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
      large.setLength(40L << 20);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("breakages")
  void isNamedAndKeptAndReadAgainWhenItIsMended(String name, String words, Breakage breakage)
      throws IOException {
    Path bad = folder.resolve("postmortems").resolve("bad.md");
    String before = status();
    Files.delete(bad);
    breakage.strike(bad);
    place.write("later.md", postmortem("INC-3", DRILL));

    Program.Result plan = place.run("plan");
    assertEquals(1, plan.exitCode(), plan::out);
    assertTrue(plan.err().contains("bad.md"), plan::err);

    Program.Result sync = place.run("sync");

    assertEquals(1, sync.exitCode(), sync::out);
    assertEquals(1, sync.err().lines().count(), sync::err);
    assertTrue(sync.err().contains("bad.md"), sync::err);
    assertTrue(sync.err().contains(words), sync::err);
    assertEquals(List.of(DASHBOARD, ALERT, DRILL), titles());
    assertTrue(status().contains(before), () -> before + " is not in " + status());

    place.github().forgetJournal();
    Program.Result again = place.run("sync");
    assertEquals(1, again.exitCode(), "named until it is mended");
    assertEquals(sync.err(), again.err());
    assertEquals(List.of(), place.github().writes());

    Files.delete(bad);
    place.write("bad.md", postmortem("INC-1", DASHBOARD));
    Program.Result mended = place.run("sync");
    assertEquals(0, mended.exitCode(), mended::err);
    assertEquals("", mended.err());
    assertEquals(List.of(), place.github().writes());
    assertEquals(0, place.run("sync").exitCode());
    assertTrue(status().contains(before), this::status);
  }

  static Stream<Arguments> monsters() {
    String item = "\n\n## Action items\n\n- [ ] " + DRILL + ". Owner: Bob Stone, due 2027-02-01\n";
    return Stream.of(
        monster("lists in lists", () -> "- ".repeat(10_000) + "deep" + item),
        monster("lists below lists", () -> lists(2_000) + item),
        monster("quotes in quotes", () -> ">".repeat(10_000) + " deep" + item),
        monster("lists and quotes", () -> "> - ".repeat(10_000) + "deep" + item),
        monster("brackets in brackets", () -> "[".repeat(10_000) + "](".repeat(10_000) + item),
        monster("stars in stars", () -> "*a **b ".repeat(10_000) + item),
        monster("20 MB of prose", () -> "It was slow, then it broke.\n\n".repeat(720_000) + item),
        monster("one line of 20 MB", () -> "slow ".repeat(4_000_000) + item),
        monster("500 columns", BadDocumentsTest::wideTable));
  }

  private static Arguments monster(String name, Supplier<String> text) {
    return arguments(name, text);
  }

  private static String lists(int levels) {
    return IntStream.range(0, levels)
        .mapToObj(level -> "  ".repeat(level) + "- level " + level)
        .collect(Collectors.joining("\n"));
  }

  private static String wideTable() {
    String names =
        IntStream.range(3, 500).mapToObj(i -> "C" + i + "|").collect(Collectors.joining());
    return "## Action items\n\n| Action | Owner | Due |"
        + names
        + "\n"
        + "|---".repeat(500)
        + "|\n| "
        + DRILL
        + " | Bob Stone | 2027-02-01 |"
        + "x|".repeat(497)
        + "\n";
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("monsters")
  void aMonsterIsReadLikeAnyOther(String name, Supplier<String> text) throws IOException {
    place.write("monster.md", text.get());

    Program.Result sync = place.run("sync");

    assertEquals(0, sync.exitCode(), sync::err);
    assertEquals(List.of(DASHBOARD, ALERT, DRILL), titles());
  }

  @Test
  void aFolderWithTheNameOfAPostmortemIsAFolder() throws IOException {
    place.write("folder.md/inner.md", postmortem("INC-3", DRILL));

    Program.Result sync = place.run("sync");

    assertEquals(0, sync.exitCode(), sync::err);
    assertEquals(List.of(DASHBOARD, ALERT, DRILL), titles());
  }

  @Test
  void aFolderThatListsNothingRemovesNothing() throws IOException {
    String before = status();
    Path postmortems = folder.resolve("postmortems");
    Path away = folder.resolve("away");
    Files.move(postmortems, away);
    Program.Result missing = place.run("sync");
    assertEquals(1, missing.exitCode(), missing::out);
    assertTrue(missing.err().contains("is not a folder"), missing::err);

    Files.createDirectories(postmortems);
    Program.Result empty = place.run("sync");
    assertEquals(1, empty.exitCode(), empty::out);
    assertTrue(empty.err().contains("nothing is taken as removed"), empty::err);
    assertEquals(before, status());

    Files.delete(postmortems);
    Files.move(away, postmortems);
    place.github().forgetJournal();
    assertEquals(0, place.run("sync").exitCode());
    assertEquals(List.of(), place.github().writes());
    assertEquals(before, status());
  }

  private static String postmortem(String id, String promise) {
    return """
        ---
        id: %s
        title: T
        date: 2026-11-02
        services: [checkout]
        owner: Carol Diaz
        ---
        # What happened

        ## Action items

        - [ ] %s. Owner: Alice Martin, due 2027-01-15
        """
        .formatted(id, promise);
  }

  private List<String> titles() {
    return place.github().issues(Installation.REPOSITORY).stream()
        .map(GitHubStub.Seen::title)
        .sorted()
        .toList();
  }

  /** The items of the first two postmortems. */
  private String status() {
    Program.Result status = place.run("status", "--format", "json");
    assertEquals(0, status.exitCode(), status::err);
    try {
      TreeSet<String> items = new TreeSet<>();
      for (JsonNode item : new ObjectMapper().readTree(status.out()).get("items")) {
        if (!item.get("title").asText().equals(DRILL)) {
          items.add(item.toString());
        }
      }
      return String.join("\n", items);
    } catch (IOException e) {
      throw new AssertionError(status.out(), e);
    }
  }
}
