package io.followthrough.connector.linear;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.followthrough.document.DocumentSource;
import io.followthrough.document.PostmortemDocument;
import io.followthrough.document.SourceException;
import io.followthrough.http.Fields;
import io.followthrough.http.Json;
import io.followthrough.tracker.FailureKind;
import io.followthrough.tracker.OneLine;
import io.followthrough.tracker.TrackerException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The documents of one Linear team, and of its projects. The first listing turns all pages; those
 * after it ask for what changed since, and once a day for everything, since what is deleted for
 * good shows in no list of changes.
 */
final class LinearDocuments implements DocumentSource {
  private static final Duration OVERLAP = Duration.ofMinutes(2);
  private static final Duration WHOLE = Duration.ofDays(1);
  private static final int LONGEST = 2_000_000;

  private final String name;
  private final LinearApi api;
  private final Workspace workspace;
  private final boolean isPrivate;

  /** The documents that were there at the last listing: by path, their id and version. */
  private final Map<String, Known> known = new TreeMap<>();

  private Optional<Instant> listedWhole = Optional.empty();
  private Instant newest = Instant.EPOCH;

  private record Known(String id, Entry entry) {}

  /**
   * A source.
   *
   * @param isPrivate what the configuration says; a workspace of Linear is never public
   */
  LinearDocuments(String name, LinearApi api, Workspace workspace, Optional<Boolean> isPrivate) {
    this.name = requireNonNull(name, "name is null");
    this.api = requireNonNull(api, "api is null");
    this.workspace = requireNonNull(workspace, "workspace is null");
    this.isPrivate = isPrivate.orElse(true);
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
    try {
      Instant now = api.now();
      boolean whole = listedWhole.filter(at -> now.isBefore(at.plus(WHOLE))).isEmpty();
      List<JsonNode> changed = documents(whole ? Instant.EPOCH : newest.minus(OVERLAP));
      if (whole) {
        known.clear();
        listedWhole = Optional.of(now);
      }
      changed.forEach(this::take);
      return known.values().stream().map(Known::entry).toList();
    } catch (TrackerException e) {
      throw failure(e);
    }
  }

  @Override
  public PostmortemDocument read(Entry entry) {
    try {
      Known there = known.get(entry.path());
      String id = there == null ? entry.path().replaceFirst("\\.md$", "") : there.id();
      JsonNode document = api.get(Operation.READ_DOCUMENT, Json.object().put("id", id));
      if (isHidden(document)) {
        throw new SourceException(name + ": " + entry.path() + " was deleted meanwhile", null);
      }
      return document(entry, document);
    } catch (TrackerException e) {
      throw failure(e);
    }
  }

  @Override
  public void close() {
    api.close();
  }

  /** A team that is not there lists nothing, which must not be taken for no documents. */
  private List<JsonNode> documents(Instant since) {
    String team = workspace.known().teamId();
    ObjectNode variables = Json.object();
    ObjectNode filter = variables.putObject("filter");
    ArrayNode either = filter.putArray("or");
    either.addObject().putObject("team").putObject("id").put("eq", team);
    either
        .addObject()
        .putObject("project")
        .putObject("accessibleTeams")
        .putObject("some")
        .putObject("id")
        .put("eq", team);
    if (!since.equals(Instant.EPOCH)) {
      filter.putObject("updatedAt").put("gte", since.toString());
    }
    return api.nodes(
        Operation.LIST_DOCUMENTS,
        variables.put("team", team),
        data -> {
          if (LinearApi.nodes(data.path("teams")).isEmpty()) {
            throw new TrackerException(
                FailureKind.DENIED, Operation.LIST_DOCUMENTS.does(), workspace.noSuchTeam());
          }
        });
  }

  private void take(JsonNode document) {
    String id = Fields.text(document, "id");
    Instant updated = Fields.instant(document, "updatedAt").orElse(Instant.EPOCH);
    String path = id + ".md";
    if (updated.isAfter(newest)) {
      newest = updated;
    }
    if (isHidden(document)) {
      known.remove(path);
    } else {
      known.put(path, new Known(id, new Entry(path, updated.toString())));
    }
  }

  private static boolean isHidden(JsonNode document) {
    return document.path("trashed").asBoolean(false)
        || Fields.has(document, "archivedAt")
        || Fields.has(document, "hiddenAt");
  }

  private PostmortemDocument document(Entry entry, JsonNode document) {
    String title = OneLine.of(Fields.text(document, "title"));
    String content = Fields.text(document, "content");
    if (content.length() > LONGEST) {
      throw new SourceException(
          name
              + ": "
              + entry.path()
              + " is larger than any postmortem: more than "
              + LONGEST
              + " characters",
          null);
    }
    Instant updated = Fields.instant(document, "updatedAt").orElse(Instant.EPOCH);
    return new PostmortemDocument(
        name,
        entry.path(),
        headed(title, content),
        updated.toString(),
        Fields.instant(document, "createdAt"),
        updated,
        Fields.optionalText(document, "url"),
        Set.of(),
        isRestricted(document));
  }

  /** The title stands apart in Linear; in the text it is the first heading after a front matter. */
  private static String headed(String title, String content) {
    int end = content.startsWith("---\n") ? content.indexOf("\n---\n", 3) : -1;
    int body = end < 0 ? 0 : end + 5;
    return content.substring(0, body) + "# " + title + "\n\n" + content.substring(body);
  }

  /** Only what every member of the workspace may read is not restricted. */
  private static boolean isRestricted(JsonNode document) {
    if (Fields.has(document, "team")) {
      return !isPublic(document.path("team"));
    }
    List<JsonNode> teams = LinearApi.nodes(document.path("project").path("teams"));
    return teams.isEmpty() || teams.stream().noneMatch(LinearDocuments::isPublic);
  }

  private static boolean isPublic(JsonNode team) {
    return Fields.text(team, "visibility").equals("public");
  }

  private SourceException failure(TrackerException e) {
    String mend = e.kind() == FailureKind.GONE ? ": it was deleted, or the key may not see it" : "";
    return new SourceException(name + ": " + e.getMessage() + mend, e);
  }
}
