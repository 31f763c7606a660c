package io.followthrough.connector.github;

import io.followthrough.tracker.CheckFinding;
import io.followthrough.tracker.CheckFinding.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What an App's installation was granted, against what is needed. */
final class Permissions {
  private Permissions() {}

  /** Each that is missing, with its mend; a token does not tell what it may. */
  static List<CheckFinding> missing(Credential credential, Map<String, String> needed) {
    List<CheckFinding> findings = new ArrayList<>();
    credential
        .permissions()
        .ifPresent(
            granted ->
                new TreeMap<>(needed)
                    .forEach(
                        (name, access) -> {
                          if (!suffices(granted.getOrDefault(name, "none"), access)) {
                            findings.add(missing(name, access));
                          }
                        }));
    return findings;
  }

  private static CheckFinding missing(String name, String access) {
    return new CheckFinding(
        Level.PROBLEM,
        "token",
        "the App lacks the permission "
            + name
            + ": "
            + access
            + "; grant it in the App's settings, then accept it in the installation's");
  }

  private static boolean suffices(String granted, String needed) {
    return granted.equals(needed) || granted.equals("write") || granted.equals("admin");
  }
}
