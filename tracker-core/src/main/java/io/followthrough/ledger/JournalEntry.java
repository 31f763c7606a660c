package io.followthrough.ledger;

import static java.util.Objects.requireNonNull;

import io.followthrough.item.ItemId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One thing that happened or was decided; the journal only grows.
 *
 * @param actor who: {@code followthrough}, or a person's handle
 * @param item the item it is about, where it is about one
 * @param kind what, as a word: {@code found}, {@code held}, {@code created}, {@code nudge} …
 * @param words a sentence for people
 * @param rule the rule or key it follows from, else empty
 * @param evidence addresses of what shows it, as far as it was seen then
 * @param state the item's state afterwards, where it turned; else empty
 */
public record JournalEntry(
    Instant at,
    String actor,
    Optional<ItemId> item,
    String kind,
    String words,
    String rule,
    List<String> evidence,
    String state) {
  /** The actor of everything that the daemon does by itself. */
  public static final String US = "followthrough";

  public JournalEntry {
    requireNonNull(at, "at is null");
    requireNonNull(actor, "actor is null");
    requireNonNull(item, "item is null");
    requireNonNull(kind, "kind is null");
    requireNonNull(words, "words is null");
    requireNonNull(rule, "rule is null");
    evidence = List.copyOf(evidence);
    requireNonNull(state, "state is null");
  }

  /** Something that turned no state and has no evidence. */
  public JournalEntry(
      Instant at, String actor, Optional<ItemId> item, String kind, String words, String rule) {
    this(at, actor, item, kind, words, rule, List.of(), "");
  }

  /** Something that we did to an item. */
  public static JournalEntry ours(Instant at, ItemId item, String kind, String words, String rule) {
    return new JournalEntry(at, US, Optional.of(item), kind, words, rule);
  }
}
