package io.followthrough.gate;

import io.followthrough.item.Promise;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The question whether anybody could see that a promise is done: a wish without a measurable object
 * is vague. What the words do not give away counts as a promise, since a held one costs a person's
 * time.
 */
final class Vagueness {
  private static final Pattern SENTENCE =
      Pattern.compile("(?<=[\\p{L}\\p{N})`])[.!?:;](?=\\s)|[。！？；：]|\\s[|–—-]\\s|\\n|[()（）]");
  private static final Pattern CLAUSE =
      Pattern.compile("(?iu),(?=\\s)|、|，|\\s(?:and|then|by|und|durch|par|&|\\+)\\s");
  private static final Pattern GERUND = Pattern.compile("\\p{L}{3,}ing");

  private enum Sense {
    CONCRETE,
    PLAIN,
    VAGUE
  }

  private Vagueness() {}

  /** Whether the promise is vague, its criterion and the words after its title considered. */
  static boolean of(Promise promise) {
    Optional<String> criterion = promise.criterion().filter(words -> !words.isBlank());
    if (criterion.isPresent() && sense(criterion.get()) != Sense.VAGUE) {
      return false;
    }
    return sense(promise.title()) == Sense.VAGUE && !isExplained(promise);
  }

  /** Whether the words after the title say what is to be done. */
  private static boolean isExplained(Promise promise) {
    String rest = promise.text().replace(promise.title(), "\n");
    return sentences(rest).stream().anyMatch(each -> senseOfSentence(each) == Sense.CONCRETE);
  }

  /** The first sentence decides, unless another says what is to be done. */
  private static Sense sense(String text) {
    List<String> sentences = sentences(text);
    if (sentences.isEmpty()) {
      return Sense.PLAIN;
    }
    List<Sense> senses = sentences.stream().map(Vagueness::senseOfSentence).toList();
    return senses.contains(Sense.CONCRETE) ? Sense.CONCRETE : senses.get(0);
  }

  private static List<String> sentences(String text) {
    return SENTENCE
        .splitAsStream(text)
        .map(String::strip)
        .filter(sentence -> !Phrase.of(sentence).isEmpty())
        .toList();
  }

  private static Sense senseOfSentence(String raw) {
    Phrase sentence = withoutOpening(Phrase.of(raw));
    boolean crowd = Wording.CROWD.leading(Phrase.of(raw)) > 0;
    if (sentence.isEmpty()) {
      return Sense.VAGUE;
    }
    boolean measured = Evidence.hasTarget(raw) || Evidence.hasIdentifier(raw);
    if (isWish(sentence)) {
      return isDelivered(raw, sentence, measured) ? Sense.CONCRETE : Sense.VAGUE;
    }
    int verb = Wording.ACT.leading(sentence);
    if (verb > 0) {
      return act(sentence.from(verb), crowd, measured || laterClauseActs(raw));
    }
    if (laterClauseActs(raw)) {
      return Sense.CONCRETE;
    }
    boolean hollow =
        crowd
            || Evidence.content(sentence) == 0
            || Wording.WISH.leading(withoutLittle(sentence)) > 0
            || Wording.SOFT.leading(sentence) > 0;
    if (!hollow) {
      return Sense.PLAIN;
    }
    return measured || Evidence.hasArtefact(sentence) ? Sense.CONCRETE : Sense.VAGUE;
  }

  private static boolean isWish(Phrase sentence) {
    return Wording.PONDER.in(sentence)
        || Wording.STUDY.in(sentence)
        || Wording.ATTITUDE.in(sentence)
        || Wording.HABIT.in(sentence)
        || Wording.BETTER.in(sentence);
  }

  /** Whether a wish comes with something that can be seen, each kind with its own measure. */
  private static boolean isDelivered(String raw, Phrase sentence, boolean measured) {
    if (laterClauseActs(raw)) {
      return true;
    }
    if (Wording.PONDER.in(sentence)) {
      return false;
    }
    if (Wording.STUDY.in(sentence)) {
      return measured;
    }
    if (Wording.ATTITUDE.in(sentence)) {
      return Evidence.hasTarget(raw);
    }
    int verb = Math.max(Wording.BETTER.leading(sentence), Wording.HABIT.leading(sentence));
    return measured || Evidence.hasArtefact(sentence.from(Math.max(verb, 1)));
  }

  /** The sense of an act from its object. */
  private static Sense act(Phrase object, boolean crowd, boolean measured) {
    if (measured) {
      return Sense.CONCRETE;
    }
    boolean artefact = Evidence.hasArtefact(object);
    boolean wished = isOnlyWished(object) || Wording.SOFT.leading(withoutLittle(object)) > 0;
    if (crowd || wished) {
      return artefact ? Sense.CONCRETE : Sense.VAGUE;
    }
    return Evidence.content(object) > 0 ? Sense.CONCRETE : Sense.VAGUE;
  }

  /** As in: better alerts; or: make deployments safer. */
  private static boolean isOnlyWished(Phrase object) {
    int last = object.words().size() - 1;
    boolean filled = last > 0 && Wording.FILLER.at(object, last) > 0;
    return Wording.WISH.leading(withoutLittle(object)) > 0
        || Wording.WISH.at(object, last) > 0
        || (filled && Wording.WISH.at(object, last - 1) > 0);
  }

  /** Whether a later clause, or the means after "by", says what is to be done. */
  private static boolean laterClauseActs(String raw) {
    List<String> clauses = CLAUSE.splitAsStream(raw).toList();
    return clauses.stream()
        .skip(1)
        .map(clause -> withoutOpening(Phrase.of(clause)))
        .anyMatch(Vagueness::acts);
  }

  private static boolean acts(Phrase clause) {
    int verb = Wording.ACT.leading(infinitive(clause));
    return verb > 0
        && !isWish(clause)
        && act(clause.from(verb), false, false) == Sense.CONCRETE
        && clause.words().size() > 2;
  }

  /** The clause with its first word as a dictionary has it: adding is add, pinning is pin. */
  private static Phrase infinitive(Phrase clause) {
    if (clause.isEmpty() || !GERUND.matcher(clause.words().get(0)).matches()) {
      return clause;
    }
    String gerund = clause.words().get(0);
    String stem = gerund.substring(0, gerund.length() - 3);
    String single = stem.substring(0, stem.length() - 1);
    String rest = clause.from(1).text();
    return List.of(stem, stem + "e", single).stream()
        .map(verb -> Phrase.of(verb + " " + rest))
        .filter(phrase -> Wording.ACT.leading(phrase) > 0)
        .findFirst()
        .orElse(clause);
  }

  private static Phrase withoutOpening(Phrase phrase) {
    Phrase rest = phrase;
    int length = openingOf(rest);
    while (length > 0) {
      rest = rest.from(length);
      length = openingOf(rest);
    }
    return rest;
  }

  private static int openingOf(Phrase phrase) {
    return Math.max(Wording.OPENING.leading(phrase), Wording.CROWD.leading(phrase));
  }

  private static Phrase withoutLittle(Phrase phrase) {
    int little = Wording.LITTLE.leading(phrase);
    return little > 0 ? withoutLittle(phrase.from(little)) : phrase;
  }
}
