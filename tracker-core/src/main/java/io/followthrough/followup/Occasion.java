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
 * @param ownership what has become of the owner, for {@link Kind#OWNERSHIP}
 */
record Occasion(
    Kind kind,
    Instant from,
    Optional<Instant> until,
    Optional<Repeat> repeat,
    Optional<Ownership> ownership) {
  static Occasion of(Kind kind, Instant from) {
    return new Occasion(kind, from, Optional.empty(), Optional.empty(), Optional.empty());
  }

  static Occasion until(Instant end, Kind kind, Instant from) {
    return new Occasion(kind, from, Optional.of(end), Optional.empty(), Optional.empty());
  }

  static Occasion of(Repeat repeat) {
    return new Occasion(
        Kind.REPEAT, repeat.seenAt(), Optional.empty(), Optional.of(repeat), Optional.empty());
  }

  static Occasion of(Ownership ownership, Instant from) {
    return new Occasion(
        Kind.OWNERSHIP, from, Optional.empty(), Optional.empty(), Optional.of(ownership));
  }
}
