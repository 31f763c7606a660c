package io.followthrough.daemon.web;

import io.followthrough.item.ActionItem;
import io.followthrough.ledger.Books;
import io.followthrough.ledger.OutboxEntry;
import io.followthrough.ledger.OutboxState;
import io.followthrough.sync.Confidential;
import io.followthrough.sync.Destinations;
import io.followthrough.sync.Pause;
import io.followthrough.sync.Pauses;
import io.followthrough.sync.Standstill;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What waits for a person, with its mend. */
final class Alerts {
  private static final int NAMED = 20;

  private final WebFacts facts;

  Alerts(WebFacts facts) {
    this.facts = facts;
  }

  List<DashboardView.Alert> of(Books books, Overview overview) {
    List<DashboardView.Alert> alerts = new ArrayList<>();
    confirmation(books, overview).ifPresent(alerts::add);
    for (ActionItem item : Confidential.of(books).exposed(books)) {
      add(
          alerts,
          "A ticket carries what is confidential by now",
          Confidential.words(item),
          "Nothing more is written about it.");
    }
    for (Pause pause : Pauses.active(books, facts.clock().instant())) {
      add(
          alerts,
          pause.what() + " is paused",
          pause.words() + ". Nothing is created or said there.",
          "`followthrough resume` releases it.");
    }
    for (String tracker : facts.trackers()) {
      Destinations.refusal(books, tracker)
          .ifPresent(
              why ->
                  add(
                      alerts,
                      tracker + " refuses us",
                      why,
                      "Mend the token or its rights; the next cycle tries again."));
      Standstill.of(books, tracker)
          .ifPresent(
              why ->
                  add(
                      alerts,
                      tracker + " stands still",
                      why,
                      "Look at its tickets. If it is right, run `followthrough confirm`; if not,"
                          + " mend it first: what is open again is followed again."));
      facts
          .vitals()
          .trackerProblem(tracker)
          .filter(why -> Destinations.refusal(books, tracker).isEmpty())
          .ifPresent(
              why ->
                  add(alerts, tracker + " cannot be reached", why, "The next cycle tries again."));
    }
    for (String source : facts.sources()) {
      facts
          .vitals()
          .sourceProblem(source)
          .ifPresent(
              why ->
                  add(
                      alerts,
                      source + " cannot be read",
                      why,
                      "Its items stay as they were; the next cycle tries again."));
    }
    List<OutboxEntry> parked = books.outbox().in(OutboxState.PARKED, NAMED);
    parked.forEach(entry -> alerts.add(parked(books, entry)));
    overview.unreadable().stream()
        .limit(NAMED)
        .forEach(
            one ->
                add(
                    alerts,
                    one.origin().path() + " cannot be read",
                    one.problem().orElse(""),
                    "Mend the document; its items stay as they were."));
    return alerts;
  }

  private static void add(
      List<DashboardView.Alert> alerts, String title, String words, String mend) {
    alerts.add(
        new DashboardView.Alert(
            Plain.line(title), Plain.text(words), ProseView.ofOurs(mend), Optional.empty()));
  }

  private Optional<DashboardView.Alert> confirmation(Books books, Overview overview) {
    List<String> waiting = new ArrayList<>();
    unconfirmedSources(books).forEach(name -> waiting.add("source " + name));
    unconfirmedTrackers(books).forEach(name -> waiting.add("tracker " + name));
    int tickets = overview.unconfirmed();
    if (waiting.isEmpty() || (tickets == 0 && overview.postmortems().isEmpty())) {
      return Optional.empty();
    }
    String words =
        (tickets == 1 ? "One new ticket waits" : tickets + " new tickets wait")
            + ". Not confirmed yet: "
            + String.join(", ", waiting)
            + ".";
    return Optional.of(
        new DashboardView.Alert(
            "Nothing is written until a person says so",
            Plain.text(words),
            ProseView.ofOurs("Look at `followthrough plan`, then run `followthrough confirm`."),
            Optional.empty()));
  }

  List<String> unconfirmedSources(Books books) {
    return facts.sources().stream().filter(name -> !facts.liveSource().test(books, name)).toList();
  }

  List<String> unconfirmedTrackers(Books books) {
    return facts.trackers().stream()
        .filter(name -> !facts.liveTracker().test(books, name))
        .toList();
  }

  private static DashboardView.Alert parked(Books books, OutboxEntry entry) {
    String id = entry.subject().value();
    Optional<String> title =
        entry.item().flatMap(books.items()::find).map(item -> item.promise().title());
    return new DashboardView.Alert(
        "A delivery to " + Plain.line(entry.destination()) + " waits",
        Plain.text(entry.problem().orElse("")),
        ProseView.ofOurs("Mend the cause, then run `followthrough retry " + id + "`."),
        title.map(words -> new DashboardView.ItemLink(id, Plain.line(words))));
  }
}
