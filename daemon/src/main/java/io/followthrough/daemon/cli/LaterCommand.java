package io.followthrough.daemon.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** A command that is known and not yet in this version. */
@Command(description = "Not yet in this version.")
final class LaterCommand implements Callable<Integer> {
  private final String name;
  private final PrintWriter err;

  @Unmatched private List<String> arguments = new ArrayList<>();

  LaterCommand(String name, PrintWriter err) {
    this.name = name;
    this.err = err;
  }

  @Override
  public Integer call() {
    String asked = String.join(" ", arguments);
    err.println(("`followthrough " + name + " " + asked).strip() + "` is not yet in this version");
    return ExitCode.WRONG;
  }
}
