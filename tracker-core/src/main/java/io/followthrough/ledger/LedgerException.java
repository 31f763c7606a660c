package io.followthrough.ledger;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The store cannot be read or written; the message says what mends it. */
public final class LedgerException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  /** Creates a failure with its mend. */
  public LedgerException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
