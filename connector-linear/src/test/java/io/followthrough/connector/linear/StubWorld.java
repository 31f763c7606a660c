package io.followthrough.connector.linear;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.markdown.MarkdownRenderer;
import org.jspecify.annotations.NullUnmarked;

/**
 * All that the stub of Linear remembers, in trees of the shapes that its schema gives them. Guarded
 * by the stub.
 */
@NullUnmarked // Trees of GraphQL, in which whatever is absent is null.
final class StubWorld {
  /** Linear writes no history of an issue's first minutes. */
  private static final Duration UNLOGGED = Duration.ofMinutes(3);

  final InstantSource clock;
  final Map<String, Object> organization;
  final List<Map<String, Object>> teams = new ArrayList<>();
  final List<Map<String, Object>> hidden = new ArrayList<>();
  final List<Map<String, Object>> users = new ArrayList<>();
  final List<Map<String, Object>> labels = new ArrayList<>();
  final List<Map<String, Object>> projects = new ArrayList<>();
  final List<Map<String, Object>> documents = new ArrayList<>();
  final List<Map<String, Object>> comments = new ArrayList<>();
  final Map<String, Map<String, Object>> issues = new LinkedHashMap<>();
  Map<String, Object> me;
  String authorization = LinearStub.API_KEY;
  private long ids;

  StubWorld(InstantSource clock) {
    this.clock = clock;
    this.organization = tree("id", nextId(), "name", "Acme", "urlKey", "acme");
    this.me = user("followthrough", true);
  }

  String now() {
    return clock.instant().toString();
  }

  /** Ids that are never equal, and the same in every run. */
  String nextId() {
    return new UUID(0x4000L, (1L << 63) | ++ids).toString();
  }

  static Map<String, Object> tree(Object... pairs) {
    Map<String, Object> tree = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      tree.put(String.valueOf(pairs[i]), pairs[i + 1]);
    }
    return tree;
  }

  static String text(Map<String, Object> tree, String key) {
    return String.valueOf(tree.getOrDefault(key, ""));
  }

  @SuppressWarnings("unchecked")
  static List<Map<String, Object>> list(Map<String, Object> tree, String key) {
    return (List<Map<String, Object>>) tree.computeIfAbsent(key, k -> new ArrayList<>());
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> child(Map<String, Object> tree, String key) {
    return (Map<String, Object>) tree.getOrDefault(key, Map.of());
  }

  /** A team's next number, which is given once. */
  static int next(Map<String, Object> team) {
    int number = Integer.parseInt(text(team, "next"));
    team.put("next", number + 1);
    return number;
  }

  /** The keys that an issue had in other teams. */
  @SuppressWarnings("unchecked")
  static List<String> former(Map<String, Object> issue) {
    return (List<String>)
        issue.computeIfAbsent("previousIdentifiers", key -> new ArrayList<String>());
  }

  /** What Linear makes of Markdown: the same words, written anew. */
  static String rewritten(String markdown) {
    String text =
        MarkdownRenderer.builder().build().render(Parser.builder().build().parse(markdown));
    return text.replaceAll("(?m)^- ", "* ").strip();
  }

  Map<String, Object> user(String name, boolean app) {
    Map<String, Object> user =
        tree(
            "id",
            nextId(),
            "email",
            name + "@acme.io",
            "displayName",
            name,
            "name",
            name,
            "active",
            true,
            "app",
            app,
            "guest",
            false,
            "isAssignable",
            !app,
            "url",
            "https://linear.app/acme/profiles/" + name,
            "teams",
            new ArrayList<>(teams));
    users.add(user);
    return user;
  }

  Map<String, Object> team(String key) {
    Map<String, Object> team =
        tree(
            "id",
            nextId(),
            "key",
            key,
            "name",
            "Team " + key,
            "visibility",
            "public",
            "issueEstimationType",
            "fibonacci",
            "templates",
            new ArrayList<>(),
            "states",
            new ArrayList<>(),
            "next",
            1);
    String[] types = {
      "triage", "backlog", "unstarted", "started", "completed", "canceled", "duplicate"
    };
    for (int i = 0; i < types.length; i++) {
      list(team, "states")
          .add(
              tree("id", nextId(), "name", named(types[i]), "type", types[i], "position", i + 0.5));
    }
    teams.add(team);
    users.forEach(user -> list(user, "teams").add(team));
    return team;
  }

  private static String named(String type) {
    return switch (type) {
      case "unstarted" -> "Todo";
      case "started" -> "In Progress";
      case "completed" -> "Done";
      default -> type.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + type.substring(1);
    };
  }

  Map<String, Object> state(Map<String, Object> team, String type) {
    return list(team, "states").stream()
        .filter(state -> text(state, "type").equals(type))
        .findFirst()
        .orElseThrow();
  }

  Optional<Map<String, Object>> byId(List<Map<String, Object>> all, Object id) {
    return all.stream().filter(one -> text(one, "id").equals(id)).findFirst();
  }

  /** By its id, its key, or a key that it had. */
  Optional<Map<String, Object>> issue(Object idOrKey) {
    return issues.values().stream()
        .filter(
            issue ->
                text(issue, "id").equals(idOrKey)
                    || text(issue, "identifier").equals(idOrKey)
                    || former(issue).contains(String.valueOf(idOrKey)))
        .findFirst();
  }

  Map<String, Object> open(Map<String, Object> team, Map<String, Object> creator, String id) {
    int number = next(team);
    String key = team.get("key") + "-" + number;
    Map<String, Object> issue =
        tree(
            "id",
            id,
            "identifier",
            key,
            "url",
            "https://linear.app/acme/issue/" + key + "/words",
            "title",
            "",
            "description",
            null,
            "priority",
            0.0,
            "previousIdentifiers",
            new ArrayList<>(),
            "labels",
            new ArrayList<>(),
            "attachments",
            new ArrayList<>(),
            "history",
            new ArrayList<>(),
            "comments",
            new ArrayList<>(),
            "team",
            team,
            "creator",
            creator,
            "state",
            state(team, "backlog"),
            "createdAt",
            now(),
            "updatedAt",
            now());
    issues.put(id, issue);
    return issue;
  }

  Map<String, Object> comment(
      Map<String, Object> issue, Map<String, Object> author, String id, String body) {
    Map<String, Object> comment =
        tree(
            "id",
            id,
            "issueId",
            issue.get("id"),
            "issue",
            issue,
            "body",
            rewritten(body),
            "url",
            issue.get("url") + "#comment-" + id.substring(0, 8),
            "createdAt",
            now(),
            "updatedAt",
            now(),
            "user",
            author);
    list(issue, "comments").add(comment);
    comments.add(comment);
    return comment;
  }

  void turn(Map<String, Object> issue, Map<String, Object> actor, Map<String, Object> state) {
    Map<String, Object> before = child(issue, "state");
    issue.put("state", state);
    issue.put("completedAt", text(state, "type").equals("completed") ? now() : null);
    boolean canceled =
        text(state, "type").equals("canceled") || text(state, "type").equals("duplicate");
    issue.put("canceledAt", canceled ? now() : null);
    issue.put("updatedAt", now());
    log(issue, actor, tree("fromState", before, "toState", state));
  }

  void redate(Map<String, Object> issue, Map<String, Object> actor, String due) {
    Map<String, Object> event = tree("fromDueDate", issue.get("dueDate"), "toDueDate", due);
    issue.put("dueDate", due);
    issue.put("updatedAt", now());
    log(issue, actor, event);
  }

  private void log(
      Map<String, Object> issue, Map<String, Object> actor, Map<String, Object> event) {
    Instant created = Instant.parse(text(issue, "createdAt"));
    if (!clock.instant().isBefore(created.plus(UNLOGGED))) {
      event.putAll(tree("id", nextId(), "createdAt", now(), "actor", actor));
      list(issue, "history").add(event);
    }
  }
}
