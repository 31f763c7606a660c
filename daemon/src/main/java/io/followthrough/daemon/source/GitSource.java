package io.followthrough.daemon.source;

import io.followthrough.document.DocumentSource;
import io.followthrough.document.PostmortemDocument;
import io.followthrough.document.SourceException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.errors.LargeObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.PathFilter;

/**
 * The files of one branch of a git repository. A file's version is its content; it came and changed
 * with the commits of the branch itself. Links and submodules are no documents.
 */
final class GitSource implements DocumentSource {
  private static final String LARGE_FILE_POINTER = "version https://git-lfs.github.com/spec/";

  private final String name;
  private final GitClone copy;
  private final String folder;
  private final Globs include;
  private final boolean isPrivate;
  private final Optional<String> link;
  private final GitHistory history;
  private Optional<ObjectId> head = Optional.empty();

  /**
   * Reads a copy.
   *
   * @param folder within the repository, without slashes at its ends; empty for all of it
   * @param link the address of a document, with {@code {commit}} and {@code {path}}
   */
  GitSource(
      String name,
      GitClone copy,
      String folder,
      List<String> include,
      boolean isPrivate,
      Optional<String> link) {
    this.name = name;
    this.copy = copy;
    this.folder = folder;
    this.include = new Globs(include);
    this.isPrivate = isPrivate;
    this.link = link;
    this.history = new GitHistory(folder);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean isPrivate() {
    return isPrivate;
  }

  @Override
  public List<Entry> list() {
    ObjectId fetched = copy.refresh();
    List<Entry> entries = new ArrayList<>();
    try (TreeWalk files = files(fetched)) {
      if (!folder.isEmpty()) {
        files.setFilter(PathFilter.create(folder));
      }
      files.setRecursive(true);
      boolean any = false;
      while (files.next()) {
        any = true;
        String path = below(files.getPathString());
        if (isFile(files) && !isHidden(path) && include.match(Path.of(path))) {
          entries.add(new Entry(path, files.getObjectId(0).name()));
        }
      }
      if (!any && !folder.isEmpty()) {
        throw new SourceException(
            "source " + name + ": there is no folder " + folder + "; mend `path`", null);
      }
      history.walk(copy.repository(), fetched);
    } catch (IOException e) {
      throw unreadable("its copy", e);
    }
    head = Optional.of(fetched);
    entries.sort(Comparator.comparing(Entry::path));
    return entries;
  }

  @Override
  public PostmortemDocument read(Entry entry) {
    String path = folder.isEmpty() ? entry.path() : folder + "/" + entry.path();
    try {
      ObjectLoader content =
          copy.repository().open(ObjectId.fromString(entry.version()), Constants.OBJ_BLOB);
      if (content.getSize() > DocumentText.LARGEST) {
        throw DocumentText.tooLarge(path);
      }
      String text = DocumentText.decode(path, content.getBytes((int) DocumentText.LARGEST));
      if (text.startsWith(LARGE_FILE_POINTER)) {
        throw new SourceException(
            path + " is kept in Git LFS, which is not read; commit the document itself", null);
      }
      Optional<GitHistory.Dates> dates = history.of(path);
      return new PostmortemDocument(
          name,
          entry.path(),
          text,
          entry.version(),
          dates.flatMap(GitHistory.Dates::created),
          dates.map(GitHistory.Dates::modified).orElse(Instant.EPOCH),
          link.map(it -> DocumentAddress.of(it, path, head.map(ObjectId::name).orElse(""))),
          Set.of(),
          false);
    } catch (LargeObjectException e) {
      throw DocumentText.tooLarge(path);
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  private TreeWalk files(ObjectId commit) throws IOException {
    try (RevWalk commits = new RevWalk(copy.repository())) {
      TreeWalk files = new TreeWalk(copy.repository());
      files.addTree(commits.parseCommit(commit).getTree());
      return files;
    }
  }

  private static boolean isFile(TreeWalk files) {
    return (files.getRawMode(0) & FileMode.TYPE_MASK) == FileMode.TYPE_FILE;
  }

  private static boolean isHidden(String path) {
    return path.startsWith(".") || path.contains("/.");
  }

  private String below(String path) {
    return folder.isEmpty() ? path : path.substring(Math.min(folder.length() + 1, path.length()));
  }

  private SourceException unreadable(String what, IOException cause) {
    return new SourceException(
        "source " + name + ": " + what + " cannot be read: " + cause.getMessage(), cause);
  }

  @Override
  public void close() {
    copy.close();
  }
}
