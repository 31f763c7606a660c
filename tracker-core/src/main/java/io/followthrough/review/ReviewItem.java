package io.followthrough.review;

import static java.util.Objects.requireNonNull;

import io.followthrough.item.ActionKind;
import io.followthrough.item.ItemId;
import io.followthrough.item.ItemState;
import io.followthrough.item.Priority;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * What a review knows of an action item. It does not know whose it is: no figure is by person.
 *
 * @param ticket the ticket's key, where there is one, likewise its address
 * @param state where it stands now
 * @param verified whether something shows that it is done
 * @param bornDone true where its postmortem called it done at first sight
 * @param opened the day on which it was first seen
 * @param closed the day on which it was done, declined or lost
 * @param held names of the gate's rules for which it waits
 * @param owned whether somebody answers for it
 * @param firstDue the first date that it had
 * @param due the date that counts now
 * @param deferrals how often the date was moved to a later one
 * @param deferred the day of the last such move
 * @param blockedBy what it waits for, in words or as a ticket's key
 * @param cameBack whether its incident came back, as a later postmortem shows
 * @param lastAct the last day on which a person did something on its ticket
 */
public record ReviewItem(
    ItemId id,
    String title,
    Optional<String> ticket,
    Optional<String> address,
    List<String> services,
    Optional<String> team,
    Optional<String> tracker,
    List<String> labels,
    Optional<Priority> priority,
    Optional<ActionKind> kind,
    ItemState state,
    boolean verified,
    boolean bornDone,
    LocalDate opened,
    Optional<LocalDate> closed,
    List<String> held,
    boolean owned,
    Optional<LocalDate> firstDue,
    Optional<LocalDate> due,
    int deferrals,
    Optional<LocalDate> deferred,
    Optional<String> blockedBy,
    boolean cameBack,
    Optional<LocalDate> lastAct) {
  public ReviewItem {
    requireNonNull(id, "id is null");
    requireNonNull(title, "title is null");
    requireNonNull(ticket, "ticket is null");
    requireNonNull(address, "address is null");
    services = List.copyOf(services);
    requireNonNull(team, "team is null");
    requireNonNull(tracker, "tracker is null");
    labels = List.copyOf(labels);
    requireNonNull(priority, "priority is null");
    requireNonNull(kind, "kind is null");
    requireNonNull(state, "state is null");
    requireNonNull(opened, "opened is null");
    requireNonNull(closed, "closed is null");
    held = List.copyOf(held);
    requireNonNull(firstDue, "firstDue is null");
    requireNonNull(due, "due is null");
    requireNonNull(deferred, "deferred is null");
    requireNonNull(blockedBy, "blockedBy is null");
    requireNonNull(lastAct, "lastAct is null");
  }

  /** True where it was a promise that somebody still owed at the end of a day. */
  public boolean isOwed(LocalDate day) {
    boolean promised = state != ItemState.PROPOSED && state != ItemState.AWARE;
    boolean open = closed.map(end -> end.isAfter(day)).orElse(state.isOpen());
    return promised && open && !opened.isAfter(day);
  }

  /** True where its date was over at the end of a day on which it was still owed. */
  public boolean isOverdue(LocalDate day) {
    return isOwed(day) && due.filter(date -> date.isBefore(day)).isPresent();
  }

  /** True where the gate held it at the end of a day, as far as that is still known. */
  boolean isHeld(LocalDate day) {
    return state == ItemState.PROPOSED && !opened.isAfter(day);
  }

  boolean isDoneIn(Period period, LocalDate asOf) {
    return state == ItemState.DONE && closedIn(period, asOf);
  }

  boolean closedIn(Period period, LocalDate asOf) {
    return closed.filter(day -> period.contains(day) && !day.isAfter(asOf)).isPresent();
  }

  /** Days from its opening to another day. */
  int age(LocalDate day) {
    return days(opened, day);
  }

  /** Days by which it is over its date; 0 where it is not. */
  int lateness(LocalDate day) {
    return due.map(date -> Math.max(0, days(date, day))).orElse(0);
  }

  private static int days(LocalDate from, LocalDate to) {
    return Math.toIntExact(Math.max(0, ChronoUnit.DAYS.between(from, to)));
  }

  String priorityWord() {
    return priority.map(Priority::word).orElse("none");
  }

  String kindWord() {
    return kind.map(ActionKind::word).orElse("not said");
  }
}
