package io.followthrough.connector.github;

import io.followthrough.tracker.CommentDraft;
import io.followthrough.tracker.MarkdownBlock;
import io.followthrough.tracker.MarkdownComment;
import io.followthrough.tracker.Marker;
import io.followthrough.tracker.OneLine;
import io.followthrough.tracker.Prose;
import io.followthrough.tracker.Prose.Line;
import io.followthrough.tracker.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Titles, bodies and comments within what GitHub takes. */
final class TicketText {
  /** Observed; GitHub states no number for it. */
  static final int TITLE = 256;

  /** Characters of a body or comment; the refusal of a longer one names the number. */
  static final int BODY = 65_536;

  private static final String CUT = "… (cut: the rest stands in the postmortem)";

  private TicketText() {}

  /** A title of one line that is never empty. */
  static String title(String words) {
    String title = OneLine.of(words, TITLE);
    return title.isEmpty() ? "(no title)" : title;
  }

  /** Our block as a whole body. */
  static String body(Marker marker, Prose block) {
    return MarkdownBlock.render(
        marker, fit(block, BODY, prose -> MarkdownBlock.render(marker, prose)));
  }

  /** A body with our block in place of the one that is there. */
  static String replaced(MarkdownBlock there, Marker marker, Prose block) {
    Function<Prose, String> whole =
        prose -> there.before() + MarkdownBlock.render(marker, prose) + there.after();
    return whole.apply(fit(block, BODY, whole));
  }

  /** A body of a person's with our block at its end. */
  static String appended(String body, Marker marker, Prose block) {
    String gap = body.isBlank() ? "" : body + "\n\n";
    Function<Prose, String> whole = prose -> gap + MarkdownBlock.render(marker, prose);
    return whole.apply(fit(block, BODY, whole));
  }

  /** A comment with its mark. */
  static String comment(CommentDraft draft) {
    Function<Prose, String> whole =
        prose -> MarkdownComment.render(new CommentDraft(draft.marker(), draft.key(), prose));
    return whole.apply(fit(draft.body(), BODY, whole));
  }

  /**
   * The prose, cut so that it fits: long spans first, then lines from the end, of which the last is
   * the footer and stays.
   */
  private static Prose fit(Prose prose, int limit, Function<Prose, String> whole) {
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
