package io.followthrough.daemon.config;

import java.util.ArrayList;
import java.util.List;

/** Comma-separated values (RFC 4180), each with its place. Empty lines are passed over. */
final class CommaSeparated {
  private final String file;
  private final String text;
  private final Problems problems;
  private int at;
  private int line = 1;
  private int lineStart;

  CommaSeparated(String file, String text, Problems problems) {
    this.file = file;
    this.text = text;
    this.problems = problems;
  }

  List<List<Tree.Scalar>> rows() {
    List<List<Tree.Scalar>> rows = new ArrayList<>();
    while (at < text.length()) {
      List<Tree.Scalar> row = row();
      if (row.size() > 1 || !row.get(0).text().isEmpty()) {
        rows.add(row);
      }
    }
    return rows;
  }

  private List<Tree.Scalar> row() {
    List<Tree.Scalar> row = new ArrayList<>();
    row.add(cell());
    while (at < text.length() && text.charAt(at) == ',') {
      at++;
      row.add(cell());
    }
    if (at < text.length()) {
      newLine();
    }
    return row;
  }

  private Tree.Scalar cell() {
    Place place = new Place(file, line, at - lineStart + 1);
    StringBuilder value = new StringBuilder();
    if (at < text.length() && text.charAt(at) == '"') {
      at++;
      quoted(value, place);
    }
    while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
      value.append(text.charAt(at++));
    }
    return new Tree.Scalar(value.toString().strip(), false, place);
  }

  private void quoted(StringBuilder value, Place place) {
    while (at < text.length()) {
      char character = text.charAt(at++);
      if (character != '"') {
        value.append(character);
        if (character == '\n') {
          line++;
          lineStart = at;
        }
      } else if (at < text.length() && text.charAt(at) == '"') {
        value.append('"');
        at++;
      } else {
        return;
      }
    }
    problems.add(place, "", "the quote that opens here is not closed");
  }

  private void newLine() {
    if (text.charAt(at) == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n') {
      at++;
    }
    at++;
    line++;
    lineStart = at;
  }
}
