package io.followthrough.review;

import io.followthrough.item.ActionKind;
import io.followthrough.item.ItemId;
import io.followthrough.item.ItemState;
import io.followthrough.item.Priority;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** An item of a review, told by what matters in a test. Immutable. */
record Sample(ReviewItem item) {
  static final LocalDate OPENED = LocalDate.of(2026, 10, 1);

  static Sample open(String id) {
    return new Sample(
        new ReviewItem(
            new ItemId(id),
            "Item " + id,
            Optional.of("PAY-" + id),
            Optional.of("https://jira.example/PAY-" + id),
            List.of("checkout"),
            Optional.of("Payments"),
            Optional.of("backend"),
            List.of("postmortem"),
            Optional.of(Priority.MEDIUM),
            Optional.of(ActionKind.PREVENTION),
            ItemState.ACCEPTED,
            false,
            false,
            OPENED,
            Optional.empty(),
            List.of(),
            true,
            Optional.empty(),
            Optional.empty(),
            0,
            Optional.empty(),
            Optional.empty(),
            false,
            Optional.empty()));
  }

  static Sample done(String id, String closed) {
    return open(id).state(ItemState.DONE, Optional.of(LocalDate.parse(closed)));
  }

  static Sample held(String id, String... rules) {
    return open(id).state(ItemState.PROPOSED, Optional.empty()).with(List.of(rules), false);
  }

  Sample state(ItemState state, Optional<LocalDate> closed) {
    return of(state, closed, item.opened(), item.due(), item.held(), item.owned());
  }

  Sample opened(String day) {
    LocalDate opened = LocalDate.parse(day);
    return of(item.state(), item.closed(), opened, item.due(), item.held(), item.owned());
  }

  Sample due(String day) {
    Optional<LocalDate> due = Optional.of(LocalDate.parse(day));
    return of(item.state(), item.closed(), item.opened(), due, item.held(), item.owned());
  }

  Sample unowned() {
    return with(item.held(), false);
  }

  private Sample with(List<String> held, boolean owned) {
    return of(item.state(), item.closed(), item.opened(), item.due(), held, owned);
  }

  private Sample of(
      ItemState state,
      Optional<LocalDate> closed,
      LocalDate opened,
      Optional<LocalDate> due,
      List<String> held,
      boolean owned) {
    return new Sample(
        new ReviewItem(
            item.id(),
            item.title(),
            item.ticket(),
            item.address(),
            item.services(),
            item.team(),
            item.tracker(),
            item.labels(),
            item.priority(),
            item.kind(),
            state,
            item.verified(),
            item.bornDone(),
            opened,
            closed,
            held,
            owned,
            due,
            due,
            item.deferrals(),
            item.deferred(),
            item.blockedBy(),
            item.cameBack(),
            item.lastAct()));
  }

  Sample kind(ActionKind kind) {
    return about(item.title(), item.team(), item.priority(), Optional.of(kind), item.services());
  }

  Sample priority(Priority priority) {
    return about(item.title(), item.team(), Optional.of(priority), item.kind(), item.services());
  }

  Sample titled(String title) {
    return about(title, item.team(), item.priority(), item.kind(), item.services());
  }

  Sample team(String team) {
    return about(item.title(), Optional.of(team), item.priority(), item.kind(), item.services());
  }

  Sample service(String service) {
    return about(item.title(), item.team(), item.priority(), item.kind(), List.of(service));
  }

  private Sample about(
      String title,
      Optional<String> team,
      Optional<Priority> priority,
      Optional<ActionKind> kind,
      List<String> services) {
    return new Sample(
        new ReviewItem(
            item.id(),
            title,
            item.ticket(),
            item.address(),
            services,
            team,
            item.tracker(),
            item.labels(),
            priority,
            kind,
            item.state(),
            item.verified(),
            item.bornDone(),
            item.opened(),
            item.closed(),
            item.held(),
            item.owned(),
            item.firstDue(),
            item.due(),
            item.deferrals(),
            item.deferred(),
            item.blockedBy(),
            item.cameBack(),
            item.lastAct()));
  }

  Sample cameBack() {
    return past(item.firstDue(), item.deferrals(), item.deferred(), item.blockedBy(), true);
  }

  Sample blockedBy(String blocker) {
    return state(ItemState.BLOCKED, Optional.empty())
        .past(
            item.firstDue(),
            item.deferrals(),
            item.deferred(),
            Optional.of(blocker),
            item.cameBack());
  }

  Sample deferred(String firstDue, int times, String last) {
    return past(
        Optional.of(LocalDate.parse(firstDue)),
        times,
        Optional.of(LocalDate.parse(last)),
        item.blockedBy(),
        item.cameBack());
  }

  private Sample past(
      Optional<LocalDate> firstDue,
      int deferrals,
      Optional<LocalDate> deferred,
      Optional<String> blockedBy,
      boolean cameBack) {
    return new Sample(
        new ReviewItem(
            item.id(),
            item.title(),
            item.ticket(),
            item.address(),
            item.services(),
            item.team(),
            item.tracker(),
            item.labels(),
            item.priority(),
            item.kind(),
            item.state(),
            item.verified(),
            item.bornDone(),
            item.opened(),
            item.closed(),
            item.held(),
            item.owned(),
            firstDue,
            item.due(),
            deferrals,
            deferred,
            blockedBy,
            cameBack,
            item.lastAct()));
  }
}
