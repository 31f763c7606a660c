package io.followthrough.connector.github;

import java.util.Map;
import java.util.Optional;

/** Who we are to GitHub. Safe for several threads. */
interface Credential extends AutoCloseable {
  /**
   * The value of the {@code Authorization} header for the next call.
   *
   * @throws io.followthrough.tracker.TrackerException where there is none to be had
   */
  String authorization();

  /**
   * GitHub refused the present token.
   *
   * @return true where the next {@link #authorization} is another one
   */
  boolean refused();

  /**
   * A short name of the present token that tells nothing of it: an ETag is good for the token that
   * it was given to.
   */
  String print();

  /** Whose limits the calls count against: a user's or an installation's. */
  String account();

  /** What is said of the owner, where it is known without a call. */
  Optional<String> owner();

  /** What the token may do, {@code issues} to {@code write}; empty where only trying tells. */
  Optional<Map<String, String>> permissions();

  @Override
  void close();
}
