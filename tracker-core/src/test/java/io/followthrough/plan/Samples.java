package io.followthrough.plan;

import io.followthrough.item.ActionItem;
import io.followthrough.item.Incident;
import io.followthrough.item.ItemId;
import io.followthrough.item.Judgement;
import io.followthrough.item.Origin;
import io.followthrough.item.People;
import io.followthrough.item.Placement;
import io.followthrough.item.Promise;
import io.followthrough.item.Stage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Promises and items for the tests of this package. */
final class Samples {
  static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");
  static final Drafts DRAFTS =
      new Drafts(
          "acme-sre", "#reliability", People.nobody(), (person, tracker) -> Optional.empty());

  private Samples() {}

  static Promise promise(String title, String... tickets) {
    return new Promise(
        title,
        title,
        7,
        "list",
        Optional.of("Alice Martin"),
        Optional.of(LocalDate.parse("2026-12-01")),
        Optional.empty(),
        false,
        List.of(tickets),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  static ActionItem item(String title) {
    return item(title, Stage.ACCEPTED);
  }

  static ActionItem item(String title, Stage stage) {
    Origin origin = new Origin("docs", "checkout.md", Optional.empty(), Incident.unknown());
    return ActionItem.born(
        ItemId.of("acme-sre", origin.documentKey(), title, 0),
        origin,
        promise(title),
        new Judgement(
            stage,
            Optional.of("Alice Martin"),
            Optional.empty(),
            Optional.of(Placement.in("backend")),
            List.of()),
        NOW);
  }
}
