package io.followthrough.gate;

import java.util.regex.Pattern;

/** What in a text can be measured or looked at: a number, a name of the code, a named thing. */
final class Evidence {
  private static final Pattern TARGET =
      Pattern.compile(
          "(?iu)(?<![\\w.])\\d+(?:[.,]\\d+)?\\s?(?:%|‰|percent|ms|s|secs?|seconds?|mins?|minutes?|h|hrs?|hours?"
              + "|days?|weeks?|months?|x|times|[kmgt]i?b|rps|qps|cores?|v?cpus?|replicas?|retries|attempts"
              + "|nodes?|people|persons?|engineers?|instances?|requests?|connections?|approvals?|reviewers?"
              + "|regions?|zones?|sekunden?|minuten?|stunden?|tagen?|secondes?|heures?|jours?|segundos?|minutos?|horas?|d[ií]as?"
              + ")(?![\\p{L}\\p{N}])"
              + "|\\d\\s?(?:秒|分|時間|小时|分钟|日|天|件|回|次|％)"
              + "|(?:below|under|above|over|at least|at most|within|less than|more than|up to|exceeds?|every"
              + "|reaches|unter|über|mindestens|höchstens|moins de|plus de|menos de|más de|mais de)\\s+\\d"
              + "|\\bto\\s+\\d+(?![\\w-])|[<>≤≥]=?\\s*\\d|\\bp\\d{2,3}\\b");
  private static final Pattern IDENTIFIER =
      Pattern.compile(
          "`[^`]+`|\\b\\w*[a-z0-9]_[a-z0-9]\\w*\\b|\\b[A-Z]+_[A-Z_]+\\b|\\b[a-z]{2,}[A-Z]\\w+|(?<!\\S)--[a-z][\\w-]+"
              + "|\\b[\\w-]+\\.(?:ya?ml|json|toml|conf|cfg|sh|py|go|java|kt|md|tf|tsx?|jsx?|rb|rs|sql|xml|ini|properties|proto)\\b"
              + "|(?<![\\w:/.])/[\\w.-]{2,}|\\bv?\\d+\\.\\d+(?:\\.\\d+)*\\b(?!\\s?%)|\\b\\w+\\.\\w+\\.\\w+\\b"
              + "|\\bCVE-\\d+");

  private Evidence() {}

  /** Whether the text has a number that says how much, how fast or how often. */
  static boolean hasTarget(String raw) {
    return TARGET.matcher(raw).find();
  }

  /** Whether the text names something of the code or the configuration, or a version. */
  static boolean hasIdentifier(String raw) {
    return IDENTIFIER.matcher(raw).find();
  }

  /**
   * Whether the phrase is about a certain alert, runbook, test: the thing itself, not its quality,
   * and with a word that says which.
   */
  static boolean hasArtefact(Phrase phrase) {
    int signs = Wording.ARTEFACT.inside(phrase);
    if (signs > 0 && phrase.text().length() - signs >= 8) {
      return true;
    }
    for (int i = 0; i < phrase.words().size(); i++) {
      int length = Wording.TOPIC.at(phrase, i);
      if (length > Wording.ARTEFACT.at(phrase, i)) {
        i += length - 1;
      } else if (Wording.ARTEFACT.at(phrase, i) > 0) {
        int end = i + Wording.ARTEFACT.at(phrase, i);
        if (endsItsNoun(phrase, end) && content(phrase, i, end) > 0) {
          return true;
        }
        i = end - 1;
      }
    }
    return false;
  }

  private static boolean endsItsNoun(Phrase phrase, int end) {
    return end == phrase.words().size()
        || Wording.LITTLE.at(phrase, end) > 0
        || (phrase.words().get(end).endsWith("s") && Wording.ACT.at(phrase, end) > 0);
  }

  /** The number of words that say something of their own. */
  static int content(Phrase phrase) {
    return content(phrase, 0, 0);
  }

  /** The number of words that say something of their own, outside a stretch of the phrase. */
  private static int content(Phrase phrase, int from, int to) {
    int content = 0;
    for (int i = 0; i < phrase.words().size(); i++) {
      int empty =
          Math.max(
              Math.max(Wording.TOPIC.at(phrase, i), Wording.LITTLE.at(phrase, i)),
              Math.max(Wording.WISH.at(phrase, i), Wording.FILLER.at(phrase, i)));
      if (empty > 0) {
        i += empty - 1;
      } else if ((i < from || i >= to) && (from == to || Wording.ARTEFACT.at(phrase, i) == 0)) {
        content++;
      }
    }
    return content;
  }
}
