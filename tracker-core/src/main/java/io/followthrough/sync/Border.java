package io.followthrough.sync;

import io.followthrough.ledger.Books;
import io.followthrough.ledger.Settings;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which trackers are open to everybody and which sources are not, as far as was found out: what
 * stands in a private source does not go to a public tracker. Kept in the ledger, so that every
 * node goes by it and an operator who lifts it is obeyed at the next turn.
 */
public final class Border {
  private static final String PUBLIC = "border/public/";
  private static final String LOOKED = "border/looked/";
  private static final String PRIVATE = "border/private/";

  private Border() {}

  /** Notes whether nothing private may go to a tracker. */
  public static void tracker(Books books, String name, boolean isClosed) {
    note(books.settings(), PUBLIC + name, isClosed);
  }

  /** Notes when a source or tracker was asked, under which configuration. */
  public static void looked(Books books, String name, String rules, Instant now) {
    books.settings().put(LOOKED + name, now + " " + rules);
  }

  /** True where a source or tracker was ever asked. */
  public static boolean isKnown(Books books, String name) {
    return books.settings().get(LOOKED + name).isPresent();
  }

  /** When a source or tracker was asked under this configuration. */
  public static Optional<Instant> lookedAt(Books books, String name, String rules) {
    return books
        .settings()
        .get(LOOKED + name)
        .map(value -> value.split(" ", 2))
        .filter(parts -> parts[1].equals(rules))
        .map(parts -> Instant.parse(parts[0]));
  }

  /** Notes whether a source is private. */
  public static void source(Books books, String name, boolean isPrivate) {
    note(books.settings(), PRIVATE + name, isPrivate);
  }

  /** The trackers that take nothing private. */
  public static Set<String> publicTrackers(Books books) {
    return names(books, PUBLIC);
  }

  /** The sources that are private. */
  public static Set<String> privateSources(Books books) {
    return names(books, PRIVATE);
  }

  /** Why nothing of a source goes to a tracker, with the mend. */
  static String words(String source, String tracker) {
    return "the source "
        + source
        + " is private and the tracker "
        + tracker
        + " is public, or cannot be asked: route its items elsewhere, or say `public: true` at the tracker or"
        + " `visibility: public` at the source";
  }

  private static void note(Settings settings, String key, boolean holds) {
    if (holds && settings.get(key).isEmpty()) {
      settings.put(key, "");
    } else if (!holds && settings.get(key).isPresent()) {
      settings.remove(key);
    }
  }

  private static Set<String> names(Books books, String prefix) {
    return books.settings().startingWith(prefix).keySet().stream()
        .map(key -> key.substring(prefix.length()))
        .collect(Collectors.toSet());
  }
}
