package io.followthrough.connector.linear;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.followthrough.http.HttpSettings;
import io.followthrough.tracker.TicketRef;
import io.followthrough.tracker.Tracker;
import io.followthrough.tracker.TrackerHarness;
import io.followthrough.tracker.TrackerSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** A team of the stub, and its people. */
final class LinearHarness implements TrackerHarness {
  private static final String TEAM = "WEB";
  private static final String CAROL = "carol";

  private Instant now = Instant.parse("2026-11-21T10:00:00Z");
  private final LinearStub stub = LinearStub.start(this::now);
  private final Tracker tracker;

  LinearHarness(int errorStatus) {
    stub.addTeam(TEAM);
    stub.answerErrorsWith(errorStatus);
    this.tracker =
        new Linear()
            .create(
                new TrackerSettings(
                    "web",
                    "acme-sre",
                    Map.of("url", stub.url(), "team", TEAM),
                    Map.of("auth.api-key", () -> LinearStub.API_KEY),
                    List.of("postmortem"),
                    Map.of(),
                    this::now),
                HttpSettings.defaults());
  }

  @Override
  public Tracker tracker() {
    return tracker;
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public void pass(Duration time) {
    now = now.plus(time);
  }

  @Override
  public int tickets() {
    return stub.issues().size();
  }

  @Override
  public String handle(int index) {
    return name(index) + "@acme.io";
  }

  @Override
  public String mention(int index) {
    return "https://linear.app/acme/profiles/" + name(index);
  }

  private static String name(int index) {
    return index == 0 ? "alice" : "bob";
  }

  @Override
  public String strangersHandle() {
    return "mallory@acme.io";
  }

  @Override
  public String description(TicketRef ticket) {
    return stub.issueSeen(ticket.id()).description();
  }

  @Override
  public TicketRef open(String title, String description) {
    LinearStub.Seen issue = stub.issueSeen(stub.open(TEAM, CAROL, title, description));
    return new TicketRef(issue.id(), issue.key(), "");
  }

  @Override
  public void comment(TicketRef ticket, String words) {
    stub.comment(ticket.id(), CAROL, words);
  }

  @Override
  public void commentByMachine(TicketRef ticket, String words) {
    stub.comment(ticket.id(), "stale-bot", words);
  }

  @Override
  public void assign(TicketRef ticket, String handle) {
    stub.assign(ticket.id(), handle.replace("@acme.io", ""));
  }

  @Override
  public void setDue(TicketRef ticket, LocalDate due) {
    stub.setDue(ticket.id(), CAROL, due);
  }

  @Override
  public boolean tellsWhoRedated() {
    return true;
  }

  @Override
  public void retitle(TicketRef ticket, String title) {
    stub.retitle(ticket.id(), title);
  }

  @Override
  public void replaceWords(TicketRef ticket, String words, String replacement) {
    stub.rewrite(ticket.id(), description(ticket).replace(words, replacement));
  }

  @Override
  public void addWords(TicketRef ticket, String words) {
    stub.rewrite(ticket.id(), description(ticket) + "\n\n" + words);
  }

  @Override
  public void start(TicketRef ticket) {
    stub.move(ticket.id(), CAROL, "started");
  }

  @Override
  public void closeAsDone(TicketRef ticket) {
    stub.move(ticket.id(), CAROL, "completed");
  }

  @Override
  public void decline(TicketRef ticket) {
    stub.move(ticket.id(), CAROL, "canceled");
  }

  @Override
  public void reopen(TicketRef ticket) {
    stub.move(ticket.id(), CAROL, "unstarted");
  }

  @Override
  public void delete(TicketRef ticket) {
    stub.delete(ticket.id());
  }

  @Override
  public void close() {
    tracker.close();
    stub.close();
    assertEquals(List.of(), stub.violations());
  }
}
