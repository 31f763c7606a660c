package io.followthrough.daemon.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.followthrough.connector.github.GitHubStub;
import io.followthrough.daemon.cli.Program;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/threat-model.md says, where no other test says it, and whether its tests are there. */
final class ThreatModelTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern REFERENCE = Pattern.compile("`(\\w+Test)(?:#(\\w+))?`");

  /** Ten levels of ten: more than any memory holds. */
  private static final String BOMB = bomb();

  private final Path folder;
  private final Installation place;

  ThreatModelTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.place = Installation.now(folder);
  }

  @AfterEach
  void end() {
    place.close();
  }

  private static String bomb() {
    StringBuilder text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i <= 10; i++) {
      String alias = "*a" + (i - 1);
      text.append("a%d: &a%d [".formatted(i, i)).append((alias + ", ").repeat(9));
      text.append(alias).append("]\n");
    }
    return text.toString();
  }

  private static String daysAgo(int days) {
    return Instant.now().minus(Duration.ofDays(days)).toString().substring(0, 10);
  }

  @Test
  void everyTestThatThePageNamesIsThere() throws IOException {
    Map<String, String> sources = new HashMap<>();
    try (Stream<Path> files = Files.walk(ROOT)) {
      for (Path file : files.filter(it -> it.toString().endsWith("Test.java")).toList()) {
        String name = file.getFileName().toString();
        sources.put(name.substring(0, name.length() - ".java".length()), Files.readString(file));
      }
    }
    List<String> missing = new ArrayList<>();
    String page = Files.readString(ROOT.resolve("docs/threat-model.md"));
    REFERENCE
        .matcher(page)
        .results()
        .filter(
            it ->
                !sources.containsKey(it.group(1))
                    || (it.group(2) != null
                        && !sources.get(it.group(1)).contains("void " + it.group(2) + "(")))
        .forEach(it -> missing.add(it.group()));
    assertEquals(List.of(), missing);
  }

  @Test
  void noSecretIsInAnyOutputOrFile() throws Exception {
    place.write("a.md", Postmortems.of("INC-1", daysAgo(2), "Rotate the keys of the gateway"));
    List<String> said = new ArrayList<>();
    for (List<String> command :
        List.of(
            List.of("check"),
            List.of("plan"),
            List.of("confirm", "--yes"),
            List.of("sync"),
            List.of("status"),
            List.of("status", "--format", "json"),
            List.of("explain", "acme/backend#1"),
            List.of("recover"),
            List.of("backup", folder.resolve("copy.db").toString()),
            List.of("schema"))) {
      said.add(all(place.run(command.toArray(String[]::new))));
    }
    place.github().revokeToken();
    said.add(all(place.run("sync")));
    said.add(all(place.run("check")));
    Path output = folder.resolve("output.txt");
    try (RunningDaemon daemon =
        RunningDaemon.start(
            folder.resolve("followthrough.yaml"),
            output,
            Map.of("FOLLOWTHROUGH_SECRET", GitHubStub.TOKEN))) {
      daemon.waitFor("acme-sre runs");
      daemon.waitFor("refuses the token");
      assertEquals(0, daemon.terminate().getValue(), daemon::said);
    }
    for (String each : said) {
      assertFalse(each.contains(GitHubStub.TOKEN), each);
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertFalse(bytes.contains(GitHubStub.TOKEN), file.toString());
      }
    }
  }

  private static String all(Program.Result result) {
    return result.out() + result.err();
  }

  @Test
  void aYamlBombInTheConfigurationIsRefused() throws IOException {
    place.configure(BOMB);

    Program.Result check = place.run("check", "--offline");

    assertEquals(2, check.exitCode());
    assertTrue(check.err().contains("followthrough.yaml:"), check::err);
  }

  @Test
  void aYamlBombInFrontMatterIsSaidAndHoldsUpNoOtherDocument() throws IOException {
    String keys = "Rotate the keys of the gateway";
    String postmortem = Postmortems.of("INC-1", daysAgo(2), keys);
    place.write("a.md", postmortem);
    place.write("b.md", postmortem.replaceFirst("---\n", "---\n" + BOMB));

    Program.Result plan = place.run("plan");

    assertTrue(plan.out().contains(keys), () -> all(plan));
    assertTrue(plan.err().contains("b.md, line 1: the front matter is not valid"), plan::err);
  }
}
