package io.followthrough.daemon.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code man}: the manual, made of what the commands say of themselves. */
@Command(
    name = "man",
    mixinStandardHelpOptions = true,
    description = "Prints a page of the manual: `followthrough man sync | man -l -`.")
final class ManCommand implements Callable<Integer> {
  private final PrintWriter out;
  private final PrintWriter err;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "0..1",
      paramLabel = "COMMAND",
      description = "Default: the page of the whole program.")
  private @Nullable String command;

  ManCommand(PrintWriter out, PrintWriter err) {
    this.out = out;
    this.err = err;
  }

  @Override
  public Integer call() {
    CommandLine root = spec.root().commandLine();
    @Nullable CommandLine asked = command == null ? root : root.getSubcommands().get(command);
    if (asked == null) {
      err.println("there is no command " + command + "; `followthrough --help` lists them");
      return ExitCode.WRONG;
    }
    out.print(ManPage.of(asked.getCommandSpec()));
    out.flush();
    return ExitCode.DONE;
  }
}
