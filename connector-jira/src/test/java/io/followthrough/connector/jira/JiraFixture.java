package io.followthrough.connector.jira;

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
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;

/** Trackers at a stub, and drafts for them. Closing it asserts that all was as described. */
final class JiraFixture implements AutoCloseable {
  static final LocalDate DUE = LocalDate.of(2026, 12, 1);

  final ManualClock clock = new ManualClock(Instant.parse("2026-11-21T10:00:00Z"));
  final JiraStub stub;
  final Jira factory = new Jira();
  final Tracker tracker;
  private final boolean cloud;

  JiraFixture(boolean cloud) {
    this(cloud, Map.of());
  }

  JiraFixture(boolean cloud, Map<String, String> values) {
    this.cloud = cloud;
    this.stub = cloud ? JiraStub.cloud(clock) : JiraStub.dataCenter(clock);
    stub.addProject("PAY");
    stub.addProject("OPS");
    this.tracker = tracker(factory, "PAY", values);
  }

  /** Another tracker on the site. */
  Tracker tracker(Jira factory, String project, Map<String, String> values) {
    Map<String, String> all = new HashMap<>(values);
    all.put("url", stub.url());
    all.put("project", project);
    if (cloud) {
      all.put("auth.email", JiraStub.MAIL);
      all.put("gateway", stub.url().replace("127.0.0.1", "localhost"));
    }
    Duration brief = Duration.ofSeconds(5);
    return factory.create(
        new TrackerSettings(
            project.toLowerCase(Locale.ROOT),
            "acme-sre",
            all,
            Map.of("auth.token", () -> JiraStub.TOKEN),
            List.of("postmortem"),
            Map.of(),
            clock),
        HttpSettings.defaults().withTimeouts(brief, brief, brief));
  }

  static Marker marker(int item) {
    return new Marker("acme-sre", "item%04d".formatted(item), "d0c", "7171e");
  }

  static TicketDraft draft(int item) {
    return draft(item, Optional.empty(), Map.of());
  }

  static TicketDraft draft(int item, Optional<String> assignee, Map<String, String> facts) {
    return new TicketDraft(
        marker(item),
        "Add an alert for replication lag (" + item + ")",
        block("Promised in the postmortem of INC-42."),
        assignee,
        Optional.of(DUE),
        Optional.of("high"),
        List.of("sev 1"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        facts);
  }

  static Prose block(String words) {
    return Prose.empty()
        .paragraph(Span.plain(words))
        .bullet(Span.strong("Due: "), Span.plain("2026-12-01"))
        .paragraph(Span.plain("Filed by Followthrough (acme-sre)"));
  }

  static CommentDraft comment(int item, String key, String handle, String words) {
    return new CommentDraft(
        marker(item),
        key,
        Prose.empty().paragraph(Span.mention("Alice Martin", handle), Span.plain(": " + words)));
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

  /** The requests since the last call, a line each, ids as {@code n}. */
  List<String> requests() {
    List<String> lines =
        stub.journal().stream()
            .map(StubExchange::line)
            .map(line -> line.replaceFirst("/rest/api/[23]", "").replaceAll("/\\d{4,}", "/n"))
            .toList();
    stub.forgetJournal();
    return lines;
  }

  String search() {
    return cloud ? "POST /search/jql 200" : "POST /search 200";
  }

  @Override
  public void close() {
    tracker.close();
    stub.close();
    assertEquals(List.of(), stub.violations());
  }
}
