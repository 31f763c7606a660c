package io.followthrough.review;

import io.followthrough.item.ItemState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a meeting needs: what to decide, what became of the last postmortems, what nobody closes.
 */
final class DecisionCounter implements Counter {
  private static final int DECISIONS = 3;
  private static final int STALE = 10;

  private final Slice slice;
  private final int latest;
  private final Top<ReviewItem> riskiest;
  private final Top<Chapter> last;
  private final Top<Chapter> stale;

  /**
   * A counter.
   *
   * @param latest how many of the last postmortems are told with their items
   */
  DecisionCounter(Slice slice, int latest) {
    this.slice = slice;
    this.latest = latest;
    this.riskiest = new Top<>(DECISIONS, Risk.order(slice.asOf()));
    Comparator<Chapter> byDay = Comparator.comparing(chapter -> chapter.postmortem().date());
    Comparator<Chapter> byKey = Comparator.comparing(chapter -> chapter.postmortem().key());
    this.last = new Top<>(latest, byDay.reversed().thenComparing(byKey));
    this.stale = new Top<>(STALE, byDay.thenComparing(byKey));
  }

  @Override
  public void add(Chapter chapter) {
    LocalDate asOf = slice.asOf();
    List<ReviewItem> owed = chapter.items().stream().filter(item -> item.isOwed(asOf)).toList();
    owed.forEach(riskiest::add);
    LocalDate date = chapter.postmortem().date();
    if (!date.isAfter(asOf)) {
      last.add(chapter);
    }
    if (!owed.isEmpty() && date.plusDays(SummaryCounter.STALE_DAYS).isBefore(asOf)) {
      stale.add(new Chapter(chapter.postmortem(), owed));
    }
  }

  @Override
  public List<Figure> figures() {
    return List.of(decisions(), last(), stale());
  }

  private Figure decisions() {
    Figure figure =
        Figure.of(
            "decisions",
            "Three items that deserve a decision",
            "The open items of the highest risk: priority, days over the date, deferrals, blocked,"
                + " without an owner, and above all an incident that came back.",
            "Item",
            "Ticket",
            "Why",
            "To decide");
    for (ReviewItem item : riskiest.list()) {
      Risk risk = Risk.of(item, slice.asOf());
      figure =
          figure.with(
              item.id().value(),
              Cell.item(item),
              Cell.ticket(item),
              Cell.words(String.join(", ", risk.why())),
              Cell.words(risk.decision()));
    }
    return figure;
  }

  private Figure last() {
    Figure figure =
        Figure.of(
            "last-postmortems",
            latest == 1
                ? "What happened to the action items of the last postmortem"
                : "What happened to the action items of the last " + latest + " postmortems",
            "The postmortems with the latest incidents until the end of the period, with each of"
                + " their items and where it stands.",
            "Postmortem",
            "Item",
            "Ticket",
            "State",
            "Due",
            "Closed");
    for (Chapter chapter : last.list()) {
      ReviewPostmortem postmortem = chapter.postmortem();
      Cell title = Cell.link(postmortem.title(), postmortem.link());
      for (ReviewItem item : chapter.items()) {
        figure =
            figure.with(
                item.id().value(),
                title,
                Cell.item(item),
                Cell.ticket(item),
                Cell.words(state(item)),
                Cell.day(item.due()),
                Cell.day(item.closed()));
      }
      if (chapter.items().isEmpty()) {
        Cell none = Cell.words("–");
        figure =
            figure.with(
                postmortem.key(), title, Cell.words("no action item"), none, none, none, none);
      }
    }
    return figure.remarking(remark());
  }

  private Optional<String> remark() {
    List<Chapter> chapters = last.list();
    List<ReviewItem> all = chapters.stream().flatMap(one -> one.items().stream()).toList();
    if (all.isEmpty()) {
      return Optional.empty();
    }
    List<String> parts = new ArrayList<>();
    parts.add(number(all, item -> item.state() == ItemState.DONE) + " done");
    parts.add(number(all, item -> item.isOwed(slice.asOf())) + " open");
    int late = number(all, item -> item.isOverdue(slice.asOf()));
    parts.add(late + " of these overdue");
    parts.add(number(all, item -> item.isHeld(slice.asOf())) + " held");
    parts.add(number(all, item -> item.state() == ItemState.DECLINED) + " declined");
    return Optional.of("Of " + all.size() + " items: " + String.join(", ", parts) + ".");
  }

  private static int number(
      List<ReviewItem> items, java.util.function.Predicate<ReviewItem> condition) {
    return Math.toIntExact(items.stream().filter(condition).count());
  }

  private String state(ReviewItem item) {
    String word = item.state().word();
    if (item.state() == ItemState.DONE && !item.verified()) {
      return word + ", unverified";
    }
    if (item.isOverdue(slice.asOf())) {
      return word + ", " + item.lateness(slice.asOf()) + " days overdue";
    }
    return item.held().isEmpty() ? word : word + ": " + String.join(", ", item.held());
  }

  private Figure stale() {
    Figure figure =
        Figure.of(
            "stale-postmortems",
            "Postmortems still open after 120 days",
            "Postmortems with an open promise more than 120 days after the incident, the oldest"
                + " first.",
            "Postmortem",
            "Incident on",
            "Open items");
    for (Chapter chapter : stale.list()) {
      ReviewPostmortem postmortem = chapter.postmortem();
      figure =
          figure.with(
              postmortem.key(),
              Cell.link(postmortem.title(), postmortem.link()),
              Cell.words(postmortem.date().toString()),
              Cell.count(chapter.items().size()));
    }
    return figure;
  }
}
