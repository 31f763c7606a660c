package io.followthrough.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Wikitext without its comments, code and templates, each line where it was.
 *
 * @param facts what the templates before the first heading say
 */
record WikitextSource(List<String> lines, Map<String, List<String>> facts) {
  /** The first character of a line on which code begins. */
  static final char CODE = '\ue000';

  private static final Set<String> CODES =
      Set.of("pre", "nowiki", "syntaxhighlight", "source", "math", "ref", "gallery");
  private static final Set<String> TICKETS =
      Set.of("phab", "phabricator", "tracked", "task", "bug", "jira", "ticket", "issue");
  private static final Set<String> DONE = Set.of("done", "tick", "yes", "check", "checked", "y");
  private static final Set<String> OPEN = Set.of("not done", "cross", "no", "n", "in progress");
  private static final int LONGEST_VALUE = 300;
  private static final int LONGEST_TAG = 500;

  static WikitextSource of(List<String> lines) {
    return new Reader(String.join("\n", lines)).read();
  }

  /** One pass over the text; what never closes is left as it is. */
  private static final class Reader {
    private final String text;
    private final StringBuilder out = new StringBuilder();
    private final Map<String, List<String>> facts = new LinkedHashMap<>();
    private final Map<String, Integer> missing = new LinkedHashMap<>();
    private final int[] closes;
    private boolean heading;
    private int at;

    Reader(String text) {
      this.text = text;
      this.closes = new int[text.length() + 1];
      match();
    }

    /** For each opening of a template, where it closes. */
    private void match() {
      List<Integer> open = new ArrayList<>();
      for (int i = 0; i + 1 < text.length(); i++) {
        if (text.startsWith("{{", i)) {
          open.add(i);
          i++;
        } else if (text.startsWith("}}", i) && !open.isEmpty()) {
          closes[open.remove(open.size() - 1)] = i + 2;
          i++;
        }
      }
    }

    WikitextSource read() {
      while (at < text.length()) {
        char c = text.charAt(at);
        boolean read =
            c == '<' ? (comment() || code()) : c == '{' && text.startsWith("{{", at) && template();
        if (!read) {
          heading |= c == '=' && (at == 0 || text.charAt(at - 1) == '\n');
          out.append(c);
          at++;
        }
      }
      List<String> lines = List.of(out.toString().split("\n", -1));
      return new WikitextSource(lines, facts);
    }

    private boolean comment() {
      if (!text.startsWith("<!--", at)) {
        return false;
      }
      return skipTo("-->");
    }

    private boolean skipTo(String end) {
      int found = missing.containsKey(end) ? -1 : text.indexOf(end, at);
      if (found < 0) {
        missing.put(end, 0);
        return false;
      }
      lines(at, found);
      at = found + end.length();
      return true;
    }

    private void lines(int from, int to) {
      for (int i = from; i < to; i++) {
        if (text.charAt(i) == '\n') {
          out.append('\n');
        }
      }
    }

    private boolean code() {
      int end = at + 1;
      while (end < text.length() && end - at < 20 && Character.isLetter(text.charAt(end))) {
        end++;
      }
      String name = text.substring(at + 1, end).toLowerCase(Locale.ROOT);
      if (!CODES.contains(name)) {
        return false;
      }
      int close = end;
      while (close < text.length() && close - end < LONGEST_TAG && text.charAt(close) != '>') {
        close++;
      }
      if (close == text.length() || text.charAt(close) != '>') {
        return false;
      }
      if (text.charAt(close - 1) == '/') {
        at = close + 1;
        return true;
      }
      boolean block = out.isEmpty() || out.charAt(out.length() - 1) == '\n';
      int before = out.length();
      if (!skipTo("</" + name + ">")) {
        return false;
      }
      if (block && !name.equals("ref")) {
        out.insert(before, CODE);
      }
      return true;
    }

    private boolean template() {
      int end = closes[at];
      if (end == 0) {
        return false;
      }
      String inner = text.substring(at + 2, Math.min(end - 2, at + 2 + 4 * LONGEST_VALUE));
      String[] parts = inner.split("\\|", 3);
      String name = parts[0].strip().toLowerCase(Locale.ROOT);
      if (parts.length > 1 && TICKETS.contains(name)) {
        out.append(parts[1].strip());
      } else if (DONE.contains(name)) {
        out.append('\u2705');
      } else if (OPEN.contains(name)) {
        out.append('\u274c');
      } else if (!heading) {
        facts(text.substring(at + 2, end - 2));
      }
      lines(at, end);
      at = end;
      return true;
    }

    private void facts(String template) {
      for (String each : template.split("\n\\s*\\||\\|", -1)) {
        int sign = each.indexOf('=');
        if (sign > 0 && sign < 60 && each.length() <= LONGEST_VALUE) {
          String value = each.substring(sign + 1).strip();
          facts.putIfAbsent(each.substring(0, sign).strip(), List.of(value));
        }
      }
    }
  }
}
