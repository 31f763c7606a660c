package io.followthrough.daemon.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The known name that somebody most likely meant. */
public final class Nearest {
  private Nearest() {}

  /** Returns the known name that differs from the given one by a slip or two. */
  static Optional<String> to(String given, Collection<String> known) {
    String meant = plain(given);
    int slips = Math.max(1, Math.min(3, meant.length() / 3));
    return known.stream()
        .filter(it -> Math.abs(it.length() - meant.length()) <= slips)
        .filter(it -> distance(meant, plain(it)) <= slips)
        .min(
            Comparator.comparingInt((String it) -> distance(meant, plain(it)))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** Returns the question whether the nearest name was meant. */
  public static Optional<String> hint(String given, Collection<String> known) {
    return to(given, known).map(it -> "did you mean `" + it + "`?");
  }

  private static String plain(String name) {
    return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").replace('_', '-').toLowerCase(Locale.ROOT);
  }

  /** Counts inserted, dropped, changed and swapped characters. */
  private static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, a, b, i, j);
      }
    }
    return cost[a.length()][b.length()];
  }

  private static int cheapest(int[][] cost, String a, String b, int i, int j) {
    int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
    int best = Math.min(cost[i - 1][j - 1] + same, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
  }
}
