package io.followthrough.extract;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether words, signs and boxes say that something is done. */
final class StatusWords {
  private static final String DONE_SIGNS = "☑☒✅✔✓🟩🎉👍";
  private static final String OPEN_SIGNS = "☐🚧⏳🔲⬜🔜🏗⌛🔄🟨📋❌✗✘🟡🔴";
  private static final Pattern SIGN =
      Pattern.compile("^[" + DONE_SIGNS + OPEN_SIGNS + "]\\x{FE0F}?|^:[a-z_]+:");
  private static final Pattern CHECKS =
      Pattern.compile("^:(white_check_mark|heavy_check_mark|ballot_box_with_check|check):");
  private static final Pattern PERCENT = Pattern.compile("(\\d{1,3})\\s?%");

  private static final Pattern REMARK =
      Pattern.compile(
          "(?is)^[^\\p{L}]{0,3}(?:(?:this|it|that)(?: work| item|"
              + " task)?\\s+(?:is|was|has|have|had)\\s+(?:(?:been|now|already|a|still|currently|also)\\s+)*|(?=(?:done|fixed|completed|implemented|resolved|in"
              + " progress)\\b))(.{2,60})");

  private final Phrases done;
  private final Phrases open;
  private final Phrases unclear;

  StatusWords(Vocabulary vocabulary) {
    this.done = vocabulary.set("status.done");
    this.open = vocabulary.set("status.open");
    this.unclear = vocabulary.set("status.unclear");
  }

  /** What a sign at the beginning of the text says. */
  static Optional<Boolean> sign(String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (text.charAt(0) == ':' && CHECKS.matcher(text).lookingAt()) {
      return Optional.of(true);
    }
    if (text.charAt(0) < 128) {
      return Optional.empty();
    }
    String first = text.substring(0, text.offsetByCodePoints(0, 1));
    if (DONE_SIGNS.contains(first)) {
      return Optional.of(true);
    }
    return OPEN_SIGNS.contains(first) ? Optional.of(false) : Optional.empty();
  }

  /** The length of a status sign at the beginning of the text; 0 for none. */
  static int signLength(String text) {
    if (sign(text).isEmpty()) {
      return 0;
    }
    Matcher matcher = SIGN.matcher(text);
    return matcher.lookingAt() ? matcher.end() : 0;
  }

  /** Whether the text is a status and nothing else. */
  boolean isStatus(String text) {
    String bare = text.strip();
    String words = Normal.words(bare);
    return done.is(bare, words)
        || open.is(bare, words)
        || (!bare.isEmpty() && bare.length() == signLength(bare));
  }

  /** What a text that is a status and nothing else says. */
  Optional<Boolean> exactly(String text) {
    String bare = text.strip();
    Optional<Boolean> sign = sign(bare);
    if (sign.isPresent() && bare.length() == signLength(bare)) {
      return sign;
    }
    String words = Normal.words(bare);
    if (open.is(bare, words)) {
      return Optional.of(false);
    }
    return done.is(bare, words) ? Optional.of(true) : Optional.empty();
  }

  /** What the text of a status column says; its first words count for more than the rest. */
  Optional<Boolean> cell(String text) {
    String bare = text.strip();
    if (bare.isEmpty()) {
      return Optional.empty();
    }
    Matcher percent = PERCENT.matcher(bare);
    if (percent.find()) {
      return Optional.of(percent.group(1).equals("100"));
    }
    String head = head(bare);
    for (String part : new String[] {head, bare}) {
      Optional<Boolean> says = words(part);
      if (says.isPresent() || unclear.in(part)) {
        return says;
      }
    }
    return sign(bare);
  }

  private Optional<Boolean> words(String text) {
    if (text.isBlank()) {
      return Optional.empty();
    }
    Words words = Words.of(text);
    int openLength = open.lengthIn(text, words);
    int doneLength = done.lengthIn(text, words);
    if (openLength == 0 && doneLength == 0) {
      return Optional.empty();
    }
    return Optional.of(doneLength > openLength);
  }

  /** What a sentence beside an item says: "This has been done", "It is a work in progress". */
  Optional<Boolean> remark(String sentence) {
    Matcher matcher = REMARK.matcher(sentence);
    if (!matcher.lookingAt()) {
      return Optional.empty();
    }
    String rest = matcher.group(1);
    String[] words = Normal.words(rest).split(" ", -1);
    for (int n = Math.min(3, words.length); n > 0; n--) {
      Optional<Boolean> says = exactly(String.join(" ", List.of(words).subList(0, n)));
      boolean when = words.length > n && (words[n].equals("when") || words[n].equals("by"));
      if (says.isPresent() && !when) {
        return says;
      }
    }
    return Optional.empty();
  }

  /** What stands before an explanation. */
  private static String head(String text) {
    for (int i = 0; i < text.length(); i++) {
      if ("(-–—;,:.\n\u2028".indexOf(text.charAt(i)) >= 0) {
        return text.substring(0, i);
      }
    }
    return text;
  }
}
