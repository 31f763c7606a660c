package io.followthrough.followup;

import static java.util.Objects.requireNonNull;

import io.followthrough.tracker.Prose;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Something to be said on a ticket, once.
 *
 * @param key the idempotency key of the effect
 * @param recipients never empty
 * @param beyond the names of people who are meant and whom the tracker cannot notify
 * @param raisePriority whether the step raises a priority that we set by one level
 */
public record Notice(
    String key,
    Kind kind,
    List<Recipient> recipients,
    List<String> beyond,
    Prose body,
    boolean raisePriority) {
  /** What is said; of several that are due at once the first is said, and stands for all. */
  public enum Kind {
    /** The ticket was closed and nothing shows that it is done. */
    EVIDENCE,
    /** The ticket was closed as not planned and nobody said why. */
    REASON,
    /** A later incident resembles the one that the item comes from. */
    REPEAT,
    /** The postmortem calls it done, the ticket is open. */
    DONE_IN_DOCUMENT,
    /** The postmortem no longer has it. */
    REMOVED,
    /** Whoever owns it has left, or what it belongs to has another owner. */
    OWNERSHIP,
    /** The day has come on which somebody wanted to look at it again. */
    REVIEW,
    /** A step of the ladder after the due date. */
    OVERDUE,
    /** The due date was moved for the third time. */
    DEFERRED,
    DUE_SOON,
    /** Nobody has touched an item of low priority for a quarter. */
    STILL_MEANT,
    /** It is blocked and silent. */
    BLOCKED,
    NUDGE;

    /** The word of the outbox, the journal and {@code status}, such as {@code due-soon}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind of a word. */
    public static Optional<Kind> ofWord(String word) {
      return Stream.of(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    /** True where only the latest matters; every other kind is a question that is asked once. */
    public boolean isReminder() {
      return this == OVERDUE || this == DUE_SOON || this == BLOCKED || this == NUDGE;
    }

    /** True for the word of a reminder. */
    public static boolean isReminder(String word) {
      return Stream.of(values()).anyMatch(kind -> kind.isReminder() && kind.word().equals(word));
    }
  }

  public Notice {
    requireNonNull(key, "key is null");
    requireNonNull(kind, "kind is null");
    recipients = List.copyOf(recipients);
    beyond = List.copyOf(beyond);
    requireNonNull(body, "body is null");
  }
}
