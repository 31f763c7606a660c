package io.followthrough.connector.jira;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.followthrough.connector.jira.StubIssue.StubComment;
import io.followthrough.http.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A Jira in memory behind a real socket, of either edition, as far as its issues go: what is
 * written can be read, the search is paged and lags when told to, faults strike before or after an
 * effect, people act, and every request is noted. Time is the clock that it is given. Every request
 * and reply is checked against Atlassian's own description where that is at hand.
 */
public final class JiraStub implements AutoCloseable {
  /** The token that the stub accepts. */
  public static final String TOKEN = "PMTOK-canary-jira";

  /** The e-mail address that the token belongs to on Cloud. */
  public static final String MAIL = "bot@acme.io";

  /** The site's number on Cloud. */
  static final String CLOUD_ID = "c10d1d00-0000-4000-8000-000000000001";

  /** Where the gateway has the site. */
  static final String GATEWAY_PATH = "/ex/jira/" + CLOUD_ID;

  static final List<String> PERMISSIONS =
      List.of(
          "BROWSE_PROJECTS",
          "CREATE_ISSUES",
          "ADD_COMMENTS",
          "EDIT_ISSUES",
          "ASSIGN_ISSUES",
          "SCHEDULE_ISSUES",
          "TRANSITION_ISSUES",
          "EDIT_OWN_COMMENTS");

  private final StubWorld world;
  private final StubServer server;

  private JiraStub(boolean cloud, InstantSource clock) {
    this.world = new StubWorld(cloud, clock);
    world.permissions.addAll(PERMISSIONS);
    addUser("5b10ac8d82e05b22cc7d4e01", "followthrough", "Followthrough Bot", false);
    addUser("5b10a2844c20165700ede21a", "alice", "Alice Martin", false);
    addUser("5b10a2844c20165700ede21b", "bob", "Bob Stone", false);
    addUser("5b10a2844c20165700ede21c", "carol", "Carol Diaz", false);
    addUser("5b10a2844c20165700ede21d", "stale-app", "Stale App", true);
    addUser("5b10a2844c20165700ede21e", "mallory", "Stranger Mallory", false);
    StubRoutes routes = new StubRoutes(world);
    JiraDescription description = JiraDescription.of(cloud);
    this.server = new StubServer(clock, routes::answer, description::check);
    world.base = server.url();
  }

  /** Starts a Jira Cloud without projects. */
  public static JiraStub cloud(InstantSource clock) {
    return new JiraStub(true, clock);
  }

  /** Starts a Data Center without projects. */
  public static JiraStub dataCenter(InstantSource clock) {
    return new JiraStub(false, clock);
  }

  /** What a person sees of an issue; its description and comments in the site's own notation. */
  public record Seen(
      String id,
      String key,
      String summary,
      String description,
      String status,
      Optional<String> resolution,
      List<String> labels,
      Optional<String> assignee,
      Optional<String> priority,
      Optional<String> due,
      List<String> comments) {
    public Seen {
      labels = List.copyOf(labels);
      comments = List.copyOf(comments);
    }
  }

  /** The site's address. */
  public String url() {
    return world.base;
  }

  boolean isCloud() {
    return world.cloud;
  }

  @Override
  public void close() {
    server.close();
  }

  /** Adds a project. */
  public void addProject(String key) {
    server.locked(() -> world.projects.add(new StubProject(world.nextId(), key)));
  }

  /** The handle of a user: the account id on Cloud, else the user name. */
  public String handle(String name) {
    StubUser user =
        world.users.stream().filter(u -> u.name().equals(name)).findFirst().orElseThrow();
    return world.cloud ? user.id() : user.name();
  }

  void configure(String key, Consumer<StubProject> change) {
    server.locked(() -> change.accept(world.project(key).orElseThrow()));
  }

  void configure(Consumer<StubWorld> change) {
    server.locked(() -> change.accept(world));
  }

  /** Takes the token for a scoped one: only the gateway accepts it. */
  public void scopeToken() {
    configure(w -> w.scoped = true);
  }

  /** Refuses the token from now on. */
  public void revokeToken() {
    configure(w -> w.token = "another");
  }

  /** Takes a project out of sight. */
  public void hideProject(String key) {
    configure(key, project -> project.visible = false);
  }

  /** What changes from now on is found by the search only after a while. */
  public void lagIndex(Duration lag) {
    configure(w -> w.indexLag = lag);
  }

  /** A person opens an issue; gives its key. */
  public String open(String project, String name, String summary, String description) {
    String[] key = {""};
    server.locked(
        () -> {
          StubIssue issue = world.open(world.project(project).orElseThrow(), user(name));
          issue.summary = summary;
          issue.description = text(description);
          key[0] = issue.key();
        });
    return key[0];
  }

  /** A person comments. */
  public void comment(String key, String name, String words) {
    act(key, issue -> world.comment(issue, user(name), text(words)));
  }

  /** A person moves an issue to a status, closed ones with a resolution. */
  public void move(String key, String name, String status, String resolution) {
    act(
        key,
        issue ->
            world.move(
                issue,
                user(name),
                StubStatus.valueOf(status),
                Optional.of(resolution).filter(words -> !words.isEmpty())));
  }

  /** A person sets the due date. */
  public void setDue(String key, String name, String date) {
    act(
        key,
        issue -> {
          ObjectNode item = StubWorld.item("duedate", issue.due, Optional.of(date));
          issue.due = Optional.of(date);
          world.changed(issue, user(name), List.of(item));
        });
  }

  /** A person makes somebody the assignee. */
  public void assign(String key, String handle) {
    edit(key, issue -> issue.assignee = world.user(handle));
  }

  /** A person changes something else. */
  void edit(String key, Consumer<StubIssue> change) {
    act(
        key,
        issue -> {
          change.accept(issue);
          world.touch(issue);
        });
  }

  /** A person deletes an issue. */
  public void delete(String key) {
    act(key, issue -> issue.deleted = true);
  }

  /** A person moves an issue to another project; gives its new key. */
  public String transfer(String key, String project) {
    String[] moved = {""};
    edit(
        key,
        issue -> {
          issue.project = world.project(project).orElseThrow();
          issue.number = ++issue.project.last;
          moved[0] = issue.key();
        });
    return moved[0];
  }

  /** The next requests meet a fault. */
  public void inject(StubFault fault, int times) {
    server.inject(fault, exchange -> true, times);
  }

  /** The next writes meet a fault. */
  public void injectOnWrites(StubFault fault, int times) {
    server.inject(fault, StubExchange::isWrite, times);
  }

  /** The next requests that satisfy a condition meet a fault. */
  public void inject(StubFault fault, Predicate<StubExchange> when, int times) {
    server.inject(fault, when, times);
  }

  /** What a person sees of the issues that are there, oldest first. */
  public List<Seen> issues() {
    List<Seen> seen = new ArrayList<>();
    server.locked(
        () ->
            world.issues.values().stream()
                .filter(issue -> !issue.deleted)
                .forEach(issue -> seen.add(seen(issue))));
    return seen;
  }

  /** What a person sees of one issue. */
  public Seen issue(String key) {
    return issues().stream().filter(issue -> issue.key().equals(key)).findFirst().orElseThrow();
  }

  /** Every request that arrived since the journal was last forgotten. */
  public List<StubExchange> journal() {
    return server.journal();
  }

  /** Every write that arrived. */
  public List<StubExchange> writes() {
    return journal().stream().filter(StubExchange::isWrite).toList();
  }

  /** Forgets the requests so far. */
  public void forgetJournal() {
    server.forgetJournal();
  }

  /** What in requests and replies is not as Atlassian's description says; empty without it. */
  public List<String> violations() {
    return server.violations();
  }

  /** Words of a person in the site's notation. */
  JsonNode text(String words) {
    if (!world.cloud) {
      return TextNode.valueOf(words);
    }
    ObjectNode document = Json.object().put("type", "doc").put("version", 1);
    for (String line : words.split("\\R{2,}", -1)) {
      ObjectNode paragraph = document.withArray("content").addObject().put("type", "paragraph");
      if (!line.isEmpty()) {
        paragraph.putArray("content").addObject().put("type", "text").put("text", line);
      }
    }
    return document;
  }

  Instant now() {
    return world.now();
  }

  private void addUser(String id, String name, String fullName, boolean app) {
    String mail = name + "@acme.io";
    world.users.add(
        new StubUser(
            world.cloud ? id : "JIRAUSER" + world.nextId(),
            name,
            fullName,
            mail,
            app,
            world.cloud));
  }

  private StubUser user(String name) {
    return world.users.stream().filter(u -> u.name().equals(name)).findFirst().orElseThrow();
  }

  private void act(String key, Consumer<StubIssue> act) {
    server.locked(() -> act.accept(world.issue(key).orElseThrow()));
  }

  private Seen seen(StubIssue issue) {
    return new Seen(
        Long.toString(issue.id),
        issue.key(),
        issue.summary,
        shown(issue.description),
        issue.status.shown,
        issue.resolution,
        issue.labels,
        issue.assignee.map(StubUser::name),
        issue.priority,
        issue.due,
        issue.comments.stream().map((StubComment comment) -> shown(comment.body)).toList());
  }

  private String shown(JsonNode text) {
    return text.isTextual() ? text.textValue() : Json.write(text);
  }
}
