package io.followthrough.ledger;

import io.followthrough.item.ItemId;
import java.time.Instant;
import java.time.LocalDate;

/** The idempotency keys: installation, item, kind and step, so that each effect has exactly one. */
public final class EffectKey {
  private EffectKey() {}

  /** The birth of an item's ticket. */
  public static String create(String installation, ItemId item) {
    return of(installation, item, "create", "");
  }

  /** An edit: the revision, so that A, B and A again are three. */
  public static String edit(String installation, ItemId item, int revision) {
    return of(installation, item, "edit", Integer.toString(revision));
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

  private static String of(String installation, ItemId item, String kind, String step) {
    return installation + "/" + item + "/" + kind + (step.isEmpty() ? "" : "/" + step);
  }
}
