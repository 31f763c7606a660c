package io.followthrough.daemon.web;

import java.util.List;
import java.util.Optional;

/**
 * All postmortems with their items, a page at a time.
 *
 * @param board how things stand; only on the first page of all, likewise the alerts
 * @param alerts what a person has to do something about; only on the first page of all
 * @param shown the side from which items are looked at; absent for all
 * @param more the query of the next page
 */
public record DashboardView(
    Optional<BoardView> board,
    List<Tile> tiles,
    List<Alert> alerts,
    Optional<String> shown,
    List<Group> groups,
    Optional<String> more,
    int postmortems) {
  /** A count that leads to what it counted. */
  public record Tile(String label, int count, String tone, String query, boolean chosen) {}

  /**
   * Something that waits for a person.
   *
   * @param item the id of the item that it is about
   */
  public record Alert(String title, String words, ProseView mend, Optional<ItemLink> item) {}

  /** An item by its title. */
  public record ItemLink(String id, String title) {}

  /** A postmortem and those of its items that are looked at. */
  public record Group(
      String fingerprint,
      String title,
      String facts,
      Optional<Moment> day,
      Optional<String> problem,
      List<Row> rows,
      int left) {}
}
