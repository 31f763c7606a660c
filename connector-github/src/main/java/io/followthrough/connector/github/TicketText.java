package io.followthrough.connector.github;

import io.followthrough.tracker.CommentDraft;
import io.followthrough.tracker.MarkdownBlock;
import io.followthrough.tracker.MarkdownComment;
import io.followthrough.tracker.Marker;
import io.followthrough.tracker.OneLine;
import io.followthrough.tracker.Prose;
import io.followthrough.tracker.ProseLimit;
import java.util.function.Function;

/** Titles, bodies and comments within what GitHub takes. */
final class TicketText {
  /** Observed; GitHub states no number for it. */
  static final int TITLE = 256;

  /** Characters of a body or comment; the refusal of a longer one names the number. */
  static final int BODY = 65_536;

  private TicketText() {}

  /** A title of one line that is never empty. */
  static String title(String words) {
    String title = OneLine.of(words, TITLE);
    return title.isEmpty() ? "(no title)" : title;
  }

  /** Our block as a whole body. */
  static String body(Marker marker, Prose block) {
    return MarkdownBlock.render(
        marker, ProseLimit.fit(block, BODY, prose -> MarkdownBlock.render(marker, prose)));
  }

  /** A body with our block in place of the one that is there. */
  static String replaced(MarkdownBlock there, Marker marker, Prose block) {
    Function<Prose, String> whole =
        prose -> there.before() + MarkdownBlock.render(marker, prose) + there.after();
    return whole.apply(ProseLimit.fit(block, BODY, whole));
  }

  /** A body of a person's with our block at its end. */
  static String appended(String body, Marker marker, Prose block) {
    String gap = body.isBlank() ? "" : body + "\n\n";
    Function<Prose, String> whole = prose -> gap + MarkdownBlock.render(marker, prose);
    return whole.apply(ProseLimit.fit(block, BODY, whole));
  }

  /** A comment with its mark. */
  static String comment(CommentDraft draft) {
    Function<Prose, String> whole =
        prose -> MarkdownComment.render(new CommentDraft(draft.marker(), draft.key(), prose));
    return whole.apply(ProseLimit.fit(draft.body(), BODY, whole));
  }
}
