package io.followthrough.connector.linear;

import io.followthrough.tracker.FailureKind;
import io.followthrough.tracker.TrackerException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How a request is signed. Linear takes a personal API key as it is and an OAuth token after {@code
 * Bearer}; the other way round both fail. Source: linear.app/developers, graphql and oauth.
 */
final class Credentials {
  private static final String API_KEY = "auth.api-key";
  private static final String TOKEN = "auth.token";

  private Credentials() {}

  /**
   * The {@code Authorization} header, read anew at each call.
   *
   * @param owner the tracker's or source's kind and name, for messages
   * @throws IllegalArgumentException where neither or both are given
   */
  static Supplier<String> of(Map<String, Supplier<String>> secrets, String owner) {
    Optional<Supplier<String>> apiKey = Optional.ofNullable(secrets.get(API_KEY));
    Optional<Supplier<String>> token = Optional.ofNullable(secrets.get(TOKEN));
    if (apiKey.isPresent() == token.isPresent()) {
      throw new IllegalArgumentException(
          owner
              + (token.isPresent()
                  ? " takes auth.api-key or auth.token, not both"
                  : " needs auth.api-key or auth.token"));
    }
    return apiKey
        .<Supplier<String>>map(secret -> () -> value(secret, API_KEY, owner))
        .or(() -> token.map(secret -> () -> "Bearer " + value(secret, TOKEN, owner)))
        .orElseThrow();
  }

  private static String value(Supplier<String> secret, String key, String owner) {
    String value = secret.get().strip();
    if (value.isEmpty()) {
      throw new TrackerException(
          FailureKind.DENIED, "read " + key, key + " of " + owner + " is empty");
    }
    if (value.regionMatches(true, 0, "Bearer ", 0, 7)) {
      throw new TrackerException(
          FailureKind.DENIED, "read " + key, key + " of " + owner + " is given without Bearer");
    }
    return value;
  }
}
