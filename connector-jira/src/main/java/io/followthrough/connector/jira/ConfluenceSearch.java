package io.followthrough.connector.jira;

import com.fasterxml.jackson.databind.JsonNode;
import io.followthrough.http.HttpCall;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The pages of a scope by one search for up to {@value #LIMIT}, with labels and restrictions, on
 * both editions. A page inherits the read restrictions of all above it: those above that are known
 * are asked for in the same search, so that only new ones cost another. Used by one thread at a
 * time.
 */
final class ConfluenceSearch {
  private static final String PATH = "/rest/api/content/search";
  private static final int LIMIT = 200;
  private static final int MOST_REPLIES = 1_000;
  private static final int MOST_IDS = 100;

  private final SourceSite site;
  private final ConfluenceScope scope;

  /** What stands above documents and is none itself. */
  private List<String> above = List.of();

  ConfluenceSearch(SourceSite site, ConfluenceScope scope) {
    this.site = site;
    this.scope = scope;
  }

  /**
   * The pages that are documents, by their ids.
   *
   * @throws io.followthrough.document.SourceException where they can't be listed; a space that is
   *     not there, or may not be read, never lists nothing
   */
  Map<String, ConfluencePage> pages() {
    String wanted = "(" + scope.cql() + ")" + (above.isEmpty() ? "" : " or " + ids(above));
    Map<String, ConfluencePage> seen = all(wanted);
    Map<String, ConfluencePage> pages = new TreeMap<>(seen);
    pages.values().removeIf(page -> !scope.has(page));
    if (pages.isEmpty()) {
      checkSpace();
    }
    Set<String> ancestors = new LinkedHashSet<>();
    pages.values().forEach(page -> page.ancestors().ifPresent(ancestors::addAll));
    List<String> unseen = ancestors.stream().filter(id -> !seen.containsKey(id)).toList();
    for (int from = 0; from < unseen.size(); from += MOST_IDS) {
      seen.putAll(all(ids(unseen.subList(from, Math.min(unseen.size(), from + MOST_IDS)))));
    }
    above = ancestors.stream().filter(id -> !pages.containsKey(id)).limit(MOST_IDS).toList();
    Set<String> open =
        seen.values().stream()
            .filter(page -> !page.restricted())
            .map(ConfluencePage::id)
            .collect(Collectors.toSet());
    pages.replaceAll((id, page) -> page.below(open));
    return pages;
  }

  private static String ids(List<String> ids) {
    return "id in (" + String.join(", ", ids) + ")";
  }

  private Map<String, ConfluencePage> all(String cql) {
    Map<String, ConfluencePage> pages = new TreeMap<>();
    Set<String> asked = new HashSet<>();
    Optional<String> next =
        Optional.of(
            "?cql="
                + HttpCall.encode(cql)
                + "&expand="
                + ConfluencePage.EXPAND
                + "&limit="
                + LIMIT);
    while (next.isPresent()) {
      if (!asked.add(next.get()) || asked.size() > MOST_REPLIES) {
        throw site.failure("the list of pages does not end; narrow it by `label` or `parent`");
      }
      JsonNode answer = site.get(HttpCall.get("list pages", PATH + next.get()));
      for (JsonNode content : results(answer)) {
        ConfluencePage.of(content).ifPresent(page -> pages.put(page.id(), page));
      }
      next = next(answer);
    }
    return pages;
  }

  private Iterable<JsonNode> results(JsonNode answer) {
    if (!answer.path("results").isArray()) {
      throw site.failure("list pages: a reply without results");
    }
    List<JsonNode> results = new ArrayList<>();
    answer.path("results").forEach(results::add);
    return results;
  }

  /** The address of what follows is told relative to the site, whose path we know better. */
  private static Optional<String> next(JsonNode answer) {
    String next = answer.path("_links").path("next").asText("");
    int query = next.indexOf('?');
    return query < 0 ? Optional.empty() : Optional.of(next.substring(query));
  }

  /** An empty space is none that cannot be seen. */
  private void checkSpace() {
    String key = HttpCall.encode(scope.space());
    boolean there =
        site.edition() == Edition.CLOUD
            ? !site.get(
                    HttpCall.get("find space", "/api/v2/spaces?keys=" + key),
                    answer -> answer.path("results").isEmpty())
                .path("results")
                .isEmpty()
            : site.find(HttpCall.get("find space", "/rest/api/space/" + key)).isPresent();
    if (!there) {
      throw site.failure(
          "space "
              + scope.space()
              + " is not there, or this account may not see it: mend `space`, or give the account"
              + " the permission to view it");
    }
  }
}
