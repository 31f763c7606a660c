package io.followthrough.document;

import java.util.ArrayList;
import java.util.List;

/** The blocks of a document as lines of text, so that a test shows what it expects. */
final class Shown {
  private Shown() {}

  /** Each block: its line, what it is, its depth where it has one, its text with its marks. */
  static String blocks(DocumentFormat format, String text) {
    List<String> shown = new ArrayList<>();
    for (Block block : format.parse(text).blocks()) {
      String line =
          block.line() + " " + kind(block) + (block.place().quoted() ? "> " : "") + of(block);
      shown.add(line.stripTrailing());
    }
    return String.join("\n", shown);
  }

  private static String kind(Block block) {
    String depth = block.place().depth() == 0 ? "" : "." + block.place().depth();
    if (block instanceof Block.Heading heading) {
      return "h" + heading.level() + depth + ": ";
    }
    if (block instanceof Block.Task task) {
      return "task" + depth + (task.ticked() ? " [x] " : " [ ] ");
    }
    if (block instanceof Block.ListItem item) {
      return (item.numbered() ? "number" : "item") + depth + ": ";
    }
    if (block instanceof Block.TableRow) {
      return "row" + depth + ": ";
    }
    return (block instanceof Block.Code ? "code" : "text") + depth + ": ";
  }

  private static String of(Block block) {
    if (block instanceof Block.TableRow row) {
      List<String> cells = new ArrayList<>();
      for (int i = 0; i < row.cells().size(); i++) {
        String name = i < row.header().size() ? row.header().get(i).plain() : "";
        cells.add(name + "=" + marked(row.cells().get(i)));
      }
      return String.join(", ", cells);
    }
    return marked(block.text());
  }

  /** Signs of Markdown where a mark begins and ends; a link is followed by its target. */
  private static String marked(RichText text) {
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i <= text.plain().length(); i++) {
      for (Mark mark : text.marks()) {
        if (mark.end() == i) {
          shown.append(closing(mark));
        }
      }
      for (Mark mark : text.marks()) {
        if (mark.start() == i) {
          shown.append(opening(mark));
        }
      }
      if (i < text.plain().length()) {
        shown.append(text.plain().charAt(i));
      }
    }
    return shown.toString().replace("\n", "\\n").replace("\u2028", "\\L");
  }

  private static String opening(Mark mark) {
    return switch (mark.kind()) {
      case BOLD -> "**";
      case ITALIC -> "_";
      case STRUCK -> "~~";
      case CODE -> "`";
      case LINK -> "[";
      case IMAGE -> "![";
    };
  }

  private static String closing(Mark mark) {
    return switch (mark.kind()) {
      case LINK, IMAGE -> "](" + mark.target() + ")";
      default -> opening(mark);
    };
  }
}
