package io.followthrough.tracker;

import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Nested;

/** The contract, with and without a lag, pages, addresses and each of the capabilities. */
final class MemoryTrackerContractTest {
  abstract static class Shaped extends TrackerContractTest {
    private final UnaryOperator<MemoryTrackerBuilder> shape;

    Shaped(UnaryOperator<MemoryTrackerBuilder> shape) {
      this.shape = shape;
    }

    @Override
    protected TrackerHarness start() {
      return new MemoryHarness(shape);
    }
  }

  @Nested
  final class Complete extends Shaped {
    Complete() {
      super(builder -> builder);
    }
  }

  @Nested
  final class WithLagAndSmallPages extends Shaped {
    WithLagAndSmallPages() {
      super(
          builder ->
              builder
                  .findLag(Duration.ofMinutes(10))
                  .pageSize(2)
                  .address("http://127.0.0.1:8080/tickets/"));
    }
  }

  @Nested
  final class WithoutDueDates extends Shaped {
    WithoutDueDates() {
      super(builder -> builder.without(Capability.DUE_DATE));
    }
  }

  @Nested
  final class WithoutPriorities extends Shaped {
    WithoutPriorities() {
      super(builder -> builder.without(Capability.PRIORITY));
    }
  }

  @Nested
  final class WithoutManyAtOnce extends Shaped {
    WithoutManyAtOnce() {
      super(builder -> builder.without(Capability.CREATE_MANY));
    }
  }

  @Nested
  final class WithoutMentions extends Shaped {
    WithoutMentions() {
      super(builder -> builder.without(Capability.MENTION));
    }
  }

  @Nested
  final class WithoutWorkInProgress extends Shaped {
    WithoutWorkInProgress() {
      super(builder -> builder.without(Capability.IN_PROGRESS_STATE));
    }
  }
}
