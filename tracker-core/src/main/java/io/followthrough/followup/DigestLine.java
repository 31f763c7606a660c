package io.followthrough.followup;

import static java.util.Objects.requireNonNull;

import io.followthrough.item.ActionItem;
import io.followthrough.item.ItemState;
import io.followthrough.tracker.TicketRef;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;

/**
 * One item of somebody's digest.
 *
 * @param person whom it is told, by the directory's name
 * @param ticket absent for what is held
 * @param words why it stands here, in words that complete its title: {@code due on …}
 * @param because why this person is told in place of another
 */
public record DigestLine(
    String person,
    Section section,
    ActionItem item,
    ItemState state,
    Optional<LocalDate> due,
    Optional<TicketRef> ticket,
    String words,
    Optional<String> because)
    implements Comparable<DigestLine> {
  private static final Comparator<DigestLine> ORDER =
      Comparator.comparing(DigestLine::section)
          .thenComparing(line -> line.due().orElse(LocalDate.MAX))
          .thenComparing(line -> line.item().promise().title())
          .thenComparing(line -> line.item().id().value());

  /** What is told first stands first. */
  public enum Section {
    OVERDUE("Overdue", "overdue"),
    DUE_SOON("Due soon", "due soon"),
    BLOCKED("Blocked", "blocked"),
    SILENT("Quiet for a while", "quiet"),
    HELD("Waiting for a word in the postmortem", "held back");

    private final String heading;
    private final String word;

    Section(String heading, String word) {
      this.heading = heading;
      this.word = word;
    }

    String heading() {
      return heading;
    }

    String word() {
      return word;
    }
  }

  public DigestLine {
    requireNonNull(person, "person is null");
    requireNonNull(section, "section is null");
    requireNonNull(item, "item is null");
    requireNonNull(state, "state is null");
    requireNonNull(due, "due is null");
    requireNonNull(ticket, "ticket is null");
    requireNonNull(words, "words is null");
    requireNonNull(because, "because is null");
  }

  @Override
  public int compareTo(DigestLine other) {
    return ORDER.compare(this, other);
  }
}
