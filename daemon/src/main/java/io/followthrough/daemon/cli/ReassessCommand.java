package io.followthrough.daemon.cli;

import io.followthrough.daemon.app.Houses;
import io.followthrough.daemon.app.Reassessment;
import io.followthrough.daemon.config.Configuration;
import io.followthrough.daemon.status.StatusItem;
import io.followthrough.ledger.Ledger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code reassess}: asks whether open items still stand. */
@Command(
    name = "reassess",
    mixinStandardHelpOptions = true,
    description = "Asks once, on each matching open ticket, whether its promise still stands.")
final class ReassessCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private ConfigOption config = new ConfigOption();

  @Option(names = "--service", paramLabel = "NAME", description = "Items of a service.")
  private List<String> services = new ArrayList<>();

  @Option(names = "--kind", paramLabel = "KIND", description = "Items of a kind.")
  private List<String> kinds = new ArrayList<>();

  @Option(names = "--team", paramLabel = "NAME", description = "Items of a team.")
  private List<String> teams = new ArrayList<>();

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      required = true,
      description = "Why, for those who are asked. The same reason asks nobody twice.")
  private @Nullable String reason;

  @Option(names = "--dry-run", description = "Only says who would be asked.")
  private boolean rehearsed;

  ReassessCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    String why = reason == null ? "" : reason;
    if (why.isBlank() || (services.isEmpty() && kinds.isEmpty() && teams.isEmpty())) {
      terminal.err().println("name a service, a kind or a team, and a reason");
      return ExitCode.WRONG;
    }
    Configuration configuration = config.load(terminal.environment(), terminal.features());
    Reassessment reassessment = new Reassessment(configuration, why);
    Set<String> named = RelatedCommand.names(configuration, services);
    Instant now = terminal.clock().instant();
    List<StatusItem> meant;
    try (Ledger ledger = Houses.open(configuration)) {
      meant =
          ledger.write(
              books -> {
                List<StatusItem> found =
                    reassessment.meant(books, status -> isMeant(status, named));
                if (!rehearsed) {
                  reassessment.ask(books, found, now);
                }
                return found;
              });
    }
    meant.forEach(
        it ->
            terminal
                .out()
                .println("  " + it.ticket().map(ref -> ref.key()).orElse(it.item().id().value())));
    terminal
        .out()
        .println(
            meant.size() + (rehearsed ? " would be asked." : " asked; the next cycle writes it."));
    return ExitCode.DONE;
  }

  private boolean isMeant(StatusItem status, Set<String> named) {
    boolean service =
        services.isEmpty()
            || status.services().stream()
                .anyMatch(it -> named.stream().anyMatch(it::equalsIgnoreCase));
    boolean kind =
        kinds.isEmpty()
            || status
                .item()
                .promise()
                .kind()
                .filter(it -> kinds.stream().anyMatch(it.word()::equalsIgnoreCase))
                .isPresent();
    boolean team =
        teams.isEmpty()
            || status
                .item()
                .judgement()
                .team()
                .filter(it -> teams.stream().anyMatch(it::equalsIgnoreCase))
                .isPresent();
    return service && kind && team;
  }
}
