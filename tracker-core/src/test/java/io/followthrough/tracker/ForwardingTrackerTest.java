package io.followthrough.tracker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ForwardingTrackerTest {
  private static final TicketRef REF = new TicketRef("1", "DEMO-1", "");
  private static final Written WRITTEN =
      new Written("t", Optional.empty(), Optional.empty(), Optional.empty(), "");

  /** An argument for every type that a method of a tracker takes. */
  private static final Map<Class<?>, Object> ARGUMENTS =
      Map.of(
          List.class, List.of(),
          String.class, "words",
          TicketRef.class, REF,
          TicketDraft.class, TrackerSamples.draft(1),
          MarkQuery.class, new MarkQuery("acme", Set.of(), Instant.EPOCH),
          TicketEdit.class, TrackerSamples.edit(TrackerSamples.marker(1), WRITTEN),
          CommentDraft.class, TrackerSamples.comment(1, "k", "words"),
          Cursor.class, Cursor.startingAt(Instant.EPOCH));

  /** An answer for every type that a method of a tracker gives, by its own identity. */
  private static @Nullable Object answer(Class<?> type) {
    MemoryTracker memory = MemoryTracker.of("x", () -> Instant.EPOCH);
    Receipt receipt =
        memory
            .create(List.of(TrackerSamples.draft(1)))
            .get(0)
            .match(
                r -> r,
                e -> {
                  throw e;
                });
    Map<Class<?>, Object> answers =
        Map.of(
            boolean.class, true,
            String.class, "answer",
            Set.class, Set.of(Capability.MENTION),
            Duration.class, Duration.ofSeconds(7),
            List.class, new ArrayList<>(),
            Receipt.class, receipt,
            Comment.class, memory.person("a").comment("DEMO-1", "x"),
            Optional.class, Optional.of("answer"),
            Batch.class, memory.changesSince(Cursor.startingAt(Instant.EPOCH)),
            Ticket.class, receipt.ticket());
    return answers.get(type);
  }

  static Stream<Method> everyMethod() {
    return Arrays.stream(Tracker.class.getMethods());
  }

  @ParameterizedTest
  @MethodSource("everyMethod")
  void everyMethodForwardsItsArgumentsAndItsAnswer(Method method) throws Exception {
    Object expected = answer(method.getReturnType());
    List<Method> called = new ArrayList<>();
    List<Object[]> given = new ArrayList<>();
    Tracker delegate =
        (Tracker)
            Proxy.newProxyInstance(
                Tracker.class.getClassLoader(),
                new Class<?>[] {Tracker.class},
                (proxy, call, arguments) -> {
                  called.add(call);
                  given.add(arguments == null ? new Object[0] : arguments);
                  return expected;
                });
    Object[] arguments = Arrays.stream(method.getParameterTypes()).map(ARGUMENTS::get).toArray();

    Object answer = method.invoke(new ForwardingTracker(delegate) {}, arguments);

    assertEquals(List.of(method), called);
    assertArrayEquals(arguments, given.get(0));
    if (method.getReturnType().isPrimitive()) {
      assertEquals(expected, answer);
    } else {
      assertSame(expected, answer);
    }
  }
}
