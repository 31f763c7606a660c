package io.followthrough.ledger;

import static java.util.Objects.requireNonNull;

import io.followthrough.item.ItemId;
import io.followthrough.item.Words;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an outbox entry is about: an action item, or something that has a ticket or a message of its
 * own. Entries about one subject go to one destination in their order.
 *
 * @param value an item's id; else a kind's word, a dash and a fingerprint. It stands in marks:
 *     lower case letters, digits and dashes
 */
public record Subject(String value) implements Comparable<Subject> {
  /** What there is to be told of. */
  public enum Kind {
    /** One action item. */
    ITEM(""),
    /** A postmortem, which may have a ticket of its own. */
    POSTMORTEM("postmortem-"),
    /** A review of a period, for one destination. */
    REVIEW("review-"),
    /** What one person is told of a period on a channel. */
    DIGEST("digest-"),
    /** Something that happened, told once on a channel. */
    EVENT("event-");

    private final String prefix;

    Kind(String prefix) {
      this.prefix = prefix;
    }
  }

  public Subject {
    requireNonNull(value, "value is null");
    if (value.isBlank()) {
      throw new IllegalArgumentException("a subject is not blank");
    }
  }

  /** An action item. */
  public static Subject of(ItemId item) {
    return new Subject(item.value());
  }

  /**
   * A subject that is no item, the same for the same words.
   *
   * @param parts what tells it from others of its kind, the installation first: a document's key; a
   *     period and a destination; a person and a period
   */
  public static Subject of(Kind kind, String... parts) {
    if (kind == Kind.ITEM) {
      throw new IllegalArgumentException("an item has its id");
    }
    return new Subject(kind.prefix + Words.fingerprint(parts));
  }

  /** Of which kind it is. */
  public Kind kind() {
    return Stream.of(Kind.values())
        .filter(kind -> kind != Kind.ITEM && value.startsWith(kind.prefix))
        .findFirst()
        .orElse(Kind.ITEM);
  }

  /** The item that it is, where it is one. */
  public Optional<ItemId> item() {
    return kind() == Kind.ITEM ? Optional.of(new ItemId(value)) : Optional.empty();
  }

  /** How people are told of it in a line: {@code item 1f2e…} or its value. */
  public String words() {
    return kind() == Kind.ITEM ? "item " + value : value;
  }

  @Override
  public int compareTo(Subject other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
