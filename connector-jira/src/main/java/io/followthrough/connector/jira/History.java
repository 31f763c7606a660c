package io.followthrough.connector.jira;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.followthrough.http.HttpCall;
import io.followthrough.tracker.TicketRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was changed on an issue, oldest first, and what the site's statuses are worth. */
final class History {
  private final JiraApi api;
  private final IssueReader reader;
  private final CustomFields custom;
  private volatile Map<String, String> categories = Map.of();

  History(JiraApi api, IssueReader reader, CustomFields custom) {
    this.api = requireNonNull(api, "api is null");
    this.reader = requireNonNull(reader, "reader is null");
    this.custom = requireNonNull(custom, "custom is null");
  }

  /** An issue with its entries. */
  record Told(JsonNode issue, List<JsonNode> entries) {
    Told {
      requireNonNull(issue, "issue is null");
      entries = List.copyOf(entries);
    }
  }

  /** Reads an issue with its changes; of very many on Cloud the newest hundred. */
  Told of(String operation, TicketRef ref) {
    String path = "/issue/" + HttpCall.encode(ref.id());
    JsonNode issue =
        JiraApi.object(
            api.get(
                operation,
                path + "?expand=changelog&fields=" + HttpCall.encode(String.join(",", fields())),
                ref));
    JsonNode changelog = issue.path("changelog");
    List<JsonNode> entries = new ArrayList<>(JiraFields.list(changelog.path("histories")));
    int total = changelog.path("total").asInt(entries.size());
    if (api.isCloud() && total > entries.size()) {
      String page =
          "/changelog?startAt=" + Math.max(0, total - JiraApi.PAGE) + "&maxResults=" + JiraApi.PAGE;
      entries.clear();
      entries.addAll(JiraFields.list(api.get(operation, path + page, ref).json().path("values")));
    }
    entries.sort(Comparator.comparing(History::at).thenComparing(History::number));
    return new Told(issue, entries);
  }

  private List<String> fields() {
    List<String> fields = new ArrayList<>(reader.fields());
    custom.known().development().ifPresent(fields::add);
    return fields;
  }

  /** The category of a status, which an entry names by its id. */
  String category(String statusId) {
    String known = categories.get(statusId);
    if (known == null) {
      Map<String, String> all = new HashMap<>();
      for (JsonNode status : api.get("read statuses", "/status").json()) {
        all.put(JiraFields.id(status), States.category(status));
      }
      categories = Map.copyOf(all);
      known = all.getOrDefault(statusId, "");
    }
    return known;
  }

  static Instant at(JsonNode entry) {
    return JiraFields.instant(entry, "created").orElse(Instant.EPOCH);
  }

  private static long number(JsonNode entry) {
    return entry.path("id").asLong(0);
  }
}
