package io.followthrough.daemon.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.followthrough.daemon.app.Houses;
import io.followthrough.daemon.config.Configuration;
import io.followthrough.daemon.config.TrackerConfig;
import io.followthrough.daemon.status.StatusItem;
import io.followthrough.daemon.status.StatusJson;
import io.followthrough.item.ActionItem;
import io.followthrough.item.Finding;
import io.followthrough.item.ItemId;
import io.followthrough.item.ItemState;
import io.followthrough.item.Stage;
import io.followthrough.ledger.Ledger;
import io.followthrough.ledger.OutboxEntry;
import io.followthrough.ledger.OutboxState;
import io.followthrough.sync.Confidential;
import io.followthrough.sync.Pause;
import io.followthrough.sync.Pauses;
import io.followthrough.sync.Restraint;
import io.followthrough.sync.Standstill;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code status}: every item, where it stands and what comes next. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description = "Prints every item, where it stands and what comes next.")
final class StatusCommand implements Callable<Integer> {
  private static final int PAGE = 500;

  private final Terminal terminal;

  @Mixin private ConfigOption config = new ConfigOption();

  @Option(names = "--format", paramLabel = "text|json", description = "Default: ${DEFAULT-VALUE}.")
  private Format format = Format.text;

  StatusCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Configuration configuration = config.load(terminal.environment(), terminal.features());
    try (Ledger ledger = Houses.openReadOnly(configuration)) {
      List<StatusItem> items = items(ledger);
      Instant now = terminal.clock().instant();
      Restraint restraint = ledger.read(books -> Restraint.of(books, now));
      List<Pause> paused = ledger.read(books -> Pauses.active(books, now));
      List<String> exposed = exposed(ledger);
      switch (format) {
        case text -> {
          items.forEach(item -> print(terminal.out(), item, restraint));
          if (items.isEmpty()) {
            terminal.out().println("No items yet. `followthrough sync` reads the postmortems.");
          }
          undelivered(ledger).forEach(terminal.out()::println);
          CycleText text = new CycleText(terminal.out());
          text.stopped(stopped(configuration, ledger));
          text.paused(paused);
          text.exposed(exposed);
        }
        case json -> {
          ObjectNode root = Json.object();
          root.set("items", Json.array(items.stream().map(item -> json(item, restraint)).toList()));
          root.set("paused", StatusJson.paused(paused));
          root.set("exposed", Json.texts(exposed));
          terminal.out().println(Json.write(root));
        }
      }
    }
    return ExitCode.DONE;
  }

  /** The tickets that carry words which are confidential by now. */
  private static List<String> exposed(Ledger ledger) {
    return ledger.read(
        books -> Confidential.of(books).exposed(books).stream().map(Confidential::words).toList());
  }

  /** Every item that people may ask about; one that is followed elsewhere is left out. */
  static List<StatusItem> items(Ledger ledger) {
    List<StatusItem> items = new ArrayList<>();
    Optional<ItemId> last = Optional.empty();
    List<StatusItem> page = page(ledger, last);
    while (!page.isEmpty()) {
      page.stream().filter(status -> isListed(status.item())).forEach(items::add);
      last = Optional.of(page.get(page.size() - 1).item().id());
      page = page(ledger, last);
    }
    return items;
  }

  private static boolean isListed(ActionItem item) {
    boolean withdrawn = item.removedAt().isPresent() && item.filing().isEmpty();
    return item.stage() != Stage.MERGED && !withdrawn;
  }

  private static List<StatusItem> page(Ledger ledger, Optional<ItemId> after) {
    return ledger.read(
        books ->
            books.items().after(after, PAGE).stream()
                .map(item -> StatusItem.of(books, item))
                .toList());
  }

  private static ObjectNode json(StatusItem status, Restraint restraint) {
    return Json.put(StatusJson.of(status), "restrained", restrained(status, restraint));
  }

  /** Why nothing is written about an item that is still open. */
  private static Optional<String> restrained(StatusItem status, Restraint restraint) {
    return restraint
        .on(status.item(), status.tracker().orElse(""))
        .filter(why -> status.standing().state().isOpen());
  }

  private static void print(PrintWriter out, StatusItem status, Restraint restraint) {
    ActionItem item = status.item();
    ItemState state = status.standing().state();
    List<String> facts = new ArrayList<>();
    status.ticket().ifPresent(ref -> facts.add(ref.key()));
    status.owner().ifPresent(facts::add);
    status.due().map(LocalDate::toString).ifPresent(due -> facts.add("due " + due));
    status
        .followUp()
        .flatMap(next -> next.nextAt())
        .ifPresent(at -> facts.add("looks again at " + at));
    String unverified =
        state == ItemState.DONE && !status.standing().verified() ? " (unverified)" : "";
    out.println(state.word() + unverified + "  " + item.promise().title());
    out.println("    " + item.id() + "  " + String.join(", ", facts));
    restrained(status, restraint).ifPresent(why -> out.println("    nothing is written: " + why));
    for (Finding finding : status.held()) {
      out.println("    held by " + finding.rule() + ": " + finding.message());
    }
  }

  private static Map<String, String> stopped(Configuration configuration, Ledger ledger) {
    Map<String, String> stopped = new TreeMap<>();
    for (TrackerConfig tracker : configuration.trackers()) {
      ledger
          .read(books -> Standstill.of(books, tracker.name()))
          .ifPresent(why -> stopped.put(tracker.name(), why));
    }
    return stopped;
  }

  private static List<String> undelivered(Ledger ledger) {
    List<String> lines = new ArrayList<>();
    for (OutboxState state : List.of(OutboxState.UNKNOWN, OutboxState.PARKED)) {
      for (OutboxEntry entry : ledger.read(books -> books.outbox().in(state, PAGE))) {
        String problem = entry.problem().orElse("");
        lines.add(state + " " + entry.key() + " to " + entry.destination() + ": " + problem);
        if (state == OutboxState.PARKED) {
          lines.add("    mend the cause, then `followthrough retry " + entry.subject() + "`");
        }
      }
    }
    return lines;
  }
}
