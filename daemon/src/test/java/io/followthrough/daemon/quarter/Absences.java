package io.followthrough.daemon.quarter;

import java.util.Map;

/** Who is away in the quarter, who stands in, and who leaves for good. */
final class Absences {
  private static final Map<String, String> KEYS =
      Map.of(
          "Alice Martin", "delegate: Bob Stone, away: [\"2026-10-19..2026-10-30\"]",
          "Gina Lopez", "away: [\"2026-12-21..2027-01-03\"]",
          "Karim Haddad", "delegate: Lena Vogt, away: [\"2026-11-02..2026-11-20\"]",
          "Paul Archer", "away: [\"2026-11-23..2026-11-27\"]",
          "Wade Cole", "left: 2026-11-16, successor: Vera Lind",
          "Dora Webb", "left: 2026-12-01",
          "Hana Suzuki", "delegate: Felix Garnier, away: [\"2026-11-09..2026-11-13\"]");

  private Absences() {}

  static String of(String name) {
    return KEYS.containsKey(name) ? ", " + KEYS.get(name) : "";
  }
}
