package io.followthrough.connector.jira;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.followthrough.http.Fields;
import io.followthrough.http.Json;
import io.followthrough.http.Reply;
import io.followthrough.tracker.Account;
import io.followthrough.tracker.Prose;
import io.followthrough.tracker.Receipt;
import io.followthrough.tracker.Ticket;
import io.followthrough.tracker.TicketEdit;
import io.followthrough.tracker.TicketRef;
import io.followthrough.tracker.Written;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Carries changes over to issues, field by field and only where the issue still holds what we last
 * wrote. Jira has no conditional write: a person's edit in the second between our reading and our
 * writing is lost.
 */
final class Edits {
  private static final String OPERATION = "edit ticket";

  private final JiraApi api;
  private final Issues issues;
  private final Markup markup;
  private final People people;
  private final Priorities priorities;

  Edits(JiraApi api, Issues issues, Markup markup, People people, Priorities priorities) {
    this.api = requireNonNull(api, "api is null");
    this.issues = requireNonNull(issues, "issues is null");
    this.markup = requireNonNull(markup, "markup is null");
    this.people = requireNonNull(people, "people is null");
    this.priorities = requireNonNull(priorities, "priorities is null");
  }

  Receipt update(TicketRef ref, TicketEdit edit) {
    Issues.Found found = issues.find(OPERATION, ref);
    Carriage carriage = new Carriage(edit, found);
    carriage.title();
    carriage.block();
    edit.assignee().ifPresent(carriage::assignee);
    edit.due().ifPresent(carriage::due);
    edit.priority().ifPresent(carriage::priority);
    if (carriage.fields.isEmpty()) {
      return carriage.receipt(found.ticket());
    }
    send(found.ref(), carriage);
    return carriage.receipt(issues.find(OPERATION, found.ref()).ticket());
  }

  private void send(TicketRef ref, Carriage carriage) {
    while (!carriage.fields.isEmpty()) {
      Reply reply = api.exchange(issues.call(OPERATION, ref, carriage.fields));
      if (reply.isSuccess()) {
        return;
      }
      // A refusal is certain; what it names is left out, and the rest is carried over.
      List<String> refused =
          AtlassianFailure.fields(reply).stream().filter(carriage.fields::has).toList();
      if (reply.status() != 400 || refused.isEmpty()) {
        throw api.ticketFailure(reply, ref);
      }
      refused.forEach(carriage.fields::remove);
      carriage.remarks.add("Jira refused: " + AtlassianFailure.words(reply) + ".");
    }
  }

  /** One edit on its way: what is sent, and what is said of the rest. */
  private final class Carriage {
    private final TicketEdit edit;
    private final Written expected;
    private final Ticket ticket;
    private final JsonNode description;
    private final String project;
    private final ObjectNode fields = Json.object();
    private final List<String> remarks = new ArrayList<>();
    private boolean blockKept;
    private Optional<String> assigned = Optional.empty();

    Carriage(TicketEdit edit, Issues.Found found) {
      this.edit = edit;
      this.expected = edit.expected();
      this.ticket = found.ticket();
      this.description = found.json().path("fields").path("description");
      this.project = Fields.text(found.json().path("fields").path("project"), "key");
    }

    void title() {
      Optional<String> title = edit.title().map(NewIssue::summary);
      if (title.isEmpty() || title.get().equals(ticket.title())) {
        return;
      }
      if (ticket.title().equals(expected.title())) {
        fields.put("summary", title.get());
      } else {
        remarks.add("The title was changed on the ticket and stays: " + ticket.title());
      }
    }

    void block() {
      if (edit.block().isEmpty()) {
        return;
      }
      Prose block = people.mentioned(edit.block().get(), project);
      JsonNode whole = markup.with(description, edit.marker(), block);
      String wanted = markup.part(whole).map(Markup.Part::text).orElse("");
      if (wanted.equals(ticket.block())) {
        return;
      }
      if (!ticket.block().equals(expected.block())) {
        blockKept = true;
        remarks.add("Our part of the description was changed on the ticket and stays as it is.");
        return;
      }
      fields.set("description", whole);
    }

    void assignee(String handle) {
      boolean stillOurs =
          expected.assignee().map(this::isAssigned).orElse(ticket.assignees().isEmpty());
      Optional<Account> account = people.assignable(handle, project);
      Optional<String> present = account.map(Account::handle).filter(this::isAssigned);
      if (present.isPresent()) {
        assigned = present;
      } else if (!stillOurs) {
        remarks.add("The assignee was changed on the ticket and stays.");
      } else if (account.isEmpty()) {
        remarks.add(handle + " cannot be assigned in " + project + ": the assignee stays.");
      } else {
        fields.set("assignee", FieldValue.user(account.get(), api.isCloud()));
        assigned = account.map(Account::handle);
      }
    }

    void due(LocalDate due) {
      if (ticket.due().filter(due::equals).isPresent()) {
        return;
      }
      if (ticket.due().equals(expected.due())) {
        fields.put("duedate", due.toString());
      } else {
        remarks.add(
            "The due date was changed on the ticket and stays: "
                + ticket.due().map(LocalDate::toString).orElse("none")
                + ".");
      }
    }

    void priority(String word) {
      boolean stillOurs =
          expected.priority().map(last -> priorities.isSame(last, ticket.priority())).orElse(false);
      if (priorities.isSame(word, ticket.priority())) {
        return;
      }
      if (!stillOurs) {
        remarks.add("The priority was changed on the ticket and stays.");
        return;
      }
      fields.putObject("priority").put("name", priorities.names(word).get(0));
    }

    private boolean isAssigned(String handle) {
      return ticket.assignees().stream().anyMatch(a -> a.handle().equalsIgnoreCase(handle));
    }

    Receipt receipt(Ticket after) {
      boolean titleIsOurs =
          edit.title().map(NewIssue::summary).filter(after.title()::equals).isPresent();
      Optional<String> taken =
          assigned.filter(
              handle ->
                  after.assignees().stream().anyMatch(a -> a.handle().equalsIgnoreCase(handle)));
      Written written =
          new Written(
              titleIsOurs ? after.title() : expected.title(),
              taken.or(expected::assignee),
              edit.due().filter(due -> after.due().equals(Optional.of(due))).or(expected::due),
              edit.priority()
                  .filter(word -> priorities.isSame(word, after.priority()))
                  .or(expected::priority),
              edit.block().isPresent() && !blockKept ? after.block() : expected.block());
      return new Receipt(after, written, remarks);
    }
  }
}
