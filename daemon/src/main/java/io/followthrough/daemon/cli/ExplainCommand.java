package io.followthrough.daemon.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.followthrough.daemon.app.Houses;
import io.followthrough.daemon.config.Configuration;
import io.followthrough.daemon.status.StatusItem;
import io.followthrough.daemon.status.StatusJson;
import io.followthrough.item.ActionItem;
import io.followthrough.ledger.Books;
import io.followthrough.ledger.JournalEntry;
import io.followthrough.ledger.Ledger;
import io.followthrough.ledger.OutboxEntry;
import io.followthrough.ledger.OutboxState;
import io.followthrough.sync.Restraint;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code explain}: every decision about one item. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = "Explains one item or ticket: every decision taken and why, and what comes next.")
final class ExplainCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private ConfigOption config = new ConfigOption();

  @Parameters(
      paramLabel = "ITEM",
      description = "The beginning of an item's id, a ticket's key or URL.")
  private String text = "";

  @Option(names = "--format", paramLabel = "text|json", description = "Default: ${DEFAULT-VALUE}.")
  private Format format = Format.text;

  ExplainCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Configuration configuration = config.load(terminal.environment(), terminal.features());
    try (Ledger ledger = Houses.openReadOnly(configuration)) {
      List<ActionItem> items = ledger.read(books -> books.items().matching(text));
      if (items.isEmpty()) {
        terminal
            .err()
            .println("nothing is known of " + text + "; `followthrough status` lists all items");
        return ExitCode.WRONG;
      }
      if (format == Format.json) {
        ObjectNode root = Json.object();
        root.set(
            "items",
            ledger.read(
                books -> {
                  Restraint restraint = Restraint.of(books, terminal.clock().instant());
                  return Json.array(
                      items.stream().map(item -> json(books, item, restraint)).toList());
                }));
        terminal.out().println(Json.write(root));
      } else {
        ledger.read(
            books -> {
              Restraint restraint = Restraint.of(books, terminal.clock().instant());
              items.forEach(item -> print(terminal.out(), books, item, restraint));
              return items.size();
            });
      }
    }
    return ExitCode.DONE;
  }

  private static ObjectNode json(Books books, ActionItem item, Restraint restraint) {
    StatusItem status = StatusItem.of(books, item);
    ObjectNode node = StatusJson.of(status);
    Json.put(node, "restrained", restraint.on(item, status.tracker().orElse("")));
    node.set(
        "journal",
        Json.array(books.journal().ofItem(item.id()).stream().map(ExplainCommand::json).toList()));
    return node;
  }

  private static ObjectNode json(JournalEntry entry) {
    return Json.object()
        .put("at", entry.at().toString())
        .put("actor", entry.actor())
        .put("kind", entry.kind())
        .put("words", entry.words())
        .put("rule", entry.rule());
  }

  private static void print(PrintWriter out, Books books, ActionItem item, Restraint restraint) {
    StatusItem status = StatusItem.of(books, item);
    out.println(item.promise().title());
    out.println("  item      " + item.id());
    out.println("  document  " + item.origin().documentKey() + ", line " + item.promise().line());
    out.println("  found by  " + item.promise().rule());
    out.println("  state     " + status.standing().state().word());
    status.owner().ifPresent(owner -> out.println("  owner     " + owner));
    status.due().ifPresent(due -> out.println("  due       " + due));
    status
        .ticket()
        .ifPresent(
            ref -> out.println(("  ticket    " + ref.key() + " " + ref.url()).stripTrailing()));
    status.held().forEach(f -> out.println("  held      " + f.rule() + ": " + f.message()));
    status
        .followUp()
        .flatMap(next -> next.nextAt())
        .ifPresent(
            at ->
                out.println(
                    "  next      "
                        + status.followUp().flatMap(n -> n.nextKind()).orElse("a look")
                        + " at "
                        + at));
    restraint
        .on(item, status.tracker().orElse(""))
        .ifPresent(why -> out.println("  held      nothing is written: " + why));
    for (OutboxEntry entry : books.outbox().ofItem(item.id())) {
      String problem = entry.problem().map(words -> ": " + words).orElse("");
      out.println("  outbox    " + entry.state() + " " + entry.key() + problem);
      if (entry.state() == OutboxState.PARKED) {
        out.println("            mend the cause, then `followthrough retry " + item.id() + "`");
      }
    }
    for (JournalEntry entry : books.journal().ofItem(item.id())) {
      String rule = entry.rule().isEmpty() ? "" : " [" + entry.rule() + "]";
      String by = entry.actor().equals(JournalEntry.US) ? "" : ", by " + entry.actor();
      out.println("  " + entry.at() + "  " + entry.kind() + "  " + entry.words() + by + rule);
    }
  }
}
