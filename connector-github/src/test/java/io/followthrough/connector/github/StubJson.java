package io.followthrough.connector.github;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.followthrough.connector.github.StubIssue.StubComment;
import io.followthrough.connector.github.StubIssue.StubEvent;
import io.followthrough.http.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;

/** The stub's memory in the shapes of GitHub's description. */
final class StubJson {
  private static final String[] USER_URLS = {
    "followers",
    "following",
    "gists",
    "starred",
    "subscriptions",
    "organizations",
    "repos",
    "events",
    "received_events"
  };
  private static final String[] REPOSITORY_URLS = {
    "archive",
    "assignees",
    "blobs",
    "branches",
    "collaborators",
    "comments",
    "commits",
    "compare",
    "contents",
    "contributors",
    "deployments",
    "downloads",
    "events",
    "forks",
    "git_commits",
    "git_refs",
    "git_tags",
    "hooks",
    "issue_comment",
    "issue_events",
    "issues",
    "keys",
    "labels",
    "languages",
    "merges",
    "milestones",
    "notifications",
    "pulls",
    "releases",
    "stargazers",
    "statuses",
    "subscribers",
    "subscription",
    "tags",
    "teams",
    "trees",
    "clone",
    "mirror",
    "svn"
  };

  private final String base;
  private final String pages;
  private final boolean singularAssignee;

  /**
   * The writer.
   *
   * @param base of the API
   * @param singularAssignee true for the shapes of 2022-11-28
   */
  StubJson(String base, String pages, boolean singularAssignee) {
    this.base = base;
    this.pages = pages;
    this.singularAssignee = singularAssignee;
  }

  /** A number for a login that stays the same. */
  static long id(String login) {
    CRC32 sum = new CRC32();
    sum.update(login.getBytes(StandardCharsets.UTF_8));
    return 1000 + sum.getValue() % 1_000_000;
  }

  ObjectNode user(String login) {
    String url = base + "/users/" + login.replaceAll("[\\[\\]]", "");
    ObjectNode user =
        Json.object()
            .put("login", login)
            .put("id", id(login))
            .put("node_id", "U_" + id(login))
            .put("avatar_url", pages + "/avatars/" + id(login))
            .put("gravatar_id", "")
            .put("url", url)
            .put("html_url", pages + "/" + login.replaceAll("[\\[\\]]", ""));
    for (String name : USER_URLS) {
      user.put(name + "_url", url + "/" + name);
    }
    return user.put("type", login.endsWith("[bot]") ? "Bot" : "User").put("site_admin", false);
  }

  ObjectNode publicUser(String login, Instant created) {
    ObjectNode user = user(login);
    for (String name : new String[] {"bio", "company", "email", "hireable", "location", "name"}) {
      user.putNull(name);
    }
    return user.put("blog", "")
        .put("followers", 0)
        .put("following", 0)
        .put("public_gists", 0)
        .put("public_repos", 1)
        .put("created_at", created.toString())
        .put("updated_at", created.toString())
        .put("user_view_type", "public");
  }

  ObjectNode label(StubRepository repository, String name) {
    return Json.object()
        .put("id", repository.labels.getOrDefault(name, 1L))
        .put("node_id", "LA_" + id(name))
        .put("url", base + "/repos/" + repository.slug() + "/labels/" + id(name))
        .put("name", name)
        .putNull("description")
        .put("color", "c5def5")
        .put("default", false);
  }

  ObjectNode issue(StubRepository repository, StubIssue issue) {
    String api = base + "/repos/" + repository.slug();
    String url = api + "/issues/" + issue.number;
    String kind = issue.pullRequest ? "/pull/" : "/issues/";
    ObjectNode json =
        Json.object()
            .put("id", issue.id)
            .put("node_id", "I_" + issue.id)
            .put("number", issue.number)
            .put("url", url)
            .put("repository_url", api)
            .put("labels_url", url + "/labels{/name}")
            .put("comments_url", url + "/comments")
            .put("events_url", url + "/events")
            .put("html_url", pages + "/" + repository.slug() + kind + issue.number)
            .put("title", issue.title)
            .put("body", issue.body)
            .put("state", issue.state)
            .put("locked", issue.locked)
            .put("comments", issue.comments.size())
            .put("created_at", issue.createdAt.toString())
            .put("updated_at", issue.updatedAt.toString())
            .put("author_association", association(repository, issue.author));
    put(json, "state_reason", issue.reason);
    put(json, "parent_issue_url", issue.parent.map(parent -> api + "/issues/" + parent.number));
    put(json, "closed_at", issue.closedAt.map(Instant::toString));
    json.set("user", user(issue.author));
    json.putArray("labels");
    issue.labels.forEach(label -> json.withArray("labels").add(label(repository, label)));
    json.putArray("assignees");
    issue.assignees.forEach(login -> json.withArray("assignees").add(user(login)));
    if (singularAssignee) {
      json.set(
          "assignee",
          issue.assignees.isEmpty() ? Json.object().nullNode() : user(issue.assignees.get(0)));
    }
    issue.closedBy.ifPresent(login -> json.set("closed_by", user(login)));
    json.putNull("milestone");
    issue.milestone.ifPresent(title -> json.set("milestone", milestone(repository, title)));
    issue.type.ifPresent(name -> json.set("type", type(name)));
    if (!repository.dateFields.isEmpty()) {
      json.set(DueField.VALUES, values(repository, issue));
    }
    if (issue.pullRequest) {
      String page = pages + "/" + repository.slug() + "/pull/" + issue.number;
      ObjectNode pull =
          json.putObject("pull_request")
              .put("url", api + "/pulls/" + issue.number)
              .put("html_url", page)
              .put("diff_url", page + ".diff")
              .put("patch_url", page + ".patch");
      put(pull, "merged_at", issue.mergedAt.map(Instant::toString));
    }
    return json;
  }

  ObjectNode comment(StubRepository repository, StubIssue issue, StubComment comment) {
    String api = base + "/repos/" + repository.slug();
    String kind = issue.pullRequest ? "/pull/" : "/issues/";
    ObjectNode json =
        Json.object()
            .put("id", comment.id)
            .put("node_id", "IC_" + comment.id)
            .put("url", api + "/issues/comments/" + comment.id)
            .put(
                "html_url",
                pages
                    + "/"
                    + repository.slug()
                    + kind
                    + issue.number
                    + "#issuecomment-"
                    + comment.id)
            .put("issue_url", api + "/issues/" + issue.number)
            .put("body", comment.body)
            .put("created_at", comment.createdAt.toString())
            .put("updated_at", comment.updatedAt.toString())
            .put("author_association", association(repository, comment.author));
    json.set("user", user(comment.author));
    return json;
  }

  ObjectNode timelineComment(StubRepository repository, StubIssue issue, StubComment comment) {
    ObjectNode json = comment(repository, issue, comment).put("event", "commented");
    json.set("actor", user(comment.author));
    return json;
  }

  ObjectNode event(StubRepository repository, StubEvent event) {
    ObjectNode json =
        Json.object().put("event", event.kind()).put("created_at", event.at().toString());
    json.set("actor", user(event.actor()));
    Optional<StubIssue> source = event.source().flatMap(repository::issue);
    if (source.isPresent()) {
      json.put("updated_at", event.at().toString());
      json.putObject("source").put("type", "issue").set("issue", issue(repository, source.get()));
      return json;
    }
    String url = base + "/repos/" + repository.slug();
    json.put("id", event.id())
        .put("node_id", "EV_" + event.id())
        .put("url", url + "/issues/events/" + event.id())
        .putNull("performed_via_github_app");
    put(json, "commit_id", event.commit());
    put(json, "commit_url", event.commit().map(sha -> url + "/commits/" + sha));
    put(json, "state_reason", event.reason());
    return json;
  }

  ObjectNode repository(StubRepository repository) {
    String api = base + "/repos/" + repository.slug();
    ObjectNode json =
        Json.object()
            .put("id", repository.id)
            .put("node_id", "R_" + repository.id)
            .put("name", repository.name)
            .put("full_name", repository.slug())
            .put("private", repository.isPrivate)
            .put("visibility", repository.isPrivate ? "private" : "public")
            .put("url", api)
            .put("html_url", pages + "/" + repository.slug())
            .put("git_url", "git:" + repository.slug())
            .put("ssh_url", "git@" + repository.slug())
            .put("archived", repository.archived)
            .put("has_issues", repository.hasIssues)
            .put("default_branch", "main")
            .put("created_at", repository.createdAt.toString())
            .put("updated_at", repository.createdAt.toString())
            .put("pushed_at", repository.createdAt.toString());
    for (String name : REPOSITORY_URLS) {
      json.put(name + "_url", api + "/" + name);
    }
    for (String name : new String[] {"description", "homepage", "language", "license"}) {
      json.putNull(name);
    }
    for (String name :
        new String[] {
          "fork",
          "has_projects",
          "has_wiki",
          "has_pages",
          "has_discussions",
          "has_downloads",
          "disabled"
        }) {
      json.put(name, false);
    }
    for (String name :
        new String[] {
          "forks",
          "forks_count",
          "open_issues",
          "open_issues_count",
          "size",
          "stargazers_count",
          "watchers",
          "watchers_count",
          "network_count",
          "subscribers_count"
        }) {
      json.put(name, 0);
    }
    json.set("owner", user(repository.owner));
    json.putObject("permissions")
        .put("admin", false)
        .put("maintain", false)
        .put("push", repository.push)
        .put("triage", repository.triage)
        .put("pull", true);
    return json;
  }

  ObjectNode type(String name) {
    return Json.object()
        .put("id", id(name))
        .put("node_id", "IT_" + id(name))
        .put("name", name)
        .put("description", name);
  }

  ArrayNode values(StubRepository repository, StubIssue issue) {
    ArrayNode values = Json.object().putArray("values");
    issue.dates.forEach(
        (name, date) ->
            values
                .addObject()
                .put("issue_field_id", repository.dateFields.indexOf(name) + 1)
                .put("issue_field_name", name)
                .put("node_id", "IFT_" + id(name))
                .put("data_type", "date")
                .put("value", date));
    return values;
  }

  ObjectNode milestone(StubRepository repository, String title) {
    int number = Math.max(1, repository.milestones.indexOf(title) + 1);
    String url = base + "/repos/" + repository.slug() + "/milestones/" + number;
    ObjectNode json =
        Json.object()
            .put("url", url)
            .put("html_url", url)
            .put("labels_url", url + "/labels")
            .put("id", 1)
            .put("node_id", "MI_1")
            .put("number", number)
            .put("title", title)
            .put("state", "open")
            .put("open_issues", 1)
            .put("closed_issues", 0)
            .put("created_at", repository.createdAt.toString())
            .put("updated_at", repository.createdAt.toString())
            .putNull("closed_at")
            .putNull("due_on")
            .putNull("description");
    json.set("creator", user(repository.owner));
    return json;
  }

  private static String association(StubRepository repository, String login) {
    if (login.equals(repository.owner)) {
      return "OWNER";
    }
    return repository.collaborators.contains(login) ? "COLLABORATOR" : "NONE";
  }

  private static void put(ObjectNode json, String name, Optional<String> value) {
    value.ifPresentOrElse(text -> json.put(name, text), () -> json.putNull(name));
  }

  /** Nothing that GitHub would not say. */
  static Map<String, String> limits(Instant now) {
    return Map.of(
        "x-ratelimit-limit", "5000",
        "x-ratelimit-remaining", "4999",
        "x-ratelimit-reset", Long.toString(now.getEpochSecond() + 3600));
  }
}
