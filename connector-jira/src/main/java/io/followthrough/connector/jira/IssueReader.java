package io.followthrough.connector.jira;

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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Jira's JSON as tickets and comments. */
final class IssueReader {
  /** The entity property in which a ticket or comment carries its mark. */
  static final String PROPERTY = "followthrough";

  /** How a Data Center writes a sprint: as the text of one of its objects. */
  private static final Pattern OLD_SPRINT =
      Pattern.compile("[\\[,]state=([A-Z]+).*?[\\[,]name=([^,\\]]*)");

  private final JiraApi api;
  private final String installation;
  private final Markup markup;
  private final Accounts accounts;
  private final CustomFields custom;
  private final States states;

  IssueReader(
      JiraApi api,
      String installation,
      Markup markup,
      Accounts accounts,
      CustomFields custom,
      States states) {
    this.api = requireNonNull(api, "api is null");
    this.installation = requireNonNull(installation, "installation is null");
    this.markup = requireNonNull(markup, "markup is null");
    this.accounts = requireNonNull(accounts, "accounts is null");
    this.custom = requireNonNull(custom, "custom is null");
    this.states = requireNonNull(states, "states is null");
  }

  /** The fields that a ticket is made of. */
  List<String> fields() {
    List<String> fields =
        new ArrayList<>(
            List.of(
                "summary",
                "status",
                "resolution",
                "resolutiondate",
                "assignee",
                "labels",
                "priority",
                "duedate",
                "description",
                "issuelinks",
                "fixVersions",
                "project",
                "created",
                "updated"));
    if (api.isCloud()) {
      fields.add("statuscategorychangedate");
    }
    custom.known().sprint().ifPresent(fields::add);
    custom.known().flagged().ifPresent(fields::add);
    return fields;
  }

  /** An issue as a ticket. */
  Ticket ticket(JsonNode issue) {
    JsonNode fields = issue.path("fields");
    JsonNode description = fields.path("description");
    Optional<Markup.Part> part = markup.part(description);
    TicketState state = states.of(fields, isFlagged(fields));
    Instant created = JiraFields.instant(fields, "created").orElse(Instant.EPOCH);
    return new Ticket(
        ref(issue),
        Fields.text(fields, "summary"),
        state,
        Fields.text(fields.path("status"), "name"),
        Fields.optionalText(fields.path("resolution"), "name"),
        assignees(fields),
        labels(fields),
        Fields.optionalText(fields.path("priority"), "name"),
        Fields.optionalText(fields, "duedate").flatMap(Times::date),
        planned(fields),
        marker(issue),
        part.map(Markup.Part::text).orElse(""),
        created,
        JiraFields.instant(fields, "updated").orElse(created),
        state.isClosed() ? closedAt(fields) : Optional.empty(),
        Optional.empty());
  }

  /** The reference of an issue. */
  TicketRef ref(JsonNode issue) {
    String id = JiraFields.id(issue);
    String key = Fields.text(issue, "key");
    if (id.isEmpty() || key.isEmpty()) {
      throw new TrackerException(
          FailureKind.BROKEN, "read ticket", "Jira answered with an issue without id or key");
    }
    return new TicketRef(id, key, api.page(key));
  }

  /** The mark: of the property where the reply has it, else of the description. */
  Optional<Marker> marker(JsonNode issue) {
    Optional<Marker> property =
        Fields.optionalText(issue.path("properties"), PROPERTY).flatMap(Marker::findIn);
    return property.isPresent() ? property : markup.mark(issue.path("fields").path("description"));
  }

  /** A comment; one of ours that another installation marked is a machine's. */
  Comment comment(JsonNode comment, TicketRef ref) {
    Account author = accounts.of(comment.path("author"));
    Markup.Said said = markup.said(comment.path("body"));
    Optional<MarkLink> mark = said.mark().filter(link -> accounts.isSelf(author));
    Optional<String> key =
        mark.filter(link -> link.marker().installation().equals(installation))
            .flatMap(MarkLink::key);
    boolean machine = mark.isPresent() && key.isEmpty();
    String id = JiraFields.id(comment);
    return new Comment(
        id,
        ref.id(),
        new Account(author.id(), author.handle(), author.active(), author.bot() || machine),
        JiraFields.instant(comment, "created").orElse(Instant.EPOCH),
        said.text(),
        ref.url() + "?focusedCommentId=" + id,
        key);
  }

  private List<Account> assignees(JsonNode fields) {
    JsonNode assignee = fields.path("assignee");
    return assignee.isObject() ? List.of(accounts.of(assignee)) : List.of();
  }

  private static List<String> labels(JsonNode fields) {
    return JiraFields.list(fields.path("labels")).stream().map(label -> label.asText("")).toList();
  }

  private boolean isFlagged(JsonNode fields) {
    return custom.known().flagged().filter(id -> !fields.path(id).isEmpty()).isPresent();
  }

  /** The sprint that is running or to come, else the version that is not yet released. */
  private Optional<String> planned(JsonNode fields) {
    Stream<String> sprints =
        custom.known().sprint().stream()
            .flatMap(id -> JiraFields.list(fields.path(id)).stream())
            .flatMap(sprint -> openSprint(sprint).stream());
    Stream<String> versions =
        JiraFields.list(fields.path("fixVersions")).stream()
            .filter(version -> !version.path("released").asBoolean(false))
            .map(version -> Fields.text(version, "name"));
    return Stream.concat(sprints, versions).filter(name -> !name.isEmpty()).findFirst();
  }

  private static Optional<String> openSprint(JsonNode sprint) {
    if (sprint.isTextual()) {
      Matcher old = OLD_SPRINT.matcher(sprint.textValue());
      return old.find() && !old.group(1).equals("CLOSED")
          ? Optional.of(old.group(2))
          : Optional.empty();
    }
    return Fields.text(sprint, "state").equals("closed")
        ? Optional.empty()
        : Fields.optionalText(sprint, "name");
  }

  private static Optional<Instant> closedAt(JsonNode fields) {
    return JiraFields.instant(fields, "resolutiondate")
        .or(() -> JiraFields.instant(fields, "statuscategorychangedate"));
  }
}
