package io.followthrough.tracker;

import io.followthrough.tracker.Prose.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Text that is cut to what a tracker takes, so that a long postmortem never costs a ticket. */
public final class ProseLimit {
  private static final String CUT = "… (cut: the rest stands in the postmortem)";

  private ProseLimit() {}

  /**
   * The prose, cut so that it fits: long spans first, then lines from the end, of which the last is
   * the footer and stays.
   *
   * @param limit in UTF-16 units of the whole text
   * @param whole the text that a prose makes, in the tracker's own syntax
   */
  public static Prose fit(Prose prose, int limit, Function<Prose, String> whole) {
    Prose fitting = prose;
    for (int span = limit; whole.apply(fitting).length() > limit && span > 64; span /= 4) {
      fitting = shortened(prose, span);
    }
    while (whole.apply(fitting).length() > limit && fitting.lines().size() > 1) {
      fitting = withoutTail(fitting);
    }
    return fitting;
  }

  private static Prose shortened(Prose prose, int longest) {
    List<Line> lines = new ArrayList<>();
    for (Line line : prose.lines()) {
      List<Span> spans = new ArrayList<>();
      for (Span span : line.spans()) {
        spans.add(new Span(span.dress(), cut(span.text(), longest), span.target()));
      }
      lines.add(new Line(line.shape(), spans));
    }
    return new Prose(lines);
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest ? text : OneLine.of(text, longest) + " " + CUT;
  }

  /** Without the second half of the lines before the last. */
  private static Prose withoutTail(Prose prose) {
    List<Line> lines = prose.lines();
    List<Line> kept = new ArrayList<>(lines.subList(0, (lines.size() - 1) / 2));
    if (!kept.isEmpty()) {
      kept.add(new Line(Prose.Shape.PARAGRAPH, List.of(Span.plain(CUT))));
    }
    kept.add(lines.get(lines.size() - 1));
    return new Prose(kept);
  }
}
