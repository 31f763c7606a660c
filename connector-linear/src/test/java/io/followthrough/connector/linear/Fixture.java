package io.followthrough.connector.linear;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.followthrough.http.HttpSettings;
import io.followthrough.tracker.CommentDraft;
import io.followthrough.tracker.Outcome;
import io.followthrough.tracker.Prose;
import io.followthrough.tracker.Receipt;
import io.followthrough.tracker.Span;
import io.followthrough.tracker.TicketDraft;
import io.followthrough.tracker.Tracker;
import io.followthrough.tracker.TrackerException;
import io.followthrough.tracker.TrackerSamples;
import io.followthrough.tracker.TrackerSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A workspace of the stub with the team WEB, and a tracker that works in it. */
final class Fixture implements AutoCloseable {
  static final String TEAM = "WEB";
  static final String ALICE = "alice@acme.io";

  final LinearStub stub = LinearStub.start(this::now);
  final Linear linear = new Linear();
  final Tracker tracker;
  private Instant now = Instant.parse("2026-11-21T10:00:00Z");

  Fixture() {
    this(Map.of());
  }

  Fixture(Map<String, String> values) {
    stub.addTeam(TEAM);
    tracker = tracker("web", TEAM, values, Map.of("auth.api-key", () -> LinearStub.API_KEY));
  }

  Instant now() {
    return now;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  /** Another tracker in the same workspace, made by the same factory. */
  Tracker tracker(
      String name, String team, Map<String, String> values, Map<String, Supplier<String>> secrets) {
    Map<String, String> all = new HashMap<>(values);
    all.put("url", stub.url());
    all.put("team", team);
    return linear.create(
        new TrackerSettings(
            name, "acme-sre", all, secrets, List.of("postmortem"), Map.of(), this::now),
        HttpSettings.defaults());
  }

  Receipt created(TicketDraft draft) {
    return tracker
        .create(List.of(draft))
        .get(0)
        .match(
            receipt -> receipt,
            failure -> {
              throw failure;
            });
  }

  TrackerException refused(TicketDraft draft) {
    return failure(tracker.create(List.of(draft)).get(0));
  }

  static TrackerException failure(Outcome outcome) {
    return outcome.match(
        receipt -> {
          throw new AssertionError(receipt.ticket().ref().key() + " was created");
        },
        failure -> failure);
  }

  static TicketDraft draft(int item) {
    return TrackerSamples.draft(item);
  }

  /** A draft with everything that a route can ask for. */
  static TicketDraft full(int item, Optional<String> project, Optional<String> parent) {
    return new TicketDraft(
        TrackerSamples.marker(item),
        "Alert on replication lag " + item,
        TrackerSamples.block("as agreed"),
        Optional.of(ALICE),
        Optional.of(LocalDate.of(2027, 3, 4)),
        Optional.of("critical"),
        List.of("sev1"),
        project,
        Optional.empty(),
        parent);
  }

  static CommentDraft mentioning(int item, String key, String handle) {
    return new CommentDraft(
        TrackerSamples.marker(item),
        key,
        Prose.empty().paragraph(Span.mention("Alice", handle), Span.plain(", any news?")));
  }

  @Override
  public void close() {
    tracker.close();
    stub.close();
    assertEquals(List.of(), stub.violations());
  }
}
