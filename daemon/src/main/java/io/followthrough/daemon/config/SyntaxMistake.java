package io.followthrough.daemon.config;

import static java.util.Objects.requireNonNullElse;

import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * A mistake in YAML's own grammar, in plain words. The parser's text is used only where it names no
 * content of the file, so that a secret beside the mistake is not shown.
 */
record SyntaxMistake(Mark mark, String message) {
  static SyntaxMistake of(MarkedYAMLException e) {
    Mark mark = e.getProblemMark();
    Mark begin = requireNonNullElse(e.getContextMark(), mark);
    String context = requireNonNullElse(e.getContext(), "");
    String problem = requireNonNullElse(e.getProblem(), "");
    if (e instanceof NestedTooDeepException) {
      return new SyntaxMistake(mark, problem);
    }
    if (context.contains("quoted scalar") && problem.contains("end of stream")) {
      return new SyntaxMistake(begin, "the quote that opens here is not closed");
    }
    if (problem.contains("\\t") || problem.contains("TAB")) {
      return new SyntaxMistake(mark, "a tab cannot indent; use spaces");
    }
    if (problem.contains("cannot start any token")) {
      return new SyntaxMistake(mark, "a value that begins with this character must be in quotes");
    }
    if (problem.contains("mapping values are not allowed")) {
      return new SyntaxMistake(
          mark, "a key is not expected here; check the indentation, or put the value in quotes");
    }
    if (problem.contains("could not find expected ':'")) {
      return new SyntaxMistake(begin, "a `:` and a space are missing after this key");
    }
    if (context.contains("flow sequence") || context.contains("flow mapping")) {
      char open = context.contains("sequence") ? '[' : '{';
      String from = "`" + open + "` of line " + (begin.getLine() + 1);
      return new SyntaxMistake(mark, "a `,` or the end of the " + from + " is missing");
    }
    if (context.contains("block mapping") || context.contains("block collection")) {
      return new SyntaxMistake(
          mark, "this does not fit what stands above; check the indentation and the quotes");
    }
    if (context.contains("double-quoted scalar")) {
      return new SyntaxMistake(mark, "an unknown escape; write `\\\\` for a backslash");
    }
    return new SyntaxMistake(mark, "YAML does not allow this here");
  }
}
