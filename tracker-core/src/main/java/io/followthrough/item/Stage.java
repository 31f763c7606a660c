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
  /** A person answered that it is known and not committed to, or nobody answered for long. */
  AWARE,
  /** A person declined it before it had a ticket. */
  DECLINED,
}
