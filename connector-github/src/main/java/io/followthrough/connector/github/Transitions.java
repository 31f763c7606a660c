package io.followthrough.connector.github;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.followthrough.http.Fields;
import io.followthrough.http.HttpCall;
import io.followthrough.http.Reply;
import io.followthrough.tracker.Account;
import io.followthrough.tracker.Comment;
import io.followthrough.tracker.TicketRef;
import io.followthrough.tracker.TicketState;
import io.followthrough.tracker.Transition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who closed or re-opened an issue, why, with which last words and what evidence. */
final class Transitions {
  private static final String OPERATION = "read history of ticket";
  private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>()\\[\\]\"'`]+");

  private final GitHubApi api;
  private final Issues issues;
  private final IssueReader reader;
  private final WebAddress web;

  Transitions(GitHubApi api, Issues issues, IssueReader reader, WebAddress web) {
    this.api = requireNonNull(api, "api is null");
    this.issues = requireNonNull(issues, "issues is null");
    this.reader = requireNonNull(reader, "reader is null");
    this.web = requireNonNull(web, "web is null");
  }

  Optional<Transition> last(TicketRef ref) {
    Issues.Found found = issues.find(OPERATION, ref);
    List<JsonNode> timeline = timeline(found.address());
    Optional<JsonNode> turn =
        timeline.stream().filter(Transitions::isTurn).reduce((earlier, later) -> later);
    return turn.map(event -> transition(event, timeline, found));
  }

  private List<JsonNode> timeline(IssueAddress address) {
    String path = address.path() + "/timeline?per_page=" + GitHubApi.PAGE;
    Reply first = api.exchange(HttpCall.get(OPERATION, path));
    if (!first.isSuccess()) {
      throw api.ticketFailure(first, address);
    }
    List<JsonNode> events = new ArrayList<>();
    api.pages(
        first,
        page -> {
          events.addAll(page);
          return true;
        });
    return events;
  }

  private Transition transition(JsonNode turn, List<JsonNode> timeline, Issues.Found found) {
    Instant at = at(turn).orElse(found.ticket().updatedAt());
    boolean closed = kind(turn).equals("closed");
    Optional<String> reason =
        Fields.optionalText(turn, "state_reason").or(() -> found.ticket().resolution());
    Optional<Account> by =
        Fields.has(turn, "actor")
            ? Optional.of(IssueReader.account(turn.path("actor")))
            : found.ticket().closedBy().filter(account -> closed);
    Optional<String> words =
        timeline.stream()
            .filter(event -> kind(event).equals("commented") && !isAfter(event, at))
            .map(event -> reader.comment(event, found.ticket().ref().id()))
            .filter(Comment::isHuman)
            .map(Comment::body)
            .reduce((earlier, later) -> later);
    return new Transition(
        closed ? IssueReader.closed(reason) : TicketState.OPEN,
        at,
        by,
        words,
        closed ? evidence(turn, timeline, at, words, found.address()) : List.of());
  }

  /** The closing commit, the changes that were merged until then, and the links of the words. */
  private List<String> evidence(
      JsonNode turn,
      List<JsonNode> timeline,
      Instant at,
      Optional<String> words,
      IssueAddress address) {
    Set<String> evidence = new LinkedHashSet<>();
    Fields.optionalText(turn, "commit_id")
        .ifPresent(sha -> evidence.add(web.commit(address.repository(), sha)));
    for (JsonNode event : timeline) {
      JsonNode source = event.path("source").path("issue");
      boolean merged =
          Fields.instant(source.path("pull_request"), "merged_at")
              .filter(instant -> !instant.isAfter(at))
              .isPresent();
      if (kind(event).equals("cross-referenced") && merged) {
        Fields.optionalText(source, "html_url").ifPresent(evidence::add);
      }
      if (kind(event).equals("referenced") && !isAfter(event, at)) {
        Fields.optionalText(event, "commit_id")
            .ifPresent(sha -> evidence.add(web.commit(address.repository(), sha)));
      }
    }
    Matcher links = ADDRESS.matcher(words.orElse(""));
    while (links.find()) {
      evidence.add(links.group());
    }
    return List.copyOf(evidence);
  }

  private static boolean isTurn(JsonNode event) {
    return kind(event).equals("closed") || kind(event).equals("reopened");
  }

  private static String kind(JsonNode event) {
    return Fields.text(event, "event");
  }

  private static boolean isAfter(JsonNode event, Instant at) {
    return at(event).filter(instant -> instant.isAfter(at)).isPresent();
  }

  private static Optional<Instant> at(JsonNode event) {
    return Fields.instant(event, "created_at");
  }
}
