package io.followthrough.gate;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class VaguenessTest {
  private static final Pattern TAB = Pattern.compile("\t");

  private record Labelled(boolean vague, String part, String title) {
    boolean isJudgedVague() {
      return Vagueness.of(Promises.bare(title));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"tuned", "held-out"})
  void wishesAreToldFromPromises(String part) {
    List<Labelled> items = items().stream().filter(item -> item.part().equals(part)).toList();
    long called = items.stream().filter(Labelled::isJudgedVague).count();
    long vague = items.stream().filter(Labelled::vague).count();
    long right = items.stream().filter(item -> item.vague() && item.isJudgedVague()).count();
    double precision = (double) right / called;
    double recall = (double) right / vague;
    StringBuilder report =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "vague, %s: %d items, %d of them vague, precision %.3f, recall %.3f%n",
                part,
                items.size(),
                vague,
                precision,
                recall));
    for (Labelled item : items) {
      if (item.vague() != item.isJudgedVague()) {
        report.append(item.vague() ? "  missed: " : "  wrongly held: ").append(item.title());
        report.append('\n');
      }
    }
    System.out.print(report);
    assertTrue(precision >= 0.95 && recall >= 0.95, report::toString);
  }

  private static List<Labelled> items() {
    try (InputStream in = VaguenessTest.class.getResourceAsStream("vague.tsv")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .skip(2)
          .map(line -> TAB.split(line, -1))
          .map(cells -> new Labelled(cells[0].equals("vague"), cells[1], cells[2]))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
