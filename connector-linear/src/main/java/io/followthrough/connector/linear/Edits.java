package io.followthrough.connector.linear;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.followthrough.http.Json;
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
 * wrote. Linear has no conditional write: a person's edit in the second between our reading and our
 * writing is lost.
 */
final class Edits {
  private final Issues issues;
  private final IssueReader reader;
  private final Members members;

  Edits(Issues issues, IssueReader reader, Members members) {
    this.issues = requireNonNull(issues, "issues is null");
    this.reader = requireNonNull(reader, "reader is null");
    this.members = requireNonNull(members, "members is null");
  }

  /** True where a user is a ticket's assignee. */
  static boolean isAssigned(Ticket ticket, String userId) {
    return ticket.assignees().stream().anyMatch(account -> account.id().equals(userId));
  }

  Receipt update(TicketRef ref, TicketEdit edit) {
    Issues.Found found = issues.find(Operation.READ_ISSUE, ref);
    Carriage carriage = new Carriage(edit, found);
    carriage.title();
    carriage.block();
    edit.assignee().ifPresent(carriage::assignee);
    edit.due().ifPresent(carriage::due);
    edit.priority().ifPresent(carriage::priority);
    Issues.Found after =
        carriage.input.isEmpty() ? found : issues.update(ref, found.id(), carriage.input);
    return carriage.receipt(after);
  }

  /** One edit on its way: what is sent, and what is said of the rest. */
  private final class Carriage {
    private final TicketEdit edit;
    private final Written expected;
    private final Issues.Found found;
    private final Ticket ticket;
    private final ObjectNode input = Json.object();
    private final List<String> remarks = new ArrayList<>();
    private boolean blockKept;
    private Optional<Members.Member> sent = Optional.empty();
    private Optional<LocalDate> due;
    private Optional<String> priority;

    Carriage(TicketEdit edit, Issues.Found found) {
      this.edit = edit;
      this.expected = edit.expected();
      this.found = found;
      this.ticket = found.ticket();
      this.due = expected.due();
      this.priority = expected.priority();
    }

    void title() {
      Optional<String> title = edit.title().map(TicketText::title);
      if (title.isEmpty() || title.get().equals(ticket.title())) {
        return;
      }
      if (ticket.title().equals(expected.title())) {
        input.put("title", title.get());
      } else {
        remarks.add("The title was changed on the ticket and stays: " + ticket.title());
      }
    }

    /** An adopted ticket, which has another id than our own, gets our block at its end. */
    void block() {
      if (edit.block().isEmpty()) {
        return;
      }
      String description = found.description();
      Optional<LinearBlock> there = LinearBlock.findIn(description, edit.marker());
      boolean removed =
          there.isEmpty()
              && (!expected.block().isEmpty() || reader.isOf(found.json(), edit.marker()));
      String whole =
          there.isPresent()
              ? TicketText.replaced(there.get(), edit.marker(), edit.block().get())
              : TicketText.appended(description, edit.marker(), edit.block().get());
      if (LinearBlock.saySame(whole, description)) {
        return;
      }
      String held = there.map(LinearBlock::text).orElse("");
      if (removed || !LinearBlock.saySame(held, expected.block())) {
        blockKept = true;
        remarks.add("Our part of the description was changed on the ticket and stays as it is.");
        return;
      }
      input.put("description", whole);
    }

    void assignee(String handle) {
      Optional<Members.Member> member = members.assignable(handle);
      boolean stillOurs =
          expected
              .assignee()
              .map(ours -> ticket.assignees().stream().anyMatch(a -> a.handle().equals(ours)))
              .orElse(ticket.assignees().isEmpty());
      if (member.filter(m -> isAssigned(ticket, m.account().id())).isPresent()) {
        sent = member;
      } else if (!stillOurs) {
        remarks.add("The assignee was changed on the ticket and stays.");
      } else if (member.isEmpty()) {
        remarks.add(members.obstacle(handle) + ": not assigned.");
      } else {
        input.put("assigneeId", member.get().account().id());
        sent = member;
      }
    }

    void due(LocalDate date) {
      if (ticket.due().equals(Optional.of(date))) {
        due = Optional.of(date);
      } else if (ticket.due().equals(expected.due())) {
        input.put("dueDate", date.toString());
        due = Optional.of(date);
      } else {
        remarks.add("The due date was changed on the ticket and stays.");
      }
    }

    void priority(String word) {
      Optional<Integer> number = Priorities.number(word);
      if (number.isEmpty()) {
        remarks.add("Linear has no priority " + word + ".");
      } else if (ticket.priority().equals(Optional.of(word))) {
        priority = Optional.of(word);
      } else if (ticket.priority().equals(expected.priority())) {
        input.put("priority", number.get());
        priority = Optional.of(word);
      } else {
        remarks.add("The priority was changed on the ticket and stays.");
      }
    }

    Receipt receipt(Issues.Found written) {
      Ticket after = written.ticket();
      Optional<String> taken =
          sent.map(Members.Member::account)
              .filter(account -> isAssigned(after, account.id()))
              .map(account -> account.handle());
      if (sent.isPresent() && taken.isEmpty()) {
        remarks.add("Linear did not take " + sent.get().account().handle() + " as assignee.");
      }
      boolean titleIsOurs =
          edit.title().map(TicketText::title).filter(after.title()::equals).isPresent();
      String block =
          edit.block().isPresent() && !blockKept
              ? LinearBlock.findIn(written.description(), edit.marker())
                  .map(LinearBlock::text)
                  .orElse("")
              : expected.block();
      return new Receipt(
          after,
          new Written(
              titleIsOurs ? after.title() : expected.title(),
              taken.or(expected::assignee),
              due,
              priority,
              block),
          remarks);
    }
  }
}
