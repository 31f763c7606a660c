package io.followthrough.connector.jira;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A page as a search tells of it, without its text.
 *
 * @param space the key of its space
 * @param version rises with each edit, not with labels or restrictions
 * @param ancestors the ids of the pages above it; empty where the search does not tell
 * @param restricted true where only some may read it, or it can't be found out
 */
record ConfluencePage(
    String id,
    String space,
    int version,
    NavigableSet<String> labels,
    Optional<List<String>> ancestors,
    boolean restricted) {
  /** What has to be asked for, so that a page can be told from others. */
  static final String EXPAND =
      "version,space,ancestors,metadata.labels,restrictions.read.restrictions.user"
          + ",restrictions.read.restrictions.group";

  ConfluencePage {
    requireNonNull(id, "id is null");
    requireNonNull(space, "space is null");
    labels = Collections.unmodifiableNavigableSet(new TreeSet<>(labels));
    ancestors = ancestors.map(List::copyOf);
  }

  /** A page of REST v1, expanded; empty where it is no current page, or not whole. */
  static Optional<ConfluencePage> of(JsonNode content) {
    String id = content.path("id").asText("");
    JsonNode version = content.path("version").path("number");
    boolean current = content.path("status").asText("current").equals("current");
    if (!id.matches("\\d{1,19}") || !version.isInt() || !current) {
      return Optional.empty();
    }
    return Optional.of(
        new ConfluencePage(
            id,
            content.path("space").path("key").asText(""),
            version.intValue(),
            labels(content.path("metadata").path("labels")),
            ancestors(content.path("ancestors")),
            isLimited(content.path("restrictions").path("read").path("restrictions"))));
  }

  /** Names of labels, out of a list or one of its pages; personal ones left out. */
  static NavigableSet<String> labels(JsonNode labels) {
    NavigableSet<String> names = new TreeSet<>();
    for (JsonNode label : labels.isArray() ? labels : labels.path("results")) {
      if (!label.path("prefix").asText("global").equals("my")) {
        names.add(label.path("name").asText(""));
      }
    }
    names.remove("");
    return names;
  }

  /** This page below others of which some are restricted, or not known. */
  ConfluencePage below(Set<String> open) {
    boolean free = !restricted && ancestors.filter(open::containsAll).isPresent();
    return new ConfluencePage(id, space, version, labels, ancestors, !free);
  }

  /** Changes whenever the text, the labels or the restrictions do. */
  String token() {
    return version
        + (labels.isEmpty() ? "" : " " + String.join(",", labels))
        + (restricted ? " restricted" : "");
  }

  private static Optional<List<String>> ancestors(JsonNode ancestors) {
    if (!ancestors.isArray()) {
      return Optional.empty();
    }
    List<String> ids = new ArrayList<>();
    ancestors.forEach(ancestor -> ids.add(ancestor.path("id").asText("")));
    return Optional.of(ids);
  }

  private static boolean isLimited(JsonNode read) {
    return isSomebody(read.path("user")) || isSomebody(read.path("group"));
  }

  private static boolean isSomebody(JsonNode readers) {
    return !readers.path("results").isArray()
        || !readers.path("results").isEmpty()
        || readers.path("size").asInt(0) > 0;
  }
}
