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
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Opens issues: one request each, once the repository's labels and people are known. */
final class Births {
  private static final String OPERATION = "create ticket";

  private final GitHubApi api;
  private final IssueReader reader;
  private final Authors authors;
  private final Labels labels;
  private final Assignees assignees;
  private final GitHubConfig config;

  /**
   * The maker.
   *
   * @param config whose labels every ticket gets
   */
  Births(
      GitHubApi api,
      IssueReader reader,
      Authors authors,
      Labels labels,
      Assignees assignees,
      GitHubConfig config) {
    this.api = requireNonNull(api, "api is null");
    this.reader = requireNonNull(reader, "reader is null");
    this.authors = requireNonNull(authors, "authors is null");
    this.labels = requireNonNull(labels, "labels is null");
    this.assignees = requireNonNull(assignees, "assignees is null");
    this.config = requireNonNull(config, "config is null");
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
    Set<String> wanted = new LinkedHashSet<>(config.labels());
    wanted.addAll(draft.labels());
    priorityLabel(draft).ifPresent(wanted::add);
    List<String> usable = labels.ensured(List.copyOf(wanted), remarks);
    Optional<String> assignee = assignable(draft, remarks);
    Reply reply = post(draft, usable, assignee);
    if (reply.status() == 422 && assignee.isPresent() && GitHubFailure.names(reply, "assignee")) {
      // A refusal is certain: nothing was made, so that a second request makes no twin.
      assignees.refused(assignee.get());
      remarks.add(unassigned(assignee.get()));
      assignee = Optional.empty();
      reply = post(draft, usable, assignee);
    }
    if (!reply.isSuccess()) {
      throw failure(reply);
    }
    JsonNode issue = readBack(reply);
    authors.wrote(issue);
    return receipt(draft, usable, assignee, issue, remarks);
  }

  private Optional<String> priorityLabel(TicketDraft draft) {
    return draft.priority().flatMap(word -> Optional.ofNullable(config.priorities().get(word)));
  }

  private Optional<String> assignable(TicketDraft draft, List<String> remarks) {
    Optional<String> assignee = draft.assignee().filter(assignees::isAssignable);
    if (assignee.isEmpty()) {
      draft.assignee().ifPresent(login -> remarks.add(unassigned(login)));
    }
    return assignee;
  }

  private Reply post(TicketDraft draft, List<String> labels, Optional<String> assignee) {
    ObjectNode body =
        Json.object()
            .put("title", TicketText.title(draft.title()))
            .put("body", TicketText.body(draft.marker(), draft.block()));
    if (!labels.isEmpty()) {
      labels.forEach(body.putArray("labels")::add);
    }
    assignee.ifPresent(login -> body.putArray("assignees").add(login));
    draft.issueType().ifPresent(type -> body.put("type", type));
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
    draft
        .issueType()
        .filter(type -> !Fields.text(issue.path("type"), "name").equalsIgnoreCase(type))
        .ifPresent(type -> remarks.add("GitHub left the issue type " + type + " out."));
    draft.due().ifPresent(date -> remarks.add(Edits.NO_DUE_DATE));
    if (priorityLabel(draft).isEmpty()) {
      draft.priority().ifPresent(priority -> remarks.add(Edits.NO_PRIORITY));
    }
    Written written =
        new Written(ticket.title(), taken, Optional.empty(), Optional.empty(), ticket.block());
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
