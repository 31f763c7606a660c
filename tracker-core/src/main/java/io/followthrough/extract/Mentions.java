package io.followthrough.extract;

import io.followthrough.document.Mark;
import io.followthrough.document.RichText;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** People whom a text names by a link to their account, as wikis and trackers do. */
final class Mentions {
  private static final String PERSON = "user:";
  private static final Pattern AFTER = Pattern.compile("^[\\s:,;–—-]*(?:to\\s+)?");
  private static final Pattern OBJECT =
      Pattern.compile("(?i)\\b(?:with|to|for|of|from|ask|contact|by|and|at)$");

  private Mentions() {}

  /**
   * A person, and the text without them.
   *
   * @param name the words of the link
   */
  record Found(String name, RichText rest) {}

  /** The person whose name begins the text. */
  static Optional<Found> first(RichText text) {
    for (Mark mark : text.marks(Mark.Kind.LINK)) {
      if (mark.target().startsWith(PERSON) && mark.start() == 0) {
        Matcher after = AFTER.matcher(text.plain().substring(mark.end()));
        int rest = mark.end() + (after.find() ? after.end() : 0);
        return found(text, mark, text.slice(rest, text.plain().length()));
      }
    }
    return Optional.empty();
  }

  /** The person whose name ends the text, where no word makes them its object. */
  static Optional<Found> last(RichText text) {
    for (Mark mark : text.marks(Mark.Kind.LINK)) {
      boolean last = Normal.words(text.plain().substring(mark.end())).isEmpty();
      String before = Normal.words(text.plain().substring(0, mark.start()));
      if (mark.target().startsWith(PERSON) && last && !OBJECT.matcher(before).find()) {
        return found(text, mark, text.slice(0, mark.start()));
      }
    }
    return Optional.empty();
  }

  private static Optional<Found> found(RichText text, Mark mark, RichText rest) {
    return Normal.words(rest.plain()).isEmpty()
        ? Optional.empty()
        : Optional.of(new Found(text.plain().substring(mark.start(), mark.end()), rest.strip()));
  }
}
