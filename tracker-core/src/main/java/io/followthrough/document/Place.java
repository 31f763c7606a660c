package io.followthrough.document;

/**
 * Where a block stands.
 *
 * @param line its first line in the document, counted from 1
 * @param endLine its last line
 * @param depth how many list items enclose it; a list item counts itself
 * @param quoted whether it stands in a quotation
 */
public record Place(int line, int endLine, int depth, boolean quoted) {
  public Place {
    if (line < 1 || endLine < line || depth < 0) {
      throw new IllegalArgumentException("no place: " + line + ".." + endLine + " at " + depth);
    }
  }

  /** One line at the outermost level. */
  public static Place at(int line) {
    return new Place(line, line, 0, false);
  }
}
