package io.followthrough.connector.github;

import static java.util.Objects.requireNonNull;

import io.followthrough.item.Words;
import io.followthrough.tracker.FailureKind;
import io.followthrough.tracker.TrackerException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A personal access token, read anew for each call, so that it may rotate. */
final class TokenCredential implements Credential {
  private final String name;
  private final Supplier<String> token;

  /**
   * A token.
   *
   * @param name of the tracker or source, for messages
   */
  TokenCredential(String name, Supplier<String> token) {
    this.name = requireNonNull(name, "name is null");
    this.token = requireNonNull(token, "token is null");
  }

  @Override
  public String authorization() {
    String value = token.get().strip();
    if (value.isEmpty()) {
      throw new TrackerException(
          FailureKind.DENIED, "read token", "auth.token of " + name + " is empty");
    }
    return "Bearer " + value;
  }

  @Override
  public boolean refused() {
    return false;
  }

  @Override
  public String print() {
    return Words.fingerprint(authorization());
  }

  @Override
  public String account() {
    return "token " + print();
  }

  @Override
  public Optional<String> owner() {
    return Optional.empty();
  }

  @Override
  public Optional<Map<String, String>> permissions() {
    return Optional.empty();
  }

  @Override
  public void close() {}
}
