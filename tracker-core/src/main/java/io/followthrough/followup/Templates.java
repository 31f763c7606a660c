package io.followthrough.followup;

import io.followthrough.followup.Notice.Kind;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Somebody's own words, by the kind of message; every other kind keeps ours.
 *
 * @param byKind the templates
 */
public record Templates(Map<Kind, Template> byKind) {
  /** Ours for everything. */
  public static final Templates NONE = new Templates(Map.of());

  public Templates {
    Map<Kind, Template> copy = new EnumMap<>(Kind.class);
    copy.putAll(byKind);
    byKind = Map.copyOf(copy);
  }

  Optional<Template> of(Kind kind) {
    return Optional.ofNullable(byKind.get(kind));
  }
}
