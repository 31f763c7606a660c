package io.followthrough.item;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * An owner as written, looked up in the directory.
 *
 * @param written the words of the document
 * @param person present for {@link Standing#PERSON} only
 * @param team the team's name, present for {@link Standing#TEAM} where the directory knows it
 */
public record Owner(
    String written, Standing standing, Optional<Person> person, Optional<String> team) {
  /** What the written words stand for. */
  public enum Standing {
    PERSON,
    TEAM,
    /** TBD, everyone, we, a role: nobody who could be asked. */
    NOBODY,
    /** A name that the directory does not know. */
    UNKNOWN,
  }

  public Owner {
    requireNonNull(written, "written is null");
    requireNonNull(standing, "standing is null");
    requireNonNull(person, "person is null");
    requireNonNull(team, "team is null");
  }
}
