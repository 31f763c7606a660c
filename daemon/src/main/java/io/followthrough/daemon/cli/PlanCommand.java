package io.followthrough.daemon.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.followthrough.daemon.app.House;
import io.followthrough.daemon.app.Houses;
import io.followthrough.daemon.config.Configuration;
import io.followthrough.daemon.cycle.CycleReport;
import io.followthrough.daemon.status.DiscreetLedger;
import io.followthrough.daemon.status.StatusItem;
import io.followthrough.daemon.status.StatusJson;
import io.followthrough.item.ActionItem;
import io.followthrough.plan.Change;
import io.followthrough.sync.Pauses;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code plan}: what a cycle would do, on a copy of the store. */
@Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    description = "Prints what a cycle would do; writes to no tracker, document or store.")
final class PlanCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private ConfigOption config = new ConfigOption();

  @Option(
      names = "--at",
      paramLabel = "INSTANT",
      description = "As if it were that time (ISO-8601).")
  private @Nullable Instant at;

  @Option(names = "--format", paramLabel = "text|json", description = "Default: ${DEFAULT-VALUE}.")
  private Format format = Format.text;

  PlanCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Configuration configuration = config.load(terminal.environment(), terminal.features());
    Instant now = at == null ? terminal.clock().instant() : at;
    try (House house = Houses.rehearsal(configuration, InstantSource.fixed(now))) {
      CycleReport report = house.mirror(now);
      if (!Houses.isTaken(configuration)) {
        report.and(house.followUp(now)).and(house.review(now));
      }
      print(house, report, now);
      report.problems().forEach(terminal.err()::println);
      return report.problems().isEmpty() ? ExitCode.DONE : ExitCode.UNDONE;
    }
  }

  private void print(House house, CycleReport report, Instant now) {
    List<ActionItem> held =
        StatusCommand.items(new DiscreetLedger(house.ledger())).stream()
            .map(StatusItem::item)
            .filter(item -> !item.holds().isEmpty() && item.filing().isEmpty())
            .toList();
    switch (format) {
      case text -> {
        CycleText text = new CycleText(terminal.out());
        text.planned(report);
        text.waiting(report.waiting());
        text.stopped(report.stopped());
        text.paused(house.ledger().read(books -> Pauses.active(books, now)));
        text.held(held);
      }
      case json -> terminal.out().println(Json.write(json(house, report, held)));
    }
  }

  private static ObjectNode json(House house, CycleReport report, List<ActionItem> held) {
    ObjectNode root = Json.object();
    root.set(
        "changes",
        Json.array(
            Stream.of(
                    report.planned().stream().map(change -> json(change, false, false)),
                    report.restrained().stream().map(change -> json(change, false, true)),
                    report.waiting().stream().map(change -> json(change, true, false)))
                .flatMap(changes -> changes)
                .toList()));
    root.set(
        "followUps",
        Json.array(
            report.said().stream()
                .map(
                    said -> {
                      ObjectNode node =
                          Json.object()
                              .put("kind", said.kind())
                              .put("item", said.item())
                              .put("title", said.title())
                              .put("ticket", said.ticket());
                      node.set("to", Json.texts(said.to()));
                      return node;
                    })
                .toList()));
    root.set("reviews", Json.texts(report.reviews()));
    root.set(
        "held",
        new DiscreetLedger(house.ledger())
            .read(
                books ->
                    Json.array(
                        held.stream()
                            .map(item -> StatusJson.of(StatusItem.of(books, item)))
                            .toList())));
    return root;
  }

  private static ObjectNode json(Change change, boolean waits, boolean paused) {
    ActionItem item = change.item();
    String kind = change.match(create -> "create", adopt -> "adopt", edit -> "update");
    ObjectNode node =
        Json.object()
            .put("kind", kind)
            .put("item", item.id().value())
            .put("title", item.promise().title())
            .put("tracker", change.tracker())
            .put("document", item.origin().documentKey())
            .put("line", item.promise().line())
            .put("waits", waits)
            .put("paused", paused);
    Json.put(node, "owner", item.owner());
    Json.put(node, "due", item.promise().due());
    return node;
  }
}
