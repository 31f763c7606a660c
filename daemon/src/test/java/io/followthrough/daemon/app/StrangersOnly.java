package io.followthrough.daemon.app;

import io.followthrough.tracker.Batch;
import io.followthrough.tracker.Comment;
import io.followthrough.tracker.Cursor;
import io.followthrough.tracker.ForwardingTracker;
import io.followthrough.tracker.Tracker;

/** A tracker in the open, in which nobody who comments belongs to the place. */
final class StrangersOnly extends ForwardingTracker {
  StrangersOnly(Tracker tracker) {
    super(tracker);
  }

  @Override
  public Batch changesSince(Cursor cursor) {
    Batch batch = super.changesSince(cursor);
    return new Batch(
        batch.tickets(),
        batch.comments().stream().map(StrangersOnly::outside).toList(),
        batch.next(),
        batch.more());
  }

  private static Comment outside(Comment comment) {
    return new Comment(
        comment.id(),
        comment.ticketId(),
        comment.author(),
        comment.createdAt(),
        comment.body(),
        comment.url(),
        comment.key(),
        false);
  }
}
