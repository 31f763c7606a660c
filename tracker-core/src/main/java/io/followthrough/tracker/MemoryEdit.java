package io.followthrough.tracker;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One {@link TicketEdit} on a ticket of a {@link MemoryTracker}: each field is carried over only
 * where the ticket still holds what we last wrote.
 */
final class MemoryEdit {
  private final MemoryDraft draft;
  private final TicketEdit edit;
  private final Set<Capability> capabilities;
  private final List<String> remarks = new ArrayList<>();

  MemoryEdit(MemoryDraft draft, TicketEdit edit, Set<Capability> capabilities) {
    this.draft = draft;
    this.edit = edit;
    this.capabilities = capabilities;
  }

  /**
   * Changes the draft.
   *
   * @param account the account of {@link TicketEdit#assignee()}, where there is one
   * @return what of ours the ticket holds afterwards
   */
  Written apply(Optional<Account> account) {
    Written before = edit.expected();
    return new Written(
        title(before), assignee(before, account), due(before), priority(before), block(before));
  }

  List<String> remarks() {
    return remarks;
  }

  private String title(Written before) {
    Optional<String> wanted = edit.title().map(MemoryTracker::titleOf);
    if (wanted.isEmpty() || !carried("title", draft.title, before.title(), wanted.get())) {
      return before.title();
    }
    draft.title = wanted.get();
    return draft.title;
  }

  private Optional<String> assignee(Written before, Optional<Account> account) {
    if (edit.assignee().isEmpty()) {
      return before.assignee();
    }
    if (account.isEmpty()) {
      remarks.add(MemoryRemarks.noAccount(edit.assignee().get()));
      return before.assignee();
    }
    List<String> held = draft.assignees.stream().map(Account::handle).toList();
    List<String> wanted = List.of(account.get().handle());
    if (!carried("assignee", held, before.assignee().stream().toList(), wanted)) {
      return before.assignee();
    }
    draft.assignees = List.of(account.get());
    return Optional.of(account.get().handle());
  }

  private Optional<LocalDate> due(Written before) {
    if (edit.due().isEmpty()) {
      return before.due();
    }
    if (!capabilities.contains(Capability.DUE_DATE)) {
      remarks.add(MemoryRemarks.NO_DUE_DATE);
      return before.due();
    }
    if (!carried("due date", draft.due, before.due(), edit.due())) {
      return before.due();
    }
    draft.due = edit.due();
    return draft.due;
  }

  private Optional<String> priority(Written before) {
    if (edit.priority().isEmpty()) {
      return before.priority();
    }
    if (!capabilities.contains(Capability.PRIORITY)) {
      remarks.add(MemoryRemarks.NO_PRIORITY);
      return before.priority();
    }
    if (!carried("priority", draft.priority, before.priority(), edit.priority())) {
      return before.priority();
    }
    draft.priority = edit.priority();
    return draft.priority;
  }

  private String block(Written before) {
    if (edit.block().isEmpty()) {
      return before.block();
    }
    Optional<MarkdownBlock> found = MarkdownBlock.findIn(draft.body);
    if (found.isEmpty()) {
      remarks.add("people removed our block from the description; it stays removed");
      return before.block();
    }
    Prose prose = edit.block().get();
    String wanted = MarkdownProse.render(prose);
    if (!carried("block", found.get().text(), before.block(), wanted)) {
      return before.block();
    }
    draft.body = found.get().with(prose);
    return wanted;
  }

  private <T> boolean carried(String field, T held, T written, T wanted) {
    boolean ours = held.equals(written) || held.equals(wanted);
    if (!ours) {
      remarks.add("people changed the " + field + "; theirs stays");
    }
    return ours;
  }
}
