package io.followthrough.daemon.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class ConfigurationReferenceTest {
  private static final Path PAGE = Path.of("..", "docs", "configuration.md");

  /** Run with {@code -Dfollowthrough.write=true} to write the page anew. */
  @Test
  void thePageInTheDocumentationIsTheOneTheSchemaMakes() throws IOException {
    String rendered = ConfigurationReference.render(Schema.ofFile(), Written.NOW);
    if (Boolean.getBoolean("followthrough.write")) {
      Files.createDirectories(PAGE.toAbsolutePath().normalize().getParent());
      Files.writeString(PAGE, rendered);
    }
    assertEquals(rendered, Files.readString(PAGE));
  }

  @Test
  void everyKeySaysWhatItMeans() {
    everyKeySaysWhatItMeans(Schema.ofFile(), "");
  }

  private static void everyKeySaysWhatItMeans(Schema schema, String path) {
    schema
        .properties()
        .forEach(
            (key, property) -> {
              String at = TreeReader.join(path, key);
              assertFalse(property.description().isEmpty(), at);
              everyKeySaysWhatItMeans(property, at);
            });
    schema.choices().forEach(it -> everyKeySaysWhatItMeans(it, path));
    schema.items().ifPresent(it -> everyKeySaysWhatItMeans(it, path + "[]"));
    schema.others().ifPresent(it -> everyKeySaysWhatItMeans(it, path + ".*"));
  }
}
