package io.followthrough.review;

import io.followthrough.item.ActionKind;
import io.followthrough.item.ItemState;
import io.followthrough.item.Priority;
import io.followthrough.item.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Items that had better be merged, archived or planned as work of their own. */
final class CandidateCounter implements Counter {
  private static final int ROWS = 5;

  /** Titles of open items that are remembered in search of twins. */
  private static final int TITLES = 20_000;

  private static final int QUIET_DAYS = 180;
  private static final int SLOW_DAYS = 90;

  private final Slice slice;
  private final Map<String, ReviewItem> titles = new HashMap<>();
  private final Top<Twins> twins;
  private final Top<ReviewItem> quiet;
  private final Top<ReviewItem> slow;

  private record Twins(ReviewItem one, ReviewItem other) {}

  CandidateCounter(Slice slice) {
    this.slice = slice;
    Comparator<ReviewItem> oldest =
        Comparator.comparing(ReviewItem::opened).thenComparing(ReviewItem::id);
    this.twins = new Top<>(ROWS, Comparator.comparing(Twins::one, oldest));
    this.quiet = new Top<>(ROWS, oldest);
    this.slow = new Top<>(ROWS, Risk.order(slice.asOf()));
  }

  @Override
  public void add(Chapter chapter) {
    LocalDate asOf = slice.asOf();
    chapter.items().stream().filter(item -> item.isOwed(asOf)).forEach(this::add);
  }

  private void add(ReviewItem item) {
    String title = Words.normalise(item.title());
    Optional<ReviewItem> known = Optional.ofNullable(titles.get(title));
    if (known.isPresent()) {
      twins.add(new Twins(known.get(), item));
    } else if (titles.size() < TITLES) {
      titles.put(title, item);
    }
    LocalDate asOf = slice.asOf();
    boolean minor = item.priority().map(Priority.LOW::equals).orElse(true);
    LocalDate lastAct = item.lastAct().orElse(item.opened());
    if (minor && !item.cameBack() && lastAct.plusDays(QUIET_DAYS).isBefore(asOf)) {
      quiet.add(item);
    }
    boolean prevents = item.kind().filter(ActionKind.PREVENTION::equals).isPresent();
    boolean stuck = item.deferrals() > 1 || item.state() == ItemState.BLOCKED || item.cameBack();
    if (prevents && stuck && item.age(asOf) > SLOW_DAYS) {
      slow.add(item);
    }
  }

  @Override
  public List<Figure> figures() {
    Figure figure =
        Figure.of(
            "candidates",
            "Candidates to merge, archive or promote",
            "Merge: open items of the same words. Archive: low or no priority, and no act of a"
                + " person for 180 days. Promote to the roadmap: prevention that is open for more"
                + " than 90 days and was deferred twice, is blocked, or whose incident came back.",
            "Item",
            "Ticket",
            "What to do");
    for (Twins pair : twins.list()) {
      String with =
          pair.one().ticket().map(key -> "merge with " + key).orElse("merge with its twin");
      figure = row(figure, pair.other(), "merge", with);
    }
    for (ReviewItem item : quiet.list()) {
      figure = row(figure, item, "archive", "archive");
    }
    for (ReviewItem item : slow.list()) {
      List<String> why = new ArrayList<>(Risk.of(item, slice.asOf()).why());
      figure = row(figure, item, "promote", "promote: " + String.join(", ", why));
    }
    return List.of(figure);
  }

  private static Figure row(Figure figure, ReviewItem item, String what, String words) {
    return figure.with(
        what + " " + item.id(), Cell.item(item), Cell.ticket(item), Cell.words(words));
  }
}
