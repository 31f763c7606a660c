package io.followthrough.review;

import static java.util.Objects.requireNonNull;

import io.followthrough.tracker.Prose;
import io.followthrough.tracker.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a team is to look at in its planning: two minutes of a ceremony, no more. Filled by one
 * thread.
 */
public final class PlanningList {
  private static final int ROWS = 12;

  private final Scope scope;
  private final LocalDate today;
  private final LocalDate next;
  private final LocalDate last;
  private final Top<ReviewItem> riskiest;
  private final Map<String, Integer> trackers = new TreeMap<>();
  private int open;
  private int due;
  private int deferred;

  /**
   * An empty list.
   *
   * @param today the day of the planning, likewise the next one and the last one
   */
  public PlanningList(String team, LocalDate today, LocalDate next, LocalDate last) {
    this.scope = Scope.ofTeam(team);
    this.today = requireNonNull(today, "today is null");
    this.next = requireNonNull(next, "next is null");
    this.last = requireNonNull(last, "last is null");
    this.riskiest = new Top<>(ROWS, Risk.order(today));
  }

  /** Takes the team's open items of a postmortem. */
  public void add(Chapter chapter) {
    scope.of(chapter).stream()
        .flatMap(own -> own.items().stream())
        .filter(item -> item.isOwed(today))
        .forEach(this::add);
  }

  private void add(ReviewItem item) {
    open++;
    due += isDue(item) ? 1 : 0;
    deferred += isDeferred(item) ? 1 : 0;
    riskiest.add(item);
    item.ticket()
        .flatMap(any -> item.tracker())
        .ifPresent(name -> trackers.merge(name, 1, Integer::sum));
  }

  private boolean isDue(ReviewItem item) {
    return item.due().filter(day -> day.isBefore(next)).isPresent();
  }

  private boolean isDeferred(ReviewItem item) {
    return item.deferred().filter(day -> !day.isBefore(last)).isPresent();
  }

  /** The tracker that has the most of the open tickets; empty where there are none. */
  public Optional<String> tracker() {
    return trackers.entrySet().stream()
        .max(
            Map.Entry.<String, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(Map.Entry::getKey);
  }

  /** The list as text; {@code to} and {@code foot} stand at its beginning and its end. */
  public Prose prose(List<Span> to, Span foot) {
    List<Span> head = new ArrayList<>(to);
    head.add(
        Span.plain(
            open
                + (open == 1 ? " open item, " : " open items, ")
                + due
                + " due before the next planning on "
                + next
                + ", "
                + deferred
                + " deferred since the last one. In order of risk:"));
    Prose prose =
        Prose.empty()
            .with(Prose.Shape.PARAGRAPH, head)
            .row(
                List.of(
                    Span.plain("Item"),
                    Span.plain("Ticket"),
                    Span.plain("Due"),
                    Span.plain("Why here")));
    for (ReviewItem item : riskiest.list()) {
      String key = item.ticket().orElse("–");
      String date = item.due().map(LocalDate::toString).orElse("–");
      prose =
          prose.row(
              List.of(
                  Span.plain(item.title()),
                  item.address().map(address -> Span.link(key, address)).orElse(Span.plain(key)),
                  Span.plain(date + (isDue(item) ? " ◂" : "")),
                  Span.plain(
                      String.join(", ", Risk.of(item, today).why())
                          + (isDeferred(item) ? ", deferred since the last planning" : ""))));
    }
    int left = open - riskiest.list().size();
    prose = left > 0 ? prose.paragraph(Span.plain("And " + left + " more.")) : prose;
    return prose.paragraph(foot);
  }
}
