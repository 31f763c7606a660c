package io.followthrough.extract;

import static java.util.Objects.requireNonNull;

/**
 * A list, table or paragraph that was not taken for action items.
 *
 * @param line its first line, from 1
 * @param what what it is, with its first words
 * @param why the reason, as a sentence for people
 */
public record NotTaken(int line, String what, String why) {
  public NotTaken {
    requireNonNull(what, "what is null");
    requireNonNull(why, "why is null");
  }
}
