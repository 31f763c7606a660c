package io.followthrough.daemon.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.followthrough.followup.Notice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TemplateFolderTest {
  private static final String YAML =
      Written.REQUIRED
          + """
          sources: [{ name: docs, type: directory, path: docs }]
          trackers: [{ name: sandbox, type: embedded, templates: wording }]
          """;

  @TempDir private Path folder = Path.of("");

  @Test
  void eachFileIsTheWordingOfAKind() throws IOException {
    Files.createDirectories(folder.resolve("wording"));
    Written written = new Written(folder).file("wording/nudge.md", "{{people}}: how is it going?");
    Configuration configuration = written.file("wording/README.txt", "ours").load(YAML);
    Path wording = configuration.trackers().get(0).templates().orElseThrow();
    assertEquals(Set.of(Notice.Kind.NUDGE), TemplateFolder.read(wording).byKind().keySet());
  }

  @Test
  void everyMistakeIsToldAtOnceWithItsMend() throws IOException {
    Files.createDirectories(folder.resolve("wording"));
    Written written =
        new Written(folder)
            .file("wording/nugde.md", "{{people}}")
            .file("wording/overdue.md", "Late.")
            .file("wording/due-soon.md", "{{people}}\n\n{{dues}}");
    List<String> problems = written.problems(YAML);
    assertEquals(3, problems.size(), problems::toString);
    assertTrue(
        problems.get(0).startsWith("wording/due-soon.md:3:1: {{dues}} is no fact"),
        problems::toString);
    assertTrue(problems.get(1).contains("nudge"), problems::toString);
    assertTrue(problems.get(2).contains("{{people}}"), problems::toString);
  }

  @Test
  void aFolderThatIsNotThereIsTold() {
    assertEquals(
        List.of("wording: is no folder that can be read"), new Written(folder).problems(YAML));
  }
}
