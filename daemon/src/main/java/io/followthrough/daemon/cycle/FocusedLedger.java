package io.followthrough.daemon.cycle;

import static java.util.Objects.requireNonNull;

import io.followthrough.ledger.Books;
import io.followthrough.ledger.Ledger;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/**
 * A ledger in which nothing is due but what a cycle is about. All that is known stays in sight, and
 * whatever is written is kept.
 */
final class FocusedLedger implements Ledger {
  private static final int WIDER = 4;

  private final Ledger ledger;
  private final Focus focus;

  FocusedLedger(Ledger ledger, Focus focus) {
    this.ledger = requireNonNull(ledger, "ledger is null");
    this.focus = requireNonNull(focus, "focus is null");
  }

  Focus focus() {
    return focus;
  }

  @Override
  public <T> T write(Function<? super Books, ? extends T> work) {
    return ledger.write(books -> work.apply(new FocusedBooks(books, focus)));
  }

  @Override
  public <T> T read(Function<? super Books, ? extends T> work) {
    return ledger.read(books -> work.apply(new FocusedBooks(books, focus)));
  }

  @Override
  public void close() {
    ledger.close();
  }

  /** The first ones that are wanted, however far down they are. */
  static <T> List<T> first(int limit, IntFunction<List<T>> ask, Predicate<T> wanted) {
    int asked = limit;
    List<T> found = ask.apply(asked);
    List<T> kept = found.stream().filter(wanted).limit(limit).toList();
    while (kept.size() < limit && found.size() == asked) {
      asked = (int) Math.min((long) asked * WIDER, Integer.MAX_VALUE);
      found = ask.apply(asked);
      kept = found.stream().filter(wanted).limit(limit).toList();
    }
    return kept;
  }
}
