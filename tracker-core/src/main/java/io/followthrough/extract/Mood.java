package io.followthrough.extract;

import java.util.List;
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

  private static final Pattern COMMITS =
      Pattern.compile(
          "\\b(will|well|shall|should|must|needs?|ought|going to|plans? to|planning to|planned|plan on"
              + "|intends? to|intending to|aims? to|propose|recommend|suggest|want to|would like to"
              + "|have to|has to|are working|is working|looking into|looking to|ll)\\b");
  private static final Pattern PASSED =
      Pattern.compile(
          "\\b(was|were|did|had|didnt|wasnt|werent|couldnt|has been|have been|has already|have already)\\b");
  private static final Pattern WE_PAST =
      Pattern.compile(
          "^(?:we|i|the team|they|he|she)(?: have| has| then| also)?(?: \\w+ly)? (\\w+)\\b.*");
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
    String words = Normal.words(spelledOut(sentence));
    if (words.isEmpty()) {
      return OTHER;
    }
    List<String> list = List.of(words.split(" ", -1));
    int first = 0;
    while (first < list.size() - 1 && first < 3 && LEADING.contains(list.get(first))) {
      first++;
    }
    String verb = list.get(first);
    if (isBase(verb, vocabulary)) {
      return IMPERATIVE;
    }
    if (isPast(verb, vocabulary) && !isThing(list, first)) {
      return PAST;
    }
    String head = words.length() > 160 ? words.substring(0, 160) : words;
    Matcher we = WE_PAST.matcher(head);
    if (we.matches() && isPast(we.group(1), vocabulary)) {
      return PAST;
    }
    Matcher commits = COMMITS.matcher(head);
    boolean committed = commits.find();
    Matcher passed = PASSED.matcher(head);
    if (passed.find() && (!committed || passed.start() < commits.start())) {
      return PAST;
    }
    if (committed || isAssigned(list, vocabulary)) {
      return COMMITMENT;
    }
    return sentence.strip().endsWith("?") ? QUESTION : OTHER;
  }

  /** Whether the sentence asks for or promises work. */
  boolean asks() {
    return this == IMPERATIVE || this == COMMITMENT;
  }

  private static final Pattern BEGINNING =
      Pattern.compile(
          "(?i)^\\W{0,3}(?:to (?:start|begin) with|first of all|for starters|in addition|as a (?:first|next) step)\\b,?\\s*");

  /** "We're" would be "were" without its apostrophe. */
  static String spelledOut(String sentence) {
    String head = sentence.length() > 300 ? sentence.substring(0, 300) : sentence;
    return BEGINNING
        .matcher(head)
        .replaceFirst("")
        .replace('\u2019', '\'')
        .replace("'re ", " are ")
        .replace("'ll ", " will ")
        .replace("'ve ", " have ")
        .replace("'d ", " would ");
  }

  private static boolean isBase(String verb, Vocabulary vocabulary) {
    return vocabulary.set("verb").has(verb)
        || (verb.endsWith("ing")
            && verb.length() > 5
            && (vocabulary.set("verb").has(verb.substring(0, verb.length() - 3))
                || vocabulary.set("verb").has(verb.substring(0, verb.length() - 3) + "e")
                || vocabulary.set("verb").has(verb.substring(0, verb.length() - 4))));
  }

  private static boolean isPast(String verb, Vocabulary vocabulary) {
    if (vocabulary.set("past").has(verb)) {
      return true;
    }
    if (!verb.endsWith("ed") || verb.length() < 4) {
      return false;
    }
    String stem = verb.substring(0, verb.length() - 2);
    return vocabulary.set("verb").has(stem)
        || vocabulary.set("verb").has(stem + "e")
        || (stem.endsWith("i")
            && vocabulary.set("verb").has(stem.substring(0, stem.length() - 1) + "y"))
        || (stem.length() > 2 && vocabulary.set("verb").has(stem.substring(0, stem.length() - 1)));
  }

  /** "Continued delays" and "staged roll-out" are no past, they are things. */
  private static boolean isThing(List<String> words, int verb) {
    return ADJECTIVES.contains(words.get(verb))
        && (verb + 1 >= words.size() || !AFTER_PAST.contains(words.get(verb + 1)));
  }

  /** "Ed to add", "Developers to come up with". */
  private static boolean isAssigned(List<String> words, Vocabulary vocabulary) {
    for (int i = 1; i < Math.min(words.size() - 1, 6); i++) {
      if (words.get(i).equals("to") && vocabulary.set("verb").has(words.get(i + 1))) {
        return true;
      }
    }
    return false;
  }
}
