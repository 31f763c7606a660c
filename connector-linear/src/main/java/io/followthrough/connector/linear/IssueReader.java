package io.followthrough.connector.linear;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.followthrough.http.Fields;
import io.followthrough.tracker.Account;
import io.followthrough.tracker.Comment;
import io.followthrough.tracker.FailureKind;
import io.followthrough.tracker.Marker;
import io.followthrough.tracker.Ticket;
import io.followthrough.tracker.TicketRef;
import io.followthrough.tracker.TicketState;
import io.followthrough.tracker.TrackerException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Issues and comments of Linear as tickets and comments. */
final class IssueReader {
  private final String installation;
  private final Workspace workspace;
  private final Set<String> blocked;

  /**
   * A reader.
   *
   * @param blocked names of workflow states, in lower case, that mean an open issue is blocked
   */
  IssueReader(String installation, Workspace workspace, Set<String> blocked) {
    this.installation = requireNonNull(installation, "installation is null");
    this.workspace = requireNonNull(workspace, "workspace is null");
    this.blocked = Set.copyOf(blocked);
  }

  /** An issue as a ticket. */
  Ticket ticket(JsonNode issue) {
    String description = Fields.text(issue, "description");
    Optional<Marker> marker = marker(id(issue), description);
    TicketState state = state(issue);
    Instant created = Fields.instant(issue, "createdAt").orElse(Instant.EPOCH);
    return new Ticket(
        ref(issue),
        Fields.text(issue, "title"),
        state,
        Fields.text(issue.path("state"), "name"),
        resolution(issue, state),
        assignee(issue),
        labels(issue),
        Priorities.word(issue.path("priority").asInt(0)),
        date(issue, "dueDate"),
        cycle(issue),
        marker,
        marker
            .flatMap(mark -> LinearBlock.findIn(description, mark))
            .map(LinearBlock::text)
            .orElse(""),
        created,
        Fields.instant(issue, "updatedAt").orElse(created),
        Fields.instant(issue, "completedAt").or(() -> Fields.instant(issue, "canceledAt")),
        Optional.empty());
  }

  /** True where an issue's id is the one that we chose for the ticket of a mark. */
  boolean isOf(JsonNode issue, Marker marker) {
    return ClientId.ofTicket(workspace.id(), marker).equals(id(issue));
  }

  /** Issues in the trash for thirty days are still there to be read. */
  static boolean isTrashed(JsonNode issue) {
    return issue.path("trashed").asBoolean(false);
  }

  /** An issue's own id. */
  static String id(JsonNode issue) {
    return Fields.optionalText(issue, "id")
        .orElseThrow(
            () ->
                new TrackerException(
                    FailureKind.BROKEN, "read ticket", "Linear gave an issue without an id"));
  }

  /** A comment on a ticket; one that another installation wrote is a machine's. */
  Comment comment(JsonNode comment) {
    String id = Fields.text(comment, "id");
    String issue = Fields.text(comment, "issueId");
    Account author = author(comment);
    boolean ours = ClientId.isOfAComment(id, installation);
    boolean theirs = !ours && ClientId.isOfAComment(id);
    CommentKey marked = CommentKey.of(Fields.text(comment, "body"));
    // Of a comment whose last line people changed, only that it is ours is still known.
    Optional<String> key =
        ours
            ? marked
                .key()
                .filter(said -> commentId(issue, said).equals(id))
                .or(() -> Optional.of(id))
            : Optional.empty();
    return new Comment(
        id,
        issue,
        theirs ? new Account(author.id(), author.handle(), author.active(), true) : author,
        Fields.instant(comment, "createdAt").orElse(Instant.EPOCH),
        ours || theirs ? marked.text() : Fields.text(comment, "body"),
        Fields.text(comment, "url"),
        key);
  }

  /** The id of our comment with a key on an issue. */
  String commentId(String issue, String key) {
    return ClientId.ofComment(workspace.id(), installation, issue, key);
  }

  /** A user; the handle is the e-mail address, by which people are configured. */
  static Account account(JsonNode user) {
    String name = Fields.text(user, "displayName");
    return new Account(
        Fields.text(user, "id"),
        Fields.optionalText(user, "email").filter(email -> !email.isBlank()).orElse(name),
        user.path("active").asBoolean(true),
        user.path("app").asBoolean(false));
  }

  /** What the type of a workflow state means; {@code OPEN} where work has not begun. */
  static TicketState ofType(String type) {
    return switch (type) {
      case "triage", "backlog", "unstarted" -> TicketState.OPEN;
      case "started" -> TicketState.IN_PROGRESS;
      case "completed" -> TicketState.DONE;
      case "canceled", "duplicate" -> TicketState.DECLINED;
      default -> TicketState.UNKNOWN;
    };
  }

  /** Only a mark whose id this issue bears: in a copy that people made it is mere text. */
  private Optional<Marker> marker(String id, String description) {
    return LinearBlock.marksIn(description).stream()
        .filter(mark -> ClientId.ofTicket(workspace.id(), mark).equals(id))
        .findFirst();
  }

  private TicketState state(JsonNode issue) {
    if (isTrashed(issue)) {
      return TicketState.GONE;
    }
    TicketState state = ofType(Fields.text(issue.path("state"), "type"));
    String name = Fields.text(issue.path("state"), "name").toLowerCase(Locale.ROOT);
    return !state.isClosed() && blocked.contains(name) ? TicketState.BLOCKED : state;
  }

  private static Optional<String> resolution(JsonNode issue, TicketState state) {
    return state.isClosed()
        ? Fields.optionalText(issue.path("state"), "type")
        : Optional.<String>empty();
  }

  private static TicketRef ref(JsonNode issue) {
    return new TicketRef(id(issue), Fields.text(issue, "identifier"), Fields.text(issue, "url"));
  }

  private static List<Account> assignee(JsonNode issue) {
    return Fields.has(issue, "assignee") ? List.of(account(issue.path("assignee"))) : List.of();
  }

  private static List<String> labels(JsonNode issue) {
    List<String> labels = new ArrayList<>();
    LinearApi.nodes(issue.path("labels")).forEach(label -> labels.add(Fields.text(label, "name")));
    labels.sort(String::compareTo);
    return labels;
  }

  /** A day; empty where there is none. */
  static Optional<LocalDate> date(JsonNode node, String field) {
    try {
      return Fields.optionalText(node, field).map(LocalDate::parse);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> cycle(JsonNode issue) {
    if (!Fields.has(issue, "cycle")) {
      return Optional.empty();
    }
    JsonNode cycle = issue.path("cycle");
    return Fields.optionalText(cycle, "name")
        .filter(name -> !name.isBlank())
        .or(() -> Optional.of("Cycle " + cycle.path("number").asInt(0)));
  }

  /** Who wrote a comment: a user, an integration, or somebody of another tool that is synced. */
  static Account author(JsonNode comment) {
    if (Fields.has(comment, "user")) {
      return account(comment.path("user"));
    }
    if (Fields.has(comment, "externalUser")) {
      JsonNode external = comment.path("externalUser");
      return new Account(Fields.text(external, "id"), Fields.text(external, "name"), false, false);
    }
    JsonNode bot = comment.path("botActor");
    String name = Fields.optionalText(bot, "name").orElse("a deleted user");
    return new Account(Fields.text(bot, "id"), name, false, Fields.has(comment, "botActor"));
  }
}
