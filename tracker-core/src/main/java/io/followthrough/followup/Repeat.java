package io.followthrough.followup;

import static java.util.Objects.requireNonNull;

import io.followthrough.item.ItemId;
import io.followthrough.item.Origin;
import java.time.Instant;
import java.util.List;

/**
 * An earlier postmortem whose incident came back, as a later one shows.
 *
 * @param earlier the postmortem whose items were to prevent it
 * @param later the new one
 * @param kind what became of the items
 * @param items those that the kind speaks of: the open ones, or else the done ones
 * @param seenAt when the new postmortem was first seen
 * @param why what the two have in common, in words that complete "because …"
 */
public record Repeat(
    Origin earlier, Origin later, Kind kind, List<ItemId> items, Instant seenAt, String why) {
  /** What had become of the earlier items when the incident came back. */
  public enum Kind {
    WHILE_OPEN("repeat while a prior action item was open"),
    DESPITE_COMPLETE("repeat despite a prior action item complete");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** The words of reports and of the journal. */
    public String words() {
      return words;
    }
  }

  public Repeat {
    requireNonNull(earlier, "earlier is null");
    requireNonNull(later, "later is null");
    requireNonNull(kind, "kind is null");
    items = List.copyOf(items);
    requireNonNull(seenAt, "seenAt is null");
    requireNonNull(why, "why is null");
  }

  /** By what the question is known that asks about it once. */
  String question() {
    return "repeat:" + later.incident().key().orElse(later.documentKey());
  }
}
