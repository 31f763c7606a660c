package io.followthrough.daemon.embedded;

import io.followthrough.tracker.MemoryTracker;
import io.followthrough.tracker.MemoryTrackerBuilder;
import io.followthrough.tracker.TrackerFactory;
import io.followthrough.tracker.TrackerSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Makes trackers of type {@code embedded}. Settings: {@code folder}, where the tickets are kept
 * over restarts (without it they live as long as the process); {@code project}, the key of its
 * numbers; {@code url}, what the address of a ticket's page is before its key.
 */
public final class Embedded implements TrackerFactory {
  private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

  /** Creates the factory, as {@link java.util.ServiceLoader} does. */
  public Embedded() {}

  @Override
  public String type() {
    return "embedded";
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException also where the file of its tickets cannot be read
   */
  @Override
  public MemoryTracker create(TrackerSettings settings) {
    MemoryTrackerBuilder builder =
        MemoryTracker.builder(settings.name(), settings.clock()).labels(settings.labels());
    settings.value("project").ifPresent(builder::project);
    settings.value("url").ifPresent(builder::address);
    Optional<String> folder = settings.value("folder");
    if (folder.isPresent()) {
      EmbeddedFile file = new EmbeddedFile(fileOf(settings.name(), Path.of(folder.get())));
      try {
        builder.snapshot(file.read()).keeper(file);
      } catch (IOException e) {
        throw new IllegalArgumentException(
            "tracker " + settings.name() + " cannot read its tickets: " + e.getMessage(), e);
      }
    }
    return builder.build();
  }

  private static Path fileOf(String name, Path folder) {
    if (!FILE_NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "tracker " + name + ": an embedded tracker's name is letters, digits, '.', '_' and '-'");
    }
    return folder.resolve("embedded-" + name + ".json");
  }
}
