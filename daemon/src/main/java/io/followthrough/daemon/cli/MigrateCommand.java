package io.followthrough.daemon.cli;

import io.followthrough.daemon.app.Migration;
import io.followthrough.daemon.config.Configuration;
import io.followthrough.daemon.config.Secret;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code migrate}: the store from SQLite to PostgreSQL. */
@Command(
    name = "migrate",
    mixinStandardHelpOptions = true,
    description = "Carries the store from SQLite into an empty PostgreSQL database.")
final class MigrateCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private ConfigOption config = new ConfigOption();

  @Option(
      names = "--to",
      required = true,
      paramLabel = "URL",
      description = "postgresql://USER@HOST/DATABASE; the password does not stand in it.")
  private String to = "";

  @Option(
      names = "--password",
      paramLabel = "REFERENCE",
      description =
          "Where the password stands: $${env:NAME}, $${file:PATH} or $${credential:NAME}.")
  private @Nullable String password;

  MigrateCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (!to.matches("postgresql://(?:[^:@/]+@)?[^@/]+/[^/]+")) {
      throw new IllegalArgumentException(
          "--to: expected postgresql://USER@HOST/DATABASE, without a password in it");
    }
    Configuration configuration = config.load(terminal.environment(), terminal.features());
    Map<String, Long> rows = Migration.migrate(configuration, to, secret(), terminal.clock());
    rows.forEach((table, count) -> terminal.out().println("  " + table + ": " + count));
    terminal.out().println("carried over; now say in the configuration:");
    String reference = password == null ? "" : ", password: \"" + password + "\"";
    terminal.out().println("store: { url: \"" + to + "\"" + reference + " }");
    return ExitCode.DONE;
  }

  private Optional<Supplier<String>> secret() {
    if (password == null) {
      return Optional.empty();
    }
    Secret secret = Secret.of(password, Path.of("").toAbsolutePath(), terminal.environment());
    return Optional.of(secret::reveal);
  }
}
