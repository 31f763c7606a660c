package io.followthrough.review;

import io.followthrough.followup.Repeat;
import io.followthrough.item.ItemState;
import io.followthrough.review.ReviewPostmortem.Predecessor;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The figures that are one number each. */
final class SummaryCounter implements Counter {
  /** After so many days an open postmortem is one that nobody closes any more. */
  static final int STALE_DAYS = 120;

  private final Slice slice;
  private final Set<String> incidents = new HashSet<>();
  private final Set<String> stale = new HashSet<>();
  private final Spread times = new Spread();
  private int opened;
  private int done;
  private int unverified;
  private int declined;
  private int open;
  private int held;
  private int overdue;
  private int blocked;
  private int deferred;
  private int due;
  private int unowned;
  private int whileOpen;
  private int despiteComplete;

  SummaryCounter(Slice slice) {
    this.slice = slice;
  }

  @Override
  public void add(Chapter chapter) {
    ReviewPostmortem postmortem = chapter.postmortem();
    LocalDate asOf = slice.asOf();
    if (slice.contains(postmortem.date()) && incidents.add(postmortem.identity())) {
      whileOpen += repeats(postmortem, Repeat.Kind.WHILE_OPEN);
      despiteComplete += repeats(postmortem, Repeat.Kind.DESPITE_COMPLETE);
    }
    chapter.items().forEach(this::add);
    if (postmortem.date().plusDays(STALE_DAYS).isBefore(asOf)
        && chapter.items().stream().anyMatch(item -> item.isOwed(asOf))) {
      stale.add(postmortem.identity());
    }
  }

  private static int repeats(ReviewPostmortem postmortem, Repeat.Kind kind) {
    return postmortem.repeats().stream().map(Predecessor::kind).anyMatch(kind::equals) ? 1 : 0;
  }

  private void add(ReviewItem item) {
    LocalDate asOf = slice.asOf();
    boolean promised = item.state() != ItemState.PROPOSED && item.state() != ItemState.AWARE;
    opened += promised && slice.contains(item.opened()) ? 1 : 0;
    if (item.isDoneIn(slice.period(), asOf)) {
      done++;
      unverified += item.verified() ? 0 : 1;
      if (!item.bornDone()) {
        times.add(item.age(item.closed().orElse(asOf)));
      }
    }
    declined += item.state() == ItemState.DECLINED && item.closedIn(slice.period(), asOf) ? 1 : 0;
    held += item.isHeld(asOf) ? 1 : 0;
    unowned += (item.isHeld(asOf) || item.isOwed(asOf)) && !item.owned() ? 1 : 0;
    deferred += item.deferred().filter(slice::contains).isPresent() ? 1 : 0;
    if (item.isOwed(asOf)) {
      open++;
      overdue += item.isOverdue(asOf) ? 1 : 0;
      blocked += item.state() == ItemState.BLOCKED ? 1 : 0;
      due += isDueSoon(item, asOf) ? 1 : 0;
    }
  }

  static boolean isDueSoon(ReviewItem item, LocalDate asOf) {
    return item.due()
        .filter(day -> !day.isBefore(asOf) && day.isBefore(asOf.plusMonths(1).plusDays(1)))
        .isPresent();
  }

  @Override
  public List<Figure> figures() {
    Figure figure =
        Figure.of(
            "summary",
            "The period at a glance",
            "Each line has its own definition. A change is against the last period.",
            "",
            "Now");
    figure =
        row(
            figure,
            "postmortems",
            "Postmortems",
            incidents.size(),
            "Incidents of the period that have a postmortem; two documents about one incident are one.");
    figure =
        row(
            figure,
            "opened",
            "Opened",
            opened,
            "Promises first seen in the period. What the gate holds is no promise yet.");
    figure = row(figure, "closed", "Closed", done, "Promises done in the period.");
    figure =
        row(
            figure,
            "declined",
            "Declined",
            declined,
            "Promises that people closed as not planned in the period.");
    figure =
        row(
            figure,
            "open",
            "Open",
            open,
            "Promises that somebody still owed at the end of the period.");
    figure =
        row(
            figure,
            "net",
            "Net change",
            opened - done - declined,
            "Opened less closed and declined: above 0, the pile grows.");
    figure =
        row(
            figure,
            "held",
            "Held",
            held,
            "Items that the gate holds, in postmortems read until the end of the period.");
    figure = row(figure, "overdue", "Overdue", overdue, "Open, and the date was over.");
    figure = row(figure, "blocked", "Blocked", blocked, "Open, and its ticket says blocked.");
    figure =
        row(
            figure,
            "due-soon",
            "Due this month",
            due,
            "Open, with a date in the month that follows the end of the period.");
    figure =
        row(
            figure,
            "deferred",
            "Deferred",
            deferred,
            "Items whose date was last moved to a later one in the period.");
    figure =
        row(
            figure,
            "done-unverified",
            "Done, unverified",
            unverified,
            "Closed in the period, and nothing shows that it is done.");
    figure =
        row(
            figure,
            "unowned",
            "Without an owner",
            unowned,
            "Open or held, and no person answers for it.");
    figure =
        row(
            figure,
            "repeats-while-open",
            "Repeats while open",
            whileOpen,
            "Incidents of the period that came back while a prior action item was open.");
    figure =
        row(
            figure,
            "repeats-despite-complete",
            "Repeats despite complete",
            despiteComplete,
            "Incidents of the period that came back despite all prior action items being complete.");
    figure =
        row(
            figure,
            "stale-postmortems",
            "Postmortems open after 120 days",
            stale.size(),
            "Postmortems with an open promise 120 days after the incident.");
    return List.of(
        figure.with(
            "median-days-to-close",
            "Half of what was closed in the period took no longer, from first sight to done.",
            List.of(Cell.words("Median time to close"), Cell.days(times.median()))));
  }

  private static Figure row(
      Figure figure, String name, String label, int number, String definition) {
    return figure.with(name, definition, List.of(Cell.words(label), Cell.count(number)));
  }
}
