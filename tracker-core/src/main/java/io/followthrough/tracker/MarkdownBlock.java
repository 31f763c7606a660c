package io.followthrough.tracker;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Our block in a Markdown description: from the line that is the mark to the line that ends it.
 * What stands before and after belongs to people.
 *
 * @param marker the mark, whoever wrote it
 * @param text what stands between the two lines, with line feeds only
 * @param before the description before the block, byte for byte; {@code after} likewise
 */
public record MarkdownBlock(Marker marker, String text, String before, String after) {
  private static final String END = "<!-- /followthrough -->";
  private static final Pattern LINE = Pattern.compile("([^\\r\\n]*)(\\r\\n|\\r|\\n|\\z)");
  private static final Pattern FENCE = Pattern.compile(" {0,3}(`{3,}(?=[^`]*$)|~{3,}).*");

  public MarkdownBlock {
    requireNonNull(marker, "marker is null");
    requireNonNull(text, "text is null");
    requireNonNull(before, "before is null");
    requireNonNull(after, "after is null");
  }

  /** A block with its mark, without a newline at its end. */
  public static String render(Marker marker, Prose prose) {
    return "<!-- " + marker.encode() + " -->\n" + MarkdownProse.render(prose) + "\n" + END;
  }

  /**
   * The first whole block of a description. A mark that is quoted, indented, within a line or
   * within a fence is none; neither is one without its end.
   */
  public static Optional<MarkdownBlock> findIn(String body) {
    return opening(body).flatMap(opening -> closing(body, opening));
  }

  /**
   * The mark of a description, even where people removed the end of its block, so that the ticket
   * is still known as ours.
   */
  public static Optional<Marker> markIn(String body) {
    return opening(body).map(Opening::marker);
  }

  /** The description with another text in the block and everything else as it is. */
  public String with(Prose prose) {
    return before + render(marker, prose) + after;
  }

  private static Optional<Opening> opening(String body) {
    Matcher lines = LINE.matcher(body);
    String fence = "";
    while (lines.find()) {
      String line = lines.group(1);
      Matcher fenced = FENCE.matcher(line);
      if (fence.isEmpty()) {
        Optional<Marker> marker = markOf(line);
        if (marker.isPresent()) {
          return Optional.of(new Opening(marker.get(), lines.start(), lines.end()));
        }
        fence = fenced.matches() ? fenced.group(1) : "";
      } else if (line.strip().startsWith(fence) && isOnly(line.strip(), fence.charAt(0))) {
        fence = "";
      }
    }
    return Optional.empty();
  }

  private static Optional<MarkdownBlock> closing(String body, Opening opening) {
    Matcher lines = LINE.matcher(body);
    int at = opening.end();
    while (lines.find(at)) {
      if (lines.group(1).equals(END)) {
        String text = body.substring(opening.end(), lines.start());
        return Optional.of(
            new MarkdownBlock(
                opening.marker(),
                text.replace("\r\n", "\n").replace('\r', '\n').replaceFirst("\n\\z", ""),
                body.substring(0, opening.start()),
                body.substring(lines.end(1))));
      }
      if (markOf(lines.group(1)).isPresent() || lines.end() == at) {
        return Optional.empty();
      }
      at = lines.end();
    }
    return Optional.empty();
  }

  private static Optional<Marker> markOf(String line) {
    return Marker.findIn(line).filter(mark -> line.equals("<!-- " + mark.encode() + " -->"));
  }

  private static boolean isOnly(String line, char c) {
    return line.chars().allMatch(other -> other == c);
  }

  private record Opening(Marker marker, int start, int end) {}
}
