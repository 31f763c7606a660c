package io.followthrough.daemon.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.followthrough.daemon.app.Houses;
import io.followthrough.daemon.config.Configuration;
import io.followthrough.daemon.cycle.RecoverCycle;
import io.followthrough.sync.Recovery;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code recover}: a lost or older store rebuilt from the marks in the trackers. */
@Command(
    name = "recover",
    mixinStandardHelpOptions = true,
    description =
        "Rebuilds a lost or older store from the marks in the trackers. Creates nothing and says"
            + " nothing.")
final class RecoverCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private ConfigOption config = new ConfigOption();

  @Option(names = "--format", paramLabel = "text|json", description = "Default: ${DEFAULT-VALUE}.")
  private Format format = Format.text;

  RecoverCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Configuration configuration = config.load(terminal.environment(), terminal.features());
    try (Houses.Delivering delivering =
        Houses.delivering(configuration, terminal.clock(), "recover")) {
      RecoverCycle.Result result = delivering.house().recover(terminal.clock().instant());
      switch (format) {
        case text -> print(terminal.out(), result);
        case json -> terminal.out().println(Json.write(json(result)));
      }
      result.problems().forEach(terminal.err()::println);
      return result.problems().isEmpty() ? ExitCode.DONE : ExitCode.UNDONE;
    }
  }

  private static void print(PrintWriter out, RecoverCycle.Result result) {
    out.println(result.documents() + " documents read");
    result
        .found()
        .forEach(
            (tracker, found) -> {
              out.println(
                  tracker
                      + ": "
                      + found.recovered().size()
                      + " tickets recovered, "
                      + found.known()
                      + " known already");
              found.recovered().forEach(line -> out.println("  recovered  " + line));
              found
                  .unmatched()
                  .forEach(line -> out.println("  unmatched  " + line + ": no document has it"));
              found.twins().forEach(line -> out.println("  twin       " + line));
            });
  }

  private static ObjectNode json(RecoverCycle.Result result) {
    ObjectNode root = Json.object().put("documents", result.documents());
    Stream<ObjectNode> trackers =
        result.found().entrySet().stream().map(it -> json(it.getKey(), it.getValue()));
    root.set("trackers", Json.array(trackers.toList()));
    root.set("problems", Json.texts(result.problems()));
    return root;
  }

  private static ObjectNode json(String tracker, Recovery.Found found) {
    ObjectNode node = Json.object().put("name", tracker).put("known", found.known());
    node.set("recovered", Json.texts(found.recovered()));
    node.set("unmatched", Json.texts(found.unmatched()));
    node.set("twins", Json.texts(found.twins()));
    return node;
  }
}
