package io.followthrough.tracker;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * Where a poll begins.
 *
 * @param text the connector's own notation; empty for the very first poll
 * @param from what the very first poll begins with, by our clock
 */
public record Cursor(String text, Instant from) {
  public Cursor {
    requireNonNull(text, "text is null");
    requireNonNull(from, "from is null");
  }

  /** The cursor of a first poll, which sees every change since an instant. */
  public static Cursor startingAt(Instant from) {
    return new Cursor("", from);
  }
}
