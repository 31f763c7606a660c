package io.followthrough.daemon.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code completion}: what a shell needs to complete our commands. */
@Command(
    name = "completion",
    mixinStandardHelpOptions = true,
    description =
        "Prints the completion script for bash and zsh: `source <(followthrough completion)`.")
final class CompletionCommand implements Callable<Integer> {
  private final PrintWriter out;

  @Spec private CommandSpec spec = CommandSpec.create();

  CompletionCommand(PrintWriter out) {
    this.out = out;
  }

  @Override
  public Integer call() {
    out.print(AutoComplete.bash("followthrough", spec.root().commandLine()));
    out.flush();
    return ExitCode.DONE;
  }
}
