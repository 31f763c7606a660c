package io.followthrough.daemon.status;

import static java.util.Objects.requireNonNull;

import io.followthrough.item.ItemId;
import io.followthrough.ledger.Books;
import io.followthrough.ledger.JournalEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody did or decided, as an auditor reads it.
 *
 * @param entry the journal's line
 * @param ticket the key of the item's ticket, where it has one
 * @param state the item's state after it; empty where it is about no item
 * @param configuration the digest of the configuration that held; empty where none was noted yet
 */
public record Act(JournalEntry entry, Optional<String> ticket, String state, String configuration) {
  public Act {
    requireNonNull(entry, "entry is null");
    requireNonNull(ticket, "ticket is null");
    requireNonNull(state, "state is null");
    requireNonNull(configuration, "configuration is null");
  }

  /**
   * The acts of a period, oldest first.
   *
   * @param configured the kind of entry whose rule is the digest that holds from it on
   */
  public static List<Act> between(Books books, Instant from, Instant to, String configured) {
    Map<ItemId, String> states = new HashMap<>();
    List<Act> acts = new ArrayList<>();
    String configuration = "";
    for (JournalEntry entry : books.journal().between(Instant.EPOCH, to)) {
      if (entry.kind().equals(configured)) {
        configuration = entry.rule();
      }
      entry.item().ifPresent(item -> states.merge(item, state(entry), Act::later));
      if (!entry.at().isBefore(from)) {
        acts.add(
            new Act(
                entry,
                entry.item().flatMap(books.items()::ticketOf).map(ref -> ref.key()),
                entry.item().map(item -> states.getOrDefault(item, "")).orElse(""),
                configuration));
      }
    }
    return List.copyOf(acts);
  }

  private static String state(JournalEntry entry) {
    return switch (entry.kind()) {
      case "found", "held" -> "proposed";
      case "created", "adopted", "restored" -> "open";
      default -> entry.state();
    };
  }

  /** An item that was held after its ticket was made is held, and open all the same. */
  private static String later(String before, String after) {
    boolean stays = after.isEmpty() || (after.equals("proposed") && !before.isEmpty());
    return stays ? before : after;
  }
}
