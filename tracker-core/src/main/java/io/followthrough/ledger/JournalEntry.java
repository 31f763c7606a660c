package io.followthrough.ledger;

import static java.util.Objects.requireNonNull;

import io.followthrough.item.ItemId;
import java.time.Instant;
import java.util.Optional;

/**
 * One thing that happened or was decided; the journal only grows.
 *
 * @param actor who: {@code followthrough}, or a person's handle
 * @param item the item it is about, where it is about one
 * @param kind what, as a word: {@code found}, {@code held}, {@code created}, {@code nudge} …
 * @param words a sentence for people
 * @param rule the rule or key it follows from, else empty
 */
public record JournalEntry(
    Instant at, String actor, Optional<ItemId> item, String kind, String words, String rule) {
  /** The actor of everything that the daemon does by itself. */
  public static final String US = "followthrough";

  public JournalEntry {
    requireNonNull(at, "at is null");
    requireNonNull(actor, "actor is null");
    requireNonNull(item, "item is null");
    requireNonNull(kind, "kind is null");
    requireNonNull(words, "words is null");
    requireNonNull(rule, "rule is null");
  }

  /** Something that we did to an item. */
  public static JournalEntry ours(Instant at, ItemId item, String kind, String words, String rule) {
    return new JournalEntry(at, US, Optional.of(item), kind, words, rule);
  }
}
