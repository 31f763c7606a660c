package io.followthrough.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class LanesTest {
  @ParameterizedTest
  @EnumSource(Lanes.class)
  void resultsComeInTheOrderOfTheDestinations(Lanes lanes) {
    assertEquals(List.of("A", "B", "C"), lanes.each(List.of("a", "b", "c"), LanesTest::upper));
    assertEquals(List.of(), lanes.each(List.of(), LanesTest::upper));
  }

  private static String upper(String word) {
    return word.equals("a") ? "A" : word.equals("b") ? "B" : "C";
  }

  @Test
  void threeAreServedAtTheSameTime() {
    CyclicBarrier all = new CyclicBarrier(3);

    List<Boolean> met =
        Lanes.BESIDE_EACH_OTHER.each(
            List.of("a", "b", "c"),
            name -> {
              try {
                return all.await(60, TimeUnit.SECONDS) >= 0;
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });

    assertEquals(List.of(true, true, true), met);
  }

  @Test
  void whatOneThrowsKeepsNoOtherFromItsEnd() {
    Set<String> ended = ConcurrentHashMap.newKeySet();

    assertThrows(
        IllegalArgumentException.class,
        () ->
            Lanes.BESIDE_EACH_OTHER.each(
                List.of("bad", "good", "better"),
                name -> {
                  if (name.equals("bad")) {
                    throw new IllegalArgumentException(name);
                  }
                  return ended.add(name);
                }));

    assertEquals(Set.of("good", "better"), ended);
  }
}
