package io.followthrough.tracker;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A tracker that hands every call to another one; what decorators begin with. */
public abstract class ForwardingTracker implements Tracker {
  private final Tracker delegate;

  /** Creates a tracker that forwards, its {@link #close()} included. */
  protected ForwardingTracker(Tracker delegate) {
    this.delegate = requireNonNull(delegate, "delegate is null");
  }

  /** The tracker that does the work. */
  protected Tracker delegate() {
    return delegate;
  }

  @Override
  public String name() {
    return delegate().name();
  }

  @Override
  public Set<Capability> capabilities() {
    return delegate().capabilities();
  }

  @Override
  public Duration findLag() {
    return delegate().findLag();
  }

  @Override
  public List<Outcome> create(List<TicketDraft> drafts) {
    return delegate().create(drafts);
  }

  @Override
  public boolean needsCompletion(TicketDraft draft) {
    return delegate().needsCompletion(draft);
  }

  @Override
  public List<String> complete(TicketRef ref, TicketDraft draft) {
    return delegate().complete(ref, draft);
  }

  @Override
  public List<Ticket> find(MarkQuery query) {
    return delegate().find(query);
  }

  @Override
  public Receipt update(TicketRef ref, TicketEdit edit) {
    return delegate().update(ref, edit);
  }

  @Override
  public Comment comment(TicketRef ref, CommentDraft draft) {
    return delegate().comment(ref, draft);
  }

  @Override
  public Optional<Comment> findComment(TicketRef ref, String key) {
    return delegate().findComment(ref, key);
  }

  @Override
  public void editComment(TicketRef ref, String commentId, CommentDraft draft) {
    delegate().editComment(ref, commentId, draft);
  }

  @Override
  public void close(TicketRef ref) {
    delegate().close(ref);
  }

  @Override
  public Batch changesSince(Cursor cursor) {
    return delegate().changesSince(cursor);
  }

  @Override
  public Ticket read(TicketRef ref) {
    return delegate().read(ref);
  }

  @Override
  public Optional<Transition> lastTransition(TicketRef ref) {
    return delegate().lastTransition(ref);
  }

  @Override
  public Optional<Redating> lastRedating(TicketRef ref) {
    return delegate().lastRedating(ref);
  }

  @Override
  public List<Comment> comments(TicketRef ref) {
    return delegate().comments(ref);
  }

  @Override
  public Optional<TicketRef> recognise(String linkOrKey) {
    return delegate().recognise(linkOrKey);
  }

  @Override
  public Optional<Account> account(String handle) {
    return delegate().account(handle);
  }

  @Override
  public String obstacle(String handle) {
    return delegate().obstacle(handle);
  }

  @Override
  public Optional<Boolean> isPublic() {
    return delegate().isPublic();
  }

  @Override
  public List<CheckFinding> check() {
    return delegate().check();
  }

  @Override
  public List<CheckFinding> warnings() {
    return delegate().warnings();
  }

  @Override
  public void close() {
    delegate().close();
  }
}
