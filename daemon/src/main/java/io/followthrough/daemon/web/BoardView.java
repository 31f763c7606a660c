package io.followthrough.daemon.web;

import io.followthrough.review.Period;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How things stand, in a sentence and four charts.
 *
 * @param incidents of the quarter that have a postmortem
 * @param oldest the open item that was first seen the longest ago
 */
public record BoardView(
    String quarter,
    int incidents,
    int open,
    int closed,
    Optional<OldestView> oldest,
    Burnup burnup,
    List<Bar> ages,
    List<Bar> kinds,
    List<Bar> services) {
  private static final int WIDTH = 600;
  private static final int HEIGHT = 150;
  private static final int SERVICES = 6;

  /** The oldest open item. */
  public record OldestView(String id, String title, long days) {}

  /**
   * Opened and closed items, summed up by week.
   *
   * @param openedLine points of a line in a box of 600 by 150
   * @param words what the lines say, for who cannot see them
   */
  public record Burnup(
      String openedLine, String closedLine, String gap, int opened, int closed, String words) {}

  /** A row of bars: parts of one length beside each other. */
  public record Bar(String label, List<Part> parts, String words) {}

  /** A part of a bar; its place and length are hundredths of the longest bar. */
  public record Part(String tone, String start, String length) {}

  static Optional<BoardView> of(Overview overview, Times times) {
    if (overview.tally().items() == 0) {
      return Optional.empty();
    }
    Period quarter = Period.of(Period.Kind.QUARTER, times.today());
    long incidents =
        overview.postmortems().stream()
            .filter(one -> one.day().filter(quarter::contains).isPresent())
            .map(one -> one.origin().incident().key().orElse(one.fingerprint()))
            .distinct()
            .count();
    Trends trends = overview.trends();
    return Optional.of(
        new BoardView(
            quarter.title(),
            (int) incidents,
            overview.tally().of(Facet.OPEN),
            overview.tally().of(Facet.DONE),
            trends.oldest().map(one -> oldest(one, times.today())),
            burnup(trends),
            bars(
                trends.ages(),
                List.of("young", "older", "old"),
                List.of("up to 30 days", "up to 90 days", "older")),
            bars(trends.kinds(), List.of("done", "open"), List.of("done", "open")),
            services(trends.services())));
  }

  private static OldestView oldest(Trends.Oldest one, LocalDate today) {
    return new OldestView(
        one.id(), Plain.line(one.title()), ChronoUnit.DAYS.between(one.since(), today));
  }

  private static Burnup burnup(Trends trends) {
    List<Integer> opened = trends.openedByWeek();
    List<Integer> closed = trends.closedByWeek();
    int most = Math.max(1, opened.get(opened.size() - 1));
    String above = line(opened, most);
    List<String> below = new ArrayList<>(List.of(line(closed, most).split(" ", -1)));
    java.util.Collections.reverse(below);
    int all = opened.get(opened.size() - 1);
    int done = closed.get(closed.size() - 1);
    String words =
        "In the last "
            + Trends.WEEKS
            + " weeks opened items went from "
            + opened.get(0)
            + " to "
            + all
            + ", closed ones from "
            + closed.get(0)
            + " to "
            + done
            + ".";
    return new Burnup(
        above, line(closed, most), above + " " + String.join(" ", below), all, done, words);
  }

  private static String line(List<Integer> values, int most) {
    List<String> points = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      double x = (double) WIDTH * i / (values.size() - 1);
      double y = HEIGHT - (double) HEIGHT * values.get(i) / most;
      points.add(String.format(Locale.ROOT, "%.1f,%.1f", x, y));
    }
    return String.join(" ", points);
  }

  private static List<Bar> bars(Map<String, int[]> rows, List<String> tones, List<String> names) {
    int most = rows.values().stream().mapToInt(BoardView::sum).max().orElse(0);
    List<Bar> bars = new ArrayList<>();
    rows.forEach(
        (label, counts) -> {
          if (sum(counts) > 0) {
            bars.add(bar(label, counts, most, tones, names));
          }
        });
    return bars;
  }

  private static Bar bar(
      String label, int[] counts, int most, List<String> tones, List<String> names) {
    List<Part> parts = new ArrayList<>();
    List<String> words = new ArrayList<>();
    int before = 0;
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        parts.add(new Part(tones.get(i), share(before, most), share(counts[i], most)));
        words.add(counts[i] + " " + names.get(i));
      }
      before += counts[i];
    }
    return new Bar(Plain.line(label), parts, String.join(", ", words));
  }

  private static String share(int part, int whole) {
    return String.format(Locale.ROOT, "%.2f", 100.0 * part / Math.max(1, whole));
  }

  private static int sum(int[] counts) {
    int sum = 0;
    for (int count : counts) {
      sum += count;
    }
    return sum;
  }

  private static List<Bar> services(Map<String, Integer> services) {
    List<Map.Entry<String, Integer>> most =
        services.entrySet().stream()
            .sorted(
                Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(SERVICES)
            .toList();
    int longest = most.isEmpty() ? 1 : most.get(0).getValue();
    return most.stream()
        .map(
            each ->
                bar(
                    each.getKey(),
                    new int[] {each.getValue()},
                    longest,
                    List.of("open"),
                    List.of("open")))
        .toList();
  }
}
