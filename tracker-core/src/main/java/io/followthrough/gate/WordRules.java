package io.followthrough.gate;

import io.followthrough.item.Promise;

/** The rules about what an item says: an act that can be seen to be done. */
final class WordRules {
  private WordRules() {}

  static void judge(Promise promise, Findings findings) {
    if (isObservation(promise)) {
      findings.add(
          Rule.OBSERVATION,
          "this says what was, not what will be done; begin with a verb, such as “Add an alert for"
              + " …”, or move it to what was learned.");
    } else if (Vagueness.of(promise)) {
      findings.add(
          Rule.VAGUE,
          "nobody could see when this is done; say what will be there then (an alert, a runbook, a"
              + " test, a number), or add “Done when …”.");
    }
    judgeMeasure(promise, findings);
  }

  /** A sentence about the past, or about a lack, in which nothing is promised. */
  static boolean isObservation(Promise promise) {
    Phrase title = Phrase.of(promise.title());
    if (promise.criterion().isPresent() || isCommand(title) || Wording.PROMISE.in(title)) {
      return false;
    }
    return Wording.OBSERVATION.leading(title) > 0
        || (Wording.PAST.in(title)
            && !Wording.CLAUSE.in(title)
            && Wording.OPENING.leading(title) == 0);
  }

  /** Whether it begins with a verb of ours; "alerts were" and "retries are" begin with a noun. */
  private static boolean isCommand(Phrase title) {
    int verb = Wording.ACT.leading(title);
    return verb > 0
        && !(verb == 1 && title.words().get(0).endsWith("s"))
        && Wording.PAST.at(title, verb) == 0;
  }

  private static void judgeMeasure(Promise promise, Findings findings) {
    String text = promise.title() + "\n" + promise.criterion().orElse("");
    Phrase title = Phrase.of(promise.title());
    boolean visible = Evidence.hasIdentifier(text) || Wording.ARTEFACT.in(title);
    if (promise.criterion().isEmpty() && !visible && !Evidence.hasTarget(text)) {
      findings.add(
          Rule.NO_CRITERION,
          "it does not say how one will see that it is done; add “Done when …” with what can be"
              + " looked at.");
    }
    if (Wording.QUANTITY.in(title) && !Evidence.hasTarget(text) && !text.matches("(?s).*\\d.*")) {
      findings.add(
          Rule.NO_TARGET,
          "something is to become more or less here, and no number says how far; write the target,"
              + " such as “to 30 s”.");
    }
  }

  /** Whether the item changes what people know and not what the system does. */
  static boolean isPaper(Promise promise) {
    Phrase title = Phrase.of(promise.title());
    int paper = Wording.PAPER.first(title);
    boolean paperFirst = paper >= 0 && !isThingBefore(title, paper);
    return paperFirst || Wording.PAPER.inside(title) > 0 || Wording.TELL.leading(title) > 0;
  }

  private static boolean isThingBefore(Phrase title, int paper) {
    for (int i = 0; i < paper; i++) {
      if (Wording.ARTEFACT.at(title, i) > 0) {
        return true;
      }
    }
    return false;
  }
}
