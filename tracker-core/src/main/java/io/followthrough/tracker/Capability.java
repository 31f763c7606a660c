package io.followthrough.tracker;

/** What a tracker can do beyond the least; a missing capability is refused with a message. */
public enum Capability {
  /** A due date field of its own; without it the date stands in our block. */
  DUE_DATE,
  /** A priority field of its own; without it the priority stands in our block. */
  PRIORITY,
  /** Several tickets in one create call. */
  CREATE_MANY,
  /** A mention in a comment that notifies. */
  MENTION,
  /** A state between open and closed. */
  IN_PROGRESS_STATE,
  /** The tracker itself refuses a second ticket of one mark and a second comment of one key. */
  NO_TWINS,
}
