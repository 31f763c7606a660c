package io.followthrough.sync;

import io.followthrough.item.ActionItem;
import io.followthrough.item.ItemId;
import io.followthrough.ledger.Books;
import io.followthrough.ledger.JournalEntry;
import io.followthrough.ledger.Settings;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The brakes of an installation. They are kept in the ledger and asked in the transaction of each
 * claim: so they hold at once, on every node, and across restarts.
 */
public final class Pauses {
  private static final String KEY = "pause/";
  private static final String FOR_EVER = "-";
  private static final int PAGE = 500;

  private Pauses() {}

  /** Those that hold now, by what they pause. */
  public static List<Pause> active(Books books, Instant now) {
    return books.settings().startingWith(KEY).entrySet().stream()
        .map(each -> read(each.getKey(), each.getValue()))
        .filter(pause -> !pause.isOver(now))
        .toList();
  }

  /** Pulls a brake; an earlier one of the same name is replaced. */
  public static void pull(Books books, Pause pause) {
    String until = pause.until().map(Instant::toString).orElse(FOR_EVER);
    books.settings().put(key(pause), pause.since() + "\n" + until + "\n" + pause.by());
    books
        .journal()
        .append(
            new JournalEntry(
                pause.since(), pause.by(), Optional.empty(), "paused", pause.words(), "pause"));
  }

  /** Releases a brake; what it held is looked at again at the next turn. */
  public static void release(Books books, Pause pause, String person, Instant now) {
    books.settings().remove(key(pause));
    books
        .journal()
        .append(
            new JournalEntry(
                now, person, Optional.empty(), "resumed", pause.what() + " goes on", "resume"));
    lookAgain(books, pause, now);
  }

  /** Forgets those that are over by themselves. */
  public static void tidy(Books books, Instant now) {
    Settings settings = books.settings();
    settings.startingWith(KEY).entrySet().stream()
        .map(each -> read(each.getKey(), each.getValue()))
        .filter(pause -> pause.isOver(now))
        .forEach(pause -> settings.remove(key(pause)));
  }

  private static void lookAgain(Books books, Pause pause, Instant now) {
    List<ActionItem> page = books.items().after(Optional.empty(), PAGE);
    while (!page.isEmpty()) {
      for (ActionItem item : page) {
        String destination = item.filing().map(filing -> filing.tracker()).orElse("");
        if (item.filing().isPresent() && pause.holds(item, destination)) {
          books
              .followUps()
              .find(item.id())
              .ifPresent(state -> books.followUps().put(state.decidedAt(now)));
        }
      }
      ItemId last = page.get(page.size() - 1).id();
      page = books.items().after(Optional.of(last), PAGE);
    }
  }

  private static String key(Pause pause) {
    return KEY + pause.kind().word() + "/" + pause.name();
  }

  private static Pause read(String key, String value) {
    String[] names = key.substring(KEY.length()).split("/", 2);
    String[] facts = value.split("\n", 3);
    return new Pause(
        Pause.Kind.valueOf(names[0].toUpperCase(Locale.ROOT)),
        names[1],
        Instant.parse(facts[0]),
        facts[1].equals(FOR_EVER) ? Optional.empty() : Optional.of(Instant.parse(facts[1])),
        facts[2]);
  }
}
