package io.followthrough.notify;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Whom a message is for: a person, or a room that several read.
 *
 * @param name the person's name; the room's as the configuration has it, such as {@code #pay-rel}
 * @param handle the person's account on this type of channel, where the directory has one
 * @param room true where it is no person
 */
public record Recipient(
    String name, Optional<String> email, Optional<String> handle, boolean room) {
  public Recipient {
    requireNonNull(name, "name is null");
    requireNonNull(email, "email is null");
    requireNonNull(handle, "handle is null");
  }

  /** A room that several read. */
  public static Recipient room(String name) {
    return new Recipient(name, Optional.empty(), Optional.empty(), true);
  }
}
