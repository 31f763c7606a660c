package io.followthrough.ledger;

import io.followthrough.item.ItemId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What happened and was decided; it only grows. Oldest first means in the order of appending, which
 * a clock that was set back does not disturb.
 */
public interface Journal {
  /** Appends an entry. */
  void append(JournalEntry entry);

  /** The entries of an item, oldest first. */
  List<JournalEntry> ofItem(ItemId item);

  /** The entries of a period, oldest first, {@code from} included and {@code to} not. */
  List<JournalEntry> between(Instant from, Instant to);

  /**
   * Forgets the entries from the oldest one up to the first that is not older than an instant. What
   * is left can still be checked.
   *
   * @return how many
   */
  int forgetBefore(Instant instant);

  /**
   * Rewrites entries, as to take a person's name out of them. Each rewriting is an entry of its
   * own, so that the rest can still be checked.
   *
   * @param now when
   * @param actor who asked for it
   * @return how many were changed
   */
  int rewrite(UnaryOperator<JournalEntry> change, Instant now, String actor);

  /**
   * Checks that nothing but this program wrote it: that no entry was changed, put in, taken out or
   * moved.
   *
   * @return what is wrong, in words; empty where all is well
   */
  Optional<String> damage();

  /** The seal of the newest entry, which stands for all before it; empty without any. */
  String seal();

  /** The entry that was appended last. */
  Optional<JournalEntry> last();
}
