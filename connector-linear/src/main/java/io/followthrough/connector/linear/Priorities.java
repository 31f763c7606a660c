package io.followthrough.connector.linear;

import java.util.Optional;

/** Linear's priorities: 1 is the highest, and 0 is none at all. */
final class Priorities {
  private Priorities() {}

  /** The number of a word of ours; empty where Linear has none. */
  static Optional<Integer> number(String word) {
    return switch (word) {
      case "critical" -> Optional.of(1);
      case "high" -> Optional.of(2);
      case "medium" -> Optional.of(3);
      case "low" -> Optional.of(4);
      default -> Optional.empty();
    };
  }

  /** Our word for a number. */
  static Optional<String> word(int number) {
    return switch (number) {
      case 1 -> Optional.of("critical");
      case 2 -> Optional.of("high");
      case 3 -> Optional.of("medium");
      case 4 -> Optional.of("low");
      default -> Optional.empty();
    };
  }
}
