package io.followthrough.daemon.source;

import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevSort;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.AndTreeFilter;
import org.eclipse.jgit.treewalk.filter.PathFilter;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/**
 * When the files of a branch came to it and last changed on it: by the commits of the branch
 * itself, so that a merged document counts from its merge. Walks each commit once.
 */
final class GitHistory {
  private final TreeFilter filter;
  private final Map<String, Dates> dates = new HashMap<>();
  private Optional<ObjectId> walked = Optional.empty();

  GitHistory(String folder) {
    this.filter =
        folder.isEmpty()
            ? TreeFilter.ANY_DIFF
            : AndTreeFilter.create(PathFilter.create(folder), TreeFilter.ANY_DIFF);
  }

  /** The present life of a file. */
  record Dates(Optional<Instant> created, Instant modified) {}

  Optional<Dates> of(String path) {
    return Optional.ofNullable(dates.get(path));
  }

  /** Takes in what is new since the last walk, or all where the branch was rewritten. */
  void walk(Repository repository, ObjectId head) throws IOException {
    if (walked.filter(head::equals).isPresent()) {
      return;
    }
    try (RevWalk commits = new RevWalk(repository)) {
      commits.setFirstParent(true);
      commits.sort(RevSort.TOPO);
      RevCommit newest = commits.parseCommit(head);
      commits.markStart(newest);
      Map<String, Dates> fresh = new HashMap<>();
      Set<String> whole = new HashSet<>();
      boolean joined = false;
      for (RevCommit commit : commits) {
        joined = walked.filter(commit::equals).isPresent();
        if (joined) {
          break;
        }
        takeIn(repository, commits, commit, fresh, whole);
      }
      if (joined) {
        fresh.replaceAll((path, now) -> whole.contains(path) ? now : continued(path, now));
      } else {
        dates.clear();
      }
      dates.putAll(fresh);
      walked = Optional.of(head);
    }
  }

  private Dates continued(String path, Dates now) {
    return new Dates(of(path).flatMap(Dates::created), now.modified());
  }

  private void takeIn(
      Repository repository,
      RevWalk commits,
      RevCommit commit,
      Map<String, Dates> fresh,
      Set<String> whole)
      throws IOException {
    Instant at = Instant.ofEpochSecond(commit.getCommitTime());
    try (TreeWalk changes = new TreeWalk(repository)) {
      if (commit.getParentCount() == 0) {
        changes.addTree(new EmptyTreeIterator());
      } else {
        changes.addTree(commits.parseCommit(commit.getParent(0)).getTree());
      }
      changes.addTree(commit.getTree());
      changes.setRecursive(true);
      changes.setFilter(filter);
      while (changes.next()) {
        String path = changes.getPathString();
        boolean gone = changes.getRawMode(1) == 0;
        if (gone || whole.contains(path)) {
          whole.add(path);
          continue;
        }
        boolean added = changes.getRawMode(0) == 0;
        Dates known = fresh.getOrDefault(path, new Dates(Optional.empty(), at));
        fresh.put(path, added ? new Dates(Optional.of(at), known.modified()) : known);
        if (added) {
          whole.add(path);
        }
      }
    }
  }
}
