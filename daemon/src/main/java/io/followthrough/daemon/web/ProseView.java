package io.followthrough.daemon.web;

import io.followthrough.tracker.Prose;
import io.followthrough.tracker.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Prose as blocks of a page: bullets that follow each other are one list. */
public record ProseView(List<Block> blocks) {
  private static final Pattern TICK = Pattern.compile("`");

  /** Lines of one shape. */
  public record Block(Prose.Shape shape, List<List<Piece>> lines) {}

  /** Words in one dress; a link has an address that may be followed. */
  public record Piece(Span.Dress dress, String text, Optional<String> address) {}

  static ProseView of(Prose prose) {
    List<Block> blocks = new ArrayList<>();
    for (Prose.Line line : prose.lines()) {
      List<Piece> pieces = line.spans().stream().map(ProseView::piece).toList();
      int last = blocks.size() - 1;
      boolean gathers = line.shape() == Prose.Shape.BULLET || line.shape() == Prose.Shape.ROW;
      if (gathers && last >= 0 && blocks.get(last).shape() == line.shape()) {
        blocks.get(last).lines().add(pieces);
      } else {
        List<List<Piece>> lines = new ArrayList<>();
        lines.add(pieces);
        blocks.add(new Block(line.shape(), lines));
      }
    }
    return new ProseView(blocks);
  }

  /** A sentence of our own, in which commands stand between backticks. */
  static ProseView ofOurs(String sentence) {
    List<Piece> pieces = new ArrayList<>();
    boolean isCode = false;
    for (String part : TICK.splitAsStream(sentence).toList()) {
      pieces.add(piece(isCode ? Span.code(part) : Span.plain(part)));
      isCode = !isCode;
    }
    return new ProseView(List.of(new Block(Prose.Shape.PARAGRAPH, List.of(pieces))));
  }

  private static Piece piece(Span span) {
    Optional<String> address =
        span.dress() == Span.Dress.LINK ? Plain.address(span.target()) : Optional.empty();
    return new Piece(span.dress(), Plain.text(span.text()), address);
  }
}
