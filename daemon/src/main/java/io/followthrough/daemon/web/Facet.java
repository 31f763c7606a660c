package io.followthrough.daemon.web;

import io.followthrough.daemon.status.StatusItem;
import io.followthrough.item.ItemState;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A side from which items are counted and looked at; one item may show several. */
enum Facet {
  /** Promised and not kept yet. */
  OPEN,
  /** Open, and the due date is over. */
  OVERDUE,
  /** Not taken as a promise yet: the gate holds it, or its postmortem does not count yet. */
  HELD,
  /** Done, shown or not. */
  DONE,
  /** Done, and nothing shows it. */
  UNVERIFIED;

  /** The word in addresses, in JSON and in metrics. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Facet> of(String word) {
    return Arrays.stream(values()).filter(facet -> facet.word().equals(word)).findFirst();
  }

  boolean shows(StatusItem status, LocalDate today) {
    return switch (this) {
      case OPEN -> status.isOwed();
      case OVERDUE -> status.isOverdue(today);
      case HELD -> status.counts() && status.standing().state() == ItemState.PROPOSED;
      case DONE -> status.counts() && status.standing().state() == ItemState.DONE;
      case UNVERIFIED ->
          status.counts()
              && status.standing().state() == ItemState.DONE
              && !status.standing().verified();
    };
  }
}
