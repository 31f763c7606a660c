package io.followthrough.extract;

import io.followthrough.document.Mark;
import io.followthrough.document.RichText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Items that a marker introduces wherever they stand: "Action item: …", "**TODO** …". */
final class MarkerReader {
  private static final String RULE = "inline-marker";
  private static final int MIN_WORDS = 3;
  private static final Pattern BRACKETED =
      Pattern.compile("^\\W{0,3}\\[([^\\]\\n]{2,24})\\]\\s*[:–—-]?\\s*");
  private static final Pattern COLON =
      Pattern.compile("^\\W{0,3}([\\p{L}][\\p{L} -]{0,23}?)(?: ?#?\\d{1,2})?\\s*[:：]\\s*");
  private static final Pattern STATUS =
      Pattern.compile(
          "^\\W{0,3}(TODO|DOING|DONE|WIP)\\b\\W{0,3}\\s*|\\s*\\W{0,3}\\b(TODO|DOING|DONE|WIP)\\W{0,3}$");

  private final Lexicon words;
  private final Findings findings;

  MarkerReader(Lexicon words, Findings findings) {
    this.words = words;
    this.findings = findings;
  }

  /** Takes the items that markers introduce in a paragraph; false if there are none. */
  boolean paragraph(Node.Para para, Scope scope) {
    List<RichText> lines = para.block().text().lines();
    List<Integer> starts = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (length(lines.get(i)) > 0) {
        starts.add(i);
      }
    }
    int before = findings.size();
    for (int k = 0; k < starts.size(); k++) {
      int end = k + 1 < starts.size() ? starts.get(k + 1) : lines.size();
      RichText text = RichText.EMPTY;
      for (RichText line : lines.subList(starts.get(k), end)) {
        text = text.plain().isEmpty() ? line : text.append(RichText.of("\n")).append(line);
      }
      take(text, length(lines.get(starts.get(k))), para.line() + starts.get(k), scope);
    }
    return findings.size() > before;
  }

  /** Takes a list entry that a marker introduces or a status marks. */
  void entry(Node.Entry entry, Scope scope) {
    RichText text = entry.text().strip();
    int length = length(text);
    if (length > 0) {
      take(text, length, entry.line(), scope);
    } else if (isMarked(text)) {
      take(text, 0, entry.line(), scope);
    }
  }

  private void take(RichText text, int marker, int line, Scope scope) {
    RichText rest = text.slice(marker, text.plain().length()).strip();
    String plain = rest.plain();
    if (Normal.words(plain).split(" ", -1).length < MIN_WORDS
        || words.placeholders().isNothing(plain)
        || words.placeholders().isInstruction(plain)) {
      return;
    }
    Draft draft = new Draft(words);
    String title = ItemReader.read(rest, draft, words);
    findings.item(title, draft, scope, line, text.plain(), RULE);
  }

  /** The length of the marker at the beginning of the text; 0 for none. */
  private int length(RichText text) {
    String plain = text.plain();
    Matcher bracketed = BRACKETED.matcher(plain);
    if (bracketed.find() && isMarker(bracketed.group(1))) {
      return bracketed.end();
    }
    Matcher colon = COLON.matcher(plain);
    if (!colon.find() || !isMarker(colon.group(1))) {
      return 0;
    }
    String word = colon.group(1);
    boolean upper = word.equals(word.toUpperCase(java.util.Locale.ROOT));
    boolean bold =
        text.marks(Mark.Kind.BOLD).stream().anyMatch(mark -> mark.start() <= colon.start(1));
    boolean named =
        Normal.words(word).startsWith("action item") || Normal.words(word).startsWith("follow");
    return upper || bold || named ? colon.end() : 0;
  }

  private boolean isMarker(String word) {
    return words.vocabulary().set("marker").is(word);
  }

  /** A status in capitals that is set apart by bold letters or brackets. */
  private static boolean isMarked(RichText text) {
    Matcher matcher = STATUS.matcher(text.plain());
    if (!matcher.find()) {
      return false;
    }
    int group = matcher.group(1) != null ? 1 : 2;
    int start = matcher.start(group);
    boolean bold =
        text.marks(Mark.Kind.BOLD).stream()
            .anyMatch(mark -> mark.start() <= start && start < mark.end());
    boolean bracket = start > 0 && "[(".indexOf(text.plain().charAt(start - 1)) >= 0;
    return bold || bracket;
  }
}
