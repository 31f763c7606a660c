package io.followthrough.extract;

import io.followthrough.document.RichText;
import java.util.regex.Pattern;

/** What a heading or label announces. */
final class Headings {
  private static final int LONGEST = 160;
  private static final Pattern TAKEN =
      Pattern.compile(
          "\\b(took|taken|performed|executed|tried|attempted|undertaken|did to (fix|resolve))\\b");
  private static final Pattern ANNOUNCED =
      Pattern.compile(
          "\\b(?:will|ll|plan to|planning to|going to|intend to|want to|need to|should|must|commit to"
              + "|committed to|propose|recommend|suggest|are making|are taking)\\b.*"
              + "\\b(?:following|these|changes|improvements|steps|actions|measures)\\b"
              + "|\\b(?:we|team|i)(?: will|ll| plan to| are planning to| are going to| intend to| need to| should)$");
  private static final int WORDS_OF_A_NAME = 6;

  private final Phrases action;
  private final Phrases sentence;
  private final Phrases proposal;
  private final Phrases other;
  private final Phrases phase;
  private final Phrases never;

  Headings(Vocabulary vocabulary) {
    this.action = vocabulary.set("section.action");
    this.sentence = vocabulary.set("sentence.action");
    this.proposal = vocabulary.set("section.proposal");
    this.other = vocabulary.set("section.other");
    this.phase = vocabulary.set("section.phase");
    this.never = vocabulary.set("section.never");
  }

  Topic topic(RichText label) {
    return topic(label.plain());
  }

  Topic topic(String label) {
    if (label.length() > LONGEST) {
      return Topic.NONE;
    }
    String words = Normal.words(withoutNumber(label));
    int actionLength = action.lengthIn(words);
    int otherLength = other.lengthIn(words);
    int phaseLength = phase.lengthIn(words);
    if (phaseLength > actionLength && phaseLength >= otherLength) {
      return Topic.PHASE;
    }
    if (actionLength > 0) {
      return combined(words, actionLength, otherLength, phaseLength);
    }
    if (otherLength > 0) {
      return proposal.in(words) ? Topic.PROPOSAL : Topic.OTHER;
    }
    if (phaseLength > 0) {
      return proposal.in(words) ? Topic.PROPOSAL : Topic.PHASE;
    }
    return proposal.in(words) ? Topic.PROPOSAL : Topic.NONE;
  }

  private static Topic combined(String words, int action, int other, int phase) {
    if (TAKEN.matcher(words).find()) {
      return Topic.PHASE;
    }
    if (other > action) {
      return Topic.OTHER;
    }
    return other > 0 || phase > 0 ? Topic.PROPOSAL : Topic.ACTION;
  }

  /** Whether follow-up work ends here, even where the heading stands below action items. */
  boolean ends(RichText label) {
    String words = Normal.words(withoutNumber(label.plain()));
    return label.plain().length() <= LONGEST && never.in(words) && !action.in(words);
  }

  /** What a line that ends with a colon announces; a sentence has to promise work. */
  Topic introduction(RichText label) {
    String words = Normal.words(label.plain());
    int count = words.split(" ", -1).length;
    if (count <= WORDS_OF_A_NAME && topic(label) != Topic.NONE) {
      return topic(label);
    }
    if (TAKEN.matcher(words).find()) {
      return Topic.NONE;
    }
    return sentence.in(words) || ANNOUNCED.matcher(words).find() ? Topic.ACTION : Topic.NONE;
  }

  /** Whether the label says nothing else. */
  boolean isName(String label) {
    return action.lengthIn(label) * 10 >= Normal.words(label).length() * 7;
  }

  private static String withoutNumber(String label) {
    String stripped = label.strip();
    int i = 0;
    while (i < stripped.length() && isNumbering(stripped.charAt(i))) {
      i++;
    }
    return i > 0 && i < stripped.length() ? stripped.substring(i) : stripped;
  }

  private static boolean isNumbering(char c) {
    return (c >= '0' && c <= '9') || c == '.' || c == ')' || c == ' ';
  }
}
