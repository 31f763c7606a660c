package io.followthrough.item;

import static java.util.Objects.requireNonNull;

/**
 * The identity of an action item: decided at first sight and then frozen, whatever happens to the
 * words.
 *
 * @param value 20 hexadecimal digits
 */
public record ItemId(String value) implements Comparable<ItemId> {
  public ItemId {
    requireNonNull(value, "value is null");
    if (value.isBlank()) {
      throw new IllegalArgumentException("an item id is not blank");
    }
  }

  /**
   * The id of an item seen for the first time.
   *
   * @param installation the name that keeps two installations apart
   * @param documentKey the document's key, see {@code DocumentId.key()}
   * @param title the item's own words
   * @param occurrence 0 for the first item of these words in the document, 1 for the second
   */
  public static ItemId of(String installation, String documentKey, String title, int occurrence) {
    return new ItemId(
        Words.fingerprint(
            installation, documentKey, Words.normalise(title), Integer.toString(occurrence)));
  }

  @Override
  public int compareTo(ItemId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
