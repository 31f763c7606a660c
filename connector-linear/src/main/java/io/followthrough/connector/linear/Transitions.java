package io.followthrough.connector.linear;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.followthrough.http.Fields;
import io.followthrough.http.Json;
import io.followthrough.tracker.Account;
import io.followthrough.tracker.Comment;
import io.followthrough.tracker.Redating;
import io.followthrough.tracker.Ticket;
import io.followthrough.tracker.TicketRef;
import io.followthrough.tracker.TicketState;
import io.followthrough.tracker.Transition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who closed or re-opened an issue, when, with which last words and what evidence. Linear keeps no
 * history of the first three minutes; of a turn then only the time is known.
 */
final class Transitions {
  private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>()\\[\\]\"'`]+");
  private static final int MOST_PAGES = 50;

  private final Issues issues;
  private final IssueReader reader;

  Transitions(Issues issues, IssueReader reader) {
    this.issues = requireNonNull(issues, "issues is null");
    this.reader = requireNonNull(reader, "reader is null");
  }

  /** An issue with all of its history and comments. */
  private record Past(Issues.Found found, List<JsonNode> history, List<Comment> comments) {}

  Optional<Transition> last(TicketRef ref) {
    Past past = past(ref);
    Ticket ticket = past.found().ticket();
    Optional<JsonNode> turn =
        past.history().stream()
            .filter(Transitions::isTurn)
            .max(Comparator.comparing(Transitions::at));
    if (turn.isPresent() && to(turn.get()).isClosed() == ticket.state().isClosed()) {
      return Optional.of(transition(to(turn.get()), at(turn.get()), by(turn.get()), past));
    }
    return ticket
        .closedAt()
        .filter(at -> ticket.state().isClosed())
        .map(at -> transition(ticket.state(), at, Optional.empty(), past));
  }

  /** The last change of the due date. */
  Optional<Redating> lastRedating(TicketRef ref) {
    Past past = past(ref);
    return past.history().stream()
        .filter(event -> Fields.has(event, "fromDueDate") || Fields.has(event, "toDueDate"))
        .max(Comparator.comparing(Transitions::at))
        .map(
            event ->
                new Redating(
                    IssueReader.date(event, "toDueDate"),
                    at(event),
                    by(event),
                    words(at(event), past)));
  }

  private Past past(TicketRef ref) {
    List<JsonNode> history = new ArrayList<>();
    List<Comment> comments = new ArrayList<>();
    ObjectNode variables =
        Json.object().put("id", ref.id()).put("withHistory", true).put("withComments", true);
    Optional<String> historyAfter = Optional.empty();
    Optional<String> commentsAfter = Optional.empty();
    Issues.Found found = issues.find(Operation.READ_HISTORY, ref, variables);
    for (int page = 1; ; page++) {
      JsonNode issue = found.json();
      history.addAll(LinearApi.nodes(issue.path("history")));
      LinearApi.nodes(issue.path("comments"))
          .forEach(comment -> comments.add(reader.comment(comment)));
      historyAfter = LinearApi.next(issue.path("history"), historyAfter);
      commentsAfter = LinearApi.next(issue.path("comments"), commentsAfter);
      if ((historyAfter.isEmpty() && commentsAfter.isEmpty()) || page == MOST_PAGES) {
        return new Past(found, history, comments);
      }
      variables.put("withHistory", historyAfter.isPresent());
      variables.put("withComments", commentsAfter.isPresent());
      historyAfter.ifPresent(cursor -> variables.put("historyAfter", cursor));
      commentsAfter.ifPresent(cursor -> variables.put("commentsAfter", cursor));
      found = issues.find(Operation.READ_HISTORY, ref, variables);
    }
  }

  private static Transition transition(
      TicketState to, Instant at, Optional<Account> by, Past past) {
    Optional<String> words = words(at, past);
    return new Transition(to, at, by, words, to.isClosed() ? evidence(words, past) : List.of());
  }

  private static Optional<String> words(Instant at, Past past) {
    return past.comments().stream()
        .filter(comment -> comment.isHuman() && !comment.createdAt().isAfter(at))
        .max(Comparator.comparing(Comment::createdAt))
        .map(Comment::body);
  }

  /** What is attached, but for changes that say that they are not merged, and links. */
  private static List<String> evidence(Optional<String> words, Past past) {
    Set<String> evidence = new LinkedHashSet<>();
    for (JsonNode attachment : LinearApi.nodes(past.found().json().path("attachments"))) {
      if (!isUnmerged(attachment)) {
        Fields.optionalText(attachment, "url").ifPresent(evidence::add);
      }
    }
    Matcher links = ADDRESS.matcher(words.orElse(""));
    while (links.find()) {
      evidence.add(links.group());
    }
    return List.copyOf(evidence);
  }

  private static boolean isUnmerged(JsonNode attachment) {
    String status = Fields.text(attachment.path("metadata"), "status").toLowerCase(Locale.ROOT);
    return switch (status) {
      case "open", "draft", "closed", "inreview", "approved" -> true;
      default -> false;
    };
  }

  private static boolean isTurn(JsonNode event) {
    return Fields.has(event, "fromState")
        && Fields.has(event, "toState")
        && state(event, "fromState").isClosed() != to(event).isClosed();
  }

  private static TicketState to(JsonNode event) {
    return state(event, "toState");
  }

  private static TicketState state(JsonNode event, String field) {
    TicketState state = IssueReader.ofType(Fields.text(event.path(field), "type"));
    return state == TicketState.IN_PROGRESS ? TicketState.OPEN : state;
  }

  private static Instant at(JsonNode event) {
    return Fields.instant(event, "createdAt").orElse(Instant.EPOCH);
  }

  private static Optional<Account> by(JsonNode event) {
    if (Fields.has(event, "actor")) {
      return Optional.of(IssueReader.account(event.path("actor")));
    }
    JsonNode bot = event.path("botActor");
    return Fields.has(event, "botActor")
        ? Optional.of(new Account(Fields.text(bot, "id"), Fields.text(bot, "name"), false, true))
        : Optional.empty();
  }
}
