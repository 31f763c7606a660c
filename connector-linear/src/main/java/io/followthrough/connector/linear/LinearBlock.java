package io.followthrough.connector.linear;

import static java.util.Objects.requireNonNull;

import io.followthrough.tracker.MarkdownProse;
import io.followthrough.tracker.Marker;
import io.followthrough.tracker.Prose;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Our block in a description: from a line that says Followthrough to the line that is the mark.
 * Both are seen by people, since Linear keeps no comments. It writes the text anew in its own
 * manner whenever it is saved, so blocks are compared by their letters and digits alone.
 *
 * @param text what stands between the two lines, as Linear gives it
 * @param before the description before the block; {@code after} likewise
 */
record LinearBlock(String text, String before, String after) {
  private static final String OPENING = "**Followthrough**";
  private static final Pattern IS_OPENING =
      Pattern.compile("(?:\\*\\*|__)Followthrough(?:\\*\\*|__)");
  private static final Pattern IS_MARK = Pattern.compile("[`\\s]*followthrough:v1:\\S+?[`\\s]*");
  private static final Pattern MARK_ANYWHERE =
      Pattern.compile("followthrough:v1:[A-Za-z0-9._-]+:[0-9a-z-]+:[0-9a-z]+:[0-9a-z]+");

  LinearBlock {
    requireNonNull(text, "text is null");
    requireNonNull(before, "before is null");
    requireNonNull(after, "after is null");
  }

  /** A block with its two lines. */
  static String render(Marker marker, Prose prose, Function<String, Optional<String>> mentions) {
    String words = MarkdownProse.render(prose, mentions);
    return OPENING + "\n\n" + (words.isEmpty() ? "" : words + "\n\n") + "`" + marker.encode() + "`";
  }

  /** The block that bears a mark; empty where people removed one of its lines. */
  static Optional<LinearBlock> findIn(String description, Marker marker) {
    List<String> lines = description.lines().toList();
    int end = -1;
    for (int i = 0; i < lines.size() && end < 0; i++) {
      if (IS_MARK.matcher(lines.get(i)).matches() && lines.get(i).contains(marker.encode())) {
        end = i;
      }
    }
    for (int start = end - 1; start >= 0; start--) {
      if (IS_OPENING.matcher(lines.get(start).strip()).matches()) {
        return Optional.of(
            new LinearBlock(
                joined(lines.subList(start + 1, end)),
                joined(lines.subList(0, start)),
                joined(lines.subList(end + 1, lines.size()))));
      }
    }
    return Optional.empty();
  }

  /** Every mark in a description, whoever's. */
  static List<Marker> marksIn(String description) {
    List<Marker> marks = new ArrayList<>();
    MARK_ANYWHERE
        .matcher(description)
        .results()
        .forEach(found -> Marker.findIn(found.group()).ifPresent(marks::add));
    return marks;
  }

  /** The description with another block in place of this one. */
  String replacedBy(String block) {
    return join(join(before, block), after);
  }

  /** A description with a block at its end. */
  static String appended(String description, String block) {
    return join(description.strip(), block);
  }

  /** True where two texts say the same, however Linear writes them. */
  static boolean saySame(String one, String other) {
    return letters(one).equals(letters(other));
  }

  /** The letters and digits of Markdown, escapes and entities undone. */
  static String letters(String markdown) {
    StringBuilder letters = new StringBuilder(markdown.length());
    int i = 0;
    while (i < markdown.length()) {
      char c = markdown.charAt(i);
      int end = c == '&' ? markdown.indexOf(';', i) : -1;
      if (c == '\\') {
        i += 2;
      } else if (end > i && end - i <= 6 && isEntity(markdown.substring(i + 1, end))) {
        i = end + 1;
      } else {
        int point = markdown.codePointAt(i);
        if (Character.isLetterOrDigit(point)) {
          letters.appendCodePoint(point);
        }
        i += Character.charCount(point);
      }
    }
    return letters.toString();
  }

  /** The entities that stand for no letter. */
  private static boolean isEntity(String name) {
    return switch (name) {
      case "amp", "lt", "gt", "quot", "apos", "nbsp", "#39", "#34", "#x20", "#x27" -> true;
      default -> false;
    };
  }

  private static String joined(List<String> lines) {
    return String.join("\n", lines).strip();
  }

  private static String join(String one, String other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one + other;
    }
    return one + "\n\n" + other;
  }
}
