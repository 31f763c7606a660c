package io.followthrough.daemon.cli;

import io.followthrough.daemon.app.Houses;
import io.followthrough.daemon.config.Features;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** A reader of a page who types what stands in it, in a folder of their own. */
final class Typist {
  static final Features NOW = Houses.features();

  private static final Set<String> RUN =
      Set.of("init", "check", "plan", "confirm", "sync", "status", "explain", "extract", "schema");
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");
  private static final Pattern ITEM_ID = Pattern.compile("\\b[0-9a-f]{20}\\b");

  /** A configuration for pages that write none of their own. */
  private static final String CONFIGURATION =
      """
      installation: documentation
      contact: "#reliability"
      sources: [{ name: docs, type: directory, path: ./postmortems }]
      trackers: [{ name: sandbox, type: embedded }]
      people: [{ name: Alice Martin, accounts: { sandbox: alice } }]
      """;

  private static final String POSTMORTEM =
      """
      ---
      date: 2026-11-19
      ---

      # Checkout outage

      ## Action items

      - [ ] Alert on a replication lag above 30 s (Alice Martin, due 2026-12-01)
      """;

  private final Path folder;
  private final StringWriter written = new StringWriter();
  private final CommandLine line;
  private Instant now = Instant.parse("2026-11-20T10:00:00Z");

  /** A reader at ten in the morning of 20 November 2026. */
  Typist(Path folder) {
    this.folder = folder;
    PrintWriter out = new PrintWriter(written, true);
    this.line = Main.commandLine(new Terminal(Map.of(), NOW, out, out, () -> now));
  }

  void saves(String name, String text) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.resolveSibling(""));
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** From now on it is that time. */
  void waitsUntil(Instant later) {
    now = later;
  }

  /**
   * Types a command.
   *
   * @param command without the program's name
   * @return what is wrong with it; empty where all is as the page says
   */
  List<String> types(String command, int exitCode, List<String> output) {
    List<String> words = words(command);
    ParseResult parsed = line.parseArgs(words.toArray(String[]::new));
    if (!parsed.hasSubcommand()) {
      return List.of();
    }
    CommandLine.Model.CommandSpec called = parsed.subcommand().commandSpec();
    if (!RUN.contains(called.name()) || words.contains("--help")) {
      return List.of();
    }
    written.getBuffer().setLength(0);
    int code = line.execute(here(called.name(), words).toArray(String[]::new));
    List<String> wrong = new ArrayList<>();
    if (code != exitCode) {
      wrong.add("ends with " + code + " in place of " + exitCode + ": " + written);
    }
    missing(output, written.toString().lines().map(this::comparable).toList()).stream()
        .map(missing -> "does not print, or not there: " + missing + "\n" + written)
        .forEach(wrong::add);
    return wrong;
  }

  private static List<String> words(String command) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(command);
    while (matcher.find()) {
      String quoted = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
      words.add(quoted == null ? matcher.group(3) : quoted);
    }
    return words;
  }

  /** The same command where the process can't change its folder, and nobody is there to answer. */
  private List<String> here(String name, List<String> words) {
    List<String> args = new ArrayList<>();
    boolean isPath = false;
    boolean named = false;
    for (String word : words) {
      boolean operand = !word.startsWith("-") && !word.equals(name);
      boolean takesFolders = name.equals("init") || name.equals("extract");
      args.add(isPath || (operand && takesFolders) ? here(word) : word);
      isPath = word.equals("-c") || word.equals("--config");
      named |= isPath;
    }
    boolean configured = !Set.of("init", "extract", "schema").contains(name);
    if (name.equals("init") && args.size() == 1) {
      args.add(folder.toString());
    }
    if (configured && !named) {
      args.addAll(List.of("-c", configuration().toString()));
    }
    if (name.equals("confirm") && !args.contains("--yes")) {
      args.add("--yes");
    }
    return args;
  }

  /** Somewhere else on the reader's machine is here as well. */
  private String here(String path) {
    return Path.of(path).isAbsolute()
        ? configuration().toString()
        : folder.resolve(path).toString();
  }

  private Path configuration() {
    Path file = folder.resolve("followthrough.yaml");
    if (Files.notExists(file)) {
      saves("followthrough.yaml", CONFIGURATION);
      saves("postmortems/checkout.md", POSTMORTEM);
    }
    return file;
  }

  /** Ids differ from one installation to the next, folders from one machine to the next. */
  private String comparable(String text) {
    String local = text.replace(folder + "/", "").replace(folder.toString(), ".");
    return ITEM_ID.matcher(local).replaceAll("ITEM").stripTrailing();
  }

  /** Lines that are expected in this order, with others between them or not. */
  private List<String> missing(List<String> expected, List<String> printed) {
    List<String> missing = new ArrayList<>();
    int at = 0;
    for (String each : expected) {
      String sought = comparable(each);
      int found = printed.subList(at, printed.size()).indexOf(sought);
      if (found < 0) {
        missing.add(each);
      } else {
        at += found + 1;
      }
    }
    return missing;
  }
}
