package io.followthrough.daemon.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.followthrough.daemon.config.ConfigFile;
import io.followthrough.daemon.config.Features;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConfigurationCommandsTest {
  private static final Features NOW =
      Features.of(Set.of("directory"), Set.of("github", "embedded"));

  private static final Instant TODAY = Instant.parse("2026-11-02T09:00:00Z");

  @TempDir private Path folder = Path.of("");
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    Terminal terminal =
        new Terminal(
            Map.of(), NOW, new PrintWriter(out, true), new PrintWriter(err, true), () -> TODAY);
    return Main.commandLine(terminal).execute(args);
  }

  private String starter() throws IOException {
    return Files.readString(folder.resolve("new/followthrough.yaml"));
  }

  @Test
  void whatInitWritesPassesTheCheck() throws IOException {
    assertEquals(0, run("init", folder.resolve("new").toString()), err.toString());
    assertTrue(Files.exists(folder.resolve("new/postmortems/template.md")));
    String file = folder.resolve("new/followthrough.yaml").toString();
    assertEquals(0, run("check", "--offline", "-c", file), err.toString());
    assertTrue(out.toString().contains("follow-up.digest: is off"), out.toString());
    long live = starter().lines().filter(it -> !it.isBlank() && !it.startsWith("#")).count();
    assertTrue(live <= 14, starter());
  }

  @Test
  void theCommentsOfTheStarterAreConfigurationToo() throws IOException {
    run("init", folder.resolve("new").toString());
    Path file = folder.resolve("new/followthrough.yaml");
    Files.writeString(file, Pattern.compile("(?m)^#(?=\\S|  )").matcher(starter()).replaceAll(""));
    Map<String, String> secrets =
        Map.of(
            "GITHUB_TOKEN", "t", "ATLASSIAN_TOKEN", "t", "LINEAR_API_KEY", "t", "SLACK_TOKEN", "t");
    assertEquals(4, ConfigFile.load(file, secrets, Features.everything()).trackers().size());
  }

  @Test
  void initOverwritesOnlyWhenForcedAndKeepsTheInstallationsName() throws IOException {
    String target = folder.resolve("new").toString();
    run("init", target);
    String first = starter();
    Files.writeString(
        folder.resolve("new/followthrough.yaml"), first.replace("contact: ", "contact: x"));
    assertEquals(2, run("init", target));
    assertTrue(err.toString().contains("--force"), err.toString());
    assertNotEquals(first, starter());
    assertEquals(0, run("init", "--force", target));
    assertEquals(first, starter());
  }

  @Test
  void twoInstallationsGetTwoNames() throws IOException {
    run("init", folder.resolve("new").toString());
    String first = starter();
    Files.delete(folder.resolve("new/followthrough.yaml"));
    run("init", folder.resolve("new").toString());
    assertNotEquals(first, starter());
  }

  @Test
  void aWrongFileEndsTheCheckWithTwoAndEveryProblemOnStderr() throws IOException {
    Path file = folder.resolve("bad.yaml");
    Files.writeString(file, "instalation: x\nsources: []\n");
    assertEquals(2, run("check", "--offline", "-c", file.toString()));
    assertEquals("", out.toString());
    assertEquals(4, err.toString().lines().count(), err.toString());
    assertTrue(err.toString().startsWith(file + ":1:1: contact: is required"), err.toString());
  }

  @Test
  void theCheckSpeaksJson() throws IOException {
    Path file = folder.resolve("bad.yaml");
    Files.writeString(
        file, "installation: x\ncontact: x\nsources: []\ntrackers: [{ name: a, type: embeded }]\n");
    assertEquals(2, run("check", "--offline", "--format", "json", "-c", file.toString()));
    JsonNode finding = new ObjectMapper().readTree(out.toString()).get("findings").get(0);
    assertEquals("error", finding.get("level").asText());
    assertEquals(4, finding.get("line").asInt());
    assertEquals(29, finding.get("column").asInt());
    assertEquals("trackers[0].type", finding.get("key").asText());
    assertEquals("did you mean `embedded`?", finding.get("hint").asText());
  }

  @Test
  void schemaPrintsTheSchemaAndNothingElse() throws IOException {
    assertEquals(0, run("schema"));
    JsonNode schema = new ObjectMapper().readTree(out.toString());
    assertEquals("Followthrough configuration", schema.get("title").asText());
    assertEquals("", err.toString());
  }

  @Test
  void anUnknownOptionEndsWithTwo() {
    assertEquals(2, run("init", "--forse"));
    assertEquals(2, run("check"));
  }
}
