package io.followthrough.daemon.channel;

import io.followthrough.tracker.OneLine;
import io.followthrough.tracker.Prose;
import io.followthrough.tracker.Prose.Line;
import io.followthrough.tracker.Prose.Shape;
import io.followthrough.tracker.Span;
import io.followthrough.tracker.Span.Dress;
import java.util.stream.Collectors;

/** Prose as text for e-mails and programs: what is read, and nothing that acts. */
final class PlainProse {
  private PlainProse() {}

  /** The text, its lines parted by newlines; lines without words are left out. */
  static String render(Prose prose) {
    StringBuilder out = new StringBuilder();
    Shape before = Shape.PARAGRAPH;
    for (Line line : prose.lines()) {
      String words = line(line);
      if (!words.isEmpty()) {
        boolean together = line.shape() == before && before != Shape.PARAGRAPH;
        out.append(out.isEmpty() ? "" : together ? "\n" : "\n\n");
        out.append(prefix(line.shape())).append(words);
        before = line.shape();
      }
    }
    return out.toString();
  }

  private static String prefix(Shape shape) {
    return switch (shape) {
      case PARAGRAPH, HEADING, ROW -> "";
      case BULLET -> "- ";
      case QUOTE -> "> ";
    };
  }

  private static String line(Line line) {
    String between = line.shape() == Shape.ROW ? " | " : "";
    return line.spans().stream().map(PlainProse::span).collect(Collectors.joining(between)).strip();
  }

  private static String span(Span span) {
    String words = OneLine.fold(span.text());
    return span.dress() == Dress.LINK
        ? WebAddress.of(span.target())
            .filter(address -> !address.equals(words))
            .map(address -> words + " <" + address + ">")
            .orElse(words)
        : words;
  }
}
