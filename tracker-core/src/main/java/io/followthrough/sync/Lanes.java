package io.followthrough.sync;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** How the work of several destinations is run, so that a slow one need not hold up the others. */
public enum Lanes {
  /** One after the other, on the thread that asks. */
  IN_TURN {
    @Override
    public <T> List<T> each(
        Collection<String> destinations, Function<? super String, ? extends T> work) {
      return destinations.stream().<T>map(work).toList();
    }
  },
  /** Each on a thread of its own, as long as there are not more than {@link #MOST}. */
  BESIDE_EACH_OTHER {
    @Override
    public <T> List<T> each(
        Collection<String> destinations, Function<? super String, ? extends T> work) {
      if (destinations.size() < 2) {
        return IN_TURN.each(destinations, work);
      }
      ExecutorService threads = Executors.newFixedThreadPool(atOnce(destinations.size()));
      try {
        List<Future<T>> futures = new ArrayList<>();
        destinations.forEach(
            destination -> futures.add(threads.submit(() -> work.apply(destination))));
        return results(futures);
      } finally {
        threads.shutdown();
      }
    }
  };

  /** How many destinations are served at once: thousands of threads cost more than they bring. */
  private static final int MOST = 64;

  /** How many threads serve so many destinations. */
  public static int atOnce(int destinations) {
    return Math.min(destinations, MOST);
  }

  /**
   * Runs the work of each destination and waits for all of it.
   *
   * @return the results in the order of the destinations
   * @throws RuntimeException what the work of one threw, after all others came to their end
   */
  public abstract <T> List<T> each(
      Collection<String> destinations, Function<? super String, ? extends T> work);

  private static <T> List<T> results(List<Future<T>> futures) {
    List<T> results = new ArrayList<>();
    List<Throwable> failures = new ArrayList<>();
    for (Future<T> future : futures) {
      try {
        results.add(future.get());
      } catch (ExecutionException e) {
        failures.add(Objects.requireNonNullElse(e.getCause(), e));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while a destination was served", e);
      }
    }
    for (Throwable failure : failures) {
      if (failure instanceof RuntimeException unchecked) {
        throw unchecked;
      }
      if (failure instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(failure);
    }
    return results;
  }
}
