package io.followthrough.daemon.cli;

import io.followthrough.daemon.config.ConfigProblems;
import io.followthrough.daemon.config.Features;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program: its commands, and what becomes of their failures. */
@Command(
    name = "followthrough",
    description = "Turns the promises of postmortems into tickets and follows them up.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
public final class Main {
  private Main() {}

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] args) {
    Features features = Features.of(Set.of("directory"), Set.of("github", "embedded"));
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(commandLine(System.getenv(), features, out, err).execute(args));
  }

  static CommandLine commandLine(
      Map<String, String> environment, Features features, PrintWriter out, PrintWriter err) {
    return new CommandLine(new Main())
        .addSubcommand(new InitCommand(out, err, new SecureRandom()))
        .addSubcommand(new CheckCommand(environment, features, out, err))
        .addSubcommand(new SchemaCommand(out))
        .setOut(out)
        .setErr(err)
        .setExecutionExceptionHandler((e, command, parsed) -> failed(e, err));
  }

  private static int failed(Exception e, PrintWriter err) throws Exception {
    if (e instanceof ConfigProblems problems) {
      problems.problems().forEach(err::println);
      return ExitCode.WRONG;
    }
    throw e;
  }
}
