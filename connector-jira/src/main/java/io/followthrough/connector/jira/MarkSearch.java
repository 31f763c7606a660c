package io.followthrough.connector.jira;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.followthrough.http.Fields;
import io.followthrough.tracker.FailureKind;
import io.followthrough.tracker.MarkQuery;
import io.followthrough.tracker.Ticket;
import io.followthrough.tracker.TrackerException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds tickets by their marks: by the label in the search, whose index lags, then by the property
 * of each that it shows, read by id, which does not. Jira searches no property without an app, and
 * its own repair of a search needs the id that we don't have.
 */
final class MarkSearch {
  private static final String OPERATION = "find ticket by its mark";
  private static final int AT_ONCE = 50;

  private final JiraApi api;
  private final Search search;
  private final IssueReader reader;
  private final Issues issues;
  private final SiteWatch.Registry registry;

  MarkSearch(
      JiraApi api, Search search, IssueReader reader, Issues issues, SiteWatch.Registry registry) {
    this.api = requireNonNull(api, "api is null");
    this.search = requireNonNull(search, "search is null");
    this.reader = requireNonNull(reader, "reader is null");
    this.issues = requireNonNull(issues, "issues is null");
    this.registry = requireNonNull(registry, "registry is null");
  }

  List<Ticket> find(MarkQuery query) {
    return query.items().isEmpty() ? all(query) : some(query);
  }

  private List<Ticket> some(MarkQuery query) {
    List<String> items = query.items().stream().sorted().toList();
    List<Ticket> found = new ArrayList<>();
    for (int from = 0; from < items.size(); from += AT_ONCE) {
      String labels =
          items.subList(from, Math.min(items.size(), from + AT_ONCE)).stream()
              .map(item -> Search.quoted(MarkLink.label(item)))
              .collect(Collectors.joining(", "));
      for (JsonNode issue : ask("labels in (" + labels + ")")) {
        proved(issue, query).ifPresent(found::add);
      }
    }
    return found;
  }

  /** Every ticket of the installation, but for those in projects of other trackers on the site. */
  private List<Ticket> all(MarkQuery query) {
    String label = MarkLink.labelOfAll(query.installation());
    String url = api.site().access().url();
    List<Ticket> found = new ArrayList<>();
    for (JsonNode issue : ask("labels = " + Search.quoted(label))) {
      String project = Fields.text(issue.path("fields").path("project"), "key");
      if (!registry.isAnothers(url, api.project(), project)) {
        Optional<Ticket> ticket =
            reader.marker(issue).isPresent()
                ? Optional.of(reader.ticket(issue)).filter(shown -> matches(shown, query))
                : proved(issue, query);
        ticket.filter(t -> !t.createdAt().isBefore(query.createdSince())).ifPresent(found::add);
      }
    }
    return found;
  }

  private List<JsonNode> ask(String jql) {
    try {
      return search.all(OPERATION, jql + " ORDER BY created DESC, key DESC", reader.fields());
    } catch (Search.Refused e) {
      throw api.failure(e.reply());
    }
  }

  /** The ticket, where it still is and carries the mark itself. */
  private Optional<Ticket> proved(JsonNode issue, MarkQuery query) {
    try {
      return Optional.of(issues.find(OPERATION, reader.ref(issue)).ticket())
          .filter(ticket -> matches(ticket, query));
    } catch (TrackerException e) {
      if (e.kind() == FailureKind.GONE) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static boolean matches(Ticket ticket, MarkQuery query) {
    return ticket.marker().filter(query::matches).isPresent();
  }
}
