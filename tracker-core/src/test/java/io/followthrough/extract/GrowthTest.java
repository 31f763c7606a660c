package io.followthrough.extract;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.followthrough.document.DocumentFormat;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No document takes much longer than another one of its length, from its bytes to its items. */
@Timeout(1_800)
final class GrowthTest {
  private static final boolean PROOF = Boolean.getBoolean("followthrough.proof");
  private static final int LENGTH = PROOF ? 200_000 : 10_000;
  private static final int MOST = 20;
  private static final int LOOKS = 9;
  private static final ExtractRules RULES = ExtractRules.defaults();
  private static final ExtractContext CONTEXT = new ExtractContext("a", Optional.empty());

  private record Timed(String text, String name, long nanos) {
    Timed again(DocumentFormat format) {
      return new Timed(text, name, Math.min(nanos, nanosFor(format, text)));
    }
  }

  @ParameterizedTest
  @EnumSource(DocumentFormat.class)
  void noDocumentTakesTwentyTimesAsLongAsAnother(DocumentFormat format) {
    List<Timed> all = new ArrayList<>();
    for (HostileInputs.Input input : HostileInputs.all()) {
      if (input.format() == format) {
        String text = input.of(LENGTH);
        Timed first = new Timed(text, input.toString(), nanosFor(format, text));
        all.add(first.again(format));
      }
    }
    long[] sorted = all.stream().mapToLong(Timed::nanos).sorted().toArray();
    long median = sorted[sorted.length / 2];
    Timed worst = all.get(0);
    for (Timed each : all) {
      Timed best = each;
      for (int look = 0; look < LOOKS && best.nanos() > MOST * median; look++) {
        best = best.again(format);
      }
      worst = best.nanos() > worst.nanos() ? best : worst;
    }
    String told =
        String.format(
            "%s: %.1f times the median of %.0f ns a character",
            worst.name(), (double) worst.nanos() / median, (double) median / LENGTH);
    System.out.println(told);
    assertTrue(worst.nanos() <= MOST * median, told);
  }

  /** Processor time, so that a busy machine does not count. */
  private static long nanosFor(DocumentFormat format, String text) {
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    Extracted read = Extraction.of(format.parse(text), RULES, CONTEXT);
    long taken = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
    assertTrue(read.candidates().size() <= text.length());
    return taken;
  }
}
