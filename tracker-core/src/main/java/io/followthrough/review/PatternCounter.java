package io.followthrough.review;

import io.followthrough.item.ItemState;
import io.followthrough.item.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What comes back: blockers, deferrals, repeats, failure modes and contributing factors. */
final class PatternCounter implements Counter {
  private static final int ROWS = 10;
  private static final int NAMED = 5;

  private final Slice slice;
  private final Grid blockers = new Grid();
  private final Grid gaps = new Grid();
  private final Top<ReviewItem> deferrals;
  private final Top<Repeated> repeats;
  private final Map<String, Theme> modes = new TreeMap<>();
  private final Map<String, Theme> factors = new TreeMap<>();

  private record Repeated(ReviewPostmortem later, ReviewPostmortem.Predecessor earlier) {}

  /** A word that several postmortems have in common. */
  private static final class Theme {
    private final String words;
    private final Map<String, ReviewPostmortem> postmortems = new LinkedHashMap<>();

    Theme(String words) {
      this.words = words;
    }

    private int size() {
      return postmortems.size();
    }
  }

  PatternCounter(Slice slice) {
    this.slice = slice;
    this.deferrals =
        new Top<>(
            ROWS,
            Comparator.comparing((ReviewItem item) -> -item.deferrals())
                .thenComparing(ReviewItem::id));
    this.repeats =
        new Top<>(
            ROWS,
            Comparator.comparing((Repeated one) -> one.later().date())
                .reversed()
                .thenComparing(one -> one.later().key())
                .thenComparing(one -> one.earlier().title()));
  }

  @Override
  public void add(Chapter chapter) {
    ReviewPostmortem postmortem = chapter.postmortem();
    if (slice.contains(postmortem.date())) {
      postmortem.repeats().forEach(earlier -> repeats.add(new Repeated(postmortem, earlier)));
    }
    if (postmortem.date().isAfter(slice.asOf().minusYears(1))
        && !postmortem.date().isAfter(slice.asOf())) {
      postmortem.failureModes().forEach(mode -> add(modes, mode, postmortem));
      postmortem.factors().forEach(factor -> add(factors, factor, postmortem));
    }
    chapter.items().forEach(this::add);
  }

  private static void add(Map<String, Theme> themes, String words, ReviewPostmortem postmortem) {
    String folded = Words.normalise(words);
    if (!folded.isEmpty()) {
      themes
          .computeIfAbsent(folded, any -> new Theme(words))
          .postmortems
          .putIfAbsent(postmortem.identity(), postmortem);
    }
  }

  private void add(ReviewItem item) {
    LocalDate asOf = slice.asOf();
    if (item.isHeld(asOf)) {
      item.held().stream()
          .filter(rule -> rule.startsWith("owner-") || rule.equals("systemic"))
          .forEach(rule -> gaps.add(rule, "items"));
    }
    if (!item.isOwed(asOf)) {
      return;
    }
    if (!item.owned()) {
      gaps.add("open without an assignee", "items");
    }
    if (item.deferrals() > 0) {
      deferrals.add(item);
    }
    if (item.state() == ItemState.BLOCKED) {
      item.blockedBy().ifPresent(blocker -> blockers.add("blocked by " + blocker, "items"));
      item.team().ifPresent(team -> blockers.add("in team " + team, "items"));
    }
  }

  @Override
  public List<Figure> figures() {
    return List.of(
        blocked(),
        deferrals(),
        repeats(),
        ownership(),
        themes(
            "failure-modes",
            "Failure modes that come back",
            "Failure modes that two or more postmortems of the last twelve months name, with the"
                + " documents.",
            "Failure mode",
            modes),
        themes(
            "contributing-factors",
            "Contributing factors that come back",
            "Categories of contributing factors that two or more postmortems of the last twelve"
                + " months name, with the documents.",
            "Factor",
            factors));
  }

  private Figure blocked() {
    Figure figure =
        Figure.of(
            "blocked-patterns",
            "Blocked by the same thing",
            "Blockers and teams behind two or more items that are blocked.",
            "What",
            "Items");
    for (String row : blockers.largest(ROWS)) {
      if (blockers.total(row) > 1) {
        figure = figure.with(row, Cell.words(row), Cell.count(blockers.total(row)));
      }
    }
    return figure;
  }

  private Figure deferrals() {
    Figure figure =
        Figure.of(
            "deferrals",
            "Deferred again and again",
            "Open items whose date was moved to a later one, the most often first.",
            "Item",
            "Ticket",
            "Times",
            "First date",
            "Date now");
    for (ReviewItem item : deferrals.list()) {
      figure =
          figure.with(
              item.id().value(),
              Cell.item(item),
              Cell.ticket(item),
              Cell.count(item.deferrals()),
              Cell.day(item.firstDue()),
              Cell.day(item.due()));
    }
    return figure;
  }

  private Figure repeats() {
    Figure figure =
        Figure.of(
            "repeats",
            "Incidents that came back",
            "Postmortems of the period that share a service and a failure mode with an earlier one,"
                + " or name it; and what had become of its action items by then.",
            "Postmortem",
            "Earlier one",
            "What it is");
    for (Repeated one : repeats.list()) {
      figure =
          figure.with(
              one.later().key() + " " + one.earlier().title(),
              Cell.link(one.later().title(), one.later().link()),
              Cell.words(one.earlier().title()),
              Cell.words(one.earlier().kind().words()));
    }
    return figure;
  }

  private Figure ownership() {
    Figure figure =
        Figure.of(
            "ownership-gaps",
            "Gaps of ownership",
            "Held items by the rule about owners that holds them, and open ones that nobody has.",
            "Why",
            "Items");
    for (String rule : gaps.largest(ROWS)) {
      figure = figure.with(rule, Cell.words(rule), Cell.count(gaps.total(rule)));
    }
    return figure;
  }

  private static Figure themes(
      String name, String title, String definition, String column, Map<String, Theme> themes) {
    Figure figure = Figure.of(name, title, definition, column, "Postmortems", "Which");
    List<Theme> common =
        themes.values().stream()
            .filter(theme -> theme.size() > 1)
            .sorted(
                Comparator.comparing((Theme theme) -> -theme.size())
                    .thenComparing(theme -> theme.words))
            .limit(ROWS)
            .toList();
    for (Theme theme : common) {
      figure =
          figure.with(theme.words, Cell.words(theme.words), Cell.count(theme.size()), which(theme));
    }
    return figure;
  }

  private static Cell which(Theme theme) {
    List<String> titles = new ArrayList<>();
    theme.postmortems.values().stream()
        .sorted(Comparator.comparing(ReviewPostmortem::date).reversed())
        .limit(NAMED)
        .forEach(one -> titles.add(one.title()));
    int left = theme.size() - titles.size();
    return Cell.link(
        String.join("; ", titles) + (left > 0 ? "; and " + left + " more" : ""), Optional.empty());
  }
}
