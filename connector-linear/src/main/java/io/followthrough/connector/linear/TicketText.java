package io.followthrough.connector.linear;

import io.followthrough.tracker.MarkdownProse;
import io.followthrough.tracker.Marker;
import io.followthrough.tracker.OneLine;
import io.followthrough.tracker.Prose;
import io.followthrough.tracker.ProseLimit;
import java.util.Optional;
import java.util.function.Function;

/**
 * Titles, descriptions and comments, within limits that Linear states nowhere and never refused.
 */
final class TicketText {
  /** Linear documents no limit of a title; this one is taken by every tracker. */
  static final int TITLE = 255;

  /** Characters of a description or a comment; as little documented. */
  static final int BODY = 60_000;

  private TicketText() {}

  /** A title of one line that is never empty. */
  static String title(String words) {
    String title = OneLine.of(words, TITLE);
    return title.isEmpty() ? "(no title)" : title;
  }

  /** Our block as a whole description. Nobody is mentioned in it: being assigned tells enough. */
  static String description(Marker marker, Prose block) {
    return fitting(block, prose -> block(marker, prose));
  }

  /** A description with our block in place of the one that is there. */
  static String replaced(LinearBlock there, Marker marker, Prose block) {
    return fitting(block, prose -> there.replacedBy(block(marker, prose)));
  }

  /** A person's description with our block at its end. */
  static String appended(String description, Marker marker, Prose block) {
    return fitting(block, prose -> LinearBlock.appended(description, block(marker, prose)));
  }

  /** A comment and its key, its mentions as {@code mentions} writes them. */
  static String comment(Prose body, String key, Function<String, Optional<String>> mentions) {
    return fitting(
        body, prose -> MarkdownProse.render(prose, mentions) + "\n\n" + CommentKey.line(key));
  }

  private static String block(Marker marker, Prose prose) {
    return LinearBlock.render(marker, prose.withoutMentions(), handle -> Optional.empty());
  }

  private static String fitting(Prose prose, Function<Prose, String> whole) {
    return whole.apply(ProseLimit.fit(prose, BODY, whole));
  }
}
