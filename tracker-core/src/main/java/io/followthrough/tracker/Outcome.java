package io.followthrough.tracker;

import static java.util.Objects.requireNonNull;

import java.util.function.Function;

/** What became of one draft of a create call. */
public sealed interface Outcome {
  /** Reads either side. */
  <T> T match(
      Function<? super Receipt, ? extends T> created,
      Function<? super TrackerException, ? extends T> failed);

  /** The ticket exists. */
  record Created(Receipt receipt) implements Outcome {
    public Created {
      requireNonNull(receipt, "receipt is null");
    }

    @Override
    public <T> T match(
        Function<? super Receipt, ? extends T> created,
        Function<? super TrackerException, ? extends T> failed) {
      return created.apply(receipt);
    }
  }

  /** The call failed; its kind says whether the ticket may exist. */
  record Failed(TrackerException cause) implements Outcome {
    public Failed {
      requireNonNull(cause, "cause is null");
    }

    @Override
    public <T> T match(
        Function<? super Receipt, ? extends T> created,
        Function<? super TrackerException, ? extends T> failed) {
      return failed.apply(cause);
    }
  }
}
