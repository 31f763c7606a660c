package io.followthrough.connector.github;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.followthrough.connector.github.StubFiles.Commit;
import io.followthrough.connector.github.StubFiles.Node;
import io.followthrough.http.Json;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** What the stub of GitHub answers of a repository's files; its branch is {@code main}. */
final class StubFileRoutes {
  private static final String BRANCH = "main";
  private static final int INLINE = 1 << 20;

  private final StubWorld world;

  StubFileRoutes(StubWorld world) {
    this.world = world;
  }

  /** The commits that touched a path, newest first. */
  List<JsonNode> commits(StubRequest request, StubRepository repository) {
    String path = request.query().getOrDefault("path", "");
    return repository.files.commits.stream()
        .filter(commit -> path.isEmpty() || commit.path().equals(path))
        .<JsonNode>map(commit -> commit(repository, commit))
        .toList();
  }

  /** {@code /git/…}. */
  StubReply git(StubRequest request, StubRepository repository, String[] path, int rest) {
    if (repository.files.commits.isEmpty()) {
      return StubReply.message(409, "Git Repository is empty.");
    }
    String name = String.join("/", Arrays.copyOfRange(path, rest + 1, path.length));
    return switch (path[rest]) {
      case "ref" ->
          name.equals("heads/" + BRANCH)
              ? StubReply.json(200, ref(repository))
              : StubReply.message(404, "Not Found");
      case "trees" ->
          repository
              .files
              .tree(name)
              .map(tree -> StubReply.json(200, tree(request, repository, name, tree)))
              .orElseGet(() -> StubReply.message(404, "Not Found"));
      case "blobs" ->
          repository
              .files
              .blob(name)
              .map(content -> StubReply.json(200, blob(repository, name, content)))
              .orElseGet(() -> StubReply.message(404, "Not Found"));
      default -> StubReply.message(404, "Not Found");
    };
  }

  /** {@code /contents/…}: what is larger than a megabyte has no content here. */
  StubReply contents(StubRequest request, StubRepository repository, String[] path, int rest) {
    String name = String.join("/", Arrays.copyOfRange(path, rest, path.length));
    Optional<Node> node = repository.files.at(name);
    boolean isBranch = request.query().getOrDefault("ref", BRANCH).equals(BRANCH);
    if (node.isEmpty() || !isBranch) {
      return StubReply.message(404, "Not Found");
    }
    byte[] content = repository.files.blob(node.get().sha()).orElseThrow();
    String url = api(repository) + "/contents/" + name.replace(" ", "%20");
    ObjectNode json =
        Json.object()
            .put("type", "file")
            .put("encoding", content.length > INLINE ? "none" : "base64")
            .put("size", content.length)
            .put("name", name.substring(name.lastIndexOf('/') + 1))
            .put("path", name)
            .put("content", content.length > INLINE ? "" : base64(content))
            .put("sha", node.get().sha())
            .put("url", url)
            .put("git_url", api(repository) + "/git/blobs/" + node.get().sha())
            .put("html_url", world.server + "/" + repository.slug() + "/blob/" + BRANCH)
            .put("download_url", url);
    json.putObject("_links").put("git", url).put("html", url).put("self", url);
    return StubReply.json(200, json);
  }

  private String api(StubRepository repository) {
    return world.base() + "/repos/" + repository.slug();
  }

  private ObjectNode ref(StubRepository repository) {
    String head = repository.files.commits.get(0).sha();
    ObjectNode json =
        Json.object()
            .put("ref", "refs/heads/" + BRANCH)
            .put("node_id", "REF_1")
            .put("url", api(repository) + "/git/refs/heads/" + BRANCH);
    json.putObject("object")
        .put("type", "commit")
        .put("sha", head)
        .put("url", api(repository) + "/git/commits/" + head);
    return json;
  }

  private ObjectNode tree(
      StubRequest request, StubRepository repository, String sha, SortedMap<String, Node> tree) {
    boolean recursive = request.query().containsKey("recursive");
    Map<String, ObjectNode> rows = new LinkedHashMap<>();
    repository
        .files
        .folders(tree)
        .forEach((folder, name) -> rows.put(folder, row(folder, "040000", "tree", name)));
    tree.forEach(
        (path, node) -> {
          if (recursive || !path.contains("/")) {
            String kind = node.mode().equals("160000") ? "commit" : "blob";
            rows.put(path, row(path, node.mode(), kind, node.sha()).put("size", node.size()));
          }
        });
    int limit = recursive ? repository.files.treeLimit : Integer.MAX_VALUE;
    ObjectNode json =
        Json.object()
            .put("sha", sha)
            .put("url", api(repository) + "/git/trees/" + sha)
            .put("truncated", rows.size() > limit);
    ArrayNode shown = json.putArray("tree");
    rows.values().stream().limit(limit).forEach(shown::add);
    return json;
  }

  private static ObjectNode row(String path, String mode, String type, String sha) {
    return Json.object().put("path", path).put("mode", mode).put("type", type).put("sha", sha);
  }

  private ObjectNode blob(StubRepository repository, String sha, byte[] content) {
    return Json.object()
        .put("sha", sha)
        .put("node_id", "B_" + sha)
        .put("size", content.length)
        .put("url", api(repository) + "/git/blobs/" + sha)
        .put("encoding", "base64")
        .put("content", base64(content));
  }

  private ObjectNode commit(StubRepository repository, Commit commit) {
    String url = api(repository) + "/commits/" + commit.sha();
    ObjectNode json =
        Json.object()
            .put("sha", commit.sha())
            .put("node_id", "C_" + commit.sha())
            .put("url", url)
            .put("html_url", world.server + "/" + repository.slug() + "/commit/" + commit.sha())
            .put("comments_url", url + "/comments")
            .putNull("author")
            .putNull("committer");
    json.putArray("parents");
    ObjectNode facts =
        json.putObject("commit")
            .put("url", url)
            .put("message", "Write " + commit.path())
            .put("comment_count", 0);
    for (String role : new String[] {"author", "committer"}) {
      facts
          .putObject(role)
          .put("name", "Alice Martin")
          .put("email", "alice@acme.example")
          .put("date", commit.at().toString());
    }
    facts.putObject("tree").put("sha", commit.sha()).put("url", url);
    return json;
  }

  private static String base64(byte[] content) {
    byte[] newline = "\n".getBytes(StandardCharsets.US_ASCII);
    return Base64.getMimeEncoder(60, newline).encodeToString(content);
  }
}
