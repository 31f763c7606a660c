package io.followthrough.connector.jira;

/** What can go wrong between a client and a stub of Atlassian's. */
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
  /** A 429 of the burst limit with {@code Retry-After: 30}. */
  BURST_LIMIT(false),
  /** A 429 of the hourly quota, whose end is only told as an instant. */
  QUOTA(false),
  /** A 429 of one ticket's writes. */
  PER_ISSUE_LIMIT(false),
  /** A 429 of a gateway, without any time. */
  BARE_LIMIT(false),
  /** A 503 with {@code Retry-After: 60}. */
  OVERLOADED(false),
  /** A 403 for want of permission. */
  FORBIDDEN(false),
  /** A 401 in the gateway's own shape, for want of a scope. */
  SCOPE(false),
  /** A sign-in page with status 200. */
  LOGIN_PAGE(false),
  /** A redirection to a sign-in page. */
  LOGIN_REDIRECT(false);

  private final boolean applied;

  StubFault(boolean applied) {
    this.applied = applied;
  }

  /** True where the request has its effect all the same. */
  public boolean isApplied() {
    return applied;
  }
}
