package io.followthrough.connector.github;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.followthrough.http.HttpSettings;
import io.followthrough.tracker.CommentDraft;
import io.followthrough.tracker.Marker;
import io.followthrough.tracker.Outcome;
import io.followthrough.tracker.Prose;
import io.followthrough.tracker.Receipt;
import io.followthrough.tracker.Span;
import io.followthrough.tracker.TicketDraft;
import io.followthrough.tracker.Tracker;
import io.followthrough.tracker.TrackerException;
import io.followthrough.tracker.TrackerSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Assertions;

/** A tracker at the stub, and drafts for it. Closing it asserts that all was as described. */
final class Fixture implements AutoCloseable {
  static final String SLUG = "acme/backend";

  final ManualClock clock = new ManualClock(Instant.parse("2026-11-21T10:00:00Z"));
  final GitHubStub stub;
  private Optional<ContentBudget> budget = Optional.empty();
  final Tracker tracker;

  Fixture() {
    this(Map.of(), List.of());
  }

  Fixture(Map<String, String> values, List<String> labels) {
    this(StubEdition.CLOUD, values, labels);
  }

  Fixture(StubEdition edition, Map<String, String> values, List<String> labels) {
    this.stub = GitHubStub.start(clock, edition);
    stub.addRepository(SLUG, "alice-m", "bob-s");
    this.tracker = tracker(values, labels);
  }

  /** Another process with the same settings. */
  Tracker tracker(Map<String, String> values, List<String> labels) {
    return tracker(values, Map.of("auth.token", () -> GitHubStub.TOKEN), labels, clock);
  }

  /** Another process that keeps github.com's limits of writes. */
  Tracker limited() {
    budget = Optional.of(new ContentBudget());
    return tracker(Map.of(), List.of());
  }

  /** An installation of the stub's App, whose clock may be another. */
  Tracker app(Map<String, String> values, String key, InstantSource time) {
    Map<String, String> all = new HashMap<>(values);
    all.putIfAbsent("auth.app-id", StubApp.ID);
    all.putIfAbsent("auth.installation-id", StubApp.INSTALLATION);
    return tracker(all, Map.of("auth.private-key", () -> key), List.of(), time);
  }

  private Tracker tracker(
      Map<String, String> values,
      Map<String, Supplier<String>> secrets,
      List<String> labels,
      InstantSource time) {
    Map<String, String> all = new HashMap<>(values);
    all.putIfAbsent("url", stub.url());
    all.putIfAbsent("repository", SLUG);
    TrackerSettings settings =
        new TrackerSettings("backend", "acme-sre", all, secrets, labels, Map.of(), time);
    Duration short_ = Duration.ofSeconds(5);
    return GitHub.create(
        settings, HttpSettings.defaults().withTimeouts(short_, short_, short_), budget);
  }

  static Marker marker(int item) {
    return new Marker("acme-sre", "item%04d".formatted(item), "d0c", "7171e");
  }

  static TicketDraft draft(int item) {
    return draft(item, Optional.empty(), List.of());
  }

  static TicketDraft draft(int item, Optional<String> assignee, List<String> labels) {
    return new TicketDraft(
        marker(item),
        "Add an alert for replication lag (" + item + ")",
        block("Promised in the postmortem of INC-42."),
        assignee,
        Optional.empty(),
        Optional.empty(),
        labels,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  static Prose block(String words) {
    return Prose.empty()
        .paragraph(Span.plain(words))
        .bullet(Span.strong("Due"), Span.plain(" 2026-12-01"))
        .paragraph(Span.plain("Followthrough, acme-sre"));
  }

  static CommentDraft commentDraft(int item, String key, String words) {
    return new CommentDraft(
        marker(item),
        key,
        Prose.empty().paragraph(Span.mention("Alice Martin", "alice-m"), Span.plain(": " + words)));
  }

  Receipt created(TicketDraft draft) {
    return created(tracker, draft);
  }

  static Receipt created(Tracker tracker, TicketDraft draft) {
    Outcome outcome = tracker.create(List.of(draft)).get(0);
    return outcome.match(
        receipt -> receipt,
        failure -> {
          throw failure;
        });
  }

  TrackerException refused(TicketDraft draft) {
    return Assertions.assertThrows(TrackerException.class, () -> created(draft));
  }

  /** The requests since the last call, a line each. */
  List<String> requests() {
    List<String> lines = stub.journal().stream().map(StubExchange::line).toList();
    stub.forgetJournal();
    return lines;
  }

  @Override
  public void close() {
    tracker.close();
    stub.close();
    assertEquals(List.of(), stub.violations());
  }
}
