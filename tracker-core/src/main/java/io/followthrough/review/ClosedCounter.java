package io.followthrough.review;

import io.followthrough.item.ActionKind;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What was closed: how long it took, whether in time, and whether it is what prevents. */
final class ClosedCounter implements Counter {
  private static final String DONE = "done";
  private static final String OPEN = "open";

  private final Slice slice;
  private final Map<String, Spread> byPriority = new TreeMap<>();
  private final Map<String, Spread> byKind = new TreeMap<>();
  private final Grid mix = new Grid();
  private int withFirstDate;
  private int onFirstDate;
  private int withLastDate;
  private int onLastDate;

  ClosedCounter(Slice slice) {
    this.slice = slice;
  }

  @Override
  public void add(Chapter chapter) {
    chapter.items().forEach(this::add);
  }

  private void add(ReviewItem item) {
    if (item.isOwed(slice.asOf())) {
      mix.add(item.kindWord(), OPEN);
    }
    if (!item.isDoneIn(slice.period(), slice.asOf())) {
      return;
    }
    mix.add(item.kindWord(), DONE);
    LocalDate closed = item.closed().orElse(slice.asOf());
    if (item.bornDone()) {
      return;
    }
    byPriority.computeIfAbsent(item.priorityWord(), any -> new Spread()).add(item.age(closed));
    byKind.computeIfAbsent(item.kindWord(), any -> new Spread()).add(item.age(closed));
    if (item.firstDue().isPresent()) {
      withFirstDate++;
      onFirstDate += item.firstDue().filter(day -> !closed.isAfter(day)).isPresent() ? 1 : 0;
    }
    if (item.due().isPresent()) {
      withLastDate++;
      onLastDate += item.due().filter(day -> !closed.isAfter(day)).isPresent() ? 1 : 0;
    }
  }

  @Override
  public List<Figure> figures() {
    return List.of(
        times("time-to-close-by-priority", "priority", OpenCounter.priorities(), byPriority),
        times("time-to-close-by-kind", "kind", kinds(), byKind),
        onTime(),
        mix());
  }

  static List<String> kinds() {
    return Stream.concat(
            Arrays.stream(ActionKind.values()).map(ActionKind::word), Stream.of("not said"))
        .toList();
  }

  private static Figure times(
      String name, String by, List<String> rows, Map<String, Spread> spreads) {
    Figure figure =
        Figure.of(
            name,
            "Time to close, by " + by,
            "Days from first sight to done, of what was closed in the period: half took no longer"
                + " than the median, nine of ten no longer than p90.",
            by.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + by.substring(1),
            "Closed",
            "Median",
            "p90");
    for (String row : rows) {
      Spread spread = spreads.getOrDefault(row, new Spread());
      if (spread.size() > 0) {
        figure =
            figure.with(
                row,
                Cell.words(row),
                Cell.count(spread.size()),
                Cell.days(spread.median()),
                Cell.days(spread.atRank(90)));
      }
    }
    return figure;
  }

  private Figure onTime() {
    return Figure.of(
            "on-time",
            "Closed on time",
            "Of what was closed in the period and had a date: closed on that day or before it. The"
                + " first date is the one that was promised, the last the one that counted.",
            "Against",
            "Closed",
            "On time",
            "Share")
        .with(
            "first-date",
            Cell.words("the first date"),
            Cell.count(withFirstDate),
            Cell.count(onFirstDate),
            Cell.percent(onFirstDate, withFirstDate))
        .with(
            "last-date",
            Cell.words("the last date"),
            Cell.count(withLastDate),
            Cell.count(onLastDate),
            Cell.percent(onLastDate, withLastDate));
  }

  private Figure mix() {
    int all = mix.rows().stream().mapToInt(kind -> mix.of(kind, DONE)).sum();
    Figure figure =
        Figure.of(
                "completion-mix",
                "What kind of work is completed",
                "Items done in the period by kind, their share of all that was done, and what of"
                    + " the kind is still open.",
                "Kind",
                "Done",
                "Share",
                "Open")
            .remarking(remark());
    for (String kind : kinds()) {
      if (mix.total(kind) > 0) {
        figure =
            figure.with(
                kind,
                Cell.words(kind),
                Cell.count(mix.of(kind, DONE)),
                Cell.percent(mix.of(kind, DONE), all),
                Cell.count(mix.of(kind, OPEN)));
      }
    }
    return figure;
  }

  /** The question that the mix is asked for. */
  private Optional<String> remark() {
    int easy = mix.of(ActionKind.LEARNING.word(), DONE) + mix.of(ActionKind.DETECTION.word(), DONE);
    int prevented = mix.of(ActionKind.PREVENTION.word(), DONE);
    int owed = mix.of(ActionKind.PREVENTION.word(), OPEN);
    return easy > 0 && prevented == 0 && owed > 0
        ? Optional.of(
            "Documents and alerts are being closed while prevention stays open: "
                + easy
                + " done, and none of the "
                + owed
                + " that prevent.")
        : Optional.empty();
  }
}
