package io.followthrough.connector.github;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.followthrough.http.Fields;
import io.followthrough.http.HttpCall;
import io.followthrough.http.Reply;
import io.followthrough.tracker.FailureKind;
import io.followthrough.tracker.TrackerException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The files of a folder at a commit. One request a segment of the folder's path and one for all
 * below it; a tree of more than 100,000 entries, which GitHub cuts, is read folder by folder. Links
 * and submodules are no files.
 */
final class FileTree {
  private static final String OPERATION = "list files";
  private static final int EMPTY_REPOSITORY = 409;

  private final GitHubApi api;

  /** A file by its path below the folder, and the name of its content. */
  record Blob(String path, String sha, long size) {}

  FileTree(GitHubApi api) {
    this.api = requireNonNull(api, "api is null");
  }

  /**
   * The tree of a folder.
   *
   * @param folder without slashes at its ends; empty for all of the repository
   */
  String folder(String commit, String folder) {
    String tree = commit;
    for (String segment : folder.isEmpty() ? new String[0] : folder.split("/", -1)) {
      Optional<String> below = Optional.empty();
      for (JsonNode row : tree(tree, false).path("tree")) {
        if (Fields.text(row, "path").equals(segment) && isKind(row, "tree")) {
          below = Optional.of(Fields.text(row, "sha"));
        }
      }
      tree =
          below.orElseThrow(
              () ->
                  new TrackerException(
                      FailureKind.REJECTED,
                      OPERATION,
                      api.home() + " has no folder " + folder + ": mend `path`"));
    }
    return tree;
  }

  /** All files below a tree. */
  List<Blob> files(String tree) {
    List<Blob> files = new ArrayList<>();
    collect(tree, "", files);
    return files;
  }

  private void collect(String tree, String prefix, List<Blob> files) {
    JsonNode all = tree(tree, true);
    if (!all.path("truncated").asBoolean(false)) {
      all.path("tree").forEach(row -> add(row, prefix, files));
      return;
    }
    for (JsonNode row : tree(tree, false).path("tree")) {
      if (isKind(row, "tree")) {
        collect(Fields.text(row, "sha"), prefix + Fields.text(row, "path") + "/", files);
      } else {
        add(row, prefix, files);
      }
    }
  }

  private static void add(JsonNode row, String prefix, List<Blob> files) {
    boolean isFile = isKind(row, "blob") && Fields.text(row, "mode").startsWith("100");
    if (isFile) {
      files.add(
          new Blob(
              prefix + Fields.text(row, "path"),
              Fields.text(row, "sha"),
              row.path("size").asLong(0)));
    }
  }

  private static boolean isKind(JsonNode row, String kind) {
    return Fields.text(row, "type").equals(kind);
  }

  private JsonNode tree(String sha, boolean recursive) {
    String path =
        api.home().path()
            + "/git/trees/"
            + HttpCall.encode(sha)
            + (recursive ? "?recursive=1" : "");
    Reply reply = api.get(OPERATION, path);
    JsonNode json = GitHubApi.object(reply);
    if (!json.path("tree").isArray()) {
      throw reply.unreadable("a reply without a tree");
    }
    return json;
  }

  /** True where a reply says that nothing was ever committed. */
  static boolean isEmptyRepository(Reply reply) {
    return reply.status() == EMPTY_REPOSITORY;
  }
}
