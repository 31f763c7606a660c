package io.followthrough.extract;

import io.followthrough.document.Block;
import io.followthrough.document.Mark;
import io.followthrough.document.ParsedDocument;
import io.followthrough.document.RichText;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Labels with their values: front matter, tables of facts, "Key: value" lines. */
final class StatedFacts {
  private static final Pattern LINE =
      Pattern.compile(
          "^[^\\p{L}\\p{N}]{0,6}(\\p{L}[\\p{L}\\p{N} #/()-]{1,40}?)\\s*[:：]\\s*(\\S.*)$");
  private static final Pattern DATED =
      Pattern.compile("^(\\p{L}[\\p{L} ]{2,30}?) +(\\d{4}-\\d{2}-\\d{2}.*)$");
  private static final Pattern CAMEL = Pattern.compile("(?<=[a-z])(?=[A-Z])");

  private static final int LONGEST_LABEL = 60;

  private final Vocabulary vocabulary;
  private final Headings headings;
  private final Map<FactKind, List<RichText>> facts = new EnumMap<>(FactKind.class);
  private final Set<Integer> tables = new HashSet<>();

  /** The fact whose values the entries nested below its label are. */
  private Optional<FactKind> open = Optional.empty();

  StatedFacts(Vocabulary vocabulary, Headings headings, ParsedDocument document) {
    this.vocabulary = vocabulary;
    this.headings = headings;
    document
        .frontMatter()
        .forEach((key, values) -> values.forEach(value -> add(key(key), RichText.of(value))));
    blocks(document.blocks());
  }

  private static String key(String key) {
    return CAMEL.matcher(key.substring(key.lastIndexOf('.') + 1)).replaceAll(" ");
  }

  /** The values of one kind, front matter first, without empty ones. */
  List<RichText> all(FactKind kind) {
    return facts.getOrDefault(kind, List.of());
  }

  Optional<RichText> first(FactKind kind) {
    return all(kind).stream().findFirst();
  }

  /** What stands below action items is about them, not about the incident. */
  private void blocks(List<Block> blocks) {
    int closed = Integer.MAX_VALUE;
    for (Block block : blocks) {
      if (block instanceof Block.Heading heading) {
        open = Optional.empty();
        closed = heading.level() <= closed ? Integer.MAX_VALUE : closed;
        Topic topic = headings.topic(heading.text());
        if (closed == Integer.MAX_VALUE && (topic == Topic.ACTION || topic == Topic.PROPOSAL)) {
          closed = heading.level();
        }
        line(heading.text());
      } else if (closed == Integer.MAX_VALUE && !block.place().quoted()) {
        block(block);
      }
    }
  }

  private void block(Block block) {
    if (block instanceof Block.Entry && open.isPresent() && block.place().depth() > 1) {
      facts.computeIfAbsent(open.get(), kind -> new ArrayList<>()).add(block.text().strip());
      return;
    }
    open = Optional.empty();
    if (block instanceof Block.TableRow row) {
      row(row);
    }
    if (block instanceof Block.TableRow || block instanceof Block.Code) {
      return;
    }
    for (RichText each : block.text().lines()) {
      line(each.strip());
    }
    String plain = block.text().plain().strip();
    open = plain.endsWith(":") ? kind(plain.substring(0, plain.length() - 1)) : Optional.empty();
  }

  private void line(RichText line) {
    String plain = line.plain();
    if (!hasLabel(plain) && !mayBeDated(plain)) {
      return;
    }
    Matcher matcher = LINE.matcher(plain);
    if (matcher.lookingAt()) {
      add(matcher.group(1), line.slice(matcher.start(2), matcher.end(2)).strip());
      return;
    }
    Matcher dated = DATED.matcher(plain);
    if (dated.lookingAt()) {
      Optional<FactKind> kind = kind(dated.group(1));
      if (kind.isPresent() && (kind.get() == FactKind.BEGAN || kind.get() == FactKind.DETECTED)) {
        add(dated.group(1), line.slice(dated.start(2), dated.end(2)));
      }
    }
  }

  /** Whether the words before the first colon are a label. */
  private boolean hasLabel(String line) {
    int start = 0;
    while (start < line.length() && !Character.isLetter(line.charAt(start))) {
      start++;
    }
    int colon = Glance.colon(line, start);
    return colon > start
        && colon - start < LONGEST_LABEL
        && kind(line.substring(start, colon)).isPresent();
  }

  /** Whether four digits and a dash stand after the first words. */
  private static boolean mayBeDated(String line) {
    int i = 0;
    while (i < Math.min(line.length(), LONGEST_LABEL)
        && (line.charAt(i) == ' ' || Character.isLetter(line.charAt(i)))) {
      i++;
    }
    return i > 3 && i + 4 < line.length() && line.charAt(i + 4) == '-';
  }

  /** Two columns are keys and values; one row of more columns has its keys in the header. */
  private void row(Block.TableRow row) {
    boolean first = tables.add(row.table());
    List<RichText> header = row.header();
    if (row.cells().size() == 2) {
      if (first && header.size() == 2) {
        add(header.get(0).plain(), header.get(1));
      }
      add(row.cells().get(0).plain(), row.cells().get(1));
    } else if (first) {
      for (int i = 0; i < Math.min(header.size(), row.cells().size()); i++) {
        add(header.get(i).plain(), row.cells().get(i));
      }
    }
  }

  private void add(String label, RichText value) {
    if (Normal.words(value.plain()).isEmpty() && value.marks(Mark.Kind.LINK).isEmpty()) {
      return;
    }
    kind(label)
        .ifPresent(kind -> facts.computeIfAbsent(kind, k -> new ArrayList<>()).add(value.strip()));
  }

  private Optional<FactKind> kind(String label) {
    return Optional.ofNullable(vocabulary.facts().get(Normal.words(label)));
  }
}
