package io.followthrough.daemon.simulation;

import io.followthrough.tracker.TicketState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What people have done to one ticket, which is to stay as it is. */
final class Handwriting {
  Optional<String> title = Optional.empty();
  Optional<String> assignee = Optional.empty();
  Optional<LocalDate> due = Optional.empty();
  TicketState state = TicketState.OPEN;
  boolean blockIsTheirs;
  boolean blockIsGone;
  final List<String> words = new ArrayList<>();
}
