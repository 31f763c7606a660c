package io.followthrough.review;

import io.followthrough.item.ItemState;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Where it happens: services, teams, days of the week. */
final class PlaceCounter implements Counter {
  private static final int ROWS = 10;
  private static final String INCIDENTS = "incidents";
  private static final String OPENED = "opened";
  private static final String DONE = "done";
  private static final String OPEN = "open";
  private static final String OVERDUE = "overdue";
  private static final String HELD = "held";

  private final Slice slice;
  private final Grid services = new Grid();
  private final Grid teams = new Grid();
  private final Grid kinds = new Grid();
  private final Grid servicesByKind = new Grid();
  private final Grid days = new Grid();
  private final Set<String> seen = new HashSet<>();

  PlaceCounter(Slice slice) {
    this.slice = slice;
  }

  @Override
  public void add(Chapter chapter) {
    ReviewPostmortem postmortem = chapter.postmortem();
    if (slice.contains(postmortem.date()) && seen.add(postmortem.identity())) {
      postmortem.services().forEach(service -> services.add(service, INCIDENTS));
      days.add(postmortem.date().getDayOfWeek().name(), INCIDENTS);
    }
    chapter.items().forEach(this::add);
  }

  private void add(ReviewItem item) {
    LocalDate asOf = slice.asOf();
    boolean promised = item.state() != ItemState.PROPOSED && item.state() != ItemState.AWARE;
    String team = item.team().orElse("no team");
    teams.add(team, OPENED, promised && slice.contains(item.opened()) ? 1 : 0);
    teams.add(team, DONE, item.isDoneIn(slice.period(), asOf) ? 1 : 0);
    teams.add(team, HELD, item.isHeld(asOf) ? 1 : 0);
    if (!item.isOwed(asOf)) {
      return;
    }
    int late = item.isOverdue(asOf) ? 1 : 0;
    teams.add(team, OPEN);
    teams.add(team, OVERDUE, late);
    kinds.add(item.kindWord(), item.priorityWord());
    for (String service : item.services()) {
      services.add(service, OPEN);
      services.add(service, OVERDUE, late);
      servicesByKind.add(service, item.kindWord());
    }
  }

  @Override
  public List<Figure> figures() {
    return List.of(
        services(),
        teams(),
        matrix(
            "priority-by-kind",
            "Kind and priority of what is open",
            "Open items at the end of the period, by kind and priority.",
            "Kind",
            kinds,
            OpenCounter.priorities()),
        matrix(
            "service-by-kind",
            "Service and kind of what is open",
            "Open items at the end of the period, by service and kind: the ten services with the"
                + " most.",
            "Service",
            servicesByKind,
            ClosedCounter.kinds()),
        weekdays());
  }

  private Figure services() {
    Figure figure =
        Figure.of(
                "services",
                "Services it concentrates on",
                "Incidents of the period that name the service, and the open items about it: the"
                    + " ten with the most incidents, then with the most open items.",
                "Service",
                "Incidents",
                "Share",
                "Open",
                "Overdue")
            .remarking(concentration());
    List<String> most =
        services.rows().stream()
            .filter(row -> services.total(row) > 0)
            .sorted(
                java.util.Comparator.comparing((String row) -> -services.of(row, INCIDENTS))
                    .thenComparing(row -> -services.of(row, OPEN))
                    .thenComparing(row -> row))
            .limit(ROWS)
            .toList();
    for (String service : most) {
      figure =
          figure.with(
              service,
              Cell.words(service),
              Cell.count(services.of(service, INCIDENTS)),
              Cell.percent(services.of(service, INCIDENTS), seen.size()),
              Cell.count(services.of(service, OPEN)),
              Cell.count(services.of(service, OVERDUE)));
    }
    return figure;
  }

  private Optional<String> concentration() {
    return services.most(INCIDENTS, 1).stream()
        .filter(row -> services.of(row, INCIDENTS) > 1)
        .filter(row -> services.of(row, INCIDENTS) * 3 >= seen.size())
        .map(
            row ->
                row
                    + " is in "
                    + services.of(row, INCIDENTS)
                    + " of "
                    + seen.size()
                    + " incidents.")
        .findFirst();
  }

  private Figure teams() {
    Figure figure =
        Figure.of(
            "by-team",
            "By team",
            "The team of the item's owner: what was opened and closed in the period, and what was"
                + " open, overdue or held at its end.",
            "Team",
            "Opened",
            "Closed",
            "Open",
            "Overdue",
            "Held");
    for (String team : teams.rows()) {
      if (teams.total(team) > 0) {
        figure =
            figure.with(
                team,
                Cell.words(team),
                Cell.count(teams.of(team, OPENED)),
                Cell.count(teams.of(team, DONE)),
                Cell.count(teams.of(team, OPEN)),
                Cell.count(teams.of(team, OVERDUE)),
                Cell.count(teams.of(team, HELD)));
      }
    }
    return figure;
  }

  private static Figure matrix(
      String name, String title, String definition, String first, Grid grid, List<String> columns) {
    List<String> used =
        columns.stream()
            .filter(column -> grid.rows().stream().anyMatch(row -> grid.of(row, column) > 0))
            .toList();
    List<String> head = new ArrayList<>(List.of(first));
    head.addAll(used);
    Figure figure = Figure.of(name, title, definition, head.toArray(String[]::new));
    for (String row : grid.largest(ROWS)) {
      List<Cell> cells = new ArrayList<>(List.of(Cell.words(row)));
      used.forEach(column -> cells.add(Cell.count(grid.of(row, column))));
      figure = figure.with(row, "", cells);
    }
    return figure;
  }

  private Figure weekdays() {
    Figure figure =
        Figure.of(
            "weekdays",
            "Days on which incidents begin",
            "Incidents of the period by the day of the week on which they began.",
            "Day",
            "Incidents");
    for (DayOfWeek day : DayOfWeek.values()) {
      String name = day.getDisplayName(TextStyle.FULL, Locale.US);
      figure = figure.with(name, Cell.words(name), Cell.count(days.of(day.name(), INCIDENTS)));
    }
    return figure;
  }
}
