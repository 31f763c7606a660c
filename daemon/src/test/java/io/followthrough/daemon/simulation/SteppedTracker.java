package io.followthrough.daemon.simulation;

import io.followthrough.tracker.Batch;
import io.followthrough.tracker.Comment;
import io.followthrough.tracker.CommentDraft;
import io.followthrough.tracker.Cursor;
import io.followthrough.tracker.ForwardingTracker;
import io.followthrough.tracker.MarkQuery;
import io.followthrough.tracker.Outcome;
import io.followthrough.tracker.Receipt;
import io.followthrough.tracker.Ticket;
import io.followthrough.tracker.TicketDraft;
import io.followthrough.tracker.TicketEdit;
import io.followthrough.tracker.TicketRef;
import io.followthrough.tracker.Tracker;
import io.followthrough.tracker.Transition;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** A tracker whose caller may be held up or die before and after each call. */
final class SteppedTracker extends ForwardingTracker {
  private final Steps steps;

  SteppedTracker(Tracker tracker, Steps steps) {
    super(tracker);
    this.steps = steps;
  }

  @Override
  public List<Outcome> create(List<TicketDraft> drafts) {
    String items =
        drafts.stream().map(draft -> draft.marker().item()).collect(Collectors.joining("\n"));
    return step("create", items, () -> super.create(drafts));
  }

  @Override
  public Receipt update(TicketRef ref, TicketEdit edit) {
    return step("update", "", () -> super.update(ref, edit));
  }

  @Override
  public Comment comment(TicketRef ref, CommentDraft draft) {
    return step("comment", draft.key(), () -> super.comment(ref, draft));
  }

  @Override
  public List<Ticket> find(MarkQuery query) {
    return step("find", "", () -> super.find(query));
  }

  @Override
  public Optional<Comment> findComment(TicketRef ref, String key) {
    return step("find comment", "", () -> super.findComment(ref, key));
  }

  @Override
  public Batch changesSince(Cursor cursor) {
    return step("poll", "", () -> super.changesSince(cursor));
  }

  @Override
  public Ticket read(TicketRef ref) {
    return step("read", "", () -> super.read(ref));
  }

  @Override
  public Optional<Transition> lastTransition(TicketRef ref) {
    return step("history", "", () -> super.lastTransition(ref));
  }

  /** The tracker outlives its caller. */
  @Override
  public void close() {}

  private <T> T step(String operation, String effect, Supplier<T> call) {
    steps.reach("before " + operation, effect);
    T result = call.get();
    steps.reach("after " + operation, "");
    return result;
  }
}
