package io.followthrough.daemon.cli;

import io.followthrough.daemon.app.House;
import io.followthrough.daemon.app.Houses;
import io.followthrough.daemon.app.Rehoming;
import io.followthrough.daemon.config.Configuration;
import io.followthrough.daemon.config.Nearest;
import io.followthrough.daemon.config.TrackerConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code rehome}: live items move to the tickets that a migration made. */
@Command(
    name = "rehome",
    mixinStandardHelpOptions = true,
    description =
        "Moves live items to the tickets that a tracker migration made: by a map, a transfer, our"
            + " mark, or the importer's link. What is not found is listed.")
final class RehomeCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private ConfigOption config = new ConfigOption();

  @Option(
      names = "--from",
      paramLabel = "TRACKER",
      required = true,
      description = "Where they are; it need not be in the configuration any more.")
  private String from = "";

  @Option(names = "--to", paramLabel = "TRACKER", required = true, description = "Where they go.")
  private String to = "";

  @Option(
      names = "--map",
      paramLabel = "FILE",
      description = "Pairs of keys or addresses, old and new, a line each, with a comma between.")
  private @Nullable Path map;

  @Option(names = "--dry-run", description = "Only says what would move.")
  private boolean rehearsed;

  @Option(names = "--create", description = "Opens a new ticket for what is not found.")
  private boolean creates;

  RehomeCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Configuration configuration = config.load(terminal.environment(), terminal.features());
    List<String> known = configuration.trackers().stream().map(TrackerConfig::name).toList();
    if (!known.contains(to) || from.equals(to)) {
      String hint = Nearest.hint(to, known).orElse("known: " + String.join(", ", known));
      terminal.err().println("there is no other tracker `" + to + "`; " + hint);
      return ExitCode.WRONG;
    }
    Map<String, String> pairs = pairs();
    Instant now = terminal.clock().instant();
    List<String> problems = List.of();
    List<Rehoming.Move> moves;
    try (House house = Houses.beside(configuration, terminal.clock())) {
      Rehoming rehoming = house.rehoming();
      if (!known.contains(from) && !rehoming.hasLive(from)) {
        String hint = Nearest.hint(from, known).map(it -> "; " + it).orElse("");
        terminal.err().println("no open item has its ticket in `" + from + "`" + hint);
        return ExitCode.WRONG;
      }
      moves = rehoming.plan(from, to, pairs);
      if (!rehearsed) {
        problems = rehoming.obey(moves, from, to, creates, Houses.person(), now);
      }
    }
    moves.forEach(this::print);
    problems.forEach(terminal.err()::println);
    long found = moves.stream().filter(move -> move.to().isPresent()).count() - problems.size();
    long missing = moves.stream().filter(move -> move.to().isEmpty()).count();
    terminal
        .out()
        .println(found + (rehearsed ? " would move, " : " moved, ") + missing + " not found.");
    boolean whole = problems.isEmpty() && (missing == 0 || creates);
    return whole || rehearsed ? ExitCode.DONE : ExitCode.UNDONE;
  }

  private void print(Rehoming.Move move) {
    String target =
        move.to()
            .map(ref -> ref.key() + " (by " + move.by() + ")")
            .orElse(creates ? "a new ticket" : move.by());
    terminal.out().println("  " + move.old() + " -> " + target);
  }

  private Map<String, String> pairs() {
    Map<String, String> pairs = new HashMap<>();
    if (map == null) {
      return pairs;
    }
    try {
      for (String line : Files.readAllLines(map)) {
        String[] two = line.split("[,;\t]", -1);
        if (two.length >= 2) {
          pairs.put(bare(two[0]), bare(two[1]));
        }
      }
    } catch (IOException e) {
      throw new IllegalArgumentException("the map " + map + " cannot be read", e);
    }
    return pairs;
  }

  private static String bare(String field) {
    return field.strip().replaceAll("^\"|\"$", "");
  }
}
