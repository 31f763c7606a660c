package io.followthrough.document;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The wikitext of MediaWiki, as far as postmortems need it: headings, lists, tables, links. What an
 * infobox at the top says counts as front matter; other templates are skipped, but for those that
 * name a ticket or tick something off. Code and comments are never read.
 */
final class MediaWiki extends LineBlocks {
  private static final Pattern HEADING = Pattern.compile("^(={1,6})\\s*(\\S.*?)\\s*(={1,6})\\s*$");
  private static final Pattern ENTRY = Pattern.compile("^([*#:;]+)\\s*(.*)$");
  private static final Pattern RULE = Pattern.compile("^-{4,}.*$");

  private final WikitextSource source;
  private final TableGrid grid = new TableGrid();

  private MediaWiki(WikitextSource source) {
    super(source.lines());
    this.source = source;
  }

  static ParsedDocument parse(String text) {
    List<String> lines = SourceText.lines(text);
    ParsedDocument read = new MediaWiki(WikitextSource.of(lines)).read();
    return new ParsedDocument(read.frontMatter(), read.blocks(), read.problems(), lines);
  }

  @Override
  Map<String, List<String>> facts() {
    return Collections.unmodifiableMap(new HashMap<>(source.facts()));
  }

  @Override
  RichText inline(String text) {
    return new WikitextInlines(text).read();
  }

  @Override
  void line(String line) {
    Matcher heading = HEADING.matcher(line);
    Matcher entry = ENTRY.matcher(line);
    if (line.charAt(0) == WikitextSource.CODE) {
      apart();
      out.code("", here());
    } else if (heading.find()) {
      heading(Math.min(heading.group(1).length(), heading.group(3).length()), heading.group(2));
    } else if (line.stripLeading().startsWith("{|")) {
      apart();
      new WikitextTable(this, grid).read();
    } else if (RULE.matcher(line).matches()) {
      close();
    } else if (entry.find()) {
      entry(entry.group(1), entry.group(2));
    } else if (line.startsWith(" ")) {
      apart();
      out.code(line, here());
    } else {
      text(line);
    }
  }

  private void entry(String marker, String text) {
    char last = marker.charAt(marker.length() - 1);
    if (last == '*' || last == '#') {
      flush();
      entry(lists.at(marker.length(), last == '#'), Optional.empty(), text);
    } else if (last == ':') {
      flush();
      lists.closeTo(marker.length() - 1);
      attached(text);
      flush();
    } else {
      term(text);
    }
  }

  private void term(String text) {
    apart();
    int colon = text.indexOf(": ");
    if (colon < 0 && next < lines.size() && lines.get(next).startsWith(":")) {
      String said = lines.get(next).substring(1);
      next++;
      out.definition(inline(text), inline(said), here());
    } else if (colon < 0) {
      out.label(inline(text), here());
    } else {
      out.definition(inline(text.substring(0, colon)), inline(text.substring(colon + 2)), here());
    }
  }
}
