package io.followthrough.connector.github;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.followthrough.http.Fields;
import io.followthrough.http.HttpCall;
import io.followthrough.http.Reply;
import io.followthrough.tracker.MarkQuery;
import io.followthrough.tracker.MarkdownBlock;
import io.followthrough.tracker.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Finds tickets by their marks in the list of issues, newest first; never through the search, whose
 * index lags by minutes.
 *
 * <p>The list lags as well at times (observed, documented nowhere), a read by number does not. So
 * whoever is not in the list is also looked for at the numbers that the list does not show: the
 * next ones, and the gaps between those it shows. That numbers are consecutive is observed; they
 * are shared with pull requests and discussions.
 */
final class MarkSearch {
  private static final String OPERATION = "find ticket by its mark";
  private static final Duration ROOM = Duration.ofMinutes(5);
  private static final int MISSES = 3;
  private static final int PROBES = 10;

  private final GitHubApi api;
  private final IssueReader reader;
  private final Authors authors;

  MarkSearch(GitHubApi api, IssueReader reader, Authors authors) {
    this.api = requireNonNull(api, "api is null");
    this.reader = requireNonNull(reader, "reader is null");
    this.authors = requireNonNull(authors, "authors is null");
  }

  List<Ticket> find(MarkQuery query) {
    boolean all = query.createdSince().equals(Instant.EPOCH);
    Instant since = all ? Instant.EPOCH : query.createdSince().minus(ROOM);
    NavigableSet<Integer> shown = new TreeSet<>();
    List<Ticket> found = new ArrayList<>();
    Reply first =
        api.get(
            OPERATION,
            api.home().path()
                + "/issues?state=all&sort=created&direction=desc&per_page="
                + GitHubApi.PAGE);
    api.pages(
        first,
        page -> {
          for (JsonNode issue : page) {
            shown.add(IssueReader.number(issue));
            match(issue, query).ifPresent(found::add);
          }
          return page.stream().allMatch(issue -> !createdAt(issue).isBefore(since));
        });
    if (!query.items().isEmpty() && !items(found).containsAll(query.items())) {
      probe(query, shown, found);
    }
    return distinct(found);
  }

  private void probe(MarkQuery query, NavigableSet<Integer> shown, List<Ticket> found) {
    int highest = shown.isEmpty() ? 0 : shown.last();
    int probes = 0;
    int misses = 0;
    for (int next = highest + 1; misses < MISSES && probes < PROBES; next++) {
      misses = look(next, query, found) ? 0 : misses + 1;
      probes++;
    }
    int lowest = shown.isEmpty() ? 0 : shown.first();
    for (int gap = highest - 1; gap > lowest && probes < PROBES; gap--) {
      if (!shown.contains(gap) && !items(found).containsAll(query.items())) {
        look(gap, query, found);
        probes++;
      }
    }
  }

  /** Looks at one number; true where something is or was there. */
  private boolean look(int number, MarkQuery query, List<Ticket> found) {
    String path = new IssueAddress(api.home(), number).path();
    Reply reply = api.exchange(HttpCall.get(OPERATION, path));
    if (reply.isSuccess()) {
      JsonNode issue = GitHubApi.object(reply);
      if (IssueReader.number(issue) == number) {
        match(issue, query).ifPresent(found::add);
      }
      return true;
    }
    if (reply.status() == 404) {
      return false;
    }
    if (reply.status() == 410 || reply.isRedirect()) {
      return true;
    }
    throw api.failure(reply);
  }

  private Optional<Ticket> match(JsonNode issue, MarkQuery query) {
    if (IssueReader.isPullRequest(issue)) {
      return Optional.empty();
    }
    return MarkdownBlock.markIn(Fields.text(issue, "body"))
        .filter(query::matches)
        .filter(mark -> authors.mayBeOurs(issue))
        .map(mark -> reader.ticket(issue, api.home()));
  }

  private static Set<String> items(List<Ticket> tickets) {
    return tickets.stream()
        .flatMap(ticket -> ticket.marker().stream())
        .map(mark -> mark.item())
        .collect(Collectors.toSet());
  }

  private static List<Ticket> distinct(List<Ticket> tickets) {
    Set<String> seen = new TreeSet<>();
    return tickets.stream().filter(ticket -> seen.add(ticket.ref().id())).toList();
  }

  private static Instant createdAt(JsonNode issue) {
    return Fields.instant(issue, "created_at").orElse(Instant.MAX);
  }
}
