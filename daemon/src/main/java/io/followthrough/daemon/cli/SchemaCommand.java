package io.followthrough.daemon.cli;

import io.followthrough.daemon.config.ConfigFile;
import java.io.PrintWriter;
import picocli.CommandLine.Command;

/** Prints the JSON Schema of the configuration file. */
@Command(
    name = "schema",
    description = "Prints the JSON Schema of the configuration file.",
    mixinStandardHelpOptions = true)
final class SchemaCommand implements Runnable {
  private final PrintWriter out;

  SchemaCommand(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void run() {
    out.print(ConfigFile.schema());
    out.flush();
  }
}
