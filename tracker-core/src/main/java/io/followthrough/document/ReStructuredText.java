package io.followthrough.document;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * reStructuredText, as far as postmortems need it: sections, lists, tables, fields, definitions,
 * links. The fields at the top count as front matter. Literals and comments are never read;
 * admonitions are quotations; other directives are skipped, what they include is not fetched.
 */
final class ReStructuredText extends RstNesting {
  private static final Pattern DIRECTIVE =
      Pattern.compile("^\\.\\.\\s+([a-zA-Z][\\w:+.-]{0,60}?)::(?:\\s+(.*))?$");
  private static final Pattern EXPLICIT = Pattern.compile("^\\.\\.(?:\\s.*)?$");
  private static final Set<String> ASIDES =
      Set.of(
          "note",
          "tip",
          "hint",
          "important",
          "warning",
          "caution",
          "danger",
          "attention",
          "error",
          "seealso",
          "admonition",
          "epigraph",
          "pull-quote",
          "highlights");
  private static final Set<String> CONTAINERS =
      Set.of("topic", "sidebar", "container", "class", "compound", "only", "todo", "dropdown");
  private static final String PUNCTUATION = "=-~^\"'`#*+:._!$%&,/;<>?@\\|";

  private final Map<String, List<String>> facts = new LinkedHashMap<>();
  private final RstLinks links;
  private final List<String> levels = new ArrayList<>();

  private ReStructuredText(List<String> lines) {
    super(lines);
    this.links = RstLinks.of(lines);
  }

  static ParsedDocument parse(String text) {
    return new ReStructuredText(SourceText.lines(text)).read();
  }

  @Override
  Map<String, List<String>> facts() {
    return Collections.unmodifiableMap(facts);
  }

  @Override
  RichText inline(String text) {
    return new RstInlines(text, links).read();
  }

  @Override
  void line(String whole) {
    String line = whole.replace("\t", "        ").stripTrailing();
    int indent = indent(line);
    String words = line.substring(indent);
    if (gap || BULLET.matcher(words).find() || NUMBER.matcher(words).find()) {
      leave(indent, words);
    }
    if (section(line, indent) || table(words, indent)) {
      gap = false;
      return;
    }
    boolean first = gap || wordsLines == 0 || isBesideEntry(indent);
    Matcher bullet = BULLET.matcher(words);
    Matcher number = NUMBER.matcher(words);
    Matcher field = FIELD.matcher(words);
    Matcher directive = DIRECTIVE.matcher(words);
    if (first && bullet.find()) {
      begin(indent, indent + 1 + bullet.group(2).length(), false, bullet.group(3));
    } else if (first && number.find() && isList(indent, number.group(1))) {
      int at = indent + number.group(1).length() + number.group(2).length();
      begin(indent, at, true, number.group(3));
    } else if (field.find() && (first || wordsLines == -1)) {
      field(field.group(1), field.group(2), indent);
    } else if (first && directive.find()) {
      directive(directive.group(1), directive.group(2), indent);
    } else if (first && EXPLICIT.matcher(words).matches()) {
      flush();
      skip(indent);
    } else {
      words(words, indent, first);
    }
    gap = false;
  }

  private void words(String words, int indent, boolean first) {
    if (first) {
      flush();
      wordsIndent = indent;
      wordsLines = 0;
      quoted = around.stream().anyMatch(Around::quotes) || indent > base();
    } else if (wordsLines == 1 && indent > wordsIndent && !isEntryText()) {
      definition(indent);
      return;
    }
    attached(words);
    wordsLines++;
    started = true;
    if (words.endsWith("::") && isEndOfParagraph()) {
      literal(Math.min(indent, wordsIndent));
    }
  }

  /** The line above is a term, the lines at this depth are what it stands for. */
  private void definition(int indent) {
    String term = take();
    StringBuilder said = new StringBuilder();
    next--;
    int start = next;
    while (next < lines.size() && !lines.get(next).isBlank() && indent(lines.get(next)) >= indent) {
      String line = lines.get(next).strip();
      if (BULLET.matcher(line).find() || NUMBER.matcher(line).find()) {
        break;
      }
      said.append(said.isEmpty() ? "" : "\n").append(line);
      next++;
    }
    if (said.isEmpty()) {
      out.label(inline(term), new Place(start, start, lists.depth(), quoted));
      wordsLines = 0;
    } else {
      out.definition(inline(term), inline(said.toString()), from(start));
      wordsLines = 0;
    }
  }

  private void field(String name, @Nullable String value, int indent) {
    flush();
    int start = next;
    StringBuilder text = new StringBuilder(value == null ? "" : value.strip());
    while (next < lines.size() && !lines.get(next).isBlank() && indent(lines.get(next)) > indent) {
      text.append(text.isEmpty() ? "" : "\n").append(lines.get(next).strip());
      next++;
    }
    wordsLines = -1;
    RichText said = inline(text.toString());
    if (!started && around.isEmpty()) {
      facts.putIfAbsent(name.strip(), List.of(said.plain()));
    } else if (text.isEmpty()) {
      out.label(inline(name + ":"), from(start));
    } else {
      out.definition(inline(name), said, from(start));
    }
  }

  private void directive(String name, @Nullable String said, int indent) {
    flush();
    wordsLines = 0;
    String argument = said == null ? "" : said.strip();
    boolean aside = ASIDES.contains(name);
    if (aside || CONTAINERS.contains(name)) {
      options(indent);
      around.add(new Around(indent, indent + 1, false, aside));
      quoted |= aside;
      if (!argument.isEmpty() && (aside || name.equals("todo"))) {
        out.paragraph(inline(argument), here());
      } else if (!argument.isEmpty() && (name.equals("topic") || name.equals("sidebar"))) {
        out.label(inline(argument), here());
      }
      return;
    }
    int start = next;
    int table = next + 1;
    List<String> body = skip(indent);
    switch (name) {
      case "list-table" -> RstTables.list(body, table, this);
      case "csv-table" -> RstTables.csv(body, table, this);
      case "rubric" -> out.label(inline(argument), from(start));
      case "code", "code-block", "sourcecode", "parsed-literal" ->
          out.code(String.join("\n", body), from(start));
      case "table" -> next = start;
      case "meta" -> body.forEach(this::meta);
      default -> {
        // it shows, includes or arranges something
      }
    }
    if (name.equals("table")) {
      options(indent);
      around.add(new Around(indent, indent + 1, false, false));
    }
  }

  private void meta(String line) {
    Matcher field = FIELD.matcher(line.strip());
    if (field.find() && field.group(2) != null) {
      facts.putIfAbsent(field.group(1), List.of(field.group(2).strip()));
    }
  }

  /** A title with a line below it, and maybe one above. */
  private boolean section(String line, int indent) {
    char sign = line.charAt(indent);
    boolean adorns = PUNCTUATION.indexOf(sign) >= 0 && isAll(line.strip(), sign);
    if (adorns && next + 1 < lines.size() && line.strip().length() >= 3) {
      String title = lines.get(next).strip();
      boolean over = !title.isEmpty() && lines.get(next + 1).strip().equals(line.strip());
      if (over && !isAll(title, title.charAt(0))) {
        next++;
        title(title, sign + "+");
        next++;
        return true;
      }
    }
    if (adorns && line.strip().length() >= 4 && gap && isEndOfParagraph()) {
      close();
      return true;
    }
    if (indent > 0 || next >= lines.size() || !(gap || wordsLines == 0)) {
      return false;
    }
    String below = lines.get(next).stripTrailing();
    if (below.length() < 3
        || PUNCTUATION.indexOf(below.charAt(0)) < 0
        || !isAll(below, below.charAt(0))
        || below.length() < Math.min(4, line.length())
        || isAll(line, line.charAt(0))) {
      return false;
    }
    title(line, String.valueOf(below.charAt(0)));
    next++;
    return true;
  }

  private static boolean isAll(String text, char sign) {
    return text.chars().allMatch(c -> c == sign);
  }

  private void title(String title, String sort) {
    around.clear();
    quoted = false;
    wordsLines = 0;
    if (!levels.contains(sort)) {
      levels.add(sort);
    }
    heading(levels.indexOf(sort) + 1, title);
    started |= levels.size() > 1;
    gap = true;
  }

  private boolean table(String words, int indent) {
    boolean grid = RstTables.isGrid(words);
    if (!(gap || wordsLines <= 0) || !(grid || RstTables.isSimple(words))) {
      return false;
    }
    flush();
    int start = next - 1;
    int end = RstTables.end(lines, start, grid);
    if (end <= start) {
      return false;
    }
    next = end + 1;
    started = true;
    List<String> body = new ArrayList<>();
    for (String line : lines.subList(start, end + 1)) {
      body.add(line.length() > indent ? line.substring(indent) : "");
    }
    if (grid) {
      RstTables.grid(body, start + 1, this);
    } else {
      RstTables.simple(body, start + 1, this);
    }
    wordsLines = 0;
    return true;
  }
}
