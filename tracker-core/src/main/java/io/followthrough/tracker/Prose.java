package io.followthrough.tracker;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Text for a ticket or a comment in no tracker's own syntax: lines of spans. A connector renders it
 * and escapes every span, so that words of a document can neither mention, link, close nor mark.
 */
public record Prose(List<Line> lines) {
  /** How a line stands. */
  public enum Shape {
    PARAGRAPH,
    BULLET,
    QUOTE,
    HEADING,
    /**
     * A row of a table, each span a cell. Rows that follow each other are one table; its first row
     * is its head.
     */
    ROW,
  }

  /** One line. */
  public record Line(Shape shape, List<Span> spans) {
    public Line {
      spans = List.copyOf(spans);
    }

    /** The words without their dress. */
    public String text() {
      return spans.stream().map(Span::text).collect(Collectors.joining());
    }
  }

  public Prose {
    lines = List.copyOf(lines);
  }

  /** No text at all. */
  public static Prose empty() {
    return new Prose(List.of());
  }

  /** This text with a paragraph at its end. */
  public Prose paragraph(Span... spans) {
    return with(Shape.PARAGRAPH, List.of(spans));
  }

  /** This text with a bullet at its end. */
  public Prose bullet(Span... spans) {
    return with(Shape.BULLET, List.of(spans));
  }

  /** This text with a quotation at its end. */
  public Prose quote(String words) {
    return with(Shape.QUOTE, List.of(Span.plain(words)));
  }

  /** This text with a heading at its end. */
  public Prose heading(String words) {
    return with(Shape.HEADING, List.of(Span.plain(words)));
  }

  /** This text with a row of a table at its end, a cell each. */
  public Prose row(List<Span> cells) {
    return with(Shape.ROW, cells);
  }

  /** This text, and another one below it. */
  public Prose and(Prose below) {
    List<Line> longer = new ArrayList<>(lines);
    longer.addAll(below.lines());
    return new Prose(longer);
  }

  /** This text with a line at its end. */
  public Prose with(Shape shape, List<Span> spans) {
    List<Line> longer = new ArrayList<>(lines);
    longer.add(new Line(shape, spans));
    return new Prose(longer);
  }

  /** This text with the names of people in place of mentions, for where nobody is notified. */
  public Prose withoutMentions() {
    return new Prose(
        lines.stream()
            .map(
                line ->
                    new Line(line.shape(), line.spans().stream().map(Span::unmentioned).toList()))
            .toList());
  }

  /** The words without their dress, a line each. */
  public String text() {
    return lines.stream().map(Line::text).collect(Collectors.joining("\n"));
  }
}
