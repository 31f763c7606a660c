package io.followthrough.extract;

import io.followthrough.extract.DateWords.Found;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Terms of items: what a sentence, a cell or a heading says of when something is due. */
final class DueWords {
  private static final Pattern TRIGGER =
      Pattern.compile(
          "(?:\\b(?:by|due(?: date)?(?: by| on)?|before|until|deadline|eta|target(?:ed)?(?: for|"
              + " date)?|no later than|bis(?: zum| zur)?|avant(?: le)?|antes"
              + " (?:de|del|do)|até|fällig(?: am)?|d'ici)[ :]*(?:the |le |el )?)$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern BEFORE_PERIOD =
      Pattern.compile(
          "\\b(?:in|during|for|within|over)\\s+(?:the\\s+)?$", Pattern.CASE_INSENSITIVE);
  private static final Pattern PERIOD = Pattern.compile("[QH][1-4].*", Pattern.CASE_INSENSITIVE);

  private final DateWords dates;

  DueWords(DateWords dates) {
    this.dates = dates;
  }

  /** The text of a cell or a value as a term; it fixes a day if it names exactly one date. */
  Found whole(String text) {
    List<Found> found = dates.in(text);
    Optional<LocalDate> day = found.size() == 1 ? found.get(0).day() : Optional.empty();
    return new Found(0, text.length(), text, day);
  }

  /** Like {@link #whole}, without the words that only say that a date follows. */
  Found bare(String text) {
    List<Found> found = dates.in(text);
    return found.size() == 1 ? found.get(0) : whole(text);
  }

  /** A date that the sentence sets as its term: "by Friday", "due 2026-03-01", "in Q3". */
  Optional<Found> term(String text) {
    if (!DateWords.mayBeTermIn(text)) {
      return Optional.empty();
    }
    for (Found found : dates.in(text)) {
      String before = text.substring(Math.max(0, found.start() - 30), found.start());
      Matcher trigger = TRIGGER.matcher(before);
      if (trigger.find()) {
        int start = found.start() - (before.length() - trigger.start());
        return Optional.of(new Found(start, found.end(), found.text(), found.day()));
      }
      if (PERIOD.matcher(found.text()).matches() && BEFORE_PERIOD.matcher(before).find()) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  /** Whether the text is a date or period and nothing else. */
  boolean isDate(String text) {
    String bare = text.strip();
    List<Found> all = dates.in(bare);
    if (all.isEmpty()) {
      return false;
    }
    String before = bare.substring(0, all.get(0).start());
    String after = bare.substring(all.get(all.size() - 1).end());
    return TRIGGER.matcher(before).replaceFirst("").isBlank() && after.isBlank();
  }
}
