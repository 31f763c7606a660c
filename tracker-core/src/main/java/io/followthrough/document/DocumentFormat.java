package io.followthrough.document;

import static java.util.Objects.requireNonNull;

/** The formats that can be read. */
public enum DocumentFormat {
  MARKDOWN {
    @Override
    public ParsedDocument parse(String text) {
      return Markdown.parse(text);
    }
  };

  /** Reads a document. Never fails: what can't be read is among the problems. Thread-safe. */
  public abstract ParsedDocument parse(String text);

  /** The format that a file's name tells; Markdown for any name that tells nothing. */
  public static DocumentFormat of(String fileName) {
    requireNonNull(fileName, "fileName is null");
    return MARKDOWN;
  }
}
