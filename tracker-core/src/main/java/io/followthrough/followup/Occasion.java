package io.followthrough.followup;

import io.followthrough.followup.Notice.Kind;
import java.time.Instant;
import java.util.Optional;

/**
 * A reason to speak.
 *
 * @param from since when; working hours and the least interval still hold it back
 * @param until when it has lost its point
 * @param repeat the incident that came back, for {@link Kind#REPEAT}
 */
record Occasion(Kind kind, Instant from, Optional<Instant> until, Optional<Repeat> repeat) {
  static Occasion of(Kind kind, Instant from) {
    return new Occasion(kind, from, Optional.empty(), Optional.empty());
  }
}
