package io.followthrough.daemon.cli;

import io.followthrough.daemon.app.Houses;
import io.followthrough.daemon.config.ConfigProblems;
import io.followthrough.ledger.LedgerException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program: its commands, and what becomes of their failures. */
@Command(
    name = "followthrough",
    description = "Turns the promises of postmortems into tickets and follows them up.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND")
public final class Main {
  /** Read by logback.xml: only the service tells what it does in a log. */
  private static final String LOG_LEVEL = "followthrough.log";

  private Main() {}

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] args) {
    System.setProperty(LOG_LEVEL, List.of(args).contains("run") ? "INFO" : "WARN");
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    Terminal terminal = new Terminal(System.getenv(), Houses.features(), out, err, Houses.clock());
    System.exit(commandLine(terminal).execute(args));
  }

  static CommandLine commandLine(Terminal terminal) {
    CommandLine line =
        new CommandLine(new Main())
            .addSubcommand(new DemoCommand(terminal))
            .addSubcommand(new InitCommand(terminal.out(), terminal.err(), new SecureRandom()))
            .addSubcommand(new CheckCommand(terminal))
            .addSubcommand(new PlanCommand(terminal))
            .addSubcommand(new ConfirmCommand(terminal))
            .addSubcommand(new SyncCommand(terminal))
            .addSubcommand(new RunCommand(terminal))
            .addSubcommand(new ExtractCommand(terminal.out(), terminal.err()))
            .addSubcommand(new StatusCommand(terminal))
            .addSubcommand(new ExplainCommand(terminal))
            .addSubcommand(new RetryCommand(terminal))
            .addSubcommand(new PauseCommand(terminal))
            .addSubcommand(new AuditCommand(terminal))
            .addSubcommand(new RehomeCommand(terminal))
            .addSubcommand(new RelatedCommand(terminal))
            .addSubcommand(new ReassessCommand(terminal))
            .addSubcommand(new SentCommand(terminal))
            .addSubcommand(new RetractCommand(terminal))
            .addSubcommand(new ResumeCommand(terminal))
            .addSubcommand(new ReportCommand(terminal))
            .addSubcommand(new RecoverCommand(terminal))
            .addSubcommand(new BackupCommand(terminal))
            .addSubcommand(new RestoreCommand(terminal))
            .addSubcommand(new MigrateCommand(terminal))
            .addSubcommand(new SchemaCommand(terminal.out()))
            .addSubcommand(new HealthCommand(terminal))
            .addSubcommand(new CompletionCommand(terminal.out()))
            .addSubcommand(new ManCommand(terminal.out(), terminal.err()));
    return line.setOut(terminal.out())
        .setErr(terminal.err())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler((e, command, parsed) -> failed(e, terminal.err()));
  }

  /** What went wrong and its mend, in words; a stack trace only for our own bugs. */
  private static int failed(Exception e, PrintWriter err) throws Exception {
    if (e instanceof ConfigProblems problems) {
      problems.problems().forEach(err::println);
      return ExitCode.WRONG;
    }
    if (e instanceof LedgerException failure) {
      err.println(failure.getMessage());
      return failure.kind() == LedgerException.Kind.FOREIGN ? ExitCode.WRONG : ExitCode.NO_START;
    }
    if (e instanceof IllegalArgumentException wrong) {
      err.println(wrong.getMessage());
      return ExitCode.WRONG;
    }
    throw e;
  }
}
