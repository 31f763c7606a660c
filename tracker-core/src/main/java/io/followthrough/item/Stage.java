package io.followthrough.item;

/** How far the document's side of an action item has come. */
public enum Stage {
  /** The gate holds it, or the document is not ready. */
  PROPOSED,
  /** It is a promise: it gets a ticket, or has one. */
  ACCEPTED,
  /** The document called it done at first sight: no ticket, done, unverified. */
  DONE_AT_BIRTH,
  /** It is history: it teaches, opens no ticket and sends no message. */
  LEARNED,
  /** Another live document of the same incident has the same item: that one is followed. */
  MERGED,
}
