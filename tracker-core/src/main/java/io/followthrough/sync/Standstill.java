package io.followthrough.sync;

import io.followthrough.item.ItemId;
import io.followthrough.ledger.Books;
import io.followthrough.ledger.FollowUpState;
import io.followthrough.ledger.JournalEntry;
import io.followthrough.ledger.Mirror;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What happens where much is closed or gone at one destination in one poll, as after a migration or
 * a lost permission: its follow-up stands still until a person says that this is right. Kept in the
 * ledger, so it outlives a restart.
 */
public final class Standstill {
  /** Fewer than this are never too many. */
  private static final int LEAST = 20;

  private static final int PAGE = 500;
  private static final String STOPPED = "stopped/";
  private static final String VANISHED = "vanished/";
  private static final String RELEASED = "released/";

  private final int percent;

  /**
   * A standstill by the rules of a configuration.
   *
   * @param percent of a destination's open tickets; more than that is too many, 100 is never
   */
  public Standstill(int percent) {
    this.percent = percent;
  }

  /** Why the follow-up of a destination stands still; empty where it does not. */
  public static Optional<String> of(Books books, String destination) {
    return books.settings().get(STOPPED + destination);
  }

  /**
   * A person says that what vanished has vanished. Whose ticket was closed with the others is not
   * asked for evidence; what is gone is taken as gone by the next sweep, which is due at once.
   */
  public static void release(Books books, String destination, Instant now) {
    if (of(books, destination).isEmpty()) {
      return;
    }
    for (ItemId item : vanished(books, destination)) {
      boolean closed =
          books.mirrors().find(item).filter(it -> it.ticket().state().isClosed()).isPresent();
      if (closed) {
        books
            .followUps()
            .find(item)
            .ifPresent(
                state ->
                    books.followUps().put(state.asking(FollowUpState.EVIDENCE).decidedAt(now)));
        books
            .journal()
            .append(
                JournalEntry.ours(
                    now,
                    item,
                    "noted",
                    "closed together with many others, which a person confirmed: not asked for"
                        + " evidence",
                    "limits.stop-if-vanished"));
      }
    }
    forget(books, destination);
    books.settings().remove(STOPPED + destination);
    books.settings().put(RELEASED + destination, now.toString());
    Sweep.askFor(books, destination);
  }

  /** A ticket was open and is closed now. */
  static void note(Books books, String destination, ItemId item) {
    books.settings().put(VANISHED + destination + "/" + item, "");
  }

  /**
   * Judges a poll.
   *
   * @param gone how many tickets were found to be deleted or out of sight, which no mirror says yet
   * @return true where it stands still: what is gone is not to be believed
   */
  boolean judge(Books books, String destination, int gone, Instant now) {
    if (of(books, destination).isPresent()) {
      return true;
    }
    int closed = vanished(books, destination).size();
    int all = closed + gone;
    boolean released = books.settings().get(RELEASED + destination).isPresent();
    if (released || all < LEAST) {
      forget(books, destination);
      return false;
    }
    long open = open(books, destination) + closed;
    if (all * 100L <= percent * open) {
      forget(books, destination);
      return false;
    }
    String words =
        all
            + " of "
            + open
            + " open tickets were closed or are gone at once: nothing more is said there until a"
            + " person says that this is right, by `followthrough confirm`";
    books.settings().put(STOPPED + destination, words);
    books
        .journal()
        .append(
            new JournalEntry(
                now,
                JournalEntry.US,
                Optional.empty(),
                "stopped",
                destination + ": " + words,
                "limits.stop-if-vanished"));
    return true;
  }

  /** A whole sweep was believed: from now on the limit counts again. */
  static void swept(Books books, String destination) {
    books.settings().remove(RELEASED + destination);
  }

  private static List<ItemId> vanished(Books books, String destination) {
    String prefix = VANISHED + destination + "/";
    return books.settings().startingWith(prefix).keySet().stream()
        .map(key -> new ItemId(key.substring(prefix.length())))
        .toList();
  }

  private static void forget(Books books, String destination) {
    String prefix = VANISHED + destination + "/";
    books.settings().startingWith(prefix).keySet().forEach(books.settings()::remove);
  }

  private static long open(Books books, String destination) {
    long count = 0;
    List<Mirror> page = books.mirrors().open(destination, Optional.empty(), PAGE);
    while (!page.isEmpty()) {
      count += page.size();
      ItemId last = page.get(page.size() - 1).item();
      page = books.mirrors().open(destination, Optional.of(last), PAGE);
    }
    return count;
  }
}
