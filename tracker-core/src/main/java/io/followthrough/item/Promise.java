package io.followthrough.item;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An action item in the words of its document; what the document does not say is absent.
 *
 * @param title the item's own words without owner, date and ticket decorations
 * @param text the item as it stands in the document
 * @param line the line it stands on, from 1
 * @param rule the extraction rule that found it
 * @param owner the owner as written
 * @param due the day on which it is due, where the text fixes one
 * @param dueText what was written about the date
 * @param done whether the document calls it done
 * @param tickets links and keys of tickets that the item names
 * @param criterion how one will see that it is done
 * @param review the day on which to look at it again
 */
public record Promise(
    String title,
    String text,
    int line,
    String rule,
    Optional<String> owner,
    Optional<LocalDate> due,
    Optional<String> dueText,
    boolean done,
    List<String> tickets,
    Optional<Priority> priority,
    Optional<ActionKind> kind,
    Optional<String> criterion,
    List<String> services,
    Optional<LocalDate> review) {
  public Promise {
    requireNonNull(title, "title is null");
    requireNonNull(text, "text is null");
    requireNonNull(rule, "rule is null");
    requireNonNull(owner, "owner is null");
    requireNonNull(due, "due is null");
    requireNonNull(dueText, "dueText is null");
    tickets = List.copyOf(tickets);
    requireNonNull(priority, "priority is null");
    requireNonNull(kind, "kind is null");
    requireNonNull(criterion, "criterion is null");
    services = List.copyOf(services);
    requireNonNull(review, "review is null");
  }

  /** A promise that nobody means to look at again on a day. */
  public Promise(
      String title,
      String text,
      int line,
      String rule,
      Optional<String> owner,
      Optional<LocalDate> due,
      Optional<String> dueText,
      boolean done,
      List<String> tickets,
      Optional<Priority> priority,
      Optional<ActionKind> kind,
      Optional<String> criterion,
      List<String> services) {
    this(
        title,
        text,
        line,
        rule,
        owner,
        due,
        dueText,
        done,
        tickets,
        priority,
        kind,
        criterion,
        services,
        Optional.empty());
  }

  /** The same promise with another due date, for a date that a default filled in. */
  public Promise withDue(LocalDate date) {
    return new Promise(
        title,
        text,
        line,
        rule,
        owner,
        Optional.of(date),
        dueText,
        done,
        tickets,
        priority,
        kind,
        criterion,
        services,
        review);
  }

  /** The same promise with what people answered about it since. */
  public Promise answered(Optional<LocalDate> newDue, Optional<Priority> newPriority) {
    return new Promise(
        title,
        text,
        line,
        rule,
        owner,
        newDue.or(() -> due),
        newDue.isPresent() ? Optional.empty() : dueText,
        done,
        tickets,
        newPriority.or(() -> priority),
        kind,
        criterion,
        services,
        review);
  }
}
