package io.followthrough.connector.github;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.followthrough.http.HttpSettings;
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
import java.util.Optional;
import java.util.function.Supplier;

/** A repository of the stub, and its people. */
final class GitHubHarness implements TrackerHarness {
  private static final String SLUG = "acme/backend";
  private static final String CAROL = "carol";

  private final ManualClock clock = new ManualClock(Instant.parse("2026-11-21T10:00:00Z"));
  private final GitHubStub stub;
  private final Tracker tracker;

  GitHubHarness(Map<String, String> values, Duration listLag) {
    this(StubEdition.CLOUD, values, Map.of("auth.token", () -> GitHubStub.TOKEN), listLag);
  }

  /** The stub's App, which renews its token each hour. */
  static GitHubHarness app() {
    Map<String, String> ids =
        Map.of("auth.app-id", StubApp.ID, "auth.installation-id", StubApp.INSTALLATION);
    GitHubHarness harness =
        new GitHubHarness(
            StubEdition.CLOUD, ids, Map.of("auth.private-key", StubApp::pkcs1), Duration.ZERO);
    harness.stub.actAs("followthrough[bot]");
    return harness;
  }

  /** An organisation that has a date field for due dates. */
  static GitHubHarness dated() {
    GitHubHarness harness = new GitHubHarness(Map.of("due-field", "Due"), Duration.ZERO);
    harness.stub.configure(SLUG, repository -> repository.dateFields.add("Due"));
    return harness;
  }

  /** A repository of an Enterprise Server. */
  static GitHubHarness server() {
    return new GitHubHarness(
        StubEdition.SERVER, Map.of(), Map.of("auth.token", () -> GitHubStub.TOKEN), Duration.ZERO);
  }

  private GitHubHarness(
      StubEdition edition,
      Map<String, String> values,
      Map<String, Supplier<String>> secrets,
      Duration listLag) {
    stub = GitHubStub.start(clock, edition);
    stub.addRepository(SLUG, "alice-m", "bob", CAROL);
    stub.lagLists(listLag);
    Map<String, String> all = new HashMap<>(values);
    all.put("url", stub.url());
    all.put("repository", SLUG);
    this.tracker =
        GitHub.create(
            new TrackerSettings(
                "backend", "acme-sre", all, secrets, List.of("postmortem"), Map.of(), clock),
            HttpSettings.defaults(),
            Optional.empty());
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
    return stub.issues(SLUG).size();
  }

  @Override
  public String handle(int index) {
    return index == 0 ? "alice-m" : "bob";
  }

  @Override
  public String strangersHandle() {
    return "mallory";
  }

  @Override
  public String description(TicketRef ticket) {
    return stub.issue(SLUG, number(ticket)).body();
  }

  @Override
  public TicketRef open(String title, String description) {
    int number = stub.open(SLUG, CAROL, title, description);
    return tracker.recognise(SLUG + "#" + number).orElseThrow();
  }

  @Override
  public void comment(TicketRef ticket, String words) {
    stub.comment(SLUG, number(ticket), CAROL, words);
  }

  @Override
  public void commentByMachine(TicketRef ticket, String words) {
    stub.comment(SLUG, number(ticket), "stale[bot]", words);
  }

  @Override
  public void assign(TicketRef ticket, String handle) {
    stub.assign(SLUG, number(ticket), handle);
  }

  @Override
  public void setDue(TicketRef ticket, LocalDate due) {
    stub.edit(SLUG, number(ticket), issue -> issue.dates.put("Due", due.toString()));
  }

  @Override
  public void retitle(TicketRef ticket, String title) {
    stub.retitle(SLUG, number(ticket), title);
  }

  @Override
  public void replaceWords(TicketRef ticket, String words, String replacement) {
    stub.rewrite(SLUG, number(ticket), description(ticket).replace(words, replacement));
  }

  @Override
  public void addWords(TicketRef ticket, String words) {
    stub.rewrite(SLUG, number(ticket), description(ticket) + "\r\n\r\n" + words);
  }

  @Override
  public void start(TicketRef ticket) {
    stub.label(SLUG, number(ticket), "in progress");
  }

  @Override
  public void closeAsDone(TicketRef ticket) {
    stub.close(SLUG, number(ticket), CAROL, "completed");
  }

  @Override
  public void decline(TicketRef ticket) {
    stub.close(SLUG, number(ticket), CAROL, "not_planned");
  }

  @Override
  public void reopen(TicketRef ticket) {
    stub.reopen(SLUG, number(ticket), CAROL);
  }

  @Override
  public void delete(TicketRef ticket) {
    stub.delete(SLUG, number(ticket));
  }

  @Override
  public void close() {
    tracker.close();
    stub.close();
    assertEquals(List.of(), stub.violations());
  }

  private static int number(TicketRef ticket) {
    return Integer.parseInt(ticket.id());
  }
}
