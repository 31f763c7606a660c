package io.followthrough.daemon.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.followthrough.daemon.config.ConfigFile;
import io.followthrough.daemon.config.ConfigProblems;
import io.followthrough.daemon.config.Configuration;
import io.followthrough.daemon.config.Features;
import io.followthrough.daemon.config.Problem;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Checks the configuration, one line a finding with its mend. */
@Command(
    name = "check",
    description = "Checks the configuration; one line a finding, with the mend.",
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
  private final Map<String, String> environment;
  private final Features features;
  private final PrintWriter out;
  private final PrintWriter err;

  @Option(
      names = {"-c", "--config"},
      paramLabel = "FILE",
      defaultValue = "followthrough.yaml",
      description = "The configuration file (default: ${DEFAULT-VALUE}).")
  private Path file = Path.of("");

  @Option(names = "--offline", description = "Only the configuration, no network.")
  private boolean offline;

  @Option(names = "--format", description = "text or json (default: ${DEFAULT-VALUE}).")
  private Format format = Format.text;

  CheckCommand(
      Map<String, String> environment, Features features, PrintWriter out, PrintWriter err) {
    this.environment = environment;
    this.features = features;
    this.out = out;
    this.err = err;
  }

  @Override
  public Integer call() {
    if (!offline) {
      err.println("check without --offline is not yet in this version");
      return ExitCode.WRONG;
    }
    try {
      Configuration configuration = ConfigFile.load(file, environment, features);
      print(List.of(), configuration.warnings(), configuration.notYet());
      return ExitCode.DONE;
    } catch (ConfigProblems e) {
      print(e.problems(), List.of(), List.of());
      return ExitCode.WRONG;
    }
  }

  private void print(List<Problem> errors, List<Problem> warnings, List<Problem> notYet) {
    switch (format) {
      case text -> {
        errors.forEach(err::println);
        warnings.forEach(it -> out.println("warning: " + it));
        notYet.forEach(it -> out.println("note: " + it));
        if (errors.isEmpty()) {
          out.println(file + ": the configuration is right");
        }
      }
      case json -> printJson(errors, warnings, notYet);
    }
  }

  private void printJson(List<Problem> errors, List<Problem> warnings, List<Problem> notYet) {
    List<ObjectNode> findings = new ArrayList<>();
    errors.forEach(it -> findings.add(json("error", it)));
    warnings.forEach(it -> findings.add(json("warning", it)));
    notYet.forEach(it -> findings.add(json("note", it)));
    out.println(Json.write(Json.object().set("findings", Json.array(findings))));
  }

  private static ObjectNode json(String level, Problem problem) {
    ObjectNode finding = Json.object();
    finding.put("level", level).put("file", problem.file());
    finding.put("line", problem.line()).put("column", problem.column());
    finding.put("key", problem.key()).put("message", problem.message());
    return Json.put(finding, "hint", problem.hint());
  }
}
