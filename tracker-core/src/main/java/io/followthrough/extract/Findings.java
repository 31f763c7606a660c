package io.followthrough.extract;

import io.followthrough.document.Block;
import io.followthrough.document.ParsedDocument;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What has been found in a document so far, and what was left lying. */
final class Findings {
  private static final int SHOWN = 60;

  private final ParsedDocument document;
  private final List<Candidate> candidates = new ArrayList<>();
  private final List<NotTaken> notTaken = new ArrayList<>();

  Findings(ParsedDocument document) {
    this.document = document;
  }

  void item(String title, Draft draft, Scope scope, Block block, String rule) {
    item(title, draft, scope, block.line(), document.textOf(block), rule);
  }

  void item(String title, Draft draft, Scope scope, int line, String text, String rule) {
    candidates.add(draft.finish(title, scope, line, text, rule));
  }

  void leave(int line, String what, String words, String why) {
    String shown = Normal.oneLine(words);
    String cut = shown.length() > SHOWN ? shown.substring(0, SHOWN) + "…" : shown;
    notTaken.add(new NotTaken(line, what + " \"" + cut + "\"", why));
  }

  /** How much has been said of the document so far. */
  int told() {
    return candidates.size() + notTaken.size();
  }

  int size() {
    return candidates.size();
  }

  List<Candidate> candidates() {
    return candidates.stream().sorted(Comparator.comparingInt(Candidate::line)).toList();
  }

  List<NotTaken> notTaken() {
    return notTaken.stream().sorted(Comparator.comparingInt(NotTaken::line)).toList();
  }
}
