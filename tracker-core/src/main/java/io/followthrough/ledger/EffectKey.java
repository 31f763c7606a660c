package io.followthrough.ledger;

import static java.util.Objects.requireNonNull;

import io.followthrough.item.ItemId;
import io.followthrough.item.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The idempotency keys: installation, subject, kind and step, so that each effect has exactly one.
 */
public final class EffectKey {
  private static final Pattern STEP = Pattern.compile("(.+)\\+([0-9]{1,4})#([0-9]{1,4})");

  private EffectKey() {}

  /** The birth of an item's ticket. */
  public static String create(String installation, ItemId item) {
    return create(installation, Subject.of(item));
  }

  /** The birth of a ticket. */
  public static String create(String installation, Subject subject) {
    return of(installation, subject, "create", "");
  }

  /** An edit: the revision, so that A, B and A again are three. */
  public static String edit(String installation, ItemId item, int revision) {
    return edit(installation, Subject.of(item), revision);
  }

  /** An edit; see {@link #edit(String, ItemId, int)}. */
  public static String edit(String installation, Subject subject, int revision) {
    return of(installation, subject, "edit", Integer.toString(revision));
  }

  /**
   * What is told once on a channel: the subject is the person and the period of a digest, the
   * period and the destination of a review, or what happened.
   *
   * @param channel its name: the same is told on several channels
   */
  public static String message(String installation, Subject subject, String channel) {
    return of(installation, subject, "message", channel);
  }

  /** A reply: the comment that it answers. */
  public static String reply(String installation, Subject subject, String commentId) {
    return of(installation, subject, "reply", commentId);
  }

  /** Something that is said once on a ticket of our own. */
  public static String question(String installation, Subject subject, String question) {
    return of(installation, subject, "ask", question);
  }

  /**
   * The withdrawal of what a key did.
   *
   * @param withdrawn the key of the comment or of the birth of the ticket
   */
  public static String retract(String installation, Subject subject, String withdrawn) {
    return of(installation, subject, "retract", Words.fingerprint(withdrawn));
  }

  /** A nudge: the instant that the silence counts from. */
  public static String nudge(String installation, ItemId item, Instant silentSince) {
    return of(installation, item, "nudge", silentSince.toString());
  }

  /** The reminder before a due date. */
  public static String dueSoon(String installation, ItemId item, LocalDate due) {
    return of(installation, item, "due-soon", due.toString());
  }

  /** A step of the ladder: due date, deferrals and step. */
  public static String overdue(
      String installation, ItemId item, LocalDate due, int deferrals, int step) {
    return of(installation, item, "overdue", due + "+" + deferrals + "#" + step);
  }

  /** A question that is asked once, such as {@code evidence} or {@code repeat:INC-7}. */
  public static String question(String installation, ItemId item, String question) {
    return of(installation, item, "ask", question);
  }

  /** The acknowledgement of what a person answered: the comment that it answers. */
  public static String reply(String installation, ItemId item, String comment) {
    return of(installation, item, "reply", comment);
  }

  /**
   * What a key says; {@link #read} takes one apart that an earlier ledger gave.
   *
   * @param kind as in the key: {@code nudge}, {@code due-soon}, {@code overdue}, {@code ask} …
   */
  public record Parts(String installation, String item, String kind, String step) {
    public Parts {
      requireNonNull(installation, "installation is null");
      requireNonNull(item, "item is null");
      requireNonNull(kind, "kind is null");
      requireNonNull(step, "step is null");
    }

    /** The question that is asked once, where it is one. */
    public Optional<String> question() {
      return kind.equals("ask") ? Optional.of(step) : Optional.empty();
    }

    /** The due date of a reminder before it. */
    public Optional<LocalDate> dueSoon() {
      return kind.equals("due-soon") ? day(step) : Optional.empty();
    }

    /** The step of the ladder, where it is one. */
    public Optional<Step> overdue() {
      Matcher words = STEP.matcher(step);
      return kind.equals("overdue") && words.matches()
          ? day(words.group(1))
              .map(
                  due ->
                      new Step(
                          due, Integer.parseInt(words.group(2)), Integer.parseInt(words.group(3))))
          : Optional.empty();
    }

    private static Optional<LocalDate> day(String text) {
      try {
        return Optional.of(LocalDate.parse(text));
      } catch (DateTimeParseException e) {
        return Optional.empty();
      }
    }
  }

  /**
   * A step of the ladder, ordered by how far it is up.
   *
   * @param deferrals how often the date had been moved by then
   * @param step from 0; -1 for a date of which no step was said
   */
  public record Step(LocalDate due, int deferrals, int step) implements Comparable<Step> {
    private static final Comparator<Step> ORDER =
        Comparator.comparingInt(Step::deferrals)
            .thenComparing(Step::due)
            .thenComparingInt(Step::step);

    public Step {
      requireNonNull(due, "due is null");
    }

    @Override
    public int compareTo(Step other) {
      return ORDER.compare(this, other);
    }
  }

  /** Takes a key apart; empty where it is none of ours. */
  public static Optional<Parts> read(String key) {
    String[] parts = key.split("/", 4);
    return parts.length < 3
        ? Optional.empty()
        : Optional.of(new Parts(parts[0], parts[1], parts[2], parts.length == 4 ? parts[3] : ""));
  }

  private static String of(String installation, ItemId item, String kind, String step) {
    return of(installation, Subject.of(item), kind, step);
  }

  private static String of(String installation, Subject subject, String kind, String step) {
    return installation + "/" + subject + "/" + kind + (step.isEmpty() ? "" : "/" + step);
  }
}
