package io.followthrough.sync;

import io.followthrough.ledger.Books;
import io.followthrough.ledger.Ledger;
import io.followthrough.ledger.LedgerException;
import java.util.function.Function;

/**
 * A ledger in which a process may write only while it is a member.
 *
 * @param membership the key of the setting that is there as long as it is
 */
record FencedLedger(Ledger ledger, String membership) implements Ledger {
  @Override
  public <T> T write(Function<? super Books, ? extends T> work) {
    return ledger.<T>write(
        books -> {
          if (books.settings().get(membership).isEmpty()) {
            throw new LedgerException(
                LedgerException.Kind.LOCKED,
                "this process was silent for so long that its work was given to others; it begins"
                    + " anew",
                null);
          }
          return work.apply(books);
        });
  }

  @Override
  public <T> T read(Function<? super Books, ? extends T> work) {
    return ledger.read(work);
  }

  @Override
  public void close() {
    ledger.close();
  }
}
