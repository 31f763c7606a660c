package io.followthrough.daemon.cli;

import io.followthrough.daemon.config.ConfigFile;
import io.followthrough.daemon.config.Configuration;
import io.followthrough.daemon.config.Features;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Option;

/** The option that names the configuration file. */
final class ConfigOption {
  @Option(
      names = {"-c", "--config"},
      paramLabel = "FILE",
      description = "The configuration file. Default: ${DEFAULT-VALUE}.",
      defaultValue = "followthrough.yaml")
  private Path file = Path.of("followthrough.yaml");

  /**
   * Reads the file.
   *
   * @throws io.followthrough.daemon.config.ConfigProblems with all that is wrong in it
   */
  Configuration load(Map<String, String> environment, Features features) {
    return ConfigFile.load(file, environment, features);
  }
}
