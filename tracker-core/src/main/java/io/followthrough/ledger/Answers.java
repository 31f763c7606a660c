package io.followthrough.ledger;

import static java.util.Objects.requireNonNull;

import io.followthrough.item.ActionItem;
import io.followthrough.item.Judgement;
import io.followthrough.item.Priority;
import io.followthrough.tracker.Account;
import io.followthrough.tracker.Ticket;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What people have answered on a ticket, as far as its own fields don't say it.
 *
 * @param snoozedUntil the first day on which something may be said again
 * @param blockedBy what it waits for, in a person's words
 * @param declined that somebody declined it
 * @param evidence addresses that show that it is done
 * @param owner the name of the person who is to own it
 * @param ownerOver the assignees that the ticket had by then; absent once the ticket tells
 * @param due the day on which it is to be due
 * @param dueOver the date that the ticket had by then, as text, empty for none; absent once the
 *     ticket tells
 * @param review the day on which to ask whether it still stands
 * @param priority to which a step of the ladder has raised it
 */
public record Answers(
    Optional<LocalDate> snoozedUntil,
    Optional<String> blockedBy,
    Optional<Declined> declined,
    List<String> evidence,
    Optional<String> owner,
    Optional<String> ownerOver,
    Optional<LocalDate> due,
    Optional<String> dueOver,
    Optional<LocalDate> review,
    Optional<Priority> priority) {
  /** Nothing has been answered. */
  public static final Answers NONE =
      new Answers(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** That an item was declined on its ticket: why, by whose handle, and when. */
  public record Declined(String because, String by, Instant at) {
    public Declined {
      requireNonNull(because, "because is null");
      requireNonNull(by, "by is null");
      requireNonNull(at, "at is null");
    }
  }

  public Answers {
    requireNonNull(snoozedUntil, "snoozedUntil is null");
    requireNonNull(blockedBy, "blockedBy is null");
    requireNonNull(declined, "declined is null");
    evidence = List.copyOf(evidence);
    requireNonNull(owner, "owner is null");
    requireNonNull(ownerOver, "ownerOver is null");
    requireNonNull(due, "due is null");
    requireNonNull(dueOver, "dueOver is null");
    requireNonNull(review, "review is null");
    requireNonNull(priority, "priority is null");
  }

  /** Silent before a day. */
  public Answers snoozed(LocalDate until) {
    return new Answers(
        Optional.of(until),
        blockedBy,
        declined,
        evidence,
        owner,
        ownerOver,
        due,
        dueOver,
        review,
        priority);
  }

  /** Waiting for something, or for nothing any more. */
  public Answers blocked(Optional<String> by) {
    return new Answers(
        snoozedUntil, by, declined, evidence, owner, ownerOver, due, dueOver, review, priority);
  }

  /** No longer meant. */
  public Answers declining(Declined answer) {
    return new Answers(
        snoozedUntil,
        blockedBy,
        Optional.of(answer),
        evidence,
        owner,
        ownerOver,
        due,
        dueOver,
        review,
        priority);
  }

  /** Neither snoozed nor blocked nor declined. */
  public Answers resumed() {
    return new Answers(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        evidence,
        owner,
        ownerOver,
        due,
        dueOver,
        review,
        priority);
  }

  /** One more address that shows it. */
  public Answers shown(String url) {
    List<String> longer = new ArrayList<>(evidence);
    longer.remove(url);
    longer.add(url);
    return new Answers(
        snoozedUntil,
        blockedBy,
        declined,
        longer,
        owner,
        ownerOver,
        due,
        dueOver,
        review,
        priority);
  }

  /**
   * Somebody else's.
   *
   * @param over see {@link #ownerOver}
   */
  public Answers owned(String name, Optional<String> over) {
    return new Answers(
        snoozedUntil,
        blockedBy,
        declined,
        evidence,
        Optional.of(name),
        over,
        due,
        dueOver,
        review,
        priority);
  }

  /**
   * Due on another day.
   *
   * @param over see {@link #dueOver}
   */
  public Answers dated(LocalDate day, Optional<String> over) {
    return new Answers(
        snoozedUntil,
        blockedBy,
        declined,
        evidence,
        owner,
        ownerOver,
        Optional.of(day),
        over,
        review,
        priority);
  }

  /** To be looked at again on a day. */
  public Answers reviewed(LocalDate on) {
    return new Answers(
        snoozedUntil,
        blockedBy,
        declined,
        evidence,
        owner,
        ownerOver,
        due,
        dueOver,
        Optional.of(on),
        priority);
  }

  /** More urgent. */
  public Answers raised(Priority to) {
    return new Answers(
        snoozedUntil,
        blockedBy,
        declined,
        evidence,
        owner,
        ownerOver,
        due,
        dueOver,
        review,
        Optional.of(to));
  }

  /**
   * The same answers after a look at the ticket: a field that has changed since tells by itself.
   */
  public Answers settled(Ticket ticket) {
    return new Answers(
        snoozedUntil,
        blockedBy,
        declined,
        evidence,
        owner,
        ownerOver.filter(handles(ticket)::equals),
        due,
        dueOver.filter(date(ticket)::equals),
        review,
        priority);
  }

  /** The owner that was answered, until the ticket has other assignees than it had then. */
  public Optional<String> ownerOf(Ticket ticket) {
    return owner.filter(name -> ownerOver.filter(handles(ticket)::equals).isPresent());
  }

  /** The date that was answered, until the ticket has another date than it had then. */
  public Optional<LocalDate> dueOf(Ticket ticket) {
    return due.filter(day -> dueOver.filter(date(ticket)::equals).isPresent());
  }

  /** The item as people want it since: what its ticket is to say. */
  public ActionItem in(ActionItem item) {
    Judgement made = item.judgement();
    ActionItem owned =
        owner.isEmpty()
            ? item
            : item.judged(
                new Judgement(made.stage(), owner, made.team(), made.placement(), made.findings()));
    return owned.readAs(item.promise().answered(due, priority));
  }

  /** A ticket's assignees as {@link #ownerOver} keeps them. */
  public static String handles(Ticket ticket) {
    return ticket.assignees().stream()
        .map(Account::handle)
        .sorted()
        .collect(Collectors.joining(","));
  }

  /** A ticket's date as {@link #dueOver} keeps it. */
  public static String date(Ticket ticket) {
    return ticket.due().map(LocalDate::toString).orElse("");
  }
}
