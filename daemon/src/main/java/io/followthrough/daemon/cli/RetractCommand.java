package io.followthrough.daemon.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.followthrough.daemon.app.Eraser;
import io.followthrough.daemon.app.Houses;
import io.followthrough.daemon.config.Configuration;
import io.followthrough.ledger.Books;
import io.followthrough.ledger.Ledger;
import io.followthrough.ledger.OutboxEntry;
import io.followthrough.ledger.OwnTicket;
import io.followthrough.ledger.Subject;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code retract}: the eraser. */
@Command(
    name = "retract",
    mixinStandardHelpOptions = true,
    description =
        "Takes back what was sent: our comments become one line, tickets that we opened and nobody"
            + " touched are closed as not planned, the rest is listed.")
final class RetractCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private ConfigOption config = new ConfigOption();

  @Parameters(
      arity = "0..1",
      paramLabel = "ITEM",
      description = "The beginning of an item's id, a ticket's key or URL.")
  private @Nullable String text;

  @Option(
      names = "--since",
      paramLabel = "INSTANT|TIME",
      description = "Instead of an item: all that was sent since then.")
  private @Nullable String since;

  @Option(names = "--dry-run", description = "Only says what would be taken back.")
  private boolean rehearsed;

  @Option(names = "--format", paramLabel = "text|json", description = "Default: ${DEFAULT-VALUE}.")
  private Format format = Format.text;

  RetractCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if ((text == null) == (since == null)) {
      terminal.err().println("name either an item or `--since INSTANT`");
      return ExitCode.WRONG;
    }
    Configuration configuration = config.load(terminal.environment(), terminal.features());
    Instant now = terminal.clock().instant();
    Eraser eraser = new Eraser(configuration.installation(), Houses.person());
    String wanted = text;
    String from = since;
    if (wanted != null) {
      try (Ledger ledger = Houses.openReadOnly(configuration)) {
        if (ledger.read(books -> subjects(books, wanted)).isEmpty()) {
          terminal
              .err()
              .println(
                  "nothing is known of " + wanted + "; `followthrough sent` lists what was sent");
          return ExitCode.WRONG;
        }
      }
    }
    List<Eraser.Withdrawal> plan;
    try (Ledger ledger = Houses.open(configuration)) {
      plan =
          ledger.write(
              books -> {
                List<OutboxEntry> sent =
                    wanted != null
                        ? subjects(books, wanted).stream()
                            .flatMap(subject -> books.outbox().of(subject).stream())
                            .toList()
                        : books
                            .outbox()
                            .doneBetween(
                                Since.of(String.valueOf(from), configuration, now),
                                now.plusNanos(1));
                List<Eraser.Withdrawal> made = eraser.plan(books, sent);
                if (!rehearsed) {
                  eraser.obey(books, made, now);
                }
                return made;
              });
    }
    print(plan);
    return ExitCode.DONE;
  }

  private static List<Subject> subjects(Books books, String text) {
    return Stream.concat(
            books.items().matching(text).stream().map(item -> Subject.of(item.id())),
            books.ownTickets().matching(text).stream().map(OwnTicket::subject))
        .toList();
  }

  private void print(List<Eraser.Withdrawal> plan) {
    switch (format) {
      case text -> {
        plan.forEach(it -> terminal.out().println("  " + it.what() + ": " + it.words()));
        long done = plan.stream().filter(it -> it.effect().isPresent()).count();
        String ending =
            rehearsed ? " would be taken back." : " taken back; the next cycle writes it.";
        terminal.out().println(done + ending);
      }
      case json -> {
        ObjectNode root = Json.object().put("dryRun", rehearsed);
        root.set("withdrawals", Json.array(plan.stream().map(RetractCommand::json).toList()));
        terminal.out().println(Json.write(root));
      }
    }
  }

  private static ObjectNode json(Eraser.Withdrawal each) {
    return Json.object()
        .put("key", each.sent().key())
        .put("what", each.what())
        .put("retracted", each.effect().isPresent())
        .put("words", each.words());
  }
}
