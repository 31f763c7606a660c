package io.followthrough.ledger;

import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The store. Everything is read and written within a transaction; what a transaction wrote is
 * durable when it returns and undone when it throws. Transactions may not be nested, a reading one
 * cannot write, and books are closed with their transaction: all three are refused with an {@link
 * IllegalStateException}. Used from several threads; writing ones follow one another.
 *
 * <p>Each method throws {@link LedgerException} where the store cannot be read or written.
 */
public interface Ledger extends AutoCloseable {
  /** Runs a transaction that may write. */
  <T> T write(Function<? super Books, ? extends T> work);

  /** Runs a transaction that reads one consistent state. */
  <T> T read(Function<? super Books, ? extends T> work);

  /** Runs a transaction that may write and answers nothing. */
  default void run(Consumer<? super Books> work) {
    boolean done =
        write(
            books -> {
              work.accept(books);
              return true;
            });
    assert done;
  }

  @Override
  void close();
}
