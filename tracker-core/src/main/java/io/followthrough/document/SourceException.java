package io.followthrough.document;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A source or one of its documents cannot be read; the message says what mends it. */
public final class SourceException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  /** Creates a failure with its mend. */
  public SourceException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
