package io.followthrough.tracker;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A write that the tracker took.
 *
 * @param ticket the ticket as the tracker holds it now; its status may be empty where the tracker
 *     answers to a creation with an address alone
 * @param written what of ours it holds: what was dropped or kept by people is not in it
 * @param remarks what the tracker dropped or people had changed, each a sentence for a person
 */
public record Receipt(Ticket ticket, Written written, List<String> remarks) {
  public Receipt {
    requireNonNull(ticket, "ticket is null");
    requireNonNull(written, "written is null");
    remarks = List.copyOf(remarks);
  }
}
