package io.followthrough.connector.github;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.followthrough.http.Fields;
import io.followthrough.http.HttpCall;
import io.followthrough.http.Json;
import io.followthrough.http.Reply;
import io.followthrough.tracker.FailureKind;
import io.followthrough.tracker.Outcome;
import io.followthrough.tracker.Receipt;
import io.followthrough.tracker.Ticket;
import io.followthrough.tracker.TicketDraft;
import io.followthrough.tracker.TrackerException;
import io.followthrough.tracker.Written;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Opens issues: one request each, once the repository's labels and people are known. */
final class Births {
  private static final String OPERATION = "create ticket";

  private final GitHubApi api;
  private final IssueReader reader;
  private final Authors authors;
  private final Labels labels;
  private final Assignees assignees;
  private final Catalogue catalogue;
  private final NewIssueSettings settings;

  Births(
      GitHubApi api,
      IssueReader reader,
      Authors authors,
      Labels labels,
      Assignees assignees,
      Catalogue catalogue,
      NewIssueSettings settings) {
    this.api = requireNonNull(api, "api is null");
    this.reader = requireNonNull(reader, "reader is null");
    this.authors = requireNonNull(authors, "authors is null");
    this.labels = requireNonNull(labels, "labels is null");
    this.assignees = requireNonNull(assignees, "assignees is null");
    this.catalogue = requireNonNull(catalogue, "catalogue is null");
    this.settings = requireNonNull(settings, "settings is null");
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
    if (draft.project().filter(slug -> !slug.equalsIgnoreCase(api.home().slug())).isPresent()) {
      throw new TrackerException(
          FailureKind.REJECTED,
          OPERATION,
          "the route's project "
              + draft.project().get()
              + " is another repository: give it a tracker of its own");
    }
    List<String> remarks = new ArrayList<>();
    api.needRoom(OPERATION, draft.parent().isPresent() ? 2 : 1);
    List<String> usable = labels.ensured(settings.labelsOf(draft), remarks);
    Optional<String> assignee = assignable(draft, remarks);
    ObjectNode extras = extras(draft, remarks);
    Reply reply = post(draft, usable, assignee, extras);
    if (reply.status() == 422 && assignee.isPresent() && GitHubFailure.names(reply, "assignee")) {
      // A refusal is certain: nothing was made, so that a second request makes no twin.
      assignees.refused(assignee.get());
      remarks.add(unassigned(assignee.get()));
      assignee = Optional.empty();
      reply = post(draft, usable, assignee, extras);
    }
    List<String> refused = refused(extras, reply);
    if (!refused.isEmpty()) {
      remarks.add(
          "GitHub refused and the ticket was opened without "
              + String.join(", ", refused)
              + ": "
              + GitHubFailure.words(reply)
              + ".");
      extras.remove(refused);
      reply = post(draft, usable, assignee, extras);
    }
    if (!reply.isSuccess()) {
      throw failure(reply);
    }
    JsonNode issue = readBack(reply);
    authors.wrote(issue);
    return receipt(draft, usable, assignee, extras, issue, remarks);
  }

  /** What stands in fields of its own, as far as the repository has them. */
  private ObjectNode extras(TicketDraft draft, List<String> remarks) {
    ObjectNode extras = Json.object();
    settings.typeOf(draft).ifPresent(type -> extras.put("type", type));
    settings
        .milestone()
        .ifPresent(
            name ->
                catalogue
                    .milestone(name)
                    .ifPresentOrElse(
                        number -> extras.put("milestone", number),
                        () ->
                            remarks.add("There is no open milestone " + name + ": none was set.")));
    if (draft.due().isPresent() && settings.dueField().isPresent()) {
      String name = settings.dueField().get();
      catalogue
          .dateField(name)
          .ifPresentOrElse(
              id -> extras.putArray(DueField.VALUES).add(DueField.value(id, draft.due().get())),
              () ->
                  remarks.add(
                      "There is no date field "
                          + name
                          + ": the due date stands in our part of the description."));
    }
    return extras;
  }

  /** What a refusal names of them: a ticket can do without. */
  private static List<String> refused(ObjectNode extras, Reply reply) {
    List<String> refused = new ArrayList<>();
    if (reply.status() == 422) {
      extras
          .fieldNames()
          .forEachRemaining(
              name -> {
                if (GitHubFailure.names(reply, name)) {
                  refused.add(name);
                }
              });
    }
    return refused;
  }

  private Optional<String> assignable(TicketDraft draft, List<String> remarks) {
    Optional<String> assignee = draft.assignee().filter(assignees::isAssignable);
    if (assignee.isEmpty()) {
      draft.assignee().ifPresent(login -> remarks.add(unassigned(login)));
    }
    return assignee;
  }

  private Reply post(
      TicketDraft draft, List<String> labels, Optional<String> assignee, ObjectNode extras) {
    ObjectNode body =
        Json.object()
            .put("title", TicketText.title(draft.title()))
            .put("body", TicketText.body(draft.marker(), draft.block()));
    if (!labels.isEmpty()) {
      labels.forEach(body.putArray("labels")::add);
    }
    assignee.ifPresent(login -> body.putArray("assignees").add(login));
    body.setAll(extras);
    return api.exchange(HttpCall.write(OPERATION, "POST", api.home().path() + "/issues", body));
  }

  private TrackerException failure(Reply reply) {
    TrackerException failure = api.repositoryFailure(reply);
    return reply.status() == 410
        ? new TrackerException(
            FailureKind.REJECTED, OPERATION, String.valueOf(failure.getMessage()), failure)
        : failure;
  }

  private static JsonNode readBack(Reply reply) {
    JsonNode issue = GitHubApi.object(reply);
    if (issue.path("number").asInt(0) <= 0) {
      throw reply.unreadable("a reply without the new ticket's number");
    }
    return issue;
  }

  private Receipt receipt(
      TicketDraft draft,
      List<String> sent,
      Optional<String> assignee,
      ObjectNode extras,
      JsonNode issue,
      List<String> remarks) {
    Ticket ticket = reader.ticket(issue, api.home());
    for (String label : sent) {
      if (ticket.labels().stream().noneMatch(label::equalsIgnoreCase)) {
        remarks.add(
            "GitHub left the label " + label + " out: the token needs triage permission for it.");
      }
    }
    Optional<String> taken = assignee.filter(login -> Edits.isAssigned(ticket, login));
    if (taken.isEmpty()) {
      assignee.ifPresent(login -> remarks.add(unassigned(login)));
    }
    Fields.optionalText(extras, "type")
        .filter(type -> !Fields.text(issue.path("type"), "name").equalsIgnoreCase(type))
        .ifPresent(type -> remarks.add("GitHub left the issue type " + type + " out."));
    if (extras.has("milestone")
        && issue.path("milestone").path("number").asInt(0) != extras.path("milestone").asInt()) {
      remarks.add("GitHub left the milestone out: the token needs the write role for it.");
    }
    Optional<LocalDate> due = draft.due().filter(date -> ticket.due().equals(Optional.of(date)));
    if (extras.has(DueField.VALUES) && due.isEmpty()) {
      remarks.add("GitHub left the due date out: it stands in our part of the description.");
    } else if (settings.dueField().isEmpty()) {
      draft.due().ifPresent(date -> remarks.add(Edits.NO_DUE_DATE));
    }
    if (settings.priorityLabel(draft).isEmpty()) {
      draft.priority().ifPresent(priority -> remarks.add(Edits.NO_PRIORITY));
    }
    Written written = new Written(ticket.title(), taken, due, Optional.empty(), ticket.block());
    return new Receipt(ticket, written, remarks);
  }

  private String unassigned(String login) {
    return login
        + " could not be assigned in "
        + api.home()
        + ": only people with access to the repository can be, and the token needs triage"
        + " permission.";
  }
}
