package io.followthrough.connector.linear;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.followthrough.http.Json;
import io.followthrough.tracker.MarkQuery;
import io.followthrough.tracker.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds tickets by their marks. Of known items by the ids that their marks make, which needs no
 * index and no text; of all items by the mark in the description, for a lost ledger. Linear's own
 * search is never asked: it is full-text, and thirty requests a minute.
 */
final class MarkSearch {
  private static final int AT_ONCE = 100;
  private static final Duration ROOM = Duration.ofMinutes(5);

  private final LinearApi api;
  private final IssueReader reader;
  private final Workspace workspace;

  MarkSearch(LinearApi api, IssueReader reader, Workspace workspace) {
    this.api = requireNonNull(api, "api is null");
    this.reader = requireNonNull(reader, "reader is null");
    this.workspace = requireNonNull(workspace, "workspace is null");
  }

  List<Ticket> find(MarkQuery query) {
    return query.items().isEmpty() ? all(query) : known(query);
  }

  private List<Ticket> known(MarkQuery query) {
    List<String> ids =
        query.items().stream()
            .sorted()
            .map(item -> ClientId.ofTicket(workspace.id(), query.installation(), item))
            .toList();
    List<Ticket> found = new ArrayList<>();
    for (int from = 0; from < ids.size(); from += AT_ONCE) {
      ObjectNode variables = Json.object();
      ArrayNode in = variables.putObject("filter").putObject("id").putArray("in");
      ids.subList(from, Math.min(from + AT_ONCE, ids.size())).forEach(in::add);
      for (JsonNode issue : api.nodes(Operation.READ_ISSUES, variables)) {
        if (ids.contains(IssueReader.id(issue))) {
          found.add(reader.ticket(issue));
        }
      }
    }
    return found;
  }

  private List<Ticket> all(MarkQuery query) {
    ObjectNode variables = Json.object();
    ObjectNode filter = variables.putObject("filter");
    filter
        .putObject("description")
        .put("contains", "followthrough:v1:" + query.installation() + ":");
    if (!query.createdSince().equals(Instant.EPOCH)) {
      filter.putObject("createdAt").put("gte", query.createdSince().minus(ROOM).toString());
    }
    Set<String> seen = new HashSet<>();
    return api.nodes(Operation.READ_ISSUES, variables).stream()
        .map(reader::ticket)
        .filter(ticket -> ticket.marker().filter(query::matches).isPresent())
        .filter(ticket -> seen.add(ticket.ref().id()))
        .toList();
  }
}
