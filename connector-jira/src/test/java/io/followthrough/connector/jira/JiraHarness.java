package io.followthrough.connector.jira;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.followthrough.http.HttpSettings;
import io.followthrough.http.Json;
import io.followthrough.tracker.TicketRef;
import io.followthrough.tracker.Tracker;
import io.followthrough.tracker.TrackerHarness;
import io.followthrough.tracker.TrackerSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A project of the stub, and its people. */
final class JiraHarness implements TrackerHarness {
  private final ManualClock clock = new ManualClock(Instant.parse("2026-11-21T10:00:00Z"));
  private final JiraStub stub;
  private final Tracker tracker;

  JiraHarness(boolean cloud, Map<String, String> values, Duration indexLag) {
    this.stub = cloud ? JiraStub.cloud(clock) : JiraStub.dataCenter(clock);
    stub.addProject("PAY");
    stub.lagIndex(indexLag);
    Map<String, String> all = new HashMap<>(values);
    all.put("url", stub.url());
    all.put("project", "PAY");
    if (cloud) {
      all.put("auth.email", JiraStub.MAIL);
      all.put("gateway", stub.url().replace("127.0.0.1", "localhost"));
    } else {
      all.put("bots", "stale-app");
    }
    this.tracker =
        new Jira()
            .create(
                new TrackerSettings(
                    "payments",
                    "acme-sre",
                    all,
                    Map.of("auth.token", () -> JiraStub.TOKEN),
                    List.of("postmortem"),
                    Map.of(),
                    clock),
                HttpSettings.defaults());
  }

  JiraStub stub() {
    return stub;
  }

  @Override
  public Tracker tracker() {
    return tracker;
  }

  @Override
  public Instant now() {
    return clock.instant();
  }

  @Override
  public void pass(Duration time) {
    clock.advance(time);
  }

  @Override
  public int tickets() {
    return stub.issues().size();
  }

  @Override
  public String handle(int index) {
    return stub.handle(index == 0 ? "alice" : "bob");
  }

  @Override
  public String strangersHandle() {
    return stub.handle("mallory");
  }

  @Override
  public String description(TicketRef ticket) {
    return stub.issue(ticket.key()).description();
  }

  @Override
  public TicketRef open(String title, String description) {
    String key = stub.open("PAY", "carol", title, description);
    return new TicketRef(stub.issue(key).id(), key, stub.url() + "/browse/" + key);
  }

  @Override
  public void comment(TicketRef ticket, String words) {
    stub.comment(ticket.key(), "carol", words);
  }

  @Override
  public void commentByMachine(TicketRef ticket, String words) {
    stub.comment(ticket.key(), "stale-app", words);
  }

  @Override
  public void assign(TicketRef ticket, String handle) {
    stub.assign(ticket.key(), handle);
  }

  @Override
  public void setDue(TicketRef ticket, LocalDate due) {
    stub.setDue(ticket.key(), "carol", due.toString());
  }

  @Override
  public boolean tellsWhoRedated() {
    return true;
  }

  @Override
  public void retitle(TicketRef ticket, String title) {
    stub.edit(ticket.key(), issue -> issue.summary = title);
  }

  @Override
  public void replaceWords(TicketRef ticket, String words, String replacement) {
    stub.edit(
        ticket.key(),
        issue -> {
          String json = Json.write(issue.description).replace(words, replacement);
          issue.description = Json.parse(json).orElseThrow();
        });
  }

  @Override
  public void addWords(TicketRef ticket, String words) {
    stub.edit(
        ticket.key(),
        issue -> {
          JsonNode more = stub.text(words);
          if (issue.description instanceof ObjectNode document) {
            document.withArray("content").addAll(AdfText.children(more));
          } else {
            issue.description = stub.text(issue.description.asText("") + "\r\n\r\n" + words);
          }
        });
  }

  @Override
  public void start(TicketRef ticket) {
    stub.move(ticket.key(), "carol", "IN_PROGRESS", "");
  }

  @Override
  public void closeAsDone(TicketRef ticket) {
    stub.move(ticket.key(), "carol", "DONE", "Done");
  }

  @Override
  public void decline(TicketRef ticket) {
    stub.move(ticket.key(), "carol", "DONE", "Won't Do");
  }

  @Override
  public void reopen(TicketRef ticket) {
    stub.move(ticket.key(), "carol", "TO_DO", "");
  }

  @Override
  public void delete(TicketRef ticket) {
    stub.delete(ticket.key());
  }

  @Override
  public void close() {
    tracker.close();
    stub.close();
    assertEquals(List.of(), stub.violations());
  }
}
