package io.followthrough.daemon.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.followthrough.daemon.status.StatusJson;
import io.followthrough.ledger.Books;
import io.followthrough.ledger.Ledger;
import io.followthrough.ledger.LedgerException;
import io.followthrough.ledger.OutboxEntry;
import io.followthrough.ledger.OutboxState;
import io.followthrough.sync.Confidential;
import io.followthrough.sync.Destinations;
import io.followthrough.sync.Pauses;
import io.followthrough.sync.Standstill;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Whether the daemon can do its work: it can where the store can be read, no tracker refuses us or
 * is out of reach, and every source could be read at the last try. A parked delivery, a document
 * that cannot be read or a missing confirmation is one thing that waits for a person, while the
 * rest goes on: it is said and does not make the daemon unready.
 */
final class Health {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int NAMED = 20;

  private final Ledger ledger;
  private final WebFacts facts;
  private final Alerts alerts;

  Health(Ledger ledger, WebFacts facts, Alerts alerts) {
    this.ledger = ledger;
    this.facts = facts;
    this.alerts = alerts;
  }

  Answer live() {
    return Answer.json(200, JSON.objectNode().put("status", "live"));
  }

  /**
   * The readiness.
   *
   * @param withReasons false for a reader who may know only whether
   */
  Answer ready(boolean withReasons) {
    ObjectNode all = JSON.objectNode();
    boolean ready;
    try {
      ready = ledger.read(books -> read(books, all));
    } catch (LedgerException e) {
      all.removeAll();
      all.set("store", part("unreadable", Optional.of(String.valueOf(e.getMessage()))));
      ready = false;
    }
    String status = ready ? "ready" : "not ready";
    ObjectNode shown = JSON.objectNode().put("status", status);
    if (withReasons) {
      shown.setAll(all);
    }
    return Answer.json(ready ? 200 : 503, shown);
  }

  private boolean read(Books books, ObjectNode all) {
    boolean ready = true;
    all.set("store", part("up", Optional.empty()));
    ArrayNode trackers = all.putArray("trackers");
    for (String name : facts.trackers()) {
      Optional<String> refusal = Destinations.refusal(books, name);
      Optional<String> problem = facts.vitals().trackerProblem(name);
      String status =
          refusal.isPresent() ? "refuses us" : problem.isPresent() ? "unreachable" : "up";
      ObjectNode tracker = named(name, part(status, refusal.or(() -> problem)));
      texts(tracker.putArray("warnings"), facts.vitals().trackerWarnings(name));
      trackers.add(tracker);
      ready &= refusal.isEmpty() && problem.isEmpty();
    }
    ArrayNode sources = all.putArray("sources");
    for (String name : facts.sources()) {
      Optional<String> problem = facts.vitals().sourceProblem(name);
      sources.add(named(name, part(problem.isPresent() ? "unreadable" : "up", problem)));
      ready &= problem.isEmpty();
    }
    ObjectNode waiting = all.putObject("waitForConfirm");
    texts(waiting.putArray("sources"), alerts.unconfirmedSources(books));
    texts(waiting.putArray("trackers"), alerts.unconfirmedTrackers(books));
    texts(
        waiting.putArray("standstills"),
        facts.trackers().stream()
            .flatMap(name -> Standstill.of(books, name).map(why -> name + ": " + why).stream())
            .toList());
    Instant now = facts.clock().instant();
    all.set("paused", StatusJson.paused(Pauses.active(books, now)));
    texts(
        all.putArray("exposed"),
        Confidential.of(books).exposed(books).stream().map(Confidential::words).toList());
    all.put("parked", books.outbox().count(OutboxState.PARKED));
    ArrayNode parked = all.putArray("parkedDeliveries");
    books.outbox().in(OutboxState.PARKED, NAMED).forEach(entry -> parked.add(parked(entry)));
    all.put("unknown", books.outbox().count(OutboxState.UNKNOWN));
    ObjectNode cycles = all.putObject("cycles");
    facts
        .vitals()
        .turns()
        .forEach(
            (cycle, turn) ->
                cycles
                    .putObject(cycle)
                    .put("endedAt", turn.endedAt().toString())
                    .put("problems", turn.problems()));
    return ready;
  }

  private static ObjectNode parked(OutboxEntry entry) {
    return JSON.objectNode()
        .put("item", entry.subject().value())
        .put("tracker", entry.destination())
        .put("problem", entry.problem().orElse(""))
        .put("mend", "mend the cause, then `followthrough retry " + entry.subject() + "`");
  }

  private static ObjectNode part(String status, Optional<String> reason) {
    ObjectNode part = JSON.objectNode().put("status", status);
    if (reason.isPresent()) {
      return part.put("reason", reason.get());
    }
    return part.putNull("reason");
  }

  private static ObjectNode named(String name, ObjectNode part) {
    ObjectNode named = JSON.objectNode().put("name", name);
    named.setAll(part);
    return named;
  }

  private static void texts(ArrayNode array, List<String> values) {
    values.forEach(array::add);
  }
}
