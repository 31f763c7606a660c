package io.followthrough.item;

import static java.util.Objects.requireNonNull;

/**
 * What was last put on its way to the ticket. Our own source is compared, never the text that a
 * tracker gives back.
 *
 * @param revision counts the edits; 0 is the ticket's birth
 * @param fingerprint of all that the ticket is to say; empty before its birth
 */
public record Carried(int revision, String fingerprint) {
  /** Nothing yet. */
  public static final Carried NOTHING = new Carried(0, "");

  public Carried {
    requireNonNull(fingerprint, "fingerprint is null");
  }
}
