package io.followthrough.extract;

import io.followthrough.document.Block;
import io.followthrough.document.Mark;
import io.followthrough.document.RichText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Items out of running text below a heading that announces follow-up work. */
final class ProseReader {
  private static final String RULE = "prose-under-action-heading";
  private static final double MOST = 0.6;
  private static final int SENTENCES_OF_A_UNIT = 50;
  private static final Pattern EXPLAINS =
      Pattern.compile(
          "(?i)\\b(is|are|was|were|would|has|have|had|can|could|may|might|does|did|it|its|there|this|these|they|that)\\b");
  private static final Pattern ADDS =
      Pattern.compile(
          "(?is)^(?:first(?:ly)?|second(?:ly)?|third(?:ly)?|fourth(?:ly)?|finally|lastly|additionally|also|in"
              + " addition|furthermore|moreover|next|then|(?:we|i)(?: will|'ll|\u2019ll|"
              + " are|'re|\u2019re| plan| also)|one more)\\b.*");
  private static final Pattern NO_ITEMS =
      Pattern.compile(
          "(?is)^\\W*(?:there (?:are|were) )?no (?:further |additional |new |outstanding"
              + " )?(?:action|follow|next|items|work)\\b.*");

  /** "The change above should be enough" asks for nothing. */
  private static final Pattern ASSURES =
      Pattern.compile(
          "(?i)\\b(?:should|will|ought to) (?:now |already )?be"
              + " (?:enough|sufficient|fine|safe|okay|ok)\\b");

  private static final Pattern REFERS = Pattern.compile("(?i)(this|that|it|these|they|which)\\b");

  private static final Pattern ORDINAL = Pattern.compile("^\\W{0,3}\\d{1,2}[.)]\\s+");
  private static final String[] HINTS = {"changes", "improvements", "steps", "measures", "actions"};
  private static final Pattern PROMISE =
      Pattern.compile(
          "\\b(?:will|going to|are|planning to|plan to)(?: be| also)?"
              + " (?:making|make|implementing|implement|introducing|introduce|taking|take)"
              + " (?:several|some|a number of|a few|the"
              + " following|these|multiple|many|various|two|three|four|five)(?: \\w+)?"
              + " (?:changes|improvements|steps|measures|actions)\\b");

  private final Lexicon words;
  private final Findings findings;

  ProseReader(Lexicon words, Findings findings) {
    this.words = words;
    this.findings = findings;
  }

  /** A line of its own, a paragraph, or a sentence of one. */
  private record Unit(RichText text, int line, Block.Paragraph block) {}

  void read(List<Node.Para> paragraphs, boolean structured, Scope scope) {
    if (paragraphs.isEmpty()) {
      return;
    }
    if (structured) {
      return;
    }
    List<Unit> units = new ArrayList<>();
    for (Node.Para para : paragraphs) {
      if (!isIntroduction(para.block().text().strip())) {
        units.addAll(units(para.block()));
      }
    }
    if (scope.topic() == Topic.PROPOSAL && !reads(units)) {
      leave(paragraphs.get(0), "it tells what happened, it asks for nothing");
      return;
    }
    for (Unit unit : units) {
      if (isWork(unit)) {
        item(unit, scope, RULE);
      } else {
        findings.leave(unit.line(), "paragraph", unit.text().plain(), "it asks for nothing");
      }
    }
  }

  /** Paragraphs that follow a promise of changes and make them: "Secondly, we'll add …". */
  void promised(List<Node.Para> paragraphs, Scope scope) {
    boolean promised = false;
    for (Node.Para para : paragraphs) {
      if (!promised && !Glance.hasAny(HINTS, para.block().text().plain())) {
        continue;
      }
      List<RichText> sentences = Sentences.of(para.block().text().strip());
      String first = sentences.isEmpty() ? "" : sentences.get(0).plain();
      Unit unit = new Unit(para.block().text().strip(), para.line(), para.block());
      if (promised && words.mood(first) == Mood.COMMITMENT && isWork(unit)) {
        item(unit, scope, "prose-after-promise");
      }
      String all = Normal.words(Mood.spelledOut(last(sentences)));
      promised = promised || PROMISE.matcher(all).find();
    }
  }

  private static String last(List<RichText> sentences) {
    return sentences.isEmpty() ? "" : sentences.get(sentences.size() - 1).plain();
  }

  private void leave(Node.Para para, String why) {
    findings.leave(para.line(), "paragraph", para.block().text().plain(), why);
  }

  private boolean isIntroduction(RichText text) {
    String plain = text.plain();
    return text.isBlank()
        || plain.endsWith(":")
        || plain.endsWith("：")
        || text.isWholly(Mark.Kind.ITALIC)
        || NO_ITEMS.matcher(plain).matches()
        || words.placeholders().isNothing(plain)
        || words.placeholders().isInstruction(plain);
  }

  private boolean reads(List<Unit> units) {
    long asking = units.stream().filter(unit -> words.mood(unit.text().plain()).asks()).count();
    return !units.isEmpty() && asking >= MOST * units.size();
  }

  private List<Unit> units(Block.Paragraph block) {
    List<Unit> units = new ArrayList<>();
    List<RichText> lines = block.text().strip().lines();
    if (lines.size() > 1 && standAlone(lines)) {
      for (int i = 0; i < lines.size(); i++) {
        if (!lines.get(i).isBlank()) {
          units.add(new Unit(lines.get(i).strip(), block.line() + i, block));
        }
      }
      return units;
    }
    List<RichText> current = new ArrayList<>();
    for (RichText sentence : Sentences.of(block.text().strip())) {
      boolean opens =
          ADDS.matcher(sentence.plain()).matches() && words.mood(sentence.plain()).asks();
      if (opens && !current.isEmpty()) {
        units.add(new Unit(joined(current), block.line(), block));
        current.clear();
      }
      if (current.size() < SENTENCES_OF_A_UNIT) {
        current.add(sentence);
      }
    }
    if (!current.isEmpty()) {
      units.add(new Unit(joined(current), block.line(), block));
    }
    return units;
  }

  private static RichText joined(List<RichText> sentences) {
    RichText text = sentences.get(0);
    for (RichText sentence : sentences.subList(1, sentences.size())) {
      text = text.append(RichText.of(" ")).append(sentence);
    }
    return text;
  }

  /** Whether each line begins and ends as a sentence does, so that none runs into the next. */
  private static boolean standAlone(List<RichText> lines) {
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip().plain();
      if (line.isEmpty()) {
        continue;
      }
      int first = line.codePointAt(0);
      boolean ends = ".!?。)".indexOf(line.charAt(line.length() - 1)) >= 0;
      if (Character.isLowerCase(first) || (!ends && i < lines.size() - 1)) {
        return false;
      }
    }
    return true;
  }

  /** Work, or a thing to be had; a sentence that only explains is neither. */
  private boolean isWork(Unit unit) {
    List<RichText> sentences = Sentences.of(unit.text());
    String first =
        sentences.isEmpty() ? "" : ORDINAL.matcher(sentences.get(0).plain()).replaceFirst("");
    Mood mood = words.mood(first);
    if (Normal.words(first).isEmpty() || ASSURES.matcher(first).find()) {
      return false;
    }
    return switch (mood) {
      case IMPERATIVE, COMMITMENT -> !REFERS.matcher(first).lookingAt();
      case PAST, OTHER -> !EXPLAINS.matcher(first).find();
      case QUESTION -> false;
    };
  }

  private void item(Unit unit, Scope scope, String rule) {
    Draft draft = new Draft(words);
    String title = ItemReader.read(unit.text(), draft, words);
    List<RichText> sentences = Sentences.of(unit.text());
    if (sentences.size() > 1 && title.length() > sentences.get(0).plain().length()) {
      title = ItemReader.read(sentences.get(0), new Draft(words), words);
    }
    if (!draft.hasDone() && words.mood(title) == Mood.PAST) {
      draft.status("done");
    }
    findings.item(title, draft, scope, unit.line(), unit.text().plain(), rule);
  }
}
