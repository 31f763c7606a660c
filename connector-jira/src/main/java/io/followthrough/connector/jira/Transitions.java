package io.followthrough.connector.jira;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.followthrough.http.Fields;
import io.followthrough.http.HttpCall;
import io.followthrough.tracker.Account;
import io.followthrough.tracker.Comment;
import io.followthrough.tracker.Redating;
import io.followthrough.tracker.TicketRef;
import io.followthrough.tracker.TicketState;
import io.followthrough.tracker.Transition;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who closed, re-opened or re-dated an issue, why, with which last words and what evidence. */
final class Transitions {
  private static final String OPERATION = "read history of ticket";
  private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>()\\[\\]|\"'`]+");

  private final JiraApi api;
  private final History history;
  private final IssueReader reader;
  private final Accounts accounts;
  private final States states;
  private final CustomFields custom;

  Transitions(
      JiraApi api,
      History history,
      IssueReader reader,
      Accounts accounts,
      States states,
      CustomFields custom) {
    this.api = requireNonNull(api, "api is null");
    this.history = requireNonNull(history, "history is null");
    this.reader = requireNonNull(reader, "reader is null");
    this.accounts = requireNonNull(accounts, "accounts is null");
    this.states = requireNonNull(states, "states is null");
    this.custom = requireNonNull(custom, "custom is null");
  }

  /** The entry of a closing or re-opening, and what the ticket was after it. */
  private record Turn(JsonNode entry, TicketState to) {}

  Optional<Transition> last(TicketRef ref) {
    History.Told told = history.of(OPERATION, ref);
    return turn(told.entries()).map(turn -> transition(turn, told.issue()));
  }

  /** The last change of the due date, which Jira keeps in the history. */
  Optional<Redating> lastRedating(TicketRef ref) {
    History.Told told = history.of(OPERATION, ref);
    return told.entries().stream()
        .filter(entry -> item(entry, "duedate").isPresent())
        .reduce((earlier, later) -> later)
        .map(entry -> redating(entry, reader.ref(told.issue())));
  }

  private Redating redating(JsonNode entry, TicketRef ref) {
    Instant at = History.at(entry);
    return new Redating(
        item(entry, "duedate")
            .flatMap(item -> Fields.optionalText(item, "to"))
            .flatMap(Times::date),
        at,
        author(entry),
        lastWords(ref, at));
  }

  private Optional<Account> author(JsonNode entry) {
    JsonNode author = entry.path("author");
    return author.isObject() ? Optional.of(accounts.of(author)) : Optional.empty();
  }

  private Optional<Turn> turn(List<JsonNode> entries) {
    Optional<Turn> last = Optional.empty();
    Optional<String> resolution = Optional.empty();
    for (JsonNode entry : entries) {
      Optional<JsonNode> resolved = item(entry, "resolution");
      Optional<String> before = resolution;
      if (resolved.isPresent()) {
        resolution = Fields.optionalText(resolved.get(), "toString");
        before = Fields.optionalText(resolved.get(), "fromString");
      }
      Optional<JsonNode> moved = item(entry, "status");
      if (moved.isPresent()) {
        TicketState from = state(moved.get(), "from", before);
        TicketState to = state(moved.get(), "to", resolution);
        if (from.isClosed() != to.isClosed()) {
          last = Optional.of(new Turn(entry, to.isClosed() ? to : TicketState.OPEN));
        }
      }
    }
    return last;
  }

  private TicketState state(JsonNode item, String side, Optional<String> resolution) {
    return states.of(
        history.category(Fields.text(item, side)), Fields.text(item, side + "String"), resolution);
  }

  static Optional<JsonNode> item(JsonNode entry, String field) {
    return JiraFields.list(entry.path("items")).stream()
        .filter(item -> Fields.text(item, "field").equals(field))
        .reduce((earlier, later) -> later);
  }

  private Transition transition(Turn turn, JsonNode issue) {
    Instant at = History.at(turn.entry());
    TicketRef ref = reader.ref(issue);
    Optional<String> words = lastWords(ref, at);
    return new Transition(
        turn.to(),
        at,
        author(turn.entry()),
        words,
        turn.to().isClosed() ? evidence(issue, ref, words) : List.of());
  }

  private Optional<String> lastWords(TicketRef ref, Instant at) {
    String path =
        "/issue/" + ref.id() + "/comment?orderBy=-created&startAt=0&maxResults=" + JiraApi.PAGE;
    return JiraFields.list(api.get(OPERATION, path, ref).json().path("comments")).stream()
        .map(comment -> reader.comment(comment, ref))
        .filter(comment -> comment.isHuman() && !comment.createdAt().isAfter(at))
        .findFirst()
        .map(Comment::body);
  }

  /** Remote links, merged changes, links of the words, and linked issues that are done. */
  private List<String> evidence(JsonNode issue, TicketRef ref, Optional<String> words) {
    Set<String> evidence = new LinkedHashSet<>();
    String path = "/issue/" + HttpCall.encode(ref.id()) + "/remotelink";
    for (JsonNode link : api.get(OPERATION, path, ref).json()) {
      Fields.optionalText(link.path("object"), "url").ifPresent(evidence::add);
    }
    if (isMerged(issue)) {
      evidence.add(ref.url() + "?devStatusDetailDialog=pullrequest");
    }
    Matcher address = ADDRESS.matcher(words.orElse(""));
    while (address.find()) {
      evidence.add(address.group());
    }
    for (JsonNode link : issue.path("fields").path("issuelinks")) {
      for (String side : List.of("inwardIssue", "outwardIssue")) {
        JsonNode other = link.path(side);
        if (States.category(other.path("fields").path("status")).equals("done")) {
          evidence.add(api.page(Fields.text(other, "key")));
        }
      }
    }
    return List.copyOf(evidence);
  }

  /** What the development panel sums up; its details are in no public API. */
  private boolean isMerged(JsonNode issue) {
    return custom
        .known()
        .development()
        .map(id -> issue.path("fields").path(id).asText(""))
        .filter(summary -> summary.contains("pullrequest") && summary.contains("MERGED"))
        .isPresent();
  }
}
