package io.followthrough.plan;

import static java.util.Objects.requireNonNull;

import io.followthrough.item.ActionItem;
import io.followthrough.item.Carried;
import io.followthrough.tracker.TicketDraft;
import io.followthrough.tracker.TicketEdit;
import io.followthrough.tracker.TicketRef;
import java.util.function.Function;

/** One difference between what the documents promise and what the trackers hold. */
public sealed interface Change {
  /** The item it is about. */
  ActionItem item();

  /** The tracker it goes to. */
  String tracker();

  /** Reads whichever it is. */
  <T> T match(
      Function<? super Create, ? extends T> create,
      Function<? super Adopt, ? extends T> adopt,
      Function<? super Edit, ? extends T> edit);

  /** A ticket is to be born. */
  record Create(ActionItem item, String tracker, TicketDraft draft, Carried carried)
      implements Change {
    public Create {
      requireNonNull(item, "item is null");
      requireNonNull(tracker, "tracker is null");
      requireNonNull(draft, "draft is null");
      requireNonNull(carried, "carried is null");
    }

    @Override
    public <T> T match(
        Function<? super Create, ? extends T> create,
        Function<? super Adopt, ? extends T> adopt,
        Function<? super Edit, ? extends T> edit) {
      return create.apply(this);
    }
  }

  /** The document names a ticket that is there: it is followed, and none is made. */
  record Adopt(ActionItem item, String tracker, TicketRef ref) implements Change {
    public Adopt {
      requireNonNull(item, "item is null");
      requireNonNull(tracker, "tracker is null");
      requireNonNull(ref, "ref is null");
    }

    @Override
    public <T> T match(
        Function<? super Create, ? extends T> create,
        Function<? super Adopt, ? extends T> adopt,
        Function<? super Edit, ? extends T> edit) {
      return adopt.apply(this);
    }
  }

  /** The document changed what we wrote. */
  record Edit(ActionItem item, String tracker, TicketEdit edit, Carried carried) implements Change {
    public Edit {
      requireNonNull(item, "item is null");
      requireNonNull(tracker, "tracker is null");
      requireNonNull(edit, "edit is null");
      requireNonNull(carried, "carried is null");
    }

    @Override
    public <T> T match(
        Function<? super Create, ? extends T> create,
        Function<? super Adopt, ? extends T> adopt,
        Function<? super Edit, ? extends T> edit) {
      return edit.apply(this);
    }
  }
}
