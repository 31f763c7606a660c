package io.followthrough.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The blocks of a document while it is being read: numbers lists and tables, sees boxes. */
final class BlockWriter {
  private static final Pattern BOX = Pattern.compile("^\\[([ xX*\u2713\u2714]?)\\](?=\\s|$)\\s*");

  private final List<Block> blocks = new ArrayList<>();
  private int lists;
  private int tables;

  /** What has been written so far. */
  List<Block> blocks() {
    return blocks;
  }

  int newList() {
    return ++lists;
  }

  int newTable() {
    return ++tables;
  }

  void heading(int level, RichText text, Place place) {
    if (!text.isBlank()) {
      blocks.add(new Block.Heading(Math.max(1, Math.min(6, level)), text, place));
    }
  }

  void paragraph(RichText text, Place place) {
    if (!text.isBlank()) {
      blocks.add(new Block.Paragraph(text, place));
    }
  }

  /** A line that names what follows it. */
  void label(RichText text, Place place) {
    paragraph(bold(text), place);
  }

  /** A term and what it stands for, as people write it in other formats: "<b>Term:</b> text". */
  void definition(RichText term, RichText text, Place place) {
    RichText name = term.plain().endsWith(":") ? term : term.append(RichText.of(":"));
    paragraph(bold(name).append(RichText.of(" ")).append(text), place);
  }

  private static RichText bold(RichText text) {
    List<Mark> marks = new ArrayList<>(text.marks());
    marks.add(new Mark(Mark.Kind.BOLD, 0, text.plain().length(), ""));
    return new RichText(text.plain(), marks);
  }

  /** An entry of a list; {@code checked} is what the format says beside the text. */
  void entry(RichText text, Optional<Boolean> checked, int list, boolean numbered, Place place) {
    Matcher box = BOX.matcher(text.plain());
    if (checked.isPresent()) {
      blocks.add(new Block.Task(text, checked.get(), list, numbered, place));
    } else if (box.find()) {
      RichText rest = text.slice(box.end(), text.plain().length());
      blocks.add(new Block.Task(rest, !box.group(1).isBlank(), list, numbered, place));
    } else {
      blocks.add(new Block.ListItem(text, list, numbered, place));
    }
  }

  void row(List<RichText> header, List<RichText> cells, int table, Place place) {
    blocks.add(new Block.TableRow(header, cells, table, place));
  }

  void code(String text, Place place) {
    blocks.add(new Block.Code(RichText.of(text), place));
  }
}
