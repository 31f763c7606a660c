package io.followthrough.daemon.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class ConfigFileTest {
  @TempDir private Path folder = Path.of("");
  private Written written = new Written(folder);

  @BeforeEach
  void anEmptyFolder() {
    written = new Written(folder).with("TOKEN", "hunter2");
  }

  @Test
  void threeTyposAreToldAtOnceEachWithItsPlaceAndTheNearestName() {
    List<String> problems =
        written.problems(
            Written.SMALLEST
                + """
                gate: { rules: { vauge: off, due-past: hodl } }
                follow-up:
                  nudge-evry: 3d
                """);
    assertEquals(
        List.of(
            "5:18: gate.rules.vauge: is not a known key; did you mean `vague`?",
            "5:40: gate.rules.due-past: expected hold, warn or off, found `hodl`;"
                + " did you mean `hold`?",
            "7:3: follow-up.nudge-evry: is not a known key; did you mean `nudge-every`?"),
        problems);
  }

  static Stream<Arguments> badFiles() {
    return Stream.of(
        Arguments.of(
            "gate: { max-items: five }",
            "5:20: gate.max-items: expected a whole number of at least 1, found `five`"),
        Arguments.of(
            "gate: { max-items: '5' }",
            "5:20: gate.max-items: expected a whole number of at least 1, found `5`"),
        Arguments.of(
            "gate: { max-items: 0 }",
            "5:20: gate.max-items: expected a whole number of at least 1, found `0`"),
        Arguments.of(
            "gate: 5",
            "5:7: gate: expected a section with the keys max-items, rules, due-default, sprints, found a single value"),
        Arguments.of(
            "gate: { due-default: on }",
            "5:22: gate.due-default: expected off or a section with the keys critical, high, medium, low, found `on`"),
        Arguments.of(
            "leadership: Victor", "5:13: leadership: expected a list, found a single value"),
        Arguments.of(
            "nudge-every: 3d", "5:1: nudge-every: is not a known key; it belongs in `follow-up`"),
        Arguments.of(
            "http: { listen: x }", "5:9: http.listen: is not a known key; it belongs in `web`"),
        Arguments.of(
            "followUp: {}", "5:1: followUp: is not a known key; did you mean `follow-up`?"),
        Arguments.of("contact: again", "5:1: contact: is given twice; first in line 2"),
        Arguments.of(
            "cycle: { sweep: 1 day }",
            "5:17: cycle.sweep: expected a length of time such as 5m, 36h, 14d or 2w, more than none, found `1 day`"),
        Arguments.of(
            "cycle: { sweep: 0s }",
            "5:17: cycle.sweep: expected a length of time such as 5m, 36h, 14d or 2w, more than none, found `0s`"),
        Arguments.of(
            "follow-up: { time-zone: Europe/Pariss }",
            "5:25: follow-up.time-zone: expected a time zone such as Europe/Paris or UTC, found `Europe/Pariss`; did you mean `Europe/Paris`?"),
        Arguments.of(
            "follow-up: { working-hours: 17:00-09:00 }",
            "5:29: follow-up.working-hours: expected hours such as 09:00-17:00, the earlier one first, found `17:00-09:00`"),
        Arguments.of(
            "follow-up: { holidays: [nowhere.ics] }",
            "5:25: follow-up.holidays[0]: expected a date such as 2026-12-25, or an .ics file that can be read, found `nowhere.ics`"),
        Arguments.of(
            "follow-up: { overdue: [{ after: 7d, notify: [owner] }, { after: 1d, notify: [owner] }] }",
            "5:56: follow-up.overdue[1].after: expected later than the step before"),
        Arguments.of(
            "follow-up: { overdue: [{ after: 7d, notify: [boss] }] }",
            "5:46: follow-up.overdue[0].notify[0]: expected owner, incident-owner, service-owner, team-lead, manager or leadership, found `boss`"),
        Arguments.of(
            "follow-up: { overdue: [{ after: 7d }] }",
            "5:24: follow-up.overdue[0].notify: is required; expected a list"),
        Arguments.of("former: acme-sre", "5:9: former: is the installation's present name"),
        Arguments.of(
            "routes: [{ tracker: sandbx }]",
            "5:21: routes[0].tracker: there is no tracker `sandbx`; did you mean `sandbox`?"),
        Arguments.of(
            "routes: [{ source: wiki, tracker: sandbox }]",
            "5:20: routes[0].source: there is no source `wiki`; known are docs"),
        Arguments.of(
            "routes: [{ tracker: sandbox }, { kind: detection, tracker: sandbox }]",
            "5:10: routes[0]: has no condition, so that no route after it is ever taken; move it to the end"),
        Arguments.of(
            "routes: [{ tracker: sandbox, profile: urgent }]",
            "5:39: routes[0].profile: there is no profile `urgent`"),
        Arguments.of(
            "routes: [{ kind: detecton, tracker: sandbox }]",
            "5:18: routes[0].kind: expected prevention, detection, mitigation, recovery or learning or a list, found `detecton`; did you mean `detection`?"),
        Arguments.of(
            "confidential: { then: backend }",
            "5:23: confidential.then: there is no tracker `backend`; known are sandbox, skip"),
        Arguments.of(
            "confidential: { when: [label: secret] }",
            "5:24: confidential.when[0]: expected text, found a section with keys; put it in quotes"),
        Arguments.of(
            "reports: [{ to: [mial], team: Payments }]",
            "5:18: reports[0].to[0]: there is no channel or `tracker:NAME` `mial`; known are tracker:sandbox"),
        Arguments.of(
            "people: [{ name: Al }, { name: al }]",
            "5:32: people[1].name: there already is a person `al`, in line 5"),
        Arguments.of(
            "people: [{ name: Al, away: [2027-01-03..2026-12-20] }]",
            "5:29: people[0].away[0]: expected a date, or two as 2026-12-20..2027-01-03, the earlier one first, found `2027-01-03..2026-12-20`"),
        Arguments.of(
            "people-file: none.csv",
            "5:14: people-file: expected a file that can be read, found `none.csv`"),
        Arguments.of(
            "store: { url: 'mysql://x/y' }",
            "5:15: store.url: expected sqlite:FILE or postgresql://USER@HOST/DATABASE, found `mysql://x/y`"),
        Arguments.of(
            "store: { url: 'postgresql://me:hunter2@db/x' }",
            "5:15: store.url: expected an address without a password in it"),
        Arguments.of(
            "web: { listen: 0.0.0.0:8080 }",
            "5:16: web.listen: expected a loopback address, since anybody could read the page; listen on 127.0.0.1 or give `web.token`"),
        Arguments.of(
            "web: { listen: 8080 }",
            "5:16: web.listen: expected an address and port such as 127.0.0.1:8080, found `8080`"),
        Arguments.of(
            "web: on",
            "5:6: web: expected off or a section with the keys listen, public-url, token, trusted-proxy, found `on`"),
        Arguments.of(
            "web: { public-url: 'http://followthrough.corp' }",
            "5:20: web.public-url: expected https, found `http://followthrough.corp`; plain http is only for loopback addresses"),
        Arguments.of(
            "web: { public-url: 'http://127.0.0.1.evil.example' }",
            "5:20: web.public-url: expected https, found `http://127.0.0.1.evil.example`; plain http is only for loopback addresses"),
        Arguments.of(
            "web: { token: hunter2 }",
            "5:15: web.token: a secret does not stand in this file; write ${env:NAME}, ${file:PATH} or ${credential:NAME}"),
        Arguments.of(
            "web: { token: '${env:TOKN}' }",
            "5:15: web.token: the environment variable TOKN is not set; did you mean `TOKEN`?"),
        Arguments.of(
            "web: { token: '${file:none}' }", "5:15: web.token: the file none cannot be read"),
        Arguments.of(
            "web: { token: '${credential:jira}' }",
            "5:15: web.token: the credential jira is not there: CREDENTIALS_DIRECTORY is not set"),
        Arguments.of(
            "leadership: ['${env:TOKEN}']",
            "5:14: leadership[0]: only secrets are read from elsewhere; write the value"),
        Arguments.of(
            "limits: { stop-if-vanished: 10 }",
            "5:29: limits.stop-if-vanished: expected a part such as 10%, found `10`"),
        Arguments.of(
            "teams: [*t]", "5:9: teams[0]: aliases are not read here; write the value out"),
        Arguments.of(
            "leadership: !!python/name:os.system []",
            "5:13: leadership: tags such as `!!str` are not read here; leave it out"),
        Arguments.of(
            "leadership: [Al, ]]",
            "5:19: leadership: this does not fit what stands above; check the indentation and the quotes"),
        Arguments.of("? [a]\n: b", "5:3: a key must be a word"),
        Arguments.of("---\na: b", "5:1: a second document begins here; only one is read"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badFiles")
  void whatIsWrongIsToldWithItsPlaceAndItsMend(String line, String problem) {
    assertEquals(List.of(problem), written.problems(Written.SMALLEST + line + "\n"));
  }

  static Stream<Arguments> badPlaces() {
    return Stream.of(
        Arguments.of(
            "sources: [{ name: docs, type: directry, path: x }]\ntrackers: [{ name: a, type: embedded }]",
            "3:31: sources[0].type: expected directory, git, github, github-issues, confluence, jira-issues or linear, found `directry`; did you mean `directory`?"),
        Arguments.of(
            "sources: [{ name: docs, path: x }]\ntrackers: [{ name: a, type: embedded }]",
            "3:11: sources[0].type: is required; known are directory, git, github, github-issues, confluence, jira-issues, linear"),
        Arguments.of(
            "sources: [{ name: docs, type: directory, path: x, repository: a/b }]\ntrackers: [{ name: a, type: embedded }]",
            "3:51: sources[0].repository: is not a known key; it is a key of another `type`"),
        Arguments.of("sources: []\ntrackers: []", "4:11: trackers: expected at least one entry"),
        Arguments.of(
            "sources: []\ntrackers: [{ name: a, type: embedded }, { name: b, type: embedded }]",
            "4:41: routes: is required where there is more than one tracker; write a last one as { tracker: NAME }"),
        Arguments.of(
            "sources: []\ntrackers: [{ name: a, type: github, repository: x/y, auth: {} }]",
            "4:60: trackers[0].auth: expected either `token`, or `app-id`, `installation-id`, `private-key`"),
        Arguments.of(
            "sources: []\ntrackers: [{ name: a, type: github, repository: x/y, auth: hunter2 }]",
            "4:60: trackers[0].auth: expected a section with the keys token, app-id, installation-id, private-key, found a single value"),
        Arguments.of(
            "sources: []\ntrackers: [{ name: a, type: github, url: 'http://ghe.corp', repository: x/y, auth: { token: '${env:TOKEN}' } }]",
            "4:42: trackers[0].url: expected https, found `http://ghe.corp`; plain http is only for loopback addresses"),
        Arguments.of(
            "sources: []\ntrackers: [{ name: a, type: github, url: 'https://me:hunter2@ghe.corp', repository: x/y, auth: { token: '${env:TOKEN}' } }]",
            "4:42: trackers[0].url: expected an address without a password in it"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badPlaces")
  void whatIsWrongWithSourcesAndTrackersIsTold(String places, String problem) {
    assertEquals(List.of(problem), written.problems(Written.REQUIRED + places + "\n"));
  }

  @Test
  void missingKeysAreToldTogether() {
    assertEquals(
        List.of(
            "1:1: contact: is required; expected text",
            "1:1: installation: is required; expected text",
            "1:1: sources: is required; expected a list",
            "1:1: trackers: is required; expected a list"),
        written.problems(""));
  }

  @Test
  void aValueLostToACommentIsToldAsSuch() {
    assertEquals(
        List.of("2:1: contact: nothing is given; a value that begins with # must be in quotes"),
        written.problems("installation: acme\ncontact: #reliability\n" + Written.PLACES));
  }

  @Test
  void syntaxMistakesOfSeveralSectionsAreToldTogetherAndTheRestIsChecked() {
    assertEquals(
        List.of(
            "2:10: contact: the quote that opens here is not closed",
            "5:1: sources: a tab cannot indent; use spaces",
            "8:1: trackers: a `,` or the end of the `{` of line 7 is missing",
            "8:12: gate.max-itms: is not a known key; did you mean `max-items`?"),
        written.problems(
            """
            installation: acme
            contact: "unclosed
            sources:
              - name: docs
            \ttype: directory
            trackers:
              - { name: a, type: embedded
            gate:    { max-itms: 3 }
            routes: [{ tracker: a }]
            """));
  }

  @Test
  void wordsStayWordsAndNumbersStayTextWhereTextIsWanted() {
    Configuration configuration =
        written.load(
            """
            installation: 2026
            contact: NO
            sources: []
            trackers:
              - { name: on, type: jira, url: "https://x.example", project: NO,
                  auth: { token: "${env:TOKEN}" }, labels: [1.10, yes, 0x10, 1e3] }
            gate: { rules: { vague: off } }
            people: [{ name: Null, level: 007 }]
            """);
    assertEquals("2026", configuration.installation());
    assertEquals("NO", configuration.contact());
    TrackerConfig tracker = configuration.tracker("on").orElseThrow();
    assertEquals(List.of("1.10", "yes", "0x10", "1e3"), tracker.labels());
    assertEquals("NO", tracker.jira().orElseThrow().project());
    assertEquals(GateConfig.RuleEffect.OFF, configuration.gate().rules().get("vague"));
    assertEquals("Null", configuration.people().get(0).name());
    assertEquals(Optional.of("007"), configuration.people().get(0).level());
  }

  @Test
  void peopleWhomTheFileDoesNotKnowAreDoubtedNotRefused() {
    Configuration configuration =
        written.load(
            Written.SMALLEST
                + "people: [{ name: Alice, manager: Bobb }, { name: Bob, aliases: [al] }, { name: Cy, aliases: [AL] }]\n");
    assertEquals(
        List.of(
            "5:34: people[0].manager: there is no person `Bobb`; did you mean `Bob`?",
            "5:94: people[2].aliases[0]: there already is a person alias `AL`, in line 5"),
        written.told(configuration.warnings()));
  }

  @Test
  void secretsAreNeverShown() {
    String yaml =
        Written.REQUIRED
            + """
            sources: [{ name: a, type: github, repository: hunter2, auth: { token: hunter2 }, x: hunter2 }]
            trackers: [{ name: b, type: github, repository: a/b, auth: { tokn: hunter2, token: [hunter2] } }]
            web: { token: "hunter2\\q", trusted-proxy: hunter2 }
            """;
    assertFalse(
        written
            .refused(yaml.replace("repository: hunter2", "repository: a/b"))
            .toString()
            .contains("hunter2"));
    Configuration configuration =
        written.load(Written.SMALLEST + "web: { token: '${env:TOKEN}' }\n");
    assertFalse(configuration.toString().contains("hunter2"));
    assertTrue(configuration.toString().contains("***"));
  }

  @Test
  void aFileThatIsNotThereOrCannotBeReadIsToldAsSuch() throws IOException {
    Path missing = folder.resolve("missing.yaml");
    assertEquals(
        missing + ": there is no such file; `followthrough init` writes one",
        only(missing).toString());
    assertEquals(folder + ": is a folder, not a file", only(folder).toString());
    Path latin = folder.resolve("latin.yaml");
    Files.write(latin, "a: b\nname: \u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
    assertEquals(latin + ":2:7: is not UTF-8 from here on", only(latin).toString());
    Path large = folder.resolve("large.yaml");
    Files.write(large, new byte[YamlText.LARGEST + 1]);
    assertEquals(large + ": is larger than 4 MB", only(large).toString());
    Path binary = folder.resolve("binary.yaml");
    Files.write(binary, new byte[] {'a', ':', ' ', 0});
    assertEquals(
        binary + ":1:4: the character U+0000 has no place in YAML", only(binary).toString());
  }

  private static Problem only(Path file) {
    ConfigProblems problems =
        assertThrows(
            ConfigProblems.class, () -> ConfigFile.load(file, Map.of(), Features.everything()));
    assertEquals(1, problems.problems().size(), problems.getMessage());
    return problems.problems().get(0);
  }

  @Test
  void aByteOrderMarkAndWindowsLineEndsAreNoMistake() {
    assertEquals(
        "acme-sre", written.load("\uFEFF" + Written.SMALLEST.replace("\n", "\r\n")).installation());
  }

  @Test
  void nestingWithoutEndIsRefused() {
    assertEquals(
        List.of("5:60: x: nested deeper than 40 levels"),
        written
            .problems(
                Written.SMALLEST
                    + "x:"
                    + " ".repeat(18)
                    + "[".repeat(10_000)
                    + "]".repeat(10_000)
                    + "\n")
            .stream()
            .filter(it -> it.contains("nested"))
            .toList());
  }

  @Test
  void randomFilesEndInAConfigurationOrInProblems() throws IOException {
    Random random = new Random(20261121);
    byte[] start = (Written.SMALLEST + CharSequences.EVERYTHING).getBytes(StandardCharsets.UTF_8);
    Path file = folder.resolve("random.yaml");
    int refused = 0;
    for (int run = 0; run < 1500; run++) {
      Files.write(file, run % 3 == 0 ? noise(random) : damaged(start, random));
      try {
        ConfigFile.load(file, Map.of(), Features.everything());
      } catch (ConfigProblems e) {
        assertFalse(e.problems().isEmpty());
        refused++;
      }
    }
    assertTrue(refused > 500);
  }

  private static byte[] noise(Random random) {
    String letters = "a:- \n\t[]{}&*!|>'\"%@#?,0~\u00e9";
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(200); i > 0; i--) {
      text.append(letters.charAt(random.nextInt(letters.length())));
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] damaged(byte[] start, Random random) {
    byte[] bytes = start.clone();
    for (int i = random.nextInt(6); i >= 0; i--) {
      bytes[random.nextInt(bytes.length)] =
          random.nextBoolean()
              ? (byte) random.nextInt(256)
              : (byte) " :-[]{}&*!|>'\"%#\n".charAt(random.nextInt(17));
    }
    return bytes;
  }

  /** What the damaged files are made from. */
  private static final class CharSequences {
    static final String EVERYTHING =
        """
        gate: { max-items: 3, rules: { vague: off }, due-default: { high: 7d } }
        follow-up:
          time-zone: Europe/Paris
          overdue:
            - { after: 0d, notify: [owner] }
          profiles: { urgent: { nudge-every: 3d } }
        people:
          - { name: Alice, aliases: ["al"], away: ["2026-12-20..2027-01-03"] }
        routes:
          - { service: [a], tracker: sandbox, profile: urgent }
        web: { listen: "127.0.0.1:8080" }
        """;
  }
}
