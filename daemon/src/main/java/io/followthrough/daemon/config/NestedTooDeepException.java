package io.followthrough.daemon.config;

import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** More levels than any configuration needs; the parser's time grows with their square. */
final class NestedTooDeepException extends MarkedYAMLException {
  private static final long serialVersionUID = 1;

  NestedTooDeepException(int deepest, Mark mark) {
    super(null, null, "nested deeper than " + deepest + " levels", mark);
  }
}
