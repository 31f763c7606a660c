package io.followthrough.connector.github;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How often an account may write to github.com: 80 times a minute and 500 times an hour, whatever
 * is written. GitHub tells neither limit in any header, and persisting beyond them may get an
 * integration banned; so we count, and stop before. What others write with the same account is not
 * seen. Source: rate-limits-for-the-rest-api. Safe for several threads.
 */
final class ContentBudget {
  private static final int A_MINUTE = 80;
  private static final int AN_HOUR = 500;
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration HOUR = Duration.ofHours(1);

  private final Map<String, Deque<Instant>> writes = new HashMap<>();

  /** Takes one write; one that is made without room counts as well. */
  synchronized void took(String account, Instant now) {
    of(account, now).addLast(now);
  }

  /** When there is room for so many writes; empty where there is now. */
  synchronized Optional<Instant> waitFor(String account, int wanted, Instant now) {
    Deque<Instant> made = of(account, now);
    Optional<Instant> minute = freed(made, A_MINUTE, wanted, MINUTE, now);
    Optional<Instant> hour = freed(made, AN_HOUR, wanted, HOUR, now);
    return minute.isPresent() && hour.isPresent()
        ? minute.filter(at -> at.isAfter(hour.get())).or(() -> hour)
        : minute.or(() -> hour);
  }

  /** When the oldest writes leave a window that is full. */
  private static Optional<Instant> freed(
      Deque<Instant> made, int limit, int wanted, Duration window, Instant now) {
    Instant[] inside =
        made.stream().filter(at -> at.plus(window).isAfter(now)).toArray(Instant[]::new);
    int tooMany = inside.length + wanted - limit;
    return tooMany <= 0
        ? Optional.empty()
        : Optional.of(inside[Math.min(tooMany, inside.length) - 1].plus(window));
  }

  private Deque<Instant> of(String account, Instant now) {
    Deque<Instant> made = writes.computeIfAbsent(account, name -> new ArrayDeque<>());
    while (!made.isEmpty() && !made.getFirst().plus(HOUR).isAfter(now)) {
      made.removeFirst();
    }
    return made;
  }
}
