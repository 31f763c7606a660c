package io.followthrough.extract;

/** What a heading announces. */
enum Topic {
  /** Follow-up work. */
  ACTION,
  /** What is follow-up work only where it reads like it. */
  PROPOSAL,
  /** Anything else that is known: timeline, lessons, impact. */
  OTHER,
  /** A phase of the incident; below action items a kind of item. */
  PHASE,
  /** Not a word of the vocabulary. */
  NONE
}
