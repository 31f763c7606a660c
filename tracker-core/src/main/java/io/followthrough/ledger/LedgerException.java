package io.followthrough.ledger;

import static java.util.Objects.requireNonNull;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The store cannot be read or written; the message says what mends it. */
public final class LedgerException extends RuntimeException {
  /** What is in the way, for exit codes and health. */
  public enum Kind {
    /** Another program holds what we need. */
    LOCKED,
    /** The place where the store lies is not there, or answers with errors. */
    UNREACHABLE,
    /** The store may be read and not written. */
    READ_ONLY,
    /** No room is left: what was being written is undone, and goes on when there is room. */
    FULL,
    /** What the store holds is not what was written into it. */
    DAMAGED,
    /** A newer version of the program wrote it. */
    NEWER,
    /** It is somebody else's: another program's, or another installation's. */
    FOREIGN,
    /** Anything else: our bug. */
    BROKEN,
  }

  @Serial private static final long serialVersionUID = 1L;

  private final Kind kind;

  /** Creates a failure with its mend. */
  public LedgerException(Kind kind, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = requireNonNull(kind, "kind is null");
  }

  /** Creates a failure of no known kind. */
  public LedgerException(String message, @Nullable Throwable cause) {
    this(Kind.BROKEN, message, cause);
  }

  /** What is in the way. */
  public Kind kind() {
    return kind;
  }
}
