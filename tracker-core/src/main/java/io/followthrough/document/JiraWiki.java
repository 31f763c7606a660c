package io.followthrough.document;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Jira's wiki markup, as its REST interface version 2 and Data Center hand out descriptions.
 * Headings, lists, tables and quotations; code is never read; of macros the words within.
 *
 * <p>A person is read as {@code @ID} with a link to {@code user:ID}, as in {@link Confluence}.
 */
final class JiraWiki extends LineBlocks {
  private static final Pattern HEADING = Pattern.compile("^\\s*h([1-6])\\.\\s*(.*)$");
  private static final Pattern ENTRY = Pattern.compile("^\\s*([*#]+|[*#]*-{1,3})\\s+(\\S.*)$");
  private static final Pattern RULE = Pattern.compile("^\\s*-{4,}\\s*$");
  private static final Pattern MACRO =
      Pattern.compile("^\\s*\\{([a-z][a-z-]{0,20})(?::([^{}\\n]{0,300}))?\\}\\s*");
  private static final Pattern TITLE = Pattern.compile("(?:^|\\|)title=([^|]*)");
  private static final Set<String> CODE = Set.of("code", "noformat");
  private static final Set<String> ASIDES = Set.of("quote", "info", "note", "tip", "warning");
  private static final int MAX_ROW = 50;

  private final Set<String> unclosed = new HashSet<>();
  private @Nullable List<RichText> header;
  private int table;

  private JiraWiki(List<String> lines) {
    super(lines);
  }

  static ParsedDocument parse(String text) {
    return new JiraWiki(SourceText.lines(text)).read();
  }

  @Override
  RichText inline(String text) {
    return new JiraInlines(text).read();
  }

  @Override
  void blank() {
    header = null;
  }

  @Override
  void line(String whole) {
    String line = withoutMacros(whole);
    String closing = closing(line);
    line = line.substring(0, line.length() - closing.length());
    if (!line.isBlank()) {
      words(line);
    }
    if (!closing.isEmpty()) {
      flush();
      quoted = false;
    }
  }

  /** What is left of a line when the macros that it begins with have been obeyed. */
  private String withoutMacros(String whole) {
    String line = whole;
    Matcher macro = MACRO.matcher(line);
    while (macro.find()) {
      String name = macro.group(1);
      String rest = line.substring(macro.end());
      if (CODE.contains(name)) {
        if (!code(name, rest)) {
          return rest;
        }
        return "";
      }
      if (!JiraInlines.isMacro(name)) {
        return line;
      }
      close();
      header = null;
      if (ASIDES.contains(name)) {
        quoted = !quoted;
      }
      Matcher title = TITLE.matcher(macro.group(2) == null ? "" : macro.group(2));
      if (title.find()) {
        out.label(inline(title.group(1)), here());
      }
      line = rest;
      macro = MACRO.matcher(line);
    }
    return line;
  }

  private String closing(String line) {
    String end = line.stripTrailing();
    for (String name : ASIDES) {
      if (quoted && end.endsWith("{" + name + "}")) {
        return line.substring(end.length() - name.length() - 2);
      }
    }
    return "";
  }

  /** Reads code to its end; false if it has none. */
  private boolean code(String name, String first) {
    String end = "{" + name + "}";
    if (unclosed.contains(name)) {
      return false;
    }
    int start = next;
    int last = next - 1;
    int at = first.indexOf(end);
    for (int i = next; at < 0 && i < lines.size(); i++) {
      at = lines.get(i).indexOf(end);
      last = i;
    }
    if (at < 0) {
      unclosed.add(name);
      return false;
    }
    apart();
    List<String> code = new ArrayList<>();
    code.add(first.contains(end) ? first.substring(0, first.indexOf(end)) : first);
    code.addAll(lines.subList(Math.min(next, last), last));
    next = last + 1;
    out.code(String.join("\n", code), from(start));
    return true;
  }

  private void words(String line) {
    Matcher heading = HEADING.matcher(line);
    Matcher entry = ENTRY.matcher(line);
    if (heading.find()) {
      header = null;
      heading(heading.group(1).charAt(0) - '0', heading.group(2));
    } else if (line.stripLeading().startsWith("|") && isRow(line)) {
      row(line.strip());
    } else if (RULE.matcher(line).find()) {
      close();
    } else if (entry.find()) {
      header = null;
      String marker = entry.group(1);
      flush();
      boolean numbered = marker.endsWith("#");
      entry(lists.at(marker.length(), numbered), Optional.empty(), entry.group(2));
    } else if (line.stripLeading().startsWith("bq. ")) {
      boolean outer = quoted;
      close();
      quoted = true;
      text(line.stripLeading().substring(4));
      flush();
      quoted = outer;
    } else {
      text(line);
    }
  }

  private static boolean isRow(String line) {
    return line.strip().length() > 1;
  }

  /** A row goes on where its line does not end it. */
  private void row(String first) {
    apart();
    int start = next;
    StringBuilder row = new StringBuilder(first);
    int limit = Math.min(lines.size(), next + MAX_ROW);
    while (row.charAt(row.length() - 1) != '|'
        && next < limit
        && !lines.get(next).isBlank()
        && !lines.get(next).stripLeading().startsWith("|")) {
      row.append('\n').append(lines.get(next).strip());
      next++;
    }
    List<RichText> cells = new ArrayList<>();
    for (String cell : JiraInlines.cells(row.toString())) {
      cells.add(inline(cell).strip());
    }
    if (header == null) {
      header = cells;
      table = out.newTable();
    } else {
      out.row(header, cells, table, from(start));
    }
  }
}
