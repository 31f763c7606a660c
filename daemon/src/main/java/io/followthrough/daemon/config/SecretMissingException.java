package io.followthrough.daemon.config;

/** A secret isn't where the configuration says, or is empty. The message names only the place. */
public final class SecretMissingException extends RuntimeException {
  private static final long serialVersionUID = 1;

  SecretMissingException(String message) {
    super(message);
  }
}
