package io.followthrough.daemon.web;

import java.util.List;
import java.util.Optional;

/**
 * A postmortem, what it says of its incident, and its items.
 *
 * @param more the query of the next page of items
 */
public record PostmortemView(
    String fingerprint,
    String title,
    Row.Link document,
    Optional<String> problem,
    List<ItemView.Fact> facts,
    List<Row> rows,
    int items,
    Optional<String> more) {}
