package io.followthrough.daemon.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.followthrough.daemon.app.Check;
import io.followthrough.daemon.config.ConfigProblems;
import io.followthrough.daemon.config.Configuration;
import io.followthrough.daemon.config.Problem;
import io.followthrough.tracker.CheckFinding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code check}: the configuration, then the world that it names. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Checks the configuration, sources, trackers and people; one line a finding.")
final class CheckCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private ConfigOption config = new ConfigOption();

  @Option(names = "--offline", description = "Only the configuration, no network.")
  private boolean offline;

  @Option(names = "--format", paramLabel = "text|json", description = "Default: ${DEFAULT-VALUE}.")
  private Format format = Format.text;

  CheckCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Configuration configuration;
    try {
      configuration = config.load(terminal.environment(), terminal.features());
    } catch (ConfigProblems e) {
      print(e.problems(), List.of(), List.of(), List.of());
      return ExitCode.WRONG;
    }
    List<CheckFinding> findings = offline ? List.of() : Check.of(configuration, terminal.clock());
    print(List.of(), configuration.warnings(), configuration.notYet(), findings);
    boolean well =
        findings.stream().noneMatch(finding -> finding.level() == CheckFinding.Level.PROBLEM);
    return well ? ExitCode.DONE : ExitCode.UNDONE;
  }

  private void print(
      List<Problem> errors,
      List<Problem> warnings,
      List<Problem> notYet,
      List<CheckFinding> findings) {
    switch (format) {
      case text -> {
        errors.forEach(terminal.err()::println);
        warnings.forEach(it -> terminal.out().println("warning: " + it));
        notYet.forEach(it -> terminal.out().println("note: " + it));
        if (errors.isEmpty()) {
          terminal.out().println("ok: the configuration is right");
        }
        findings.forEach(this::print);
      }
      case json -> printJson(errors, warnings, notYet, findings);
    }
  }

  private void print(CheckFinding finding) {
    String level =
        switch (finding.level()) {
          case OK -> "ok";
          case WARNING -> "warning";
          case PROBLEM -> "problem";
        };
    terminal.out().println(level + ": " + finding.subject() + ": " + finding.message());
  }

  private void printJson(
      List<Problem> errors,
      List<Problem> warnings,
      List<Problem> notYet,
      List<CheckFinding> findings) {
    List<ObjectNode> nodes = new ArrayList<>();
    errors.forEach(it -> nodes.add(json("error", it)));
    warnings.forEach(it -> nodes.add(json("warning", it)));
    notYet.forEach(it -> nodes.add(json("note", it)));
    findings.forEach(
        it ->
            nodes.add(
                Json.object()
                    .put("level", it.level().name().toLowerCase(Locale.ROOT))
                    .put("subject", it.subject())
                    .put("message", it.message())));
    terminal.out().println(Json.write(Json.object().set("findings", Json.array(nodes))));
  }

  private static ObjectNode json(String level, Problem problem) {
    ObjectNode finding = Json.object();
    finding.put("level", level).put("file", problem.file());
    finding.put("line", problem.line()).put("column", problem.column());
    finding.put("key", problem.key()).put("message", problem.message());
    return Json.put(finding, "hint", problem.hint());
  }
}
