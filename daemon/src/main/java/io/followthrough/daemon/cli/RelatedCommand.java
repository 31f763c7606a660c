package io.followthrough.daemon.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.followthrough.daemon.app.Houses;
import io.followthrough.daemon.config.Configuration;
import io.followthrough.daemon.config.ServiceConfig;
import io.followthrough.daemon.status.Related;
import io.followthrough.daemon.status.StatusItem;
import io.followthrough.daemon.status.StatusJson;
import io.followthrough.item.Incident;
import io.followthrough.ledger.Ledger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code related}: earlier postmortems of a service or a failure mode. */
@Command(
    name = "related",
    mixinStandardHelpOptions = true,
    description = "Prints earlier postmortems of a service or failure mode, with their open items.")
final class RelatedCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private ConfigOption config = new ConfigOption();

  @Option(names = "--service", paramLabel = "NAME", description = "A service, by any name.")
  private List<String> services = new ArrayList<>();

  @Option(names = "--failure-mode", paramLabel = "WORDS", description = "A failure mode.")
  private List<String> modes = new ArrayList<>();

  @Option(names = "--format", paramLabel = "text|json", description = "Default: ${DEFAULT-VALUE}.")
  private Format format = Format.text;

  RelatedCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (services.isEmpty() && modes.isEmpty()) {
      terminal.err().println("name a service or a failure mode: `--service checkout`");
      return ExitCode.WRONG;
    }
    Configuration configuration = config.load(terminal.environment(), terminal.features());
    try (Ledger ledger = Houses.openReadOnly(configuration)) {
      Set<String> all = names(configuration, services);
      List<Related> found = ledger.read(books -> Related.of(books, all, Set.copyOf(modes)));
      switch (format) {
        case text -> {
          found.forEach(this::print);
          if (found.isEmpty()) {
            terminal.out().println("No earlier postmortem names it.");
          }
        }
        case json -> {
          ObjectNode root = Json.object();
          root.set("postmortems", Json.array(found.stream().map(RelatedCommand::json).toList()));
          terminal.out().println(Json.write(root));
        }
      }
    }
    return ExitCode.DONE;
  }

  /** All names of the services that are meant. */
  static Set<String> names(Configuration configuration, List<String> services) {
    Set<String> names = new HashSet<>(services);
    for (ServiceConfig service : configuration.services()) {
      List<String> all = new ArrayList<>(List.of(service.name()));
      all.addAll(service.aliases());
      if (all.stream().anyMatch(name -> services.stream().anyMatch(name::equalsIgnoreCase))) {
        names.addAll(all);
      }
    }
    return names;
  }

  private void print(Related related) {
    Incident incident = related.origin().incident();
    List<String> facts = new ArrayList<>();
    related.day().ifPresent(day -> facts.add(day.toString()));
    incident.id().ifPresent(facts::add);
    incident.severity().ifPresent(facts::add);
    terminal.out().println(related.origin().title() + "  " + String.join(", ", facts));
    terminal.out().println("    " + related.origin().link().orElse(related.origin().path()));
    int open = related.open().size();
    terminal.out().println("    " + open + " of " + related.items().size() + " items open");
    for (StatusItem item : related.open()) {
      String ticket = item.ticket().map(ref -> ref.key() + "  ").orElse("");
      String owner = item.owner().map(name -> ", " + name).orElse("");
      String due = item.due().map(day -> ", due " + day).orElse("");
      terminal.out().println("      " + ticket + item.item().promise().title() + owner + due);
    }
  }

  private static ObjectNode json(Related related) {
    Incident incident = related.origin().incident();
    ObjectNode node = Json.object().put("document", related.origin().documentKey());
    node.put("title", related.origin().title());
    Json.put(node, "link", related.origin().link());
    Json.put(node, "incident", incident.id());
    Json.put(node, "date", related.day());
    Json.put(node, "severity", incident.severity());
    node.set("services", Json.texts(incident.services()));
    node.set("failureModes", Json.texts(incident.failureModes()));
    node.put("open", related.open().size());
    node.set("items", Json.array(related.items().stream().map(StatusJson::of).toList()));
    return node;
  }
}
