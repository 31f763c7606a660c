package io.followthrough.review;

import io.followthrough.item.Priority;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is open: how old it is, by how much it is over its date, what is due. */
final class OpenCounter implements Counter {
  private static final int ROWS = 5;
  private static final int DUE_ROWS = 10;

  private final Slice slice;
  private final Map<String, Spread> ages = new TreeMap<>();
  private final Spread lateness = new Spread();
  private final Map<String, Integer> lateBy = new LinkedHashMap<>();
  private final Top<ReviewItem> oldest;
  private final Top<ReviewItem> due;

  OpenCounter(Slice slice) {
    this.slice = slice;
    Comparator<ReviewItem> byId = Comparator.comparing(ReviewItem::id);
    this.oldest = new Top<>(ROWS, Comparator.comparing(ReviewItem::opened).thenComparing(byId));
    this.due =
        new Top<>(
            DUE_ROWS,
            Comparator.comparing((ReviewItem item) -> item.due().orElse(LocalDate.MAX))
                .thenComparing(byId));
    List.of("1 to 7 days", "8 to 30 days", "31 to 90 days", "more than 90 days")
        .forEach(words -> lateBy.put(words, 0));
  }

  @Override
  public void add(Chapter chapter) {
    LocalDate asOf = slice.asOf();
    chapter.items().stream().filter(item -> item.isOwed(asOf)).forEach(this::add);
  }

  private void add(ReviewItem item) {
    LocalDate asOf = slice.asOf();
    ages.computeIfAbsent(item.priorityWord(), any -> new Spread()).add(item.age(asOf));
    oldest.add(item);
    if (item.isOverdue(asOf)) {
      int days = item.lateness(asOf);
      lateness.add(days);
      lateBy.merge(span(days), 1, Integer::sum);
    }
    if (SummaryCounter.isDueSoon(item, asOf)) {
      due.add(item);
    }
  }

  private static String span(int days) {
    return days <= 7
        ? "1 to 7 days"
        : days <= 30 ? "8 to 30 days" : days <= 90 ? "31 to 90 days" : "more than 90 days";
  }

  @Override
  public List<Figure> figures() {
    return List.of(age(), overdue(), oldest(), due());
  }

  private Figure age() {
    Figure figure =
        Figure.of(
            "age-by-priority",
            "Age of what is open, by priority",
            "Days from first sight to the end of the period: half are younger than the median.",
            "Priority",
            "Open",
            "Median",
            "Oldest");
    for (String priority : priorities()) {
      Spread spread = ages.getOrDefault(priority, new Spread());
      if (spread.size() > 0) {
        figure =
            figure.with(
                priority,
                Cell.words(priority),
                Cell.count(spread.size()),
                Cell.days(spread.median()),
                Cell.days(spread.longest()));
      }
    }
    return figure;
  }

  /** The most urgent first, and last what has none. */
  static List<String> priorities() {
    return List.of(
        Priority.CRITICAL.word(),
        Priority.HIGH.word(),
        Priority.MEDIUM.word(),
        Priority.LOW.word(),
        "none");
  }

  private Figure overdue() {
    Figure figure =
        Figure.of(
                "overdue-by",
                "Overdue, and by how much",
                "Open items whose date was over at the end of the period, by days since that date.",
                "Over its date by",
                "Items")
            .remarking(
                lateness.median().map(days -> "Half are late by " + days + " days or more."));
    for (Map.Entry<String, Integer> each : lateBy.entrySet()) {
      figure = figure.with(each.getKey(), Cell.words(each.getKey()), Cell.count(each.getValue()));
    }
    return figure;
  }

  private Figure oldest() {
    Figure figure =
        Figure.of(
            "oldest-open",
            "The oldest open items",
            "Open items that were first seen the longest ago.",
            "Item",
            "Ticket",
            "Age",
            "Due");
    for (ReviewItem item : oldest.list()) {
      figure =
          figure.with(
              item.id().value(),
              Cell.item(item),
              Cell.ticket(item),
              Cell.words(item.age(slice.asOf()) + " days"),
              Cell.day(item.due()));
    }
    return figure;
  }

  private Figure due() {
    Figure figure =
        Figure.of(
            "due-soon",
            "Due this month",
            "Open items with a date in the month that follows the end of the period, the next first.",
            "Item",
            "Ticket",
            "Due",
            "State");
    for (ReviewItem item : due.list()) {
      figure =
          figure.with(
              item.id().value(),
              Cell.item(item),
              Cell.ticket(item),
              Cell.day(item.due()),
              Cell.words(item.state().word()));
    }
    return figure;
  }
}
