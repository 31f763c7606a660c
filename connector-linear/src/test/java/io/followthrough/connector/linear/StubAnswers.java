package io.followthrough.connector.linear;

import static io.followthrough.connector.linear.StubWorld.child;
import static io.followthrough.connector.linear.StubWorld.list;
import static io.followthrough.connector.linear.StubWorld.text;
import static io.followthrough.connector.linear.StubWorld.tree;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** What the stub of Linear answers to each query, and what each mutation does to its world. */
@NullUnmarked // Trees of GraphQL, in which whatever is absent is null.
final class StubAnswers {
  private static final int BATCH = 50;

  private final StubWorld world;

  StubAnswers(StubWorld world) {
    this.world = world;
  }

  Map<String, DataFetcher<?>> queries() {
    Map<String, DataFetcher<?>> queries = new LinkedHashMap<>();
    queries.put("organization", environment -> world.organization);
    queries.put("viewer", environment -> world.me);
    queries.put("teams", page(world.teams));
    queries.put("users", StubAnswers.this::users);
    queries.put("issueLabels", page(world.labels));
    queries.put("projects", page(world.projects));
    queries.put("documents", page(world.documents));
    queries.put("comments", page(world.comments));
    queries.put(
        "issues",
        environment -> StubConnections.page(new ArrayList<>(world.issues.values()), environment));
    queries.put("issue", environment -> issue(environment.<String>getArgument("id")));
    queries.put(
        "document",
        environment ->
            world
                .byId(world.documents, environment.getArgument("id"))
                .orElseThrow(() -> StubRefusal.absent("Document")));
    return queries;
  }

  Map<String, DataFetcher<?>> mutations() {
    Map<String, DataFetcher<?>> mutations = new LinkedHashMap<>();
    mutations.put(
        "issueCreate",
        environment ->
            done("issue", create(environment.<Map<String, Object>>getArgument("input"))));
    mutations.put("issueBatchCreate", this::createMany);
    mutations.put("issueUpdate", this::update);
    mutations.put("issueLabelCreate", this::makeLabel);
    mutations.put("commentCreate", this::comment);
    mutations.put("commentUpdate", this::editComment);
    return mutations;
  }

  private static DataFetcher<?> page(List<Map<String, Object>> all) {
    return environment -> StubConnections.page(all, environment);
  }

  private Map<String, Object> users(DataFetchingEnvironment environment) {
    boolean disabled = environment.getArgumentOrDefault("includeDisabled", false);
    return StubConnections.page(
        world.users.stream().filter(user -> disabled || user.get("active").equals(true)).toList(),
        environment);
  }

  private Map<String, Object> issue(String id) {
    return world.issue(id).orElseThrow(() -> StubRefusal.absent("Issue"));
  }

  private static Map<String, Object> done(String field, Object value) {
    return tree("success", true, field, value);
  }

  private Object createMany(DataFetchingEnvironment environment) {
    Map<String, Object> input = environment.getArgument("input");
    List<Map<String, Object>> wanted = list(input, "issues");
    if (wanted.size() > BATCH) {
      throw StubRefusal.input("at most " + BATCH + " issues");
    }
    Map<String, Map<String, Object>> before = new LinkedHashMap<>(world.issues);
    try {
      List<Map<String, Object>> made = new ArrayList<>();
      wanted.forEach(one -> made.add(create(one)));
      return done("issues", made);
    } catch (StubRefusal refusal) {
      world.issues.keySet().retainAll(before.keySet());
      throw refusal;
    }
  }

  private Map<String, Object> create(Map<String, Object> input) {
    String id = input.containsKey("id") ? text(input, "id") : world.nextId();
    if (UUID.fromString(id).version() != 4) {
      throw StubRefusal.input("id must be a UUID of version 4");
    }
    if (world.issues.containsKey(id)) {
      throw StubRefusal.conflict("Issue", id);
    }
    Map<String, Object> team =
        world
            .byId(world.teams, input.get("teamId"))
            .filter(there -> there.get("retiredAt") == null)
            .orElseThrow(() -> StubRefusal.absent("Team"));
    List<Map<String, Object>> labels = labels(input, team);
    Map<String, Object> assignee = assignee(input);
    if (input.containsKey("estimate") && team.get("issueEstimationType").equals("notUsed")) {
      throw StubRefusal.input("The team does not use an estimate.");
    }
    Optional<Map<String, Object>> project = world.byId(world.projects, input.get("projectId"));
    Optional<Map<String, Object>> parent =
        Optional.ofNullable(input.get("parentId")).map(key -> issue((String) key));
    Map<String, Object> issue = world.open(team, world.me, id);
    issue.put("title", input.get("title"));
    issue.put("description", StubWorld.rewritten(text(input, "description")));
    issue.put("labels", labels);
    issue.put("assignee", assignee);
    issue.put("dueDate", input.get("dueDate"));
    issue.put("estimate", input.get("estimate"));
    issue.put("priority", input.getOrDefault("priority", 0));
    issue.put("template", input.get("templateId"));
    project.ifPresent(one -> issue.put("project", one));
    parent.ifPresent(one -> issue.put("parent", one));
    return issue;
  }

  private List<Map<String, Object>> labels(Map<String, Object> input, Map<String, Object> team) {
    List<Map<String, Object>> labels = new ArrayList<>();
    Map<Object, Object> groups = new LinkedHashMap<>();
    for (Object id : (List<?>) input.getOrDefault("labelIds", List.of())) {
      Map<String, Object> label =
          world
              .byId(world.labels, id)
              .filter(one -> one.get("team") == null || one.get("team") == team)
              .orElseThrow(() -> StubRefusal.input("The label is not of the issue's team."));
      Object group = label.get("parent");
      if (group != null && groups.put(group, label) != null) {
        throw StubRefusal.input("Only one label of a label group is allowed.");
      }
      labels.add(label);
    }
    return labels;
  }

  private Map<String, Object> assignee(Map<String, Object> input) {
    Object id = input.get("assigneeId");
    return id == null
        ? null
        : world
            .byId(world.users, id)
            .filter(user -> user.get("active").equals(true))
            .orElseThrow(() -> StubRefusal.input("The assignee is not a member of the team."));
  }

  private Object update(DataFetchingEnvironment environment) {
    Map<String, Object> issue = issue(environment.<String>getArgument("id"));
    Map<String, Object> input = environment.getArgument("input");
    Map<String, Object> assignee = assignee(input);
    if (input.containsKey("title")) {
      issue.put("title", input.get("title"));
    }
    if (input.containsKey("description")) {
      issue.put("description", StubWorld.rewritten(text(input, "description")));
    }
    if (input.containsKey("assigneeId")) {
      issue.put("assignee", assignee);
    }
    for (String field : List.of("dueDate", "priority")) {
      if (input.containsKey(field)) {
        issue.put(field, input.get(field));
      }
    }
    if (input.containsKey("stateId")) {
      Map<String, Object> state =
          world
              .byId(list(child(issue, "team"), "states"), input.get("stateId"))
              .orElseThrow(() -> StubRefusal.input("The state is of another team."));
      world.turn(issue, world.me, state);
    }
    issue.put("updatedAt", world.now());
    return done("issue", issue);
  }

  private Object makeLabel(DataFetchingEnvironment environment) {
    Map<String, Object> input = environment.getArgument("input");
    String name = text(input, "name");
    if (name.length() > 80) {
      throw StubRefusal.input("The name is longer than 80 characters");
    }
    Map<String, Object> label =
        tree(
            "id", world.nextId(),
            "name", name,
            "isGroup", false,
            "createdAt", world.now(),
            "team", world.byId(world.teams, input.get("teamId")).orElse(null));
    world.labels.add(label);
    return done("issueLabel", label);
  }

  private Object comment(DataFetchingEnvironment environment) {
    Map<String, Object> input = environment.getArgument("input");
    Map<String, Object> issue = issue(text(input, "issueId"));
    String id = text(input, "id");
    if (world.byId(world.comments, id).isPresent()) {
      throw StubRefusal.conflict("Comment", id);
    }
    return done("comment", world.comment(issue, world.me, id, text(input, "body")));
  }

  private Object editComment(DataFetchingEnvironment environment) {
    Map<String, Object> comment =
        world
            .byId(world.comments, environment.getArgument("id"))
            .orElseThrow(() -> StubRefusal.absent("Comment"));
    Map<String, Object> input = environment.getArgument("input");
    comment.put("body", StubWorld.rewritten(text(input, "body")));
    comment.put("updatedAt", world.now());
    return done("comment", comment);
  }
}
