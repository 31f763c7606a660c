package io.followthrough.daemon.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.followthrough.daemon.app.Archive;
import io.followthrough.daemon.app.Houses;
import io.followthrough.daemon.config.Configuration;
import io.followthrough.daemon.status.Act;
import io.followthrough.ledger.JournalEntry;
import io.followthrough.ledger.Ledger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code audit}: who decided what, from a journal that is checked first. */
@Command(
    name = "audit",
    mixinStandardHelpOptions = true,
    description =
        "Prints who did and decided what: actor, time, evidence, state, rule, configuration.")
final class AuditCommand implements Callable<Integer> {
  /** How acts are written. */
  enum Sheet {
    csv,
    json
  }

  private static final String HEAD =
      "at,actor,act,item,ticket,state,words,evidence,rule,configuration";

  private final Terminal terminal;

  @Mixin private ConfigOption config = new ConfigOption();

  @Option(
      names = "--from",
      paramLabel = "DATE|INSTANT",
      description = "The first day or instant. Default: the beginning.")
  private @Nullable String from;

  @Option(
      names = "--to",
      paramLabel = "DATE|INSTANT",
      description = "The last day, or the instant before which. Default: now.")
  private @Nullable String to;

  @Option(names = "--format", paramLabel = "csv|json", description = "Default: ${DEFAULT-VALUE}.")
  private Sheet format = Sheet.csv;

  @Option(
      names = "--pseudonymise",
      paramLabel = "NAME",
      description = "Takes a person's names out of the journal instead; it stays checkable.")
  private @Nullable String pseudonymised;

  AuditCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Configuration configuration = config.load(terminal.environment(), terminal.features());
    if (pseudonymised != null) {
      return pseudonymise(configuration, pseudonymised);
    }
    ZoneId zone = configuration.followUp().timeZone();
    Instant begin = from == null ? Instant.EPOCH : instant(from, zone, 0);
    Instant end = to == null ? terminal.clock().instant().plusNanos(1) : instant(to, zone, 1);
    try (Ledger ledger = Houses.openReadOnly(configuration)) {
      Archive.check(ledger);
      List<Act> acts = ledger.read(books -> Act.between(books, begin, end, Archive.CONFIGURED));
      switch (format) {
        case csv -> {
          terminal.out().println(HEAD);
          acts.forEach(act -> terminal.out().println(csv(act)));
        }
        case json -> {
          ObjectNode root = Json.object();
          root.put("from", begin.toString()).put("to", end.toString());
          String seal = ledger.read(books -> books.journal().seal());
          root.put("seal", seal);
          root.set("acts", Json.array(acts.stream().map(AuditCommand::json).toList()));
          terminal.out().println(Json.write(root));
        }
      }
    }
    return ExitCode.DONE;
  }

  private int pseudonymise(Configuration configuration, String name) {
    try (Ledger ledger = Houses.open(configuration)) {
      int changed = Archive.pseudonymise(configuration, ledger, name, terminal.clock().instant());
      terminal.out().println(changed + " entries rewritten.");
    }
    return ExitCode.DONE;
  }

  /** A day as a whole, or an instant. */
  private static Instant instant(String text, ZoneId zone, int days) {
    try {
      return text.contains("T")
          ? Instant.parse(text)
          : LocalDate.parse(text).plusDays(days).atStartOfDay(zone).toInstant();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "`"
              + text
              + "` is neither a day such as 2026-11-30 nor an instant such as"
              + " 2026-11-30T09:00:00Z",
          e);
    }
  }

  private static ObjectNode json(Act act) {
    JournalEntry entry = act.entry();
    ObjectNode node =
        Json.object()
            .put("at", entry.at().toString())
            .put("actor", entry.actor())
            .put("act", entry.kind());
    Json.put(node, "item", entry.item());
    Json.put(node, "ticket", act.ticket());
    Json.put(node, "state", Optional.of(act.state()).filter(state -> !state.isEmpty()));
    node.put("words", entry.words());
    node.set("evidence", Json.texts(entry.evidence()));
    Json.put(node, "rule", Optional.of(entry.rule()).filter(rule -> !rule.isEmpty()));
    return Json.put(
        node, "configuration", Optional.of(act.configuration()).filter(it -> !it.isEmpty()));
  }

  private static String csv(Act act) {
    JournalEntry entry = act.entry();
    return Stream.of(
            entry.at().toString(),
            entry.actor(),
            entry.kind(),
            entry.item().map(Object::toString).orElse(""),
            act.ticket().orElse(""),
            act.state(),
            entry.words(),
            String.join(" ", entry.evidence()),
            entry.rule(),
            act.configuration())
        .map(AuditCommand::field)
        .collect(Collectors.joining(","));
  }

  /** No spreadsheet may take a field for a formula. */
  private static String field(String text) {
    String line = text.replaceAll("\\s+", " ");
    String safe = line.matches("[=+\\-@].*") ? "'" + line : line;
    return safe.matches(".*[\",].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
  }
}
