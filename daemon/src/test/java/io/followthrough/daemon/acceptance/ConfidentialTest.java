package io.followthrough.daemon.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.followthrough.daemon.cli.Program;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The words of a confidential document go nowhere that is not named for them. */
final class ConfidentialTest {
  private static final String CANARY = "zanzibarine";
  private static final String KEYS = "Rotate the signing keys of the gateway";
  private static final String WHEN =
      """
      confidential:
        when: [restricted-page, "label: secret", "front-matter: confidential", "path: security/**", "severity: SEC"]
        then: %s
      """;

  private final Hands clock = new Hands("2026-11-10T10:00:00Z");
  private final Installation place;

  ConfidentialTest(@TempDir Path folder) throws IOException {
    this.place = new Installation(folder, clock);
  }

  @AfterEach
  void end() {
    place.close();
  }

  /** A postmortem that says the word in its title, text, names and link. */
  private static String secret(String frontMatter) {
    return Postmortems.of("INC-" + CANARY, "2026-11-03", "Replace the leaked key of " + CANARY)
        .replaceFirst("---\n", "---\n" + frontMatter)
        .replace("services: [checkout]", "services: [checkout, " + CANARY + "]")
        .replace("Owner: Alice Martin", "See https://" + CANARY + ".example. Owner: Alice Martin");
  }

  private void configure(String then) throws IOException {
    place.configure(WHEN.formatted(then));
    place.replace(
        "web: off", "web: { listen: \"127.0.0.1:0\" }\ncycle: { documents: 1s, tickets: 1s }");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.md|confidential: true\n",
        "a.md|confidential: people only\n",
        "a.md|confidential:\n",
        "a.md|labels: [outage, Secret]\n",
        "a.md|severity: sec\n",
        "security/deep/a.md|",
        "a.md|confidential: true\n  broken: [\n",
      })
  void nothingOfAConfidentialDocumentIsEverSaid(String sample) throws Exception {
    String[] parts = sample.split("\\|", -1);
    configure("skip");
    place.write("open.md", Postmortems.of("INC-1", "2026-11-02", KEYS));
    place.write(parts[0].replace("a.md", CANARY + ".md"), secret(parts[1]));
    try (Overheard heard = Overheard.begin()) {
      heard.run(place, "plan");
      heard.run(place, "confirm", "--yes");
      Program.Result sync = heard.run(place, "sync");
      assertEquals(0, sync.exitCode(), sync::err);
      clock.pass(Duration.ofDays(16));
      heard.run(place, "sync");
      heard.run(place, "plan", "--format", "json");
      heard.run(place, "status");
      heard.run(place, "status", "--format", "json");
      heard.run(place, "explain", "acme/backend#1");
      heard.run(place, "check");
      heard.pages(place, clock);
      heard.requests(place);

      assertEquals(List.of(), heard.with(CANARY));
      assertFalse(heard.with("rotate the signing keys").isEmpty(), "the open one is said");
      assertTrue(sync.out().contains("1 document confidential: counted"), sync::out);
    }
    assertEquals(1, place.tickets());
  }

  @Test
  void itsItemsGoToTheOneTrackerThatIsNamedAndAreShownNowhere() throws Exception {
    place.github().addRepository("acme/vault", "alice-m", "bob-s", "carol-d", "victor-p");
    configure("vault");
    place.replace(
        "trackers:\n",
        "trackers:\n  - { name: vault, type: github, url: \"%s\", repository: acme/vault, auth: { token: \"${env:GITHUB_TOKEN}\" }, pace: 0s }\n"
            .formatted(place.github().url()));
    place.replace("web:", "routes:\n  - { tracker: backend }\nweb:");
    place.write("open.md", Postmortems.of("INC-1", "2026-11-02", KEYS));
    place.write(CANARY + ".md", secret("confidential: true\n"));
    try (Overheard heard = Overheard.begin()) {
      heard.run(place, "plan");
      heard.run(place, "confirm", "--yes");
      assertEquals(0, heard.run(place, "sync").exitCode());
      clock.pass(Duration.ofDays(16));
      assertEquals(0, heard.run(place, "sync").exitCode());
      heard.run(place, "status");
      heard.run(place, "status", "--format", "json");
      heard.run(place, "explain", "acme/vault#1");
      heard.pages(place, clock);

      assertEquals(List.of(), heard.with(CANARY));
      assertFalse(heard.with("acme/vault#1").isEmpty());
    }
    assertEquals(1, place.tickets());
    assertEquals(1, place.github().issues("acme/vault").size());
    assertEquals(1, place.github().issues("acme/vault").get(0).comments().size());
    assertTrue(place.github().issues("acme/vault").get(0).body().contains(CANARY));
    assertTrue(
        place.github().writes().stream()
            .filter(write -> write.requestBody().contains(CANARY))
            .allMatch(write -> write.path().startsWith("/repos/acme/vault")));
  }

  @Test
  void whatTurnsConfidentialLaterIsHeldAtOnceAndItsTicketIsNamed() throws Exception {
    configure("skip");
    place.write("a.md", secret(""));
    place.run("confirm", "--yes");
    assertEquals(0, place.run("sync").exitCode());
    assertEquals(1, place.tickets());
    place.github().forgetJournal();
    place.write("a.md", secret("confidential: yes\n"));
    clock.pass(Duration.ofDays(20));
    try (Overheard heard = Overheard.begin()) {
      Program.Result sync = heard.run(place, "sync");
      assertTrue(sync.out().contains("exposed: acme/backend#1"), sync::out);
      clock.pass(Duration.ofDays(80));
      heard.run(place, "sync");
      assertTrue(heard.run(place, "status").out().contains("exposed: acme/backend#1"));
      assertTrue(heard.run(place, "check").out().contains("acme/backend#1 (backend) carries"));
      heard.run(place, "explain", "acme/backend#1");
      heard.pages(place, clock);
      heard.requests(place);

      assertEquals(List.of(), heard.with(CANARY));
      assertTrue(heard.with("/health/ready: ").get(0).contains("acme/backend#1 (backend) carries"));
    }
    assertEquals(List.of(), place.github().writes(), "nothing is said any more");

    place.write("a.md", secret(""));
    assertEquals(0, place.run("sync").exitCode());
    assertTrue(place.run("status").out().contains(CANARY), "it is open again");
  }

  @Test
  void whatIsPrivateDoesNotGoToAPublicTrackerUnlessThatIsSaid() throws IOException {
    place.github().show(Installation.REPOSITORY, true);
    place.write("a.md", Postmortems.of("INC-1", "2026-11-02", KEYS));
    place.run("confirm", "--yes");

    Program.Result sync = place.run("sync");
    assertEquals(0, sync.exitCode(), sync::err);
    assertTrue(sync.out().contains("1 change held back"), sync::out);
    assertEquals(0, place.tickets());
    String status = place.run("status").out();
    assertTrue(status.contains("docs is private and the tracker backend is public"), status);

    place.replace("pace: 0s", "pace: 0s, public: true");
    assertEquals(0, place.run("sync").exitCode());
    assertEquals(1, place.tickets());
  }

  @Test
  void aTrackerThatTurnsPublicHearsNoMore() throws IOException {
    place.write("a.md", Postmortems.of("INC-1", "2026-11-02", KEYS));
    place.run("confirm", "--yes");
    place.run("sync");
    assertEquals(1, place.tickets());
    place.github().show(Installation.REPOSITORY, true);
    clock.pass(Duration.ofDays(16));

    assertEquals(0, place.run("sync").exitCode());

    assertEquals(0, place.github().issues(Installation.REPOSITORY).get(0).comments().size());
  }

  @Test
  void aPublicSourceMayGoToAPublicTracker() throws IOException {
    place.github().show(Installation.REPOSITORY, true);
    place.replace("type: directory,", "type: directory, visibility: public,");
    place.write("a.md", Postmortems.of("INC-1", "2026-11-02", KEYS));
    place.run("confirm", "--yes");

    assertEquals(0, place.run("sync").exitCode());

    assertEquals(1, place.tickets());
  }
}
