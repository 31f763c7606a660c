package io.followthrough.sync;

import static java.time.temporal.ChronoUnit.SECONDS;
import static java.util.Objects.requireNonNull;

import io.followthrough.item.ActionItem;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A brake that a person pulled: as long as it holds, nothing is created and nothing is said there.
 *
 * @param kind what is paused
 * @param name of the tracker, team, person or source as the configuration has it; empty for
 *     everything
 * @param until when it ends by itself; never where absent
 * @param by who pulled it
 */
public record Pause(Kind kind, String name, Instant since, Optional<Instant> until, String by) {
  /** What can be paused. */
  public enum Kind {
    EVERYTHING,
    TRACKER,
    TEAM,
    PERSON,
    SOURCE;

    /** The word of the command line and of JSON. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Pause {
    requireNonNull(kind, "kind is null");
    requireNonNull(name, "name is null");
    requireNonNull(since, "since is null");
    requireNonNull(until, "until is null");
    requireNonNull(by, "by is null");
  }

  /** True where it holds what concerns an item at a destination. */
  boolean holds(ActionItem item, String destination) {
    return switch (kind) {
      case EVERYTHING -> true;
      case TRACKER -> name.equals(destination);
      case TEAM -> item.judgement().team().filter(name::equals).isPresent();
      case PERSON -> item.owner().filter(name::equals).isPresent();
      case SOURCE -> name.equals(item.origin().source());
    };
  }

  /** True where it holds what concerns no item, at a destination and of a source if of any. */
  boolean stops(String destination, Optional<String> source) {
    return switch (kind) {
      case EVERYTHING -> true;
      case TRACKER -> name.equals(destination);
      case SOURCE -> source.filter(name::equals).isPresent();
      case TEAM, PERSON -> false;
    };
  }

  /** True where it holds what is said to a person. */
  boolean silences(String person) {
    return kind == Kind.EVERYTHING || (kind == Kind.PERSON && name.equals(person));
  }

  boolean isOver(Instant now) {
    return until.filter(end -> !now.isBefore(end)).isPresent();
  }

  /** What is paused, such as {@code tracker backend}. */
  public String what() {
    return kind == Kind.EVERYTHING ? kind.word() : kind.word() + " " + name;
  }

  /** A sentence for people. */
  public String words() {
    return what()
        + " is paused since "
        + since.truncatedTo(SECONDS)
        + until.map(end -> " until " + end.truncatedTo(SECONDS)).orElse("")
        + " by "
        + by;
  }
}
