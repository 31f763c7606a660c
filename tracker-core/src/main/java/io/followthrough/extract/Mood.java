package io.followthrough.extract;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How an English sentence speaks: asks for work, promises it, or tells of the past. */
enum Mood {
  /** "Add an alert". */
  IMPERATIVE,
  /** "We will add an alert", "Ed to add an alert", "the queue should track failures". */
  COMMITMENT,
  /** "Added an alert", "we were paged". */
  PAST,
  /** "Staged roll-out for new images?" */
  QUESTION,
  /** "More alerts", and every sentence in a language whose moods are not known. */
  OTHER;

  private static final int LONGEST_HEAD = 160;
  private static final Set<String> COMMITS =
      Set.of(
          "will",
          "well",
          "shall",
          "should",
          "must",
          "need",
          "needs",
          "ought",
          "planned",
          "propose",
          "recommend",
          "suggest",
          "ll");
  private static final Set<String> COMMITS_TO =
      Set.of(
          "going",
          "plan",
          "plans",
          "planning",
          "intend",
          "intends",
          "intending",
          "aim",
          "aims",
          "want",
          "like",
          "have",
          "has",
          "looking");
  private static final Set<String> PASSED =
      Set.of("was", "were", "did", "had", "didnt", "wasnt", "werent", "couldnt");
  private static final Pattern WE_PAST =
      Pattern.compile(
          "^(?:we|i|the team|they|he|she)(?: have| has| then| also)?(?: \\w+ly)? (\\w+)\\b.*");
  private static final Set<String> SUBJECTS = Set.of("we", "i", "the", "they", "he", "she");
  private static final Set<String> LEADING =
      Set.of(
          "re",
          "please",
          "also",
          "then",
          "and",
          "possibly",
          "maybe",
          "ideally",
          "additionally",
          "further",
          "furthermore",
          "finally",
          "first",
          "firstly",
          "second",
          "secondly",
          "third",
          "thirdly",
          "next",
          "lastly",
          "always",
          "never",
          "not",
          "to",
          "lets",
          "better",
          "potentially",
          "carefully",
          "eventually",
          "proactively",
          "automatically",
          "explicitly",
          "regularly",
          "either",
          "fully",
          "properly",
          "instead",
          "optionally",
          "gradually",
          "immediately",
          "temporarily",
          "permanently");

  private static final Set<String> ADJECTIVES =
      Set.of(
          "staged",
          "continued",
          "automated",
          "improved",
          "increased",
          "reduced",
          "dedicated",
          "shared",
          "managed",
          "scheduled",
          "required",
          "proposed",
          "centralized",
          "centralised",
          "distributed",
          "updated",
          "enhanced",
          "limited",
          "delayed",
          "planned",
          "advanced",
          "controlled",
          "gated",
          "graded",
          "phased",
          "tested",
          "structured",
          "standardized",
          "standardised",
          "isolated",
          "hardened",
          "extended",
          "expanded",
          "unified",
          "related",
          "needed",
          "documented",
          "scripted",
          "monitored");
  private static final Set<String> AFTER_PAST =
      Set.of(
          "the", "a", "an", "our", "to", "all", "in", "on", "with", "for", "from", "by", "up",
          "and", "this", "some", "new", "more", "out", "down", "it", "its", "their", "that");

  /** The mood of a sentence. */
  static Mood of(String sentence, Vocabulary vocabulary) {
    Words list = Words.of(spelledOut(sentence));
    if (list.isEmpty()) {
      return OTHER;
    }
    String words = list.all();
    int first = 0;
    while (first < list.count() - 1 && first < 3 && LEADING.contains(list.get(first))) {
      first++;
    }
    String verb = list.get(first);
    if (isBase(verb, vocabulary)) {
      return IMPERATIVE;
    }
    if (isPast(verb, vocabulary) && !isThing(list, first)) {
      return PAST;
    }
    String head = words.length() > LONGEST_HEAD ? words.substring(0, LONGEST_HEAD) : words;
    Matcher we = WE_PAST.matcher(head);
    if (SUBJECTS.contains(list.get(0)) && we.matches() && isPast(we.group(1), vocabulary)) {
      return PAST;
    }
    Mood told = told(list);
    if (told == PAST) {
      return PAST;
    }
    if (told == COMMITMENT || isAssigned(list, vocabulary)) {
      return COMMITMENT;
    }
    return sentence.strip().endsWith("?") ? QUESTION : OTHER;
  }

  /** What the first words tell that speak of what will be or of what was; else nothing. */
  private static Mood told(Words words) {
    int length = 0;
    for (int i = 0; i < words.count(); i++) {
      String word = words.get(i);
      length += word.length();
      if (length > LONGEST_HEAD) {
        return OTHER;
      }
      length++;
      String next = i + 1 < words.count() ? words.get(i + 1) : "";
      if (COMMITS.contains(word) || commits(words, i, next)) {
        return COMMITMENT;
      }
      if (PASSED.contains(word)
          || ((word.equals("has") || word.equals("have"))
              && (next.equals("been") || next.equals("already")))) {
        return PAST;
      }
    }
    return OTHER;
  }

  private static boolean commits(Words words, int at, String next) {
    String word = words.get(at);
    return switch (next) {
      case "to" ->
          COMMITS_TO.contains(word)
              && (!word.equals("like") || (at > 0 && words.get(at - 1).equals("would")));
      case "on" -> word.equals("plan");
      case "into" -> word.equals("looking");
      case "working" -> word.equals("are") || word.equals("is");
      default -> false;
    };
  }

  /** Whether the sentence asks for or promises work. */
  boolean asks() {
    return this == IMPERATIVE || this == COMMITMENT;
  }

  private static final Pattern BEGINNING =
      Pattern.compile(
          "(?i)^\\W{0,3}(?:to (?:start|begin) with|first of all|for starters|in addition|as a"
              + " (?:first|next) step)\\b,?\\s*");

  /** "We're" would be "were" without its apostrophe. */
  static String spelledOut(String sentence) {
    String head = sentence.length() > 300 ? sentence.substring(0, 300) : sentence;
    Matcher beginning = BEGINNING.matcher(head);
    String begun = beginning.lookingAt() ? head.substring(beginning.end()) : head;
    if (begun.indexOf('\'') < 0 && begun.indexOf('\u2019') < 0) {
      return begun;
    }
    return begun
        .replace('\u2019', '\'')
        .replace("'re ", " are ")
        .replace("'ll ", " will ")
        .replace("'ve ", " have ")
        .replace("'d ", " would ");
  }

  private static boolean isBase(String verb, Vocabulary vocabulary) {
    return vocabulary.verbs().has(verb)
        || (verb.endsWith("ing")
            && verb.length() > 5
            && (vocabulary.verbs().has(verb.substring(0, verb.length() - 3))
                || vocabulary.verbs().has(verb.substring(0, verb.length() - 3) + "e")
                || vocabulary.verbs().has(verb.substring(0, verb.length() - 4))));
  }

  private static boolean isPast(String verb, Vocabulary vocabulary) {
    if (vocabulary.pasts().has(verb)) {
      return true;
    }
    if (!verb.endsWith("ed") || verb.length() < 4) {
      return false;
    }
    String stem = verb.substring(0, verb.length() - 2);
    return vocabulary.verbs().has(stem)
        || vocabulary.verbs().has(stem + "e")
        || (stem.endsWith("i")
            && vocabulary.verbs().has(stem.substring(0, stem.length() - 1) + "y"))
        || (stem.length() > 2 && vocabulary.verbs().has(stem.substring(0, stem.length() - 1)));
  }

  /** "Continued delays" and "staged roll-out" are no past, they are things. */
  private static boolean isThing(Words words, int verb) {
    return ADJECTIVES.contains(words.get(verb))
        && (verb + 1 >= words.count() || !AFTER_PAST.contains(words.get(verb + 1)));
  }

  /** "Ed to add", "Developers to come up with". */
  private static boolean isAssigned(Words words, Vocabulary vocabulary) {
    for (int i = 1; i < Math.min(words.count() - 1, 6); i++) {
      if (words.get(i).equals("to") && vocabulary.verbs().has(words.get(i + 1))) {
        return true;
      }
    }
    return false;
  }
}
