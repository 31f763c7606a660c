package io.followthrough.extract;

import io.followthrough.document.RichText;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** What a heading or label announces. Remembers what it was asked; for one document and thread. */
final class Headings {
  private static final int LONGEST = 160;
  private static final Pattern TAKEN =
      Pattern.compile(
          "\\b(took|taken|performed|executed|tried|attempted|undertaken|did to (fix|resolve))\\b");
  private static final Pattern ANNOUNCED =
      Pattern.compile(
          "\\b(?:will|ll|plan to|planning to|going to|intend to|want to|need to|should|must|commit"
              + " to|committed to|propose|recommend|suggest|are making|are taking)\\b.*"
              + "\\b(?:following|these|changes|improvements|steps|actions|measures)\\b|\\b(?:we|team|i)(?:"
              + " will|ll| plan to| are planning to| are going to| intend to| need to| should)$");
  private static final Pattern INTRODUCES =
      Pattern.compile("(?:we|our|i|to|as|the following|these)\\b");
  private static final Pattern JOINED =
      Pattern.compile("(?i)[&+/]|\\s(?:and|und|et|y|e|og|och|en)\\s|[と和及]");
  private static final Pattern TO_READERS = Pattern.compile("\\b(?:you|your|users|customers)\\b");
  private static final int WORDS_OF_A_NAME = 6;

  private final Phrases action;
  private final Phrases sentence;
  private final Phrases proposal;
  private final Phrases other;
  private final Phrases phase;
  private final Phrases never;
  private final Map<String, Topic> topics = new HashMap<>();

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
    return label.length() > LONGEST ? Topic.NONE : topics.computeIfAbsent(label, this::told);
  }

  private Topic told(String label) {
    Words words = Words.of(withoutRemark(withoutNumber(label)));
    int actionLength = action.lengthIn(words);
    int otherLength = other.lengthIn(words);
    int phaseLength = phase.lengthIn(words);
    if (phaseLength > actionLength && phaseLength >= otherLength) {
      return Topic.PHASE;
    }
    if (actionLength > 0) {
      return combined(label, words.all(), actionLength, otherLength, phaseLength);
    }
    if (otherLength > 0) {
      return proposal.lengthIn(words) > 0 ? Topic.PROPOSAL : Topic.OTHER;
    }
    if (phaseLength > 0) {
      return proposal.lengthIn(words) > 0 ? Topic.PROPOSAL : Topic.PHASE;
    }
    return proposal.lengthIn(words) > 0 ? Topic.PROPOSAL : Topic.NONE;
  }

  private static Topic combined(String label, String words, int action, int other, int phase) {
    if (TAKEN.matcher(words).find()) {
      return Topic.PHASE;
    }
    if (other > action && !JOINED.matcher(label).find()) {
      return Topic.OTHER;
    }
    return other > 0 || phase > 0 ? Topic.PROPOSAL : Topic.ACTION;
  }

  /** Whether a label is the beginning of a sentence, not a name: "We will". */
  boolean introduces(RichText label) {
    String words = Normal.words(label.plain());
    return label.plain().strip().endsWith(":") && INTRODUCES.matcher(words).lookingAt();
  }

  /** Whether a sentence announces what will be changed: "we'll be making several changes". */
  boolean promises(String sentence) {
    String words = Normal.words(Mood.spelledOut(sentence));
    return sentence(words) || ANNOUNCED.matcher(words).find();
  }

  private boolean sentence(String words) {
    return sentence.lengthIn(Words.ofNormal(words)) > 0;
  }

  /** Whether follow-up work ends here, even where the heading stands below action items. */
  boolean ends(RichText label) {
    Words words = Words.of(withoutNumber(label.plain()));
    return label.plain().length() <= LONGEST
        && never.lengthIn(words) > 0
        && action.lengthIn(words) == 0;
  }

  /** What a line that ends with a colon announces; a sentence has to promise work. */
  Topic introduction(RichText label) {
    String words = Normal.words(Mood.spelledOut(label.plain()));
    int count = words.split(" ", -1).length;
    if (count <= WORDS_OF_A_NAME && topic(label) != Topic.NONE) {
      return topic(label);
    }
    if (TAKEN.matcher(words).find()) {
      return Topic.NONE;
    }
    return !TO_READERS.matcher(words).find() && promises(words) ? Topic.ACTION : Topic.NONE;
  }

  /** Whether a heading speaks to those who read the document, not of those who write it. */
  boolean speaksToReaders(String label) {
    return TO_READERS.matcher(Normal.words(label)).find();
  }

  /** "Immediate actions (completed)" announces actions, whatever stands in parentheses. */
  private static String withoutRemark(String label) {
    int open = Math.max(label.lastIndexOf('('), label.lastIndexOf('（'));
    boolean last = open > 0 && Math.max(label.lastIndexOf(')'), label.lastIndexOf('）')) > open;
    boolean whole = last && !Normal.words(label.substring(0, open)).isEmpty();
    return whole ? label.substring(0, open) : label;
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
