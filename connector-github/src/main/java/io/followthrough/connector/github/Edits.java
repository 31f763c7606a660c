package io.followthrough.connector.github;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.followthrough.http.Fields;
import io.followthrough.http.HttpCall;
import io.followthrough.http.Json;
import io.followthrough.tracker.MarkdownBlock;
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
 * wrote. GitHub has no conditional write: a person's edit in the second between our reading and our
 * writing is lost.
 */
final class Edits {
  static final String NO_DUE_DATE =
      "GitHub has no due date of its own: it stands in our part of the description.";
  static final String NO_PRIORITY =
      "GitHub has no priority of its own: it stands in our part of the description.";

  private final GitHubApi api;
  private final Issues issues;
  private final Assignees assignees;
  private final Optional<DueField> dueField;

  Edits(GitHubApi api, Issues issues, Assignees assignees, Optional<DueField> dueField) {
    this.api = requireNonNull(api, "api is null");
    this.issues = requireNonNull(issues, "issues is null");
    this.assignees = requireNonNull(assignees, "assignees is null");
    this.dueField = requireNonNull(dueField, "dueField is null");
  }

  /** True where a login is among a ticket's assignees. */
  static boolean isAssigned(Ticket ticket, String login) {
    return ticket.assignees().stream().anyMatch(a -> a.handle().equalsIgnoreCase(login));
  }

  Receipt update(TicketRef ref, TicketEdit edit) {
    Issues.Found found = issues.find("edit ticket", ref);
    Carriage carriage = new Carriage(edit, found.ticket());
    carriage.title();
    carriage.block(Fields.text(found.json(), "body"));
    edit.assignee().ifPresent(carriage::assignee);
    boolean dated = edit.due().filter(date -> carriage.due(date, found.address())).isPresent();
    edit.priority().ifPresent(priority -> carriage.remarks.add(NO_PRIORITY));
    if (carriage.patch.isEmpty()) {
      return carriage.receipt(dated ? issues.find("edit ticket", ref).ticket() : found.ticket());
    }
    HttpCall call = HttpCall.write("edit ticket", "PATCH", found.address().path(), carriage.patch);
    JsonNode after = issues.write(call, found.address());
    return carriage.receipt(issues.ticket(after, found.address()));
  }

  /** One edit on its way: what is sent, and what is said of the rest. */
  private final class Carriage {
    private final TicketEdit edit;
    private final Written expected;
    private final Ticket ticket;
    private final ObjectNode patch = Json.object();
    private final List<String> remarks = new ArrayList<>();
    private boolean blockKept;
    private Optional<String> sentAssignee = Optional.empty();
    private Optional<LocalDate> sentDue = Optional.empty();

    Carriage(TicketEdit edit, Ticket ticket) {
      this.edit = edit;
      this.expected = edit.expected();
      this.ticket = ticket;
    }

    void title() {
      Optional<String> title = edit.title().map(TicketText::title);
      if (title.isEmpty() || title.get().equals(ticket.title())) {
        return;
      }
      if (ticket.title().equals(expected.title())) {
        patch.put("title", title.get());
      } else {
        remarks.add("The title was changed on the ticket and stays: " + ticket.title());
      }
    }

    void block(String body) {
      if (edit.block().isEmpty()) {
        return;
      }
      Optional<MarkdownBlock> there = MarkdownBlock.findIn(body);
      String whole =
          there.isPresent()
              ? TicketText.replaced(there.get(), edit.marker(), edit.block().get())
              : TicketText.appended(body, edit.marker(), edit.block().get());
      String held = there.map(MarkdownBlock::text).orElse("");
      if (!held.equals(expected.block()) && !held.equals(IssueReader.block(whole))) {
        blockKept = true;
        remarks.add("Our part of the description was changed on the ticket and stays as it is.");
        return;
      }
      if (!whole.equals(body)) {
        patch.put("body", whole);
      }
    }

    void assignee(String login) {
      Optional<String> ours = expected.assignee();
      boolean stillOurs =
          ours.map(last -> isAssigned(ticket, last)).orElse(ticket.assignees().isEmpty());
      if (isAssigned(ticket, login)) {
        sentAssignee = Optional.of(login);
      } else if (!stillOurs) {
        remarks.add("The assignee was changed on the ticket and stays.");
      } else if (!assignees.isAssignable(login)) {
        remarks.add(login + " cannot be assigned in " + api.home() + ": the assignee stays.");
      } else {
        ArrayNode all = patch.putArray("assignees");
        ticket.assignees().stream()
            .map(account -> account.handle())
            .filter(handle -> ours.filter(handle::equalsIgnoreCase).isEmpty())
            .forEach(all::add);
        all.add(login);
        sentAssignee = Optional.of(login);
      }
    }

    /** True where a date was sent. */
    boolean due(LocalDate date, IssueAddress address) {
      boolean isThere = ticket.due().equals(Optional.of(date));
      if (dueField.isEmpty()) {
        remarks.add(NO_DUE_DATE);
        return false;
      }
      if (!isThere && !ticket.due().equals(expected.due())) {
        remarks.add("The due date was changed on the ticket and stays.");
        return false;
      }
      sentDue = Optional.of(date);
      if (isThere || dueField.get().set(address, date)) {
        return !isThere;
      }
      remarks.add("The organisation has no such date field any more: the due date stays.");
      return false;
    }

    Receipt receipt(Ticket after) {
      Optional<String> taken = sentAssignee.filter(login -> isAssigned(after, login));
      if (sentAssignee.isPresent() && taken.isEmpty()) {
        remarks.add("GitHub did not take " + sentAssignee.get() + " as assignee.");
      }
      boolean titleIsOurs =
          edit.title().map(TicketText::title).filter(after.title()::equals).isPresent();
      Written written =
          new Written(
              titleIsOurs ? after.title() : expected.title(),
              taken.or(expected::assignee),
              sentDue.filter(date -> after.due().equals(Optional.of(date))).or(expected::due),
              expected.priority(),
              edit.block().isPresent() && !blockKept ? after.block() : expected.block());
      return new Receipt(after, written, remarks);
    }
  }
}
