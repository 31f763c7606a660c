package io.followthrough.connector.linear;

/** What can go wrong between a client and the stub of Linear. */
public enum StubFault {
  /** The connection ends before anything was done. */
  LOSE_REQUEST(false),
  /** Everything is done, and the connection ends without a word. */
  LOSE_REPLY(true),
  /** Everything is done, and half of the reply's text arrives. */
  CUT_REPLY(true),
  /** A 502 of something in between, before anything was done. */
  BAD_GATEWAY(false),
  /** A 500 after everything was done. */
  ERROR_AFTER(true),
  /** Everything is done, and a 200 says that an internal error occurred. */
  INTERNAL_ERROR_AFTER(true),
  /** A 200 that says "lock timeout"; nothing was done. */
  LOCK_TIMEOUT(false),
  /** A 400 with the code RATELIMITED, whose bucket is full again in ten minutes. */
  RATELIMITED(false),
  /** A 400 with the code RATELIMITED that states no time. */
  RATELIMITED_WITHOUT_TIME(false),
  /** A 429 with {@code Retry-After: 30}. */
  TOO_MANY_REQUESTS(false),
  /** A 200 that says "forbidden". */
  FORBIDDEN(false),
  /** A 200 that says that the plan holds no more issues. */
  USED_UP(false),
  /** A 200 with {@code success: false} and no error. */
  NO_SUCCESS(false),
  /** Everything is done, and part of the data is missing, with an error beside it. */
  PARTIAL_DATA(true);

  private final boolean applied;

  StubFault(boolean applied) {
    this.applied = applied;
  }

  /** True where the request has its effect all the same. */
  public boolean isApplied() {
    return applied;
  }
}
