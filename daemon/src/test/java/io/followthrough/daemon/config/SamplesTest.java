package io.followthrough.daemon.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.dialect.DialectId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The two samples of the documentation, read by us and by a validator of standing. */
final class SamplesTest {
  @TempDir private Path folder = Path.of("");
  private Written written = new Written(folder);

  @BeforeEach
  void secretsAndFilesOfTheSamples() {
    written = new Written(folder);
    for (String variable :
        List.of(
            "GIT_TOKEN",
            "GITHUB_TOKEN",
            "ATLASSIAN_TOKEN",
            "LINEAR_API_KEY",
            "SLACK_TOKEN",
            "HOOK_SECRET")) {
      written.with(variable, "t0ken");
    }
    written.with("CREDENTIALS_DIRECTORY", ".");
    written.file("secret", "t0ken\n").file("jira", "t0ken\n").file("corp.pem", "");
  }

  private static String sample(String name) throws IOException {
    try (InputStream in = SamplesTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void theSmallestFileDoesTheJobInThisVersion() throws IOException {
    Configuration configuration = written.with(Written.NOW).load(sample("smallest.yaml"));
    assertEquals("backend", configuration.trackers().get(0).name());
    assertEquals(List.of(), configuration.warnings());
    assertEquals(List.of(), written.told(configuration.notYet()));
    assertEquals(true, configuration.postmortemTicket());
    assertEquals(FollowUpConfig.Digest.WEEKLY, configuration.followUp().digest());
  }

  @Test
  void theFileWithEverythingIsUnderstoodWhereEverythingIsBuilt() throws IOException {
    Configuration configuration = written.load(sample("everything.yaml"));
    assertEquals(7, configuration.sources().size());
    assertEquals(6, configuration.trackers().size());
    assertEquals(4, configuration.routes().size());
    assertEquals(3, configuration.channels().size());
    assertEquals(List.of(), configuration.notYet());
    assertEquals(
        Set.of("there is no person `Victor Prime`", "there is no person `Bob Stone`"),
        Set.copyOf(configuration.warnings().stream().map(Problem::message).toList()));
  }

  @Test
  void theFileWithEverythingIsAcceptedInThisVersion() throws IOException {
    Configuration configuration = written.with(Written.NOW).load(sample("everything.yaml"));
    assertEquals(List.of(), configuration.notYet());
  }

  @ParameterizedTest
  @ValueSource(strings = {"language: de"})
  void whatIsNotBuiltIsRefused(String key) {
    String yaml = Written.SMALLEST.replace("type: embedded", "type: embedded, " + key);
    List<Problem> problems = written.with(Written.NOW).refused(yaml).problems();
    assertEquals(1, problems.size(), problems.toString());
    assertTrue(problems.get(0).message().contains("not yet in this version"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postmortem-ticket: off",
        "follow-up: { digest: off }",
        "follow-up: { digest: daily }",
        "channels: [{ name: a, type: slack, token: '${env:SLACK_TOKEN}' }]",
        "channels: []",
        "channels:",
        "reports: []",
        "confidential: { when: [], then: skip }",
        "confidential: {}",
        "store: { url: 'sqlite:other.db' }",
        "web: off",
        "leadership: [Victor]",
        "http: { proxy: 'http://proxy:3128' }",
        "teams: [{ name: A, planning: { every: 2w } }]",
      })
  void whatAsksForNothingIsAccepted(String line) {
    written.with(Written.NOW).load(Written.SMALLEST + line + "\n");
  }

  @Test
  void anotherLanguageIsNotBuilt() {
    String yaml =
        Written.REQUIRED + "sources: []\ntrackers: [{ name: a, type: embedded, language: de }]\n";
    assertTrue(
        written.with(Written.NOW).refused(yaml).toString().contains("not yet in this version"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"smallest.yaml", "everything.yaml"})
  void theSchemaSaysTheSameToAnotherValidator(String name) throws IOException {
    Problems problems = new Problems();
    JsonNode sample =
        new ObjectMapper().valueToTree(Untyped.of(YamlText.read(name, sample(name), problems)));
    assertEquals(List.of(), validate(sample));
    assertTrue(problems.isEmpty());
  }

  @Test
  void theSchemaRefusesForAnotherValidatorWhatItRefusesHere() throws IOException {
    String bad =
        sample("smallest.yaml")
            .replace("path:", "pth:")
            .replace("people:", "gate: { max-items: 0 }\npeople:");
    JsonNode sample =
        new ObjectMapper().valueToTree(Untyped.of(YamlText.read("bad", bad, new Problems())));
    assertTrue(validate(sample).size() >= 2);
    written.refused(bad);
  }

  @Test
  void theSchemaIsAGoodOneItself() {
    com.networknt.schema.Schema meta =
        registry().getSchema(SchemaLocation.of(DialectId.DRAFT_2020_12));
    assertEquals(List.of(), meta.validate(ConfigFile.schema(), InputFormat.JSON));
  }

  private static List<com.networknt.schema.Error> validate(JsonNode sample) {
    return registry().getSchema(ConfigFile.schema()).validate(sample);
  }

  private static SchemaRegistry registry() {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  }
}
