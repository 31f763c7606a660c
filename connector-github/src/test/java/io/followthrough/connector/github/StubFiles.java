package io.followthrough.connector.github;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files of a repository's only branch in the stub's memory, as commits, trees and blobs. */
final class StubFiles {
  /** Mode of a file; links and submodules have others. */
  static final String FILE = "100644";

  final List<Commit> commits = new ArrayList<>();
  private final SortedMap<String, Node> present = new TreeMap<>();
  private final Map<String, byte[]> blobs = new HashMap<>();
  private final Map<String, SortedMap<String, Node>> trees = new HashMap<>();

  /** How many rows a recursive tree shows before it is cut. */
  int treeLimit = 100_000;

  /** A commit that touched one path. */
  record Commit(String sha, Instant at, String path) {}

  /** Something at a path: its mode and the name of its content. */
  record Node(String mode, String sha, int size) {}

  /** Writes a file, and commits. */
  void commit(String path, String mode, byte[] content, Instant at) {
    String sha = sha("blob " + content.length, content);
    blobs.put(sha, content);
    present.put(path, new Node(mode, sha, content.length));
    commit(path, at);
  }

  /** Deletes a file, and commits. */
  void delete(String path, Instant at) {
    present.remove(path);
    commit(path, at);
  }

  private void commit(String path, Instant at) {
    String sha = sha("commit " + commits.size(), path.getBytes(StandardCharsets.UTF_8));
    commits.add(0, new Commit(sha, at, path));
    trees.put(sha, new TreeMap<>(present));
    remember(present);
  }

  /** A tree by the names of a commit or of itself: everything below it by its path. */
  Optional<SortedMap<String, Node>> tree(String sha) {
    return Optional.ofNullable(trees.get(sha));
  }

  Optional<byte[]> blob(String sha) {
    return Optional.ofNullable(blobs.get(sha));
  }

  Optional<Node> at(String path) {
    return Optional.ofNullable(present.get(path));
  }

  /** The folders directly within a tree, and the names of theirs. */
  Map<String, String> folders(SortedMap<String, Node> tree) {
    Map<String, String> folders = new TreeMap<>();
    for (String path : tree.keySet()) {
      int slash = path.indexOf('/');
      if (slash > 0) {
        String folder = path.substring(0, slash);
        folders.put(folder, remember(below(tree, folder)));
      }
    }
    return folders;
  }

  private String remember(SortedMap<String, Node> tree) {
    StringBuilder all = new StringBuilder();
    tree.forEach((path, node) -> all.append(path).append(' ').append(node.sha()).append('\n'));
    String sha = sha("tree", all.toString().getBytes(StandardCharsets.UTF_8));
    trees.put(sha, new TreeMap<>(tree));
    return sha;
  }

  private static SortedMap<String, Node> below(SortedMap<String, Node> tree, String folder) {
    SortedMap<String, Node> below = new TreeMap<>();
    tree.forEach(
        (path, node) -> {
          if (path.startsWith(folder + "/")) {
            below.put(path.substring(folder.length() + 1), node);
          }
        });
    return below;
  }

  private static String sha(String head, byte[] content) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-1");
      digest.update((head + "\0").getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
