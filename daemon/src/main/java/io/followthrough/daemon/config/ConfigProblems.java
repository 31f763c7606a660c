package io.followthrough.daemon.config;

import java.util.List;
import java.util.stream.Collectors;

/** All that is wrong with a configuration, in the order of the file. Never holds a secret. */
public final class ConfigProblems extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient List<Problem> problems;

  ConfigProblems(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** Returns the problems, at least one. */
  public List<Problem> problems() {
    return problems;
  }
}
