package io.followthrough.daemon.status;

import static java.util.Objects.requireNonNull;

import io.followthrough.ledger.Books;
import io.followthrough.ledger.Ledger;
import java.util.function.Function;

/**
 * A ledger as it may be shown: for reading only, without the words of confidential documents.
 * Whatever shows something reads through it, so that none has to think of it.
 */
public final class DiscreetLedger implements Ledger {
  private final Ledger ledger;

  /** A discreet view; closing it closes the ledger. */
  public DiscreetLedger(Ledger ledger) {
    this.ledger = requireNonNull(ledger, "ledger is null");
  }

  @Override
  public <T> T write(Function<? super Books, ? extends T> work) {
    throw new IllegalStateException("what is shown is not written");
  }

  @Override
  public <T> T read(Function<? super Books, ? extends T> work) {
    return ledger.read(books -> work.apply(discreet(books)));
  }

  private static Books discreet(Books books) {
    Discretion discretion = Discretion.of(books);
    return discretion.isIdle() ? books : new DiscreetBooks(books, discretion);
  }

  @Override
  public void close() {
    ledger.close();
  }
}
