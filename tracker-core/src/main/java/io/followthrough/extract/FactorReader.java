package io.followthrough.extract;

import io.followthrough.document.Block;
import io.followthrough.document.RichText;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which kinds of contributing factors a document names: as a fact of its own, or below a heading of
 * contributing factors as a heading, a cell or the label of an entry. What only sounds like one in
 * a sentence is none.
 */
final class FactorReader {
  private static final Pattern LABEL =
      Pattern.compile("[\\[(]?([^\\[\\]():：]{3,40}?)(?:[\\])]\\s*[:：–—-]?|\\s*[:：]|\\s+[–—-]\\s)");

  private final Phrases heading;
  private final Map<Factor, Phrases> words = new EnumMap<>(Factor.class);
  private final Set<Factor> found = EnumSet.noneOf(Factor.class);

  FactorReader(Vocabulary vocabulary) {
    this.heading = vocabulary.set("section.factors");
    for (Factor factor : Factor.values()) {
      words.put(factor, vocabulary.set("factor." + factor.word()));
    }
  }

  /** The factors among stated values and below headings, in the order of their constants. */
  List<Factor> in(List<String> stated, List<Block> blocks) {
    stated.forEach(this::name);
    int within = Integer.MAX_VALUE;
    for (Block block : blocks) {
      if (block instanceof Block.Heading each && each.level() <= within) {
        within = heading.in(each.text().plain()) ? each.level() : Integer.MAX_VALUE;
      } else if (within < Integer.MAX_VALUE) {
        below(block);
      }
    }
    return List.copyOf(found);
  }

  private void below(Block block) {
    if (block instanceof Block.Heading) {
      name(block.text().plain());
    } else if (block instanceof Block.TableRow row) {
      row.cells().forEach(cell -> name(cell.plain()));
    } else if (block instanceof Block.Entry || block instanceof Block.Paragraph) {
      for (RichText line : block.text().lines()) {
        Matcher label = LABEL.matcher(line.strip().plain());
        name(label.lookingAt() ? label.group(1) : line.plain());
      }
    }
  }

  private void name(String text) {
    for (Map.Entry<Factor, Phrases> factor : words.entrySet()) {
      if (factor.getValue().is(text)) {
        found.add(factor.getKey());
      }
    }
  }
}
