package io.followthrough.connector.jira;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.followthrough.document.SourceException;
import io.followthrough.http.HttpCall;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One page by its id, as the site's database has it and not its search: by REST v2 on Cloud, by
 * REST v1 on a Data Center. Used by one thread at a time.
 */
final class ConfluenceReader {
  private final SourceSite site;
  private final ConfluenceScope scope;
  private @Nullable String spaceId;

  ConfluenceReader(SourceSite site, ConfluenceScope scope) {
    this.site = site;
    this.scope = scope;
  }

  /**
   * A page with its text.
   *
   * @param labels empty where there are more than the reply holds
   */
  record Text(
      String title,
      String storage,
      Optional<Instant> createdAt,
      Instant modifiedAt,
      Optional<String> link,
      Optional<Set<String>> labels) {
    Text {
      requireNonNull(title, "title is null");
      requireNonNull(storage, "storage is null");
      requireNonNull(createdAt, "createdAt is null");
      requireNonNull(modifiedAt, "modifiedAt is null");
      requireNonNull(link, "link is null");
      labels = labels.map(Set::copyOf);
    }
  }

  /**
   * Reads a page.
   *
   * @throws SourceException where it is no longer there, no longer current, or has no text
   */
  Text read(String id) {
    boolean cloud = site.edition() == Edition.CLOUD;
    JsonNode page =
        find(
                id,
                cloud
                    ? "body-format=storage&include-labels=true"
                    : "expand=body.storage,version,history,metadata.labels")
            .orElseThrow(
                () ->
                    site.failure(
                        "page " + id + " is gone, or may no longer be read by this account"));
    JsonNode storage = page.path("body").path("storage").path("value");
    Optional<Instant> modified =
        Times.instant(page.path("version").path(cloud ? "createdAt" : "when").asText(""));
    if (!isCurrent(page) || !storage.isTextual() || modified.isEmpty()) {
      throw site.failure("page " + id + " is a draft, archived or without a text");
    }
    return new Text(
        page.path("title").asText(""),
        storage.textValue(),
        Times.instant(
            (cloud ? page.path("createdAt") : page.path("history").path("createdDate")).asText("")),
        modified.get(),
        link(page),
        labels(page));
  }

  /** Whether a page is there and a document, whatever a search says. */
  boolean has(String id) {
    if (site.edition() == Edition.DATA_CENTER) {
      return find(id, "expand=" + ConfluencePage.EXPAND)
          .flatMap(ConfluencePage::of)
          .filter(scope::has)
          .isPresent();
    }
    return find(id, "include-labels=true")
        .filter(
            page ->
                isCurrent(page)
                    && scope
                        .label()
                        .map(label -> labels(page).filter(all -> !all.contains(label)).isEmpty())
                        .orElse(true)
                    && page.path("spaceId").asText("").equals(spaceId())
                    && scope.parent().map(parent -> isBelow(id, parent)).orElse(true))
        .isPresent();
  }

  private Optional<JsonNode> find(String id, String query) {
    String path = site.edition() == Edition.CLOUD ? "/api/v2/pages/" : "/rest/api/content/";
    return site.find(HttpCall.get("read page", path + HttpCall.encode(id) + "?" + query));
  }

  private static boolean isCurrent(JsonNode page) {
    return page.path("status").asText("current").equals("current");
  }

  private static Optional<Set<String>> labels(JsonNode page) {
    JsonNode own = page.path("labels");
    boolean more = own.path("meta").path("hasMore").asBoolean(false);
    JsonNode labels = own.isMissingNode() ? page.path("metadata").path("labels") : own;
    return more ? Optional.empty() : Optional.of(ConfluencePage.labels(labels));
  }

  private Optional<String> link(JsonNode page) {
    String base = page.path("_links").path("base").asText("");
    String path = page.path("_links").path("webui").asText("");
    boolean absolute = base.startsWith("https://") || base.startsWith("http://");
    return path.startsWith("/")
        ? Optional.of((absolute ? base.replaceFirst("/+$", "") : site.url()) + path)
        : Optional.empty();
  }

  private String spaceId() {
    String known = spaceId;
    if (known == null) {
      JsonNode spaces =
          site.get(
              HttpCall.get("find space", "/api/v2/spaces?keys=" + HttpCall.encode(scope.space())),
              answer -> answer.path("results").isEmpty());
      known = spaces.path("results").path(0).path("id").asText("");
      spaceId = known;
    }
    return known;
  }

  private boolean isBelow(String id, String parent) {
    JsonNode ancestors =
        site.get(
            HttpCall.get(
                "find ancestors", "/api/v2/pages/" + HttpCall.encode(id) + "/ancestors?limit=250"));
    for (JsonNode ancestor : ancestors.path("results")) {
      if (ancestor.path("id").asText("").equals(parent)) {
        return true;
      }
    }
    return false;
  }
}
