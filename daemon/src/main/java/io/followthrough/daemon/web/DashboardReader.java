package io.followthrough.daemon.web;

import io.followthrough.daemon.status.StatusItem;
import io.followthrough.item.Incident;
import io.followthrough.ledger.Books;
import io.followthrough.ledger.Ledger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reads the first page and those that follow it. */
final class DashboardReader {
  private static final int GROUPS = 25;
  private static final int ROWS = 60;
  private static final int ROWS_OF_A_GROUP = 25;
  static final Comparator<StatusItem> AS_WRITTEN =
      Comparator.comparing((StatusItem status) -> status.item().promise().line())
          .thenComparing(status -> status.item().id());

  private final Ledger ledger;
  private final Overviews overviews;
  private final Alerts alerts;

  DashboardReader(Ledger ledger, Overviews overviews, Alerts alerts) {
    this.ledger = ledger;
    this.overviews = overviews;
    this.alerts = alerts;
  }

  /**
   * A page.
   *
   * @param query {@code show}, the side to look from; {@code after}, the last postmortem of the
   *     page before
   */
  DashboardView read(Query query, Times times) {
    Optional<Facet> facet = query.get("show").flatMap(Facet::of);
    Overview overview = overviews.current();
    List<Overview.Postmortem> rest = rest(overview, facet, query.get("after"));
    return ledger.read(
        books -> {
          List<DashboardView.Group> groups = groups(books, rest, facet, times);
          boolean first = query.get("after").isEmpty();
          return new DashboardView(
              first && facet.isEmpty() ? BoardView.of(overview, times) : Optional.empty(),
              tiles(overview.tally(), facet),
              first && facet.isEmpty() ? alerts.of(books, overview) : List.of(),
              facet.map(Facet::word),
              groups,
              more(rest, groups, facet),
              overview.postmortems().size());
        });
  }

  private static List<Overview.Postmortem> rest(
      Overview overview, Optional<Facet> facet, Optional<String> after) {
    List<Overview.Postmortem> all =
        overview.postmortems().stream()
            .filter(one -> facet.map(side -> one.tally().of(side) > 0).orElse(true))
            .toList();
    if (after.isEmpty()) {
      return all;
    }
    List<Overview.Postmortem> rest =
        all.stream().dropWhile(one -> !one.fingerprint().equals(after.get())).toList();
    return rest.isEmpty() ? rest : rest.subList(1, rest.size());
  }

  private static List<DashboardView.Group> groups(
      Books books, List<Overview.Postmortem> rest, Optional<Facet> facet, Times times) {
    List<DashboardView.Group> groups = new ArrayList<>();
    int rows = 0;
    for (Overview.Postmortem postmortem : rest) {
      if (groups.size() == GROUPS || rows >= ROWS) {
        break;
      }
      DashboardView.Group group = group(books, postmortem, facet, times);
      groups.add(group);
      rows += group.rows().size();
    }
    return groups;
  }

  private static DashboardView.Group group(
      Books books, Overview.Postmortem postmortem, Optional<Facet> facet, Times times) {
    List<StatusItem> items =
        books.items().ofDocument(postmortem.origin().documentKey()).stream()
            .map(item -> StatusItem.of(books, item))
            .filter(status -> facet.map(side -> side.shows(status, times.today())).orElse(true))
            .sorted(AS_WRITTEN)
            .toList();
    return new DashboardView.Group(
        postmortem.fingerprint(),
        Plain.line(postmortem.origin().title()),
        facts(postmortem.origin().incident()),
        postmortem.origin().incident().date().map(times::on),
        postmortem.problem().map(Plain::text),
        items.stream().limit(ROWS_OF_A_GROUP).map(status -> Row.of(status, times)).toList(),
        Math.max(0, items.size() - ROWS_OF_A_GROUP));
  }

  private static String facts(Incident incident) {
    List<String> facts = new ArrayList<>();
    incident.id().ifPresent(facts::add);
    incident.severity().ifPresent(facts::add);
    facts.addAll(incident.services());
    return Plain.line(String.join(" · ", facts));
  }

  private static Optional<String> more(
      List<Overview.Postmortem> rest, List<DashboardView.Group> groups, Optional<Facet> facet) {
    if (groups.isEmpty() || groups.size() == rest.size()) {
      return Optional.empty();
    }
    String after = "after=" + groups.get(groups.size() - 1).fingerprint();
    return Optional.of(facet.map(side -> "show=" + side.word() + "&").orElse("") + after);
  }

  private static List<DashboardView.Tile> tiles(Tally tally, Optional<Facet> chosen) {
    List<DashboardView.Tile> tiles = new ArrayList<>();
    for (Facet facet : Facet.values()) {
      boolean isChosen = chosen.filter(facet::equals).isPresent();
      tiles.add(
          new DashboardView.Tile(
              label(facet),
              tally.of(facet),
              tone(facet),
              isChosen ? "" : "show=" + facet.word(),
              isChosen));
    }
    return tiles;
  }

  private static String label(Facet facet) {
    return switch (facet) {
      case OPEN -> "Open";
      case OVERDUE -> "Overdue";
      case HELD -> "Held";
      case DONE -> "Done";
      case UNVERIFIED -> "Done, unverified";
    };
  }

  private static String tone(Facet facet) {
    return switch (facet) {
      case OPEN -> "open";
      case OVERDUE -> "late";
      case HELD -> "held";
      case DONE -> "done";
      case UNVERIFIED -> "claimed";
    };
  }
}
