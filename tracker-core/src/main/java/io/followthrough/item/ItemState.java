package io.followthrough.item;

import java.util.Locale;

/** Where an action item stands, as people are told. */
public enum ItemState {
  PROPOSED,
  ACCEPTED,
  IN_PROGRESS,
  BLOCKED,
  DONE,
  DECLINED,
  AWARE,
  GONE,
  UNKNOWN;

  /** The word of {@code status --format json}, such as {@code in-progress}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** True while somebody still owes something. */
  public boolean isOpen() {
    return switch (this) {
      case PROPOSED, ACCEPTED, IN_PROGRESS, BLOCKED, UNKNOWN -> true;
      case DONE, DECLINED, AWARE, GONE -> false;
    };
  }
}
