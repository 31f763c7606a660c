package io.followthrough.daemon.cli;

import static java.time.temporal.ChronoUnit.SECONDS;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.followthrough.daemon.app.Houses;
import io.followthrough.daemon.config.Configuration;
import io.followthrough.daemon.status.Sending;
import io.followthrough.ledger.Ledger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sent}: what left, where to, to whom and why. */
@Command(
    name = "sent",
    mixinStandardHelpOptions = true,
    description = "Prints what was sent: where, to whom and why.")
final class SentCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private ConfigOption config = new ConfigOption();

  @Option(
      names = "--since",
      paramLabel = "TIME|INSTANT",
      description = "Since when, such as 24h. Default: ${DEFAULT-VALUE}.")
  private String since = "24h";

  @Option(names = "--format", paramLabel = "text|json", description = "Default: ${DEFAULT-VALUE}.")
  private Format format = Format.text;

  SentCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Configuration configuration = config.load(terminal.environment(), terminal.features());
    Instant now = terminal.clock().instant();
    Instant from = Since.of(since, configuration, now);
    try (Ledger ledger = Houses.openReadOnly(configuration)) {
      List<Sending> sent = ledger.read(books -> Sending.between(books, from, now.plusNanos(1)));
      switch (format) {
        case text -> {
          sent.forEach(this::print);
          if (sent.isEmpty()) {
            terminal.out().println("Nothing was sent since " + from + ".");
          }
        }
        case json -> {
          ObjectNode root = Json.object().put("since", from.toString());
          root.set("sent", Json.array(sent.stream().map(SentCommand::json).toList()));
          terminal.out().println(Json.write(root));
        }
      }
    }
    return ExitCode.DONE;
  }

  private void print(Sending sent) {
    String place = sent.place().isEmpty() ? sent.destination() : sent.place();
    String to = sent.to().isEmpty() ? "" : " -> " + String.join(", ", sent.to());
    terminal
        .out()
        .println(
            sent.at().truncatedTo(SECONDS)
                + "  "
                + sent.kind()
                + "  "
                + place
                + ": "
                + sent.title()
                + to);
    if (!sent.why().isEmpty()) {
      terminal.out().println("    because " + sent.why());
    }
  }

  private static ObjectNode json(Sending sent) {
    ObjectNode node =
        Json.object()
            .put("at", sent.at().toString())
            .put("kind", sent.kind())
            .put("destination", sent.destination());
    Json.put(node, "ticket", Optional.of(sent.place()).filter(place -> !place.isEmpty()));
    node.put("title", sent.title());
    node.set("to", Json.texts(sent.to()));
    Json.put(node, "why", Optional.of(sent.why()).filter(why -> !why.isEmpty()));
    return node.put("key", sent.key());
  }
}
