package io.followthrough.daemon.simulation;

import io.followthrough.ledger.Books;
import io.followthrough.ledger.Ledger;
import java.util.function.Function;

/** A ledger whose process may be held up or die around each transaction, and die within. */
final class SteppedLedger implements Ledger {
  private final Ledger ledger;
  private final Steps steps;

  SteppedLedger(Ledger ledger, Steps steps) {
    this.ledger = ledger;
    this.steps = steps;
  }

  @Override
  public <T> T write(Function<? super Books, ? extends T> work) {
    steps.reach("before the transaction", "");
    T result =
        ledger.write(
            books -> {
              T done = work.apply(books);
              steps.within("before the commit");
              return done;
            });
    steps.reach("after the commit", "");
    return result;
  }

  @Override
  public <T> T read(Function<? super Books, ? extends T> work) {
    steps.reach("before a look at the books", "");
    return ledger.read(work);
  }

  /** The ledger outlives its process. */
  @Override
  public void close() {}
}
