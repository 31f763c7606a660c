package io.followthrough.connector.github;

/** What can go wrong between a client and the stub of GitHub. */
public enum StubFault {
  /** The connection ends before anything was done. */
  LOSE_REQUEST(false),
  /** Everything is done, and the connection ends without a word. */
  LOSE_REPLY(true),
  /** Everything is done, and half of the reply's text arrives. */
  CUT_REPLY(true),
  /** A 502 of something in between, before anything was done. */
  BAD_GATEWAY(false),
  /** A page to log in at, with status 200, of something in between. */
  LOGIN_PAGE(false),
  /** A 500 after everything was done. */
  ERROR_AFTER(true),
  /** A 429 with {@code Retry-After: 30}. */
  TOO_MANY_REQUESTS(false),
  /** A 403 with no requests remaining and a reset in ten minutes. */
  PRIMARY_LIMIT(false),
  /** A 403 that says "secondary rate limit" and states no time. */
  SECONDARY_LIMIT(false),
  /** A 422 that says "was submitted too quickly". */
  TOO_QUICK(false),
  /** A 403 for want of permission. */
  FORBIDDEN(false),
  /** A 410 that says that the API version has ended. */
  OLD_VERSION(false),
  /** A 422 that refuses the assignees. */
  REFUSE_ASSIGNEES(false);

  private final boolean applied;

  StubFault(boolean applied) {
    this.applied = applied;
  }

  /** True where the request has its effect all the same. */
  public boolean isApplied() {
    return applied;
  }
}
