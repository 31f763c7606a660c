package io.followthrough.document;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * AsciiDoc, as far as postmortems need it: headings, lists and checklists, labelled lists, tables,
 * attributes. Attributes count as front matter. Listings, literals and comments are never read,
 * admonitions are quotations, what is to be included is not fetched.
 */
final class AsciiDoc extends LineBlocks {
  private static final Pattern HEADING =
      Pattern.compile("^(={1,6}|#{1,6})\\s+(\\S.*?)(?:\\s+\\1)?$");
  private static final Pattern ATTRIBUTE =
      Pattern.compile("^:([\\w][\\w-]{0,60})!?:(?:\\s+(.*))?$");
  private static final Pattern ENTRY =
      Pattern.compile("^\\s*(\\*{1,6}|-|\\.{1,6}|\\d{1,4}\\.|[a-zA-Z]\\.)\\s+(\\S.*)$");
  private static final Pattern TERM =
      Pattern.compile("^\\s*(\\S.{0,200}?)(?::{2,4}|;;)(?:\\s+(.*))?$");
  private static final Pattern STYLE = Pattern.compile("^\\[([^\\[\\]]{0,300})\\]\\s*$");
  private static final Pattern ANCHOR = Pattern.compile("^\\[\\[[^\\[\\]]{0,200}\\]\\]\\s*$");
  private static final Pattern TITLE = Pattern.compile("^\\.([^\\s.].*)$");
  private static final Pattern MACRO = Pattern.compile("^[a-z]{2,20}::[^\\s\\[]{0,500}\\[.*\\]$");
  private static final Pattern ADMONITION =
      Pattern.compile("^(?:NOTE|TIP|IMPORTANT|CAUTION|WARNING):\\s+(.*)$");
  private static final Pattern ASIDE =
      Pattern.compile("^(?:NOTE|TIP|IMPORTANT|CAUTION|WARNING|quote|verse)\\b.*");
  private static final Pattern FENCE =
      Pattern.compile("^(-{4,}|\\.{4,}|\\+{4,}|/{4,}|={4,}|\\*{4,}|_{4,}|--|```)\\s*(\\w{0,20})$");
  private static final Pattern RULE = Pattern.compile("^(?:'{3,}|<{3,}|-{3}|\\*{3})\\s*$");
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern AUTHOR =
      Pattern.compile("^(\\p{L}[^<>:]{1,80}?)\\s*(?:<[^<>]{1,80}>)?$");

  private final Map<String, List<String>> facts = new LinkedHashMap<>();
  private final Set<String> unclosed = new HashSet<>();
  private final List<String> transparent = new ArrayList<>();
  private final TableGrid grid = new TableGrid();
  private String style = "";
  private boolean attached;
  private boolean header = true;

  private AsciiDoc(List<String> lines) {
    super(lines);
  }

  static ParsedDocument parse(String text) {
    List<String> lines = SourceText.lines(text);
    FrontMatter front = FrontMatter.of(lines);
    AsciiDoc walk = new AsciiDoc(lines);
    walk.facts.putAll(front.values());
    walk.next = front.lines();
    ParsedDocument read = walk.read();
    List<DocumentProblem> problems = front.problem().stream().toList();
    return new ParsedDocument(read.frontMatter(), read.blocks(), problems, lines);
  }

  @Override
  Map<String, List<String>> facts() {
    return Collections.unmodifiableMap(facts);
  }

  @Override
  RichText inline(String text) {
    return new AsciiDocInlines(text, facts).read();
  }

  @Override
  void blank() {
    header = header && out.blocks().isEmpty();
  }

  @Override
  void line(String line) {
    String bare = line.stripTrailing();
    Matcher attribute = ATTRIBUTE.matcher(bare);
    Matcher fence = FENCE.matcher(bare);
    if (attribute.find()) {
      String value = attribute.group(2) == null ? "" : attribute.group(2).strip();
      facts.put(attribute.group(1), List.of(value));
    } else if (bare.startsWith("//") && !bare.startsWith("////")) {
      return;
    } else if (fence.find() && !isUnderline(bare)) {
      fence(fence.group(1));
    } else if (bare.equals("|===") || bare.equals(",===")) {
      table(bare);
    } else if (bare.equals("+")) {
      flush();
      attached = true;
    } else if (RULE.matcher(bare).find()) {
      close();
    } else if (MACRO.matcher(bare).find() || ANCHOR.matcher(bare).find()) {
      flush();
    } else {
      words(bare);
    }
  }

  private void words(String line) {
    Matcher heading = HEADING.matcher(line);
    Matcher styled = STYLE.matcher(line);
    Matcher entry = ENTRY.matcher(line);
    Matcher title = TITLE.matcher(line);
    Matcher aside = ADMONITION.matcher(line);
    Matcher term = TERM.matcher(line);
    if (heading.find()) {
      heading(heading.group(1).length(), heading.group(2));
      header(heading.group(1).length());
    } else if (underlined(line)) {
      next++;
    } else if (styled.find()) {
      flush();
      style = styled.group(1);
    } else if (entry.find()) {
      entry(entry.group(1), entry.group(2));
    } else if (title.find()) {
      apart();
      out.label(inline(title.group(1)), here());
    } else if (aside.find()) {
      flush();
      boolean outer = quoted;
      quoted = true;
      text(aside.group(1));
      rest();
      quoted = outer;
    } else if (term.find() && !line.contains("://")) {
      definition(term.group(1), term.group(2));
    } else if (attached) {
      attached = false;
      attached(line);
    } else {
      text(line);
    }
  }

  private void entry(String marker, String text) {
    boolean numbered = !marker.startsWith("*") && !marker.startsWith("-");
    String sort = Character.isLetterOrDigit(marker.charAt(0)) ? "1." : marker;
    flush();
    attached = false;
    style = "";
    entry(lists.at(sort, numbered), Optional.empty(), text);
  }

  /** Author and revision stand below the title, without a line between. */
  private void header(int level) {
    if (!header || level != 1) {
      return;
    }
    header = false;
    if (next < lines.size() && AUTHOR.matcher(lines.get(next)).find()) {
      Matcher author = AUTHOR.matcher(lines.get(next));
      if (author.find()) {
        facts.putIfAbsent("author", List.of(author.group(1)));
        next++;
      }
    }
    if (next < lines.size() && !lines.get(next).startsWith(":")) {
      Matcher date = DATE.matcher(lines.get(next));
      if (date.find() && lines.get(next).length() < 200) {
        facts.putIfAbsent("date", List.of(date.group()));
        next++;
      }
    }
  }

  private boolean isUnderline(String line) {
    return next >= 2 && underlines(lines.get(next - 2), line) && out.blocks().isEmpty();
  }

  /** A title of two lines. */
  private boolean underlined(String line) {
    if (next >= lines.size() || !underlines(line, lines.get(next).stripTrailing())) {
      return false;
    }
    heading("=-~^+".indexOf(lines.get(next).charAt(0)) + 1, line);
    return true;
  }

  private static boolean underlines(String title, String line) {
    if (line.length() < 4 || "=-~^+".indexOf(line.charAt(0)) < 0 || title.isBlank()) {
      return false;
    }
    char sign = line.charAt(0);
    return Math.abs(title.length() - line.length()) <= 2
        && Character.isLetterOrDigit(title.codePointAt(0))
        && line.chars().allMatch(c -> c == sign);
  }

  /** Lines up to the next blank one. */
  private void rest() {
    while (next < lines.size() && !lines.get(next).isBlank()) {
      next++;
      text(lines.get(next - 1));
    }
    flush();
  }

  private void definition(String term, @Nullable String said) {
    apart();
    int start = next;
    StringBuilder text = new StringBuilder(said == null ? "" : said.strip());
    if (text.isEmpty()) {
      while (next < lines.size() && lines.get(next).isBlank()) {
        next++;
      }
    }
    while (next < lines.size() && !lines.get(next).isBlank() && !begins(lines.get(next))) {
      text.append(text.isEmpty() ? "" : "\n").append(lines.get(next).strip());
      next++;
    }
    if (text.isEmpty()) {
      out.label(inline(term + ":"), from(start));
    } else {
      out.definition(inline(term), inline(text.toString()), from(start));
    }
  }

  private static boolean begins(String line) {
    return ENTRY.matcher(line).find()
        || TERM.matcher(line).find()
        || HEADING.matcher(line).find()
        || FENCE.matcher(line).find()
        || STYLE.matcher(line).find()
        || line.startsWith("|===")
        || line.equals("+");
  }

  private void fence(String sign) {
    char sort = sign.charAt(0);
    boolean raw = sign.length() > 2 && "-.+/`".indexOf(sort) >= 0;
    if (raw) {
      raw(sign);
      return;
    }
    flush();
    if (transparent.remove(sign)) {
      quoted = transparent.stream().anyMatch(each -> each.startsWith(">"));
      return;
    }
    if (transparent.remove(">" + sign)) {
      quoted = transparent.stream().anyMatch(each -> each.startsWith(">"));
      style = "";
      return;
    }
    if (transparent.size() > 20 || !closes(sign)) {
      return;
    }
    boolean aside = sort == '_' || ASIDE.matcher(style).matches();
    transparent.add((aside ? ">" : "") + sign);
    quoted |= aside;
    style = "";
  }

  private void raw(String sign) {
    int end = end(sign);
    if (end < 0) {
      return;
    }
    apart();
    int start = next;
    if (sign.charAt(0) != '/') {
      String code = String.join("\n", lines.subList(next, end));
      next = end + 1;
      out.code(code, from(start));
    }
    next = end + 1;
    style = "";
  }

  private boolean closes(String sign) {
    return end(sign) >= 0;
  }

  /** The line that ends a block; -1 if none does. */
  private int end(String sign) {
    if (unclosed.contains(sign)) {
      return -1;
    }
    for (int i = next; i < lines.size(); i++) {
      if (lines.get(i).stripTrailing().equals(sign)) {
        return i;
      }
    }
    unclosed.add(sign);
    return -1;
  }

  private void table(String sign) {
    int end = end(sign);
    if (end < 0) {
      return;
    }
    apart();
    int first = next;
    next = end + 1;
    AsciiDocTable table =
        new AsciiDocTable(grid, style, sign.charAt(0) == ',' || style.contains("csv"));
    style = "";
    table.read(lines.subList(first, end), first + 1, out.newTable(), this);
  }
}
