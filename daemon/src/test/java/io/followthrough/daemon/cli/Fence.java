package io.followthrough.daemon.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fenced block of a page of the documentation.
 *
 * @param line of the opening fence, from 1
 * @param language such as {@code yaml}; empty where none is named
 * @param info what stands after the language: {@code fragment}, {@code file=NAME}
 */
record Fence(int line, String language, List<String> info, List<String> lines) {
  private static final Pattern OPENING = Pattern.compile("^( *)(`{3,})([A-Za-z]*)(.*)$");

  Fence {
    info = List.copyOf(info);
    lines = List.copyOf(lines);
  }

  String text() {
    return String.join("\n", lines) + "\n";
  }

  /** The file that a reader of the page saves the block as. */
  Optional<String> file() {
    return info.stream()
        .filter(word -> word.startsWith("file="))
        .map(word -> word.substring("file=".length()))
        .findFirst();
  }

  /** The blocks of a page, in their order. */
  static List<Fence> in(List<String> page) {
    List<Fence> fences = new ArrayList<>();
    for (int i = 0; i < page.size(); i++) {
      Matcher opening = OPENING.matcher(page.get(i));
      if (!opening.matches()) {
        continue;
      }
      int start = i + 1;
      String closing = opening.group(1) + opening.group(2);
      int end = start;
      while (!page.get(end).stripTrailing().equals(closing)) {
        end++;
      }
      int indent = opening.group(1).length();
      List<String> lines =
          page.subList(start, end).stream()
              .map(line -> line.substring(Math.min(indent, line.length())))
              .toList();
      List<String> info = List.of(opening.group(4).strip().split("\\s+", -1));
      fences.add(new Fence(start, opening.group(3), info, lines));
      i = end;
    }
    return fences;
  }

  /** The lines of a page that stand outside of its blocks. */
  static List<String> outside(List<String> page) {
    List<String> rest = new ArrayList<>(page);
    for (Fence fence : in(page)) {
      for (int i = fence.line() - 1; i <= fence.line() + fence.lines().size(); i++) {
        rest.set(i, "");
      }
    }
    return rest;
  }
}
