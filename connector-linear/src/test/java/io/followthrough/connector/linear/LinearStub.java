package io.followthrough.connector.linear;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static io.followthrough.connector.linear.StubWorld.child;
import static io.followthrough.connector.linear.StubWorld.list;
import static io.followthrough.connector.linear.StubWorld.text;
import static io.followthrough.connector.linear.StubWorld.tree;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.NullUnmarked;

/**
 * Linear in memory behind a real socket, as far as its issues, comments and documents go. A real
 * GraphQL engine executes every operation on Linear's own schema where that is at hand, else on the
 * part of it that we use; faults strike before or after an effect, people act, and every request is
 * noted with its complexity. Time is the clock that it is given; nothing is left to chance.
 */
@NullUnmarked // Trees of GraphQL, in which whatever is absent is null.
public final class LinearStub implements AutoCloseable {
  /** The personal API key that the stub accepts. */
  public static final String API_KEY = "lin_api_PMTOKcanary";

  private final StubWorld world;
  private final StubWire wire;
  private final WireMockServer server;

  private LinearStub(InstantSource clock) {
    this.world = new StubWorld(clock);
    this.wire = new StubWire(world, new StubEngine(world));
    this.server =
        new WireMockServer(
            wireMockConfig()
                .dynamicPort()
                .bindAddress("127.0.0.1")
                .disableRequestJournal()
                .extensions(wire));
  }

  /** Starts a workspace without teams, whose people are alice, bob and carol. */
  public static LinearStub start(InstantSource clock) {
    LinearStub stub = new LinearStub(clock);
    stub.server.stubFor(any(anyUrl()).willReturn(aResponse()));
    stub.server.start();
    for (String name : List.of("alice", "bob", "carol")) {
      stub.locked(w -> w.user(name, false));
    }
    return stub;
  }

  /** What a person sees of an issue. */
  public record Seen(
      String id,
      String key,
      String title,
      String description,
      String state,
      Optional<String> assignee,
      List<String> labels,
      Optional<String> due,
      int priority,
      List<String> comments) {
    public Seen {
      labels = List.copyOf(labels);
      comments = List.copyOf(comments);
    }
  }

  /** The address of the API. */
  public String url() {
    return "http://127.0.0.1:" + server.port() + "/graphql";
  }

  @Override
  public void close() {
    server.stop();
  }

  /** Adds a team that everybody is in. */
  public void addTeam(String key) {
    locked(w -> w.team(key));
  }

  /** Changes a team's settings, in the names of the schema. */
  void configure(String team, Consumer<Map<String, Object>> change) {
    locked(w -> change.accept(team(team)));
  }

  /** Adds a user. */
  Map<String, Object> addUser(String name, boolean app) {
    return reading(w -> w.user(name, app));
  }

  /** Adds a label; of the whole workspace where the team is empty. */
  Map<String, Object> addLabel(String name, Optional<String> team) {
    return reading(
        w -> {
          Map<String, Object> label =
              tree(
                  "id", w.nextId(),
                  "name", name,
                  "isGroup", false,
                  "createdAt", w.now(),
                  "team", team.map(this::team).orElse(null));
          w.labels.add(label);
          return label;
        });
  }

  /** Adds a project of all teams. */
  void addProject(String name) {
    locked(w -> w.projects.add(tree("id", w.nextId(), "name", name, "teams", w.teams)));
  }

  /** Adds a project of one team. */
  void addProject(String name, String team) {
    locked(w -> w.projects.add(tree("id", w.nextId(), "name", name, "teams", List.of(team(team)))));
  }

  /** The key is that of a user from now on. */
  void actAs(String name) {
    locked(w -> w.me = user(name));
  }

  /** Writes or rewrites a document of a team. */
  public String write(String team, String title, String content) {
    return reading(
        w -> {
          Map<String, Object> document =
              w.documents.stream()
                  .filter(there -> text(there, "title").equals(title))
                  .findFirst()
                  .orElseGet(() -> newDocument(w, team, title));
          document.put("content", content);
          document.put("updatedAt", w.now());
          return text(document, "id");
        });
  }

  /** A person deletes a document, which is in the trash then. */
  void deleteDocument(String title) {
    changeDocument(title, document -> document.put("trashed", true));
  }

  /** Changes a document, in the names of the schema. */
  void changeDocument(String title, Consumer<Map<String, Object>> change) {
    locked(
        w ->
            w.documents.stream()
                .filter(there -> text(there, "title").equals(title))
                .forEach(change.andThen(document -> document.put("updatedAt", w.now()))));
  }

  /** A document's id. */
  String documentId(String title) {
    return reading(
        w ->
            w.documents.stream()
                .filter(there -> text(there, "title").equals(title))
                .map(there -> text(there, "id"))
                .findFirst()
                .orElse("none"));
  }

  /** Moves a document from its team to a project. */
  void putInProject(String title, String project) {
    changeDocument(
        title,
        document -> {
          document.remove("team");
          document.put(
              "project",
              world.projects.stream()
                  .filter(there -> text(there, "name").equals(project))
                  .findFirst()
                  .orElseThrow());
        });
  }

  private Map<String, Object> newDocument(StubWorld w, String team, String title) {
    String slug = Integer.toHexString(title.hashCode());
    Map<String, Object> document =
        tree(
            "id",
            w.nextId(),
            "slugId",
            slug,
            "title",
            title,
            "url",
            "https://linear.app/acme/document/words-" + slug,
            "createdAt",
            w.now(),
            "team",
            team(team));
    w.documents.add(document);
    return document;
  }

  /** The credential that is accepted from now on, as the whole header. */
  public void accept(String authorization) {
    locked(w -> w.authorization = authorization);
  }

  /** Gives the status of GraphQL's errors, 200 unless told otherwise. */
  void answerErrorsWith(int status) {
    locked(w -> wire.errorStatus = status);
  }

  /** A person opens an issue; returns its id. */
  public String open(String team, String name, String title, String description) {
    return reading(
        w -> {
          Map<String, Object> issue = w.open(team(team), user(name), w.nextId());
          issue.put("title", title);
          issue.put("description", StubWorld.rewritten(description));
          return text(issue, "id");
        });
  }

  /** A person, or another application, comments. */
  public void comment(String idOrKey, String name, String words) {
    locked(w -> w.comment(issue(idOrKey), user(name), w.nextId(), words));
  }

  /** A person, who may, edits a comment. */
  void changeComment(String id, String body) {
    locked(w -> w.byId(w.comments, id).orElseThrow().put("body", body));
  }

  /** A person moves an issue to the first state of a type. */
  public void move(String idOrKey, String name, String type) {
    locked(
        w -> {
          Map<String, Object> issue = issue(idOrKey);
          w.turn(issue, user(name), w.state(child(issue, "team"), type));
        });
  }

  /** A person moves an issue to another team, which gives it another key. */
  public void moveToTeam(String idOrKey, String team) {
    change(
        idOrKey,
        issue -> {
          Map<String, Object> there = team(team);
          int number = StubWorld.next(there);
          StubWorld.former(issue).add(text(issue, "identifier"));
          issue.put("identifier", team + "-" + number);
          issue.put("team", there);
        });
  }

  /** A person changes fields, in the names of the schema. */
  void change(String idOrKey, Consumer<Map<String, Object>> change) {
    locked(
        w -> {
          Map<String, Object> issue = issue(idOrKey);
          change.accept(issue);
          issue.put("updatedAt", w.now());
        });
  }

  /** A person sets the due date. */
  public void setDue(String idOrKey, String name, LocalDate due) {
    locked(w -> w.redate(issue(idOrKey), user(name), due.toString()));
  }

  /** A person changes the title. */
  public void retitle(String idOrKey, String title) {
    change(idOrKey, issue -> issue.put("title", title));
  }

  /** A person assigns an issue to a user. */
  public void assign(String idOrKey, String name) {
    change(idOrKey, issue -> issue.put("assignee", user(name)));
  }

  /** A person edits the description. */
  void rewrite(String idOrKey, String description) {
    change(idOrKey, issue -> issue.put("description", StubWorld.rewritten(description)));
  }

  /** An integration attaches something, with the status that it has there. */
  public void attach(String idOrKey, String url, String status) {
    change(
        idOrKey,
        issue ->
            list(issue, "attachments")
                .add(
                    tree(
                        "id", world.nextId(),
                        "url", url,
                        "sourceType", "github",
                        "createdAt", world.now(),
                        "metadata", Map.of("status", status))));
  }

  /** A person puts an issue into the trash, where it is for thirty days. */
  public void trash(String idOrKey) {
    change(
        idOrKey,
        issue -> {
          issue.put("trashed", true);
          issue.put("archivedAt", issue.get("updatedAt"));
        });
  }

  /** An administrator deletes an issue for good. */
  public void delete(String idOrKey) {
    locked(
        w -> {
          Map<String, Object> issue = issue(idOrKey);
          w.issues.remove(text(issue, "id"));
          w.comments.removeIf(comment -> text(comment, "issueId").equals(text(issue, "id")));
        });
  }

  /** The next requests that satisfy a condition meet a fault. */
  public void inject(StubFault fault, Predicate<StubExchange> when, int times) {
    locked(w -> wire.inject(fault, when, times));
  }

  /** The next writes meet a fault. */
  public void injectOnWrites(StubFault fault, int times) {
    inject(fault, StubExchange::isWrite, times);
  }

  /** Ends every fault that was to come. */
  void relent() {
    locked(w -> wire.relent());
  }

  /** Takes the teams out of the key's sight, or brings them back. */
  void hideTeams(boolean hidden) {
    locked(
        w -> {
          if (hidden) {
            w.hidden.addAll(w.teams);
            w.teams.clear();
          } else {
            w.teams.addAll(w.hidden);
            w.hidden.clear();
          }
        });
  }

  /** Every request that arrived since the journal was last forgotten. */
  public List<StubExchange> journal() {
    return reading(w -> List.copyOf(wire.journal()));
  }

  /** The names of the operations that arrived, in their order. */
  public List<String> operations() {
    return journal().stream().map(StubExchange::operation).toList();
  }

  /** Forgets the requests so far. */
  public void forgetJournal() {
    locked(w -> wire.journal().clear());
  }

  /** What was asked that is not in the schema, or costs more than Linear takes. */
  public List<String> violations() {
    return reading(w -> List.copyOf(wire.violations()));
  }

  /** What people see of the issues that are there, oldest first. */
  public List<Seen> issues() {
    return reading(w -> w.issues.values().stream().map(LinearStub::seen).toList());
  }

  /** What people see of one issue. */
  public Seen issueSeen(String idOrKey) {
    return reading(w -> seen(issue(idOrKey)));
  }

  private static Seen seen(Map<String, Object> issue) {
    return new Seen(
        text(issue, "id"),
        text(issue, "identifier"),
        text(issue, "title"),
        Optional.ofNullable((String) issue.get("description")).orElse(""),
        text(child(issue, "state"), "type"),
        Optional.ofNullable(issue.get("assignee"))
            .map(user -> text(child(issue, "assignee"), "displayName")),
        list(issue, "labels").stream().map(label -> text(label, "name")).toList(),
        Optional.ofNullable((String) issue.get("dueDate")),
        (int) Double.parseDouble(text(issue, "priority")),
        list(issue, "comments").stream().map(comment -> text(comment, "body")).toList());
  }

  private Map<String, Object> team(String key) {
    return world.teams.stream().filter(t -> text(t, "key").equals(key)).findFirst().orElseThrow();
  }

  private Map<String, Object> user(String name) {
    return world.users.stream()
        .filter(user -> text(user, "displayName").equals(name))
        .findFirst()
        .orElseGet(() -> world.user(name, true));
  }

  private Map<String, Object> issue(String idOrKey) {
    return world.issue(idOrKey).orElseThrow();
  }

  private void locked(Consumer<StubWorld> change) {
    synchronized (world) {
      change.accept(world);
    }
  }

  private <T> T reading(Function<StubWorld, T> question) {
    synchronized (world) {
      return question.apply(world);
    }
  }
}
