package io.followthrough.connector.github;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.followthrough.http.Fields;
import io.followthrough.tracker.Account;
import io.followthrough.tracker.Comment;
import io.followthrough.tracker.FailureKind;
import io.followthrough.tracker.MarkdownBlock;
import io.followthrough.tracker.MarkdownComment;
import io.followthrough.tracker.Ticket;
import io.followthrough.tracker.TicketState;
import io.followthrough.tracker.TrackerException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * GitHub's JSON as tickets, comments and accounts. Reads the shapes of 2022-11-28 and of
 * 2026-03-10, which has {@code assignees} alone.
 */
final class IssueReader {
  private final String installation;
  private final Repository home;
  private final WebAddress web;
  private final Authors authors;
  private final Set<String> blocked;
  private final Set<String> inProgress;
  private final Optional<String> dueField;

  /**
   * A reader.
   *
   * @param blocked labels, in lower case, that mean an open issue is blocked
   * @param inProgress labels, in lower case, that mean somebody works on an open issue
   * @param dueField the name of the field that holds the due date
   */
  IssueReader(
      String installation,
      Repository home,
      WebAddress web,
      Authors authors,
      Set<String> blocked,
      Set<String> inProgress,
      Optional<String> dueField) {
    this.installation = requireNonNull(installation, "installation is null");
    this.home = requireNonNull(home, "home is null");
    this.web = requireNonNull(web, "web is null");
    this.authors = requireNonNull(authors, "authors is null");
    this.blocked = Set.copyOf(blocked);
    this.inProgress = Set.copyOf(inProgress);
    this.dueField = requireNonNull(dueField, "dueField is null");
  }

  /** True for what GitHub lists among the issues and is none. */
  static boolean isPullRequest(JsonNode issue) {
    return Fields.has(issue, "pull_request");
  }

  /**
   * An issue as a ticket.
   *
   * @param repository where it was found
   */
  Ticket ticket(JsonNode issue, Repository repository) {
    IssueAddress address = new IssueAddress(repository, number(issue));
    String body = Fields.text(issue, "body");
    Optional<String> reason = Fields.optionalText(issue, "state_reason");
    List<String> labels = labels(issue);
    Instant created = Fields.instant(issue, "created_at").orElse(Instant.EPOCH);
    return new Ticket(
        address.ref(home, Fields.optionalText(issue, "html_url").orElse(web.issue(address))),
        Fields.text(issue, "title"),
        state(Fields.text(issue, "state"), reason, labels),
        Fields.text(issue, "state"),
        Fields.text(issue, "state").equals("closed") ? reason : Optional.empty(),
        assignees(issue),
        labels,
        Optional.empty(),
        dueField.flatMap(name -> DueField.in(issue, name)),
        Fields.optionalText(issue.path("milestone"), "title"),
        MarkdownBlock.markIn(body),
        block(body),
        created,
        Fields.instant(issue, "updated_at").orElse(created),
        Fields.instant(issue, "closed_at"),
        Fields.has(issue, "closed_by")
            ? Optional.of(account(issue.path("closed_by")))
            : Optional.empty());
  }

  /** An issue's number. */
  static int number(JsonNode issue) {
    int number = issue.path("number").asInt(0);
    if (number <= 0) {
      throw new TrackerException(
          FailureKind.BROKEN, "read ticket", "GitHub answered with an issue without a number");
    }
    return number;
  }

  /** Our block of a description; empty where there is none. */
  static String block(String body) {
    return MarkdownBlock.findIn(body).map(MarkdownBlock::text).orElse("");
  }

  /** A comment on a ticket; one of ours that another installation marked is a machine's. */
  Comment comment(JsonNode comment, String ticketId) {
    String body = Fields.text(comment, "body");
    Optional<MarkdownComment> marked =
        MarkdownComment.parse(body).filter(mark -> authors.isOurs(comment));
    Optional<String> key =
        marked
            .filter(mark -> mark.marker().installation().equals(installation))
            .map(MarkdownComment::key);
    Account author = account(comment.path("user"));
    Account shown =
        marked.isPresent() && key.isEmpty()
            ? new Account(author.id(), author.handle(), author.active(), true)
            : author;
    return new Comment(
        comment.path("id").asText(""),
        ticketId,
        shown,
        Fields.instant(comment, "created_at").orElse(Instant.EPOCH),
        marked.map(MarkdownComment::text).orElse(body),
        Fields.text(comment, "html_url"),
        key,
        Authors.belongs(comment));
  }

  /** A user; one who is deleted is GitHub's own ghost. */
  static Account account(JsonNode user) {
    String login = Fields.optionalText(user, "login").orElse("ghost");
    boolean bot = Fields.text(user, "type").equals("Bot") || login.endsWith("[bot]");
    return new Account(user.path("id").asText("0"), login, Fields.has(user, "login"), bot);
  }

  /** The state; labels speak only where the configuration says so. */
  private TicketState state(String state, Optional<String> reason, List<String> labels) {
    return switch (state) {
      case "open" -> {
        List<String> lower = labels.stream().map(label -> label.toLowerCase(Locale.ROOT)).toList();
        if (lower.stream().anyMatch(blocked::contains)) {
          yield TicketState.BLOCKED;
        }
        yield lower.stream().anyMatch(inProgress::contains)
            ? TicketState.IN_PROGRESS
            : TicketState.OPEN;
      }
      case "closed" -> closed(reason);
      default -> TicketState.UNKNOWN;
    };
  }

  /** What a reason for closing means; none at all is an older issue's "completed". */
  static TicketState closed(Optional<String> reason) {
    return switch (reason.orElse("completed")) {
      case "completed" -> TicketState.DONE;
      case "not_planned", "duplicate" -> TicketState.DECLINED;
      default -> TicketState.UNKNOWN;
    };
  }

  /** The names of an issue's labels. */
  static List<String> labels(JsonNode issue) {
    List<String> labels = new ArrayList<>();
    issue
        .path("labels")
        .forEach(
            label ->
                labels.add(label.isTextual() ? label.textValue() : Fields.text(label, "name")));
    return labels;
  }

  private static List<Account> assignees(JsonNode issue) {
    Stream.Builder<JsonNode> users = Stream.builder();
    if (issue.path("assignees").isArray()) {
      issue.path("assignees").forEach(users);
    } else if (Fields.has(issue, "assignee")) {
      users.add(issue.path("assignee"));
    }
    return users.build().map(IssueReader::account).toList();
  }
}
