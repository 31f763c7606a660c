package io.followthrough.tracker;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Somebody who works in a {@link MemoryTracker} itself. Tickets are named by {@link
 * TicketRef#id()}, which is their key; an act on a deleted one is {@link FailureKind#GONE}.
 */
public final class MemoryPerson {
  private final MemoryTracker tracker;
  private final Account account;

  MemoryPerson(MemoryTracker tracker, Account account) {
    this.tracker = requireNonNull(tracker, "tracker is null");
    this.account = requireNonNull(account, "account is null");
  }

  /** Opens a ticket of their own. */
  public TicketRef open(String title, String description) {
    return tracker.open(title, description);
  }

  /** Comments. */
  public Comment comment(String ticket, String words) {
    return tracker.comment(ticket, account, words, Optional.empty());
  }

  /** Makes these the assignees; none to clear them. */
  public void assign(String ticket, String... handles) {
    tracker.act(
        ticket,
        draft ->
            draft.assignees =
                List.of(handles).stream().map(h -> new Account(h, h, true, false)).toList());
  }

  /** Sets the due date. */
  public void setDue(String ticket, LocalDate due) {
    needs(Capability.DUE_DATE, "due dates");
    tracker.act(ticket, draft -> draft.redate(Optional.of(due), account, tracker.now()));
  }

  /** Removes the due date. */
  public void clearDue(String ticket) {
    tracker.act(ticket, draft -> draft.redate(Optional.empty(), account, tracker.now()));
  }

  /** Sets the priority. */
  public void setPriority(String ticket, String priority) {
    needs(Capability.PRIORITY, "priorities");
    tracker.act(ticket, draft -> draft.priority = Optional.of(priority));
  }

  /** Puts it into a sprint or milestone. */
  public void plan(String ticket, String sprint) {
    tracker.act(ticket, draft -> draft.planned = Optional.of(sprint));
  }

  /** Adds a label. */
  public void label(String ticket, String label) {
    tracker.act(
        ticket,
        draft -> {
          if (!draft.labels.contains(label)) {
            draft.labels = Stream.concat(draft.labels.stream(), Stream.of(label)).toList();
          }
        });
  }

  /** Changes the title. */
  public void retitle(String ticket, String title) {
    tracker.act(ticket, draft -> draft.title = title);
  }

  /** Changes the description, our block in it as well as the rest. */
  public void rewrite(String ticket, UnaryOperator<String> change) {
    tracker.act(ticket, draft -> draft.body = change.apply(draft.body));
  }

  /** Begins to work on it. */
  public void start(String ticket) {
    needs(Capability.IN_PROGRESS_STATE, "states between open and closed");
    move(ticket, TicketState.IN_PROGRESS, List.of());
  }

  /** Says that it waits for something else. */
  public void block(String ticket) {
    needs(Capability.IN_PROGRESS_STATE, "states between open and closed");
    move(ticket, TicketState.BLOCKED, List.of());
  }

  /** Closes it as done, with the addresses of merged changes or commits that did so. */
  public void close(String ticket, String... evidence) {
    move(ticket, TicketState.DONE, List.of(evidence));
  }

  /** Closes it as not planned. */
  public void decline(String ticket) {
    move(ticket, TicketState.DECLINED, List.of());
  }

  /** Opens it again. */
  public void reopen(String ticket) {
    move(ticket, TicketState.OPEN, List.of());
  }

  /** Deletes it for good. */
  public void delete(String ticket) {
    tracker.act(ticket, draft -> draft.deleted = true);
  }

  private void move(String ticket, TicketState to, List<String> evidence) {
    tracker.act(
        ticket,
        draft -> {
          if (draft.state != to) {
            draft.move(to, account, tracker.now(), evidence);
          }
        });
  }

  private void needs(Capability capability, String what) {
    if (!tracker.capabilities().contains(capability)) {
      throw new TrackerException(
          FailureKind.REJECTED, "act on ticket", "this tracker has no " + what);
    }
  }
}
