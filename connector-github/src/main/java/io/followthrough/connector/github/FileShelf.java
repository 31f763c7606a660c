package io.followthrough.connector.github;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.followthrough.document.DocumentSource.Entry;
import io.followthrough.document.PostmortemDocument;
import io.followthrough.document.SourceException;
import io.followthrough.http.Fields;
import io.followthrough.http.HttpCall;
import io.followthrough.http.Reply;
import io.followthrough.tracker.FailureKind;
import io.followthrough.tracker.TrackerException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files of a branch. While nobody commits, a list is one conditional request; a commit
 * elsewhere costs the folder's own tree no second reading. A file's version is the name of its
 * content, so that nothing but another content makes it be read.
 */
final class FileShelf implements Shelf {
  private static final int LARGEST_HISTORY = 10;

  private final GitHubApi api;
  private final FileSelection selection;
  private final WebAddress web;
  private final RepositoryFacts facts;
  private final FileTree tree;
  private String etag = "";
  private String head = "";
  private String folderTree = "";
  private List<FileTree.Blob> files = List.of();

  /**
   * Which files.
   *
   * @param source the name of the source
   * @param branch the repository's default branch if empty
   * @param folder without slashes at its ends; empty for all of the repository
   */
  record FileSelection(String source, Optional<String> branch, String folder, FileGlobs include) {
    FileSelection {
      requireNonNull(source, "source is null");
      requireNonNull(branch, "branch is null");
      requireNonNull(folder, "folder is null");
      requireNonNull(include, "include is null");
    }
  }

  FileShelf(GitHubApi api, FileSelection selection, WebAddress web) {
    this.api = requireNonNull(api, "api is null");
    this.selection = requireNonNull(selection, "selection is null");
    this.web = requireNonNull(web, "web is null");
    this.facts = new RepositoryFacts(api);
    this.tree = new FileTree(api);
  }

  @Override
  public boolean isPublic() {
    return facts.isPublic();
  }

  @Override
  public List<Entry> list() {
    refresh();
    return files.stream().map(file -> new Entry(file.path(), file.sha())).toList();
  }

  @Override
  public PostmortemDocument read(Entry entry, String shown) {
    String path =
        selection.folder().isEmpty() ? entry.path() : selection.folder() + "/" + entry.path();
    boolean large =
        files.stream()
            .anyMatch(file -> file.path().equals(entry.path()) && file.size() > FileText.LARGEST);
    if (large) {
      throw FileText.tooLarge(path);
    }
    String text = FileText.decode(path, content(path, entry.version()));
    List<JsonNode> commits = commits(path);
    Optional<Instant> created = Optional.empty();
    Optional<Instant> modified = Optional.empty();
    Optional<String> commit = Optional.empty();
    if (!commits.isEmpty()) {
      modified = committedAt(commits.get(0));
      created = committedAt(commits.get(commits.size() - 1));
      commit = Fields.optionalText(commits.get(0), "sha");
    }
    return new PostmortemDocument(
        selection.source(),
        shown,
        text,
        entry.version(),
        created,
        modified.orElse(api.now()),
        Optional.of(web.blob(api.home(), commit.orElse(head), path)),
        Set.of(),
        false);
  }

  @Override
  public boolean isGone(String path) {
    return true;
  }

  private void refresh() {
    String branch = selection.branch().orElseGet(facts::defaultBranch);
    String path = api.home().path() + "/git/ref/heads/" + encoded(branch);
    HttpCall call = HttpCall.get("read branch", path);
    Reply reply = api.exchange(etag.isEmpty() ? call : call.with("If-None-Match", etag));
    if (reply.status() == 304) {
      return;
    }
    if (FileTree.isEmptyRepository(reply)) {
      files = List.of();
      return;
    }
    if (reply.status() == 404) {
      facts.confirm();
      throw new TrackerException(
          FailureKind.REJECTED,
          "read branch",
          api.home() + " has no branch " + branch + ": mend `branch`");
    }
    if (!reply.isSuccess()) {
      throw api.repositoryFailure(reply);
    }
    String commit = Fields.text(GitHubApi.object(reply).path("object"), "sha");
    if (commit.isEmpty()) {
      throw reply.unreadable("a branch without a commit");
    }
    if (!commit.equals(head)) {
      read(commit);
    }
    etag = reply.header("ETag").orElse("");
  }

  private void read(String commit) {
    String present = tree.folder(commit, selection.folder());
    if (!present.equals(folderTree)) {
      files =
          tree.files(present).stream()
              .filter(file -> selection.include().match(file.path()))
              .sorted(Comparator.comparing(FileTree.Blob::path))
              .toList();
      folderTree = present;
    }
    head = commit;
  }

  /**
   * What the branch has there now, which a deleted file no longer is; a version by its own name.
   */
  private byte[] content(String path, String version) {
    String branch = selection.branch().orElseGet(facts::defaultBranch);
    Reply reply =
        api.exchange(
            HttpCall.get(
                "read " + path,
                api.home().path()
                    + "/contents/"
                    + encoded(path)
                    + "?ref="
                    + HttpCall.encode(branch)));
    if (reply.status() == 404) {
      facts.confirm();
      throw new SourceException(path + " was deleted meanwhile", null);
    }
    if (!reply.isSuccess()) {
      throw api.repositoryFailure(reply);
    }
    JsonNode json = GitHubApi.object(reply);
    boolean whole =
        Fields.text(json, "encoding").equals("base64") && Fields.text(json, "sha").equals(version);
    return decoded(whole ? reply : blob(path, version));
  }

  private Reply blob(String path, String version) {
    return api.get("read " + path, api.home().path() + "/git/blobs/" + HttpCall.encode(version));
  }

  private static byte[] decoded(Reply reply) {
    JsonNode json = GitHubApi.object(reply);
    if (!Fields.text(json, "encoding").equals("base64")) {
      throw reply.unreadable("a content that is not base64");
    }
    try {
      return Base64.getMimeDecoder().decode(Fields.text(json, "content"));
    } catch (IllegalArgumentException e) {
      throw new TrackerException(
          FailureKind.BROKEN, reply.call().operation(), "a content that is not base64", e);
    }
  }

  /** The file's history on the branch, newest first, as far back as a thousand commits. */
  private List<JsonNode> commits(String path) {
    String branch = selection.branch().orElseGet(facts::defaultBranch);
    Reply first =
        api.get(
            "read the history of " + path,
            api.home().path()
                + "/commits?sha="
                + HttpCall.encode(branch)
                + "&path="
                + HttpCall.encode(path)
                + "&per_page="
                + GitHubApi.PAGE);
    List<JsonNode> commits = new ArrayList<>();
    int[] pages = {0};
    api.pages(
        first,
        page -> {
          commits.addAll(page);
          return ++pages[0] < LARGEST_HISTORY;
        });
    return commits;
  }

  private static Optional<Instant> committedAt(JsonNode row) {
    JsonNode commit = row.path("commit");
    return Fields.instant(commit.path("committer"), "date")
        .or(() -> Fields.instant(commit.path("author"), "date"));
  }

  private static String encoded(String path) {
    return Stream.of(path.split("/", -1)).map(HttpCall::encode).collect(Collectors.joining("/"));
  }
}
