package io.followthrough.sync;

import io.followthrough.item.ActionItem;
import io.followthrough.item.Filing;
import io.followthrough.ledger.Books;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The documents whose words may not go any further, by their keys, with the one tracker that may
 * hold them, if any may. As one transaction sees them.
 */
public final class Confidential {
  private static final String KEY = "confidential/";

  private final Map<String, String> onlyTracker;

  private Confidential(Map<String, String> onlyTracker) {
    this.onlyTracker = onlyTracker;
  }

  /** The confidential documents of a ledger. */
  public static Confidential of(Books books) {
    return new Confidential(
        books.settings().startingWith(KEY).entrySet().stream()
            .collect(
                Collectors.toMap(
                    each -> each.getKey().substring(KEY.length()), Map.Entry::getValue)));
  }

  /**
   * Notes that a document is confidential.
   *
   * @param tracker the only one that may hold its words; none may where absent
   * @return whether that is news
   */
  public static boolean mark(Books books, String documentKey, Optional<String> tracker) {
    String value = tracker.orElse("");
    boolean news = books.settings().get(KEY + documentKey).filter(value::equals).isEmpty();
    if (news) {
      books.settings().put(KEY + documentKey, value);
    }
    return news;
  }

  /** Notes that a document is confidential no longer; true where it was. */
  public static boolean clear(Books books, String documentKey) {
    boolean was = books.settings().get(KEY + documentKey).isPresent();
    books.settings().remove(KEY + documentKey);
    return was;
  }

  /** The only tracker that may hold the words of a document; empty where any or none may. */
  public static Optional<String> onlyTracker(Books books, String documentKey) {
    return books.settings().get(KEY + documentKey).filter(tracker -> !tracker.isEmpty());
  }

  /** True where no document is. */
  public boolean isNone() {
    return onlyTracker.isEmpty();
  }

  /** True where a document is. */
  public boolean has(String documentKey) {
    return onlyTracker.containsKey(documentKey);
  }

  /** The keys of the documents. */
  public Set<String> documents() {
    return Set.copyOf(onlyTracker.keySet());
  }

  /** True where the words of a document may be at a destination. */
  public boolean mayBeAt(String documentKey, String destination) {
    String tracker = onlyTracker.get(documentKey);
    return tracker == null || tracker.equals(destination);
  }

  /**
   * The items whose tickets carry words that are confidential by now, and stand elsewhere than they
   * may.
   */
  public List<ActionItem> exposed(Books books) {
    List<ActionItem> exposed = new ArrayList<>();
    for (String document : onlyTracker.keySet()) {
      for (ActionItem item : books.items().ofDocument(document)) {
        Optional<String> at = item.filing().filter(f -> !f.adopted()).map(Filing::tracker);
        if (at.filter(tracker -> !mayBeAt(document, tracker)).isPresent()) {
          exposed.add(item);
        }
      }
    }
    return exposed;
  }

  /** What is to be said of an exposed ticket: its key and nothing of what it says. */
  public static String words(ActionItem exposed) {
    Filing filing = exposed.filing().orElseThrow();
    return filing.ref().key()
        + " ("
        + filing.tracker()
        + ") carries words of a document that is confidential now: edit or delete it by hand, or"
        + " `followthrough retract "
        + exposed.id()
        + "`";
  }
}
