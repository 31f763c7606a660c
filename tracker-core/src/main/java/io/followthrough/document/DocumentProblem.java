package io.followthrough.document;

import static java.util.Objects.requireNonNull;

/** Something in a document that could not be read as it was meant, with its line. */
public record DocumentProblem(int line, String message) {
  public DocumentProblem {
    requireNonNull(message, "message is null");
  }
}
