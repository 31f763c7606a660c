package io.followthrough.followup;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whom a step of the ladder tells, nearest to the work first. */
public enum Role {
  OWNER,
  INCIDENT_OWNER,
  SERVICE_OWNER,
  TEAM_LEAD,
  MANAGER,
  LEADERSHIP;

  /** The word of the configuration file, such as {@code incident-owner}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The role of a word of the configuration file. */
  public static Optional<Role> ofWord(String word) {
    return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
  }

  /** The role as it is called in a sentence, such as {@code incident owner}. */
  String title() {
    return word().replace('-', ' ');
  }
}
