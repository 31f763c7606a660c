package io.followthrough.connector.jira;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.followthrough.http.Fields;
import io.followthrough.http.HttpCall;
import io.followthrough.http.Json;
import io.followthrough.http.Reply;
import io.followthrough.tracker.Account;
import io.followthrough.tracker.FailureKind;
import io.followthrough.tracker.Outcome;
import io.followthrough.tracker.Receipt;
import io.followthrough.tracker.Ticket;
import io.followthrough.tracker.TicketDraft;
import io.followthrough.tracker.TicketRef;
import io.followthrough.tracker.TicketState;
import io.followthrough.tracker.TrackerException;
import io.followthrough.tracker.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Opens issues, one call each: of fifty in one call, a lost answer would leave fifty unknown. The
 * mark is in that call three times: as a label, which can be searched for; as an entity property,
 * which cannot; and in our part of the description, for people.
 */
final class Births {
  private static final String OPERATION = "create ticket";

  private final JiraApi api;
  private final JiraConfig config;
  private final IssueReader reader;
  private final Markup markup;
  private final CreateFields screens;
  private final People people;
  private final Sprints sprints;
  private final Priorities priorities;

  Births(
      JiraApi api,
      JiraConfig config,
      IssueReader reader,
      Markup markup,
      CreateFields screens,
      People people,
      Sprints sprints) {
    this.api = requireNonNull(api, "api is null");
    this.config = requireNonNull(config, "config is null");
    this.reader = requireNonNull(reader, "reader is null");
    this.markup = requireNonNull(markup, "markup is null");
    this.screens = requireNonNull(screens, "screens is null");
    this.people = requireNonNull(people, "people is null");
    this.sprints = requireNonNull(sprints, "sprints is null");
    this.priorities = new Priorities(config.priorities());
  }

  /** Opens an issue for each draft; after a refusal that concerns all, the rest is not tried. */
  List<Outcome> create(List<TicketDraft> drafts) {
    List<Outcome> outcomes = new ArrayList<>();
    Optional<TrackerException> stop = Optional.empty();
    for (TicketDraft draft : drafts) {
      if (stop.isPresent()) {
        outcomes.add(new Outcome.Failed(stop.get()));
        continue;
      }
      try {
        outcomes.add(new Outcome.Created(create(draft)));
      } catch (TrackerException e) {
        outcomes.add(new Outcome.Failed(e));
        stop = Optional.of(e).filter(failure -> concernsAll(failure.kind()));
      }
    }
    return outcomes;
  }

  /** For these kinds nothing was applied, and the next draft would meet the same. */
  private static boolean concernsAll(FailureKind kind) {
    return switch (kind) {
      case THROTTLED, UNAVAILABLE, DENIED -> true;
      case UNKNOWN_OUTCOME, REJECTED, GONE, CONFLICT, BROKEN -> false;
    };
  }

  private Receipt create(TicketDraft draft) {
    String project =
        draft.project().map(key -> key.toUpperCase(Locale.ROOT)).orElse(config.project());
    NewIssue issue = prepared(draft, project);
    Reply reply = post(draft, issue);
    while (reply.status() == 400) {
      // A refusal is certain: nothing was made, so that another request makes no twin.
      screens.forget();
      List<String> refused = AtlassianFailure.fields(reply);
      boolean without = issue.drop(refused, AtlassianFailure.words(reply));
      if (!without) {
        throw api.failure(reply);
      }
      if (refused.contains("assignee")) {
        draft.assignee().ifPresent(handle -> people.refused(handle, project));
      }
      reply = post(draft, issue);
    }
    if (!reply.isSuccess()) {
      throw api.projectFailure(reply, project);
    }
    return receipt(draft, issue, created(reply), project);
  }

  private NewIssue prepared(TicketDraft draft, String project) {
    CreateFields.Screen screen = screens.of(project, typeOf(draft));
    NewIssue issue = new NewIssue(draft, screen, project);
    if (!issue.canCarryLabels()) {
      throw new TrackerException(
          FailureKind.REJECTED,
          OPERATION,
          "the field Labels is not on the create screen of "
              + screen.type()
              + " in "
              + project
              + ": add it there, since a lost answer could not be looked up without it");
    }
    issue.labels(config.labels(), config.installation());
    issue.description(markup.description(draft.marker(), people.mentioned(draft.block(), project)));
    issue.assignee(
        draft.assignee().flatMap(handle -> people.assignable(handle, project)), api.isCloud());
    issue.due();
    issue.priority(priorities);
    issue.parent();
    if (config.nextSprint()) {
      issue.sprint(sprints.next(project));
    }
    FieldValue values =
        new FieldValue(markup, handle -> people.assignable(handle, project), api.isCloud());
    for (Map.Entry<String, String> field : new TreeMap<>(config.fields()).entrySet()) {
      issue.configured(field.getKey(), field.getValue(), values);
    }
    if (!issue.missing().isEmpty()) {
      throw new TrackerException(
          FailureKind.REJECTED,
          OPERATION,
          screen.type()
              + " in "
              + project
              + " requires "
              + String.join(", ", issue.missing())
              + ": set a value under fields, or make it optional in Jira");
    }
    return issue;
  }

  private String typeOf(TicketDraft draft) {
    return draft
        .issueType()
        .or(
            () ->
                Optional.ofNullable(draft.facts().get("item.kind"))
                    .flatMap(kind -> Optional.ofNullable(config.issueTypes().get(kind))))
        .orElse(config.issueType());
  }

  private Reply post(TicketDraft draft, NewIssue issue) {
    ObjectNode body = Json.object();
    body.set("fields", issue.fields());
    body.putArray("properties")
        .addObject()
        .put("key", IssueReader.PROPERTY)
        .put("value", draft.marker().encode());
    return api.exchange(HttpCall.write(OPERATION, "POST", "/issue", body));
  }

  private TicketRef created(Reply reply) {
    JsonNode issue = JiraApi.object(reply);
    if (JiraFields.id(issue).isEmpty() || Fields.text(issue, "key").isEmpty()) {
      throw reply.unreadable("a reply without the new ticket's id");
    }
    return reader.ref(issue);
  }

  /**
   * Jira answers with the id alone, and refuses what it does not take: the ticket is what was sent.
   * What rules of the site make of it is seen by the next poll.
   */
  private Receipt receipt(TicketDraft draft, NewIssue issue, TicketRef ref, String project) {
    Ticket ticket = ticket(draft, issue, ref, project);
    Written written =
        new Written(
            ticket.title(),
            issue.assignee(),
            ticket.due(),
            draft.priority().filter(word -> issue.has("priority")),
            ticket.block());
    return new Receipt(ticket, written, issue.remarks());
  }

  private Ticket ticket(TicketDraft draft, NewIssue issue, TicketRef ref, String project) {
    List<String> labels =
        JiraFields.list(issue.fields().path("labels")).stream().map(l -> l.asText("")).toList();
    List<Account> assignees =
        issue.assignee().flatMap(h -> people.assignable(h, project)).stream().toList();
    return new Ticket(
        ref,
        Fields.text(issue.fields(), "summary"),
        TicketState.OPEN,
        "",
        Optional.empty(),
        assignees,
        labels,
        issue.priority(),
        draft.due().filter(date -> issue.has("duedate")),
        Optional.empty(),
        Optional.of(draft.marker()),
        markup.part(issue.fields().path("description")).map(Markup.Part::text).orElse(""),
        api.now(),
        api.now(),
        Optional.empty(),
        Optional.empty());
  }
}
