package io.followthrough.extract;

import io.followthrough.document.Block;
import io.followthrough.document.Mark;
import io.followthrough.document.Place;
import io.followthrough.document.RichText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the headings that are not marked as such: a line in bold, a line that ends with a colon, a
 * list entry that only names what follows.
 */
final class Labels {
  private static final int LONGEST_BOLD = 120;
  private static final int LONGEST_COLON = 200;

  private final Headings headings;

  Labels(Headings headings) {
    this.headings = headings;
  }

  /** The part with its labels as parts of their own. */
  Node.Part within(Node.Part part) {
    return new Node.Part(
        part.label(), part.kind(), part.level(), part.line(), labelled(part.children()));
  }

  private List<Node> labelled(List<Node> nodes) {
    List<Node> out = new ArrayList<>();
    int i = 0;
    while (i < nodes.size()) {
      Node node = nodes.get(i);
      i++;
      if (node instanceof Node.Part part) {
        out.add(within(part));
      } else if (node instanceof Node.Para para) {
        i = paragraph(para, nodes, i, out);
      } else if (node instanceof Node.Entry entry) {
        i = entry(entry, nodes, i, out);
      } else {
        out.add(node);
      }
    }
    return out;
  }

  private int paragraph(Node.Para para, List<Node> nodes, int next, List<Node> out) {
    RichText text = para.block().text().strip();
    if (para.block().place().quoted()) {
      out.add(para);
      return next;
    }
    if (isBoldLabel(text) || isPlainLabel(text)) {
      int end = endOfBold(headings.topic(text), nodes, next);
      out.add(part(text, Node.Label.BOLD, para.line(), nodes.subList(next, end)));
      return end;
    }
    RichText last = lastLine(text);
    if (last.plain().endsWith(":") || last.plain().endsWith("：")) {
      int end = endOfList(nodes, next);
      boolean alone = last.plain().length() == text.plain().length();
      if (alone && end == next && headings.introduction(last) == Topic.ACTION) {
        end = endOfBold(Topic.NONE, nodes, next);
      }
      if (end > next && last.plain().length() <= LONGEST_COLON) {
        int line = para.block().place().endLine();
        out.add(part(last, Node.Label.COLON, line, nodes.subList(next, end)));
        return end;
      }
    }
    Optional<RichText> lead = lead(text);
    if (lead.isPresent() && headings.topic(lead.get()) == Topic.ACTION) {
      RichText rest = text.slice(lead.get().plain().length(), text.plain().length());
      List<Node> below = new ArrayList<>();
      below.add(new Node.Para(new Block.Paragraph(afterColon(rest), para.block().place())));
      int end = endOfBold(Topic.NONE, nodes, next);
      below.addAll(nodes.subList(next, end));
      out.add(part(lead.get(), Node.Label.BOLD, para.line(), below));
      return end;
    }
    out.add(para);
    return next;
  }

  private int entry(Node.Entry entry, List<Node> nodes, int next, List<Node> out) {
    RichText text = entry.text().strip();
    boolean names =
        entry.block().checked().isEmpty()
            && (isBoldLabel(text) || isColonLabel(text) || isPlainLabel(text));
    Topic topic = names ? labelTopic(text) : Topic.NONE;
    if (topic != Topic.NONE && names) {
      if (!entry.children().isEmpty()) {
        out.add(part(text, Node.Label.ENTRY, entry.line(), entry.children()));
        return next;
      }
      int end = topic == Topic.ACTION ? endOfEntry(entry, nodes, next) : next;
      out.add(part(text, Node.Label.ENTRY, entry.line(), nodes.subList(next, end)));
      return end;
    }
    if (entry.children().isEmpty()) {
      int end = endOfOutdented(entry, nodes, next);
      boolean adopts = isColonLabel(lastLine(text)) || isBroken(entry, nodes, end, out);
      if (end > next && adopts) {
        out.add(new Node.Entry(entry.block(), labelled(new ArrayList<>(nodes.subList(next, end)))));
        return end;
      }
    }
    Optional<RichText> lead = lead(text);
    if (lead.isPresent() && headings.topic(lead.get()) == Topic.ACTION) {
      RichText rest = afterColon(text.slice(lead.get().plain().length(), text.plain().length()));
      Place place = entry.block().place();
      List<Node> below = new ArrayList<>();
      below.add(
          new Node.Entry(
              new Block.ListItem(rest, entry.block().list(), entry.block().numbered(), place),
              List.of()));
      below.addAll(entry.children());
      out.add(part(lead.get(), Node.Label.ENTRY, entry.line(), below));
      return next;
    }
    out.add(new Node.Entry(entry.block(), labelled(entry.children())));
    return next;
  }

  private Topic labelTopic(RichText text) {
    boolean line = text.plain().length() <= LONGEST_BOLD && text.plain().indexOf('\n') < 0;
    return line ? headings.introduction(text) : Topic.NONE;
  }

  private Node.Part part(RichText label, Node.Label kind, int line, List<Node> children) {
    return new Node.Part(label, kind, 7, line, labelled(new ArrayList<>(children)));
  }

  private static boolean isBoldLabel(RichText text) {
    return text.isWholly(Mark.Kind.BOLD)
        && text.plain().length() <= LONGEST_BOLD
        && text.plain().indexOf('\n') < 0
        && !text.plain().endsWith(".");
  }

  private static boolean isColonLabel(RichText text) {
    return (text.plain().endsWith(":") || text.plain().endsWith("："))
        && text.plain().length() <= LONGEST_BOLD;
  }

  /** A line that is nothing but the name of a part: "Action items". */
  private boolean isPlainLabel(RichText text) {
    String plain = text.plain();
    return plain.length() <= 40
        && plain.indexOf('\n') < 0
        && !plain.endsWith(".")
        && headings.topic(text) == Topic.ACTION
        && headings.isName(plain);
  }

  private static RichText lastLine(RichText text) {
    int start = Math.max(text.plain().lastIndexOf('\n'), text.plain().lastIndexOf('\u2028')) + 1;
    return text.slice(start, text.plain().length());
  }

  /** Lexicon in bold at the beginning that end with, or are followed by, a colon. */
  private static Optional<RichText> lead(RichText text) {
    for (Mark mark : text.marks(Mark.Kind.BOLD)) {
      if (mark.start() == 0 && mark.end() < text.plain().length() && mark.end() <= LONGEST_BOLD) {
        String bold = text.plain().substring(0, mark.end()).strip();
        boolean colon =
            bold.endsWith(":") || bold.endsWith("：") || text.plain().startsWith(":", mark.end());
        return colon ? Optional.of(text.slice(0, mark.end())) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static RichText afterColon(RichText text) {
    RichText rest = text.strip();
    return rest.plain().startsWith(":") ? rest.slice(1, rest.plain().length()).strip() : rest;
  }

  /** A label in bold reaches to the next one, a label of action items over those that name none. */
  private int endOfBold(Topic topic, List<Node> nodes, int from) {
    int i = from;
    while (i < nodes.size() && !(nodes.get(i) instanceof Node.Part)) {
      if (nodes.get(i) instanceof Node.Para para) {
        RichText text = para.block().text().strip();
        boolean label = isBoldLabel(text) || isPlainLabel(text);
        Topic next = label ? headings.topic(text) : Topic.NONE;
        boolean group = topic == Topic.ACTION && (next == Topic.NONE || next == Topic.PHASE);
        if (label && !group) {
          return i;
        }
      }
      i++;
    }
    return i;
  }

  private static int endOfList(List<Node> nodes, int from) {
    if (from < nodes.size() && nodes.get(from) instanceof Node.Rows) {
      return from + 1;
    }
    int i = from;
    while (i < nodes.size() && nodes.get(i) instanceof Node.Entry) {
      i++;
    }
    return i;
  }

  /** A numbered list that lists of points break: its author forgot to indent them. */
  private static boolean isBroken(Node.Entry entry, List<Node> nodes, int end, List<Node> before) {
    boolean lead = entry.text().marks(Mark.Kind.BOLD).stream().anyMatch(mark -> mark.start() == 0);
    Node previous = before.isEmpty() ? entry : before.get(before.size() - 1);
    boolean goesOn = end < nodes.size() && isNumberedElsewhere(nodes.get(end), entry);
    return lead && entry.block().numbered() && (goesOn || isNumberedElsewhere(previous, entry));
  }

  private static boolean isNumberedElsewhere(Node node, Node.Entry entry) {
    return node instanceof Node.Entry other
        && other.block().numbered()
        && other.block().list() != entry.block().list();
  }

  /** A list of another sort right after an entry that ends with a colon belongs to the entry. */
  private static int endOfOutdented(Node.Entry entry, List<Node> nodes, int from) {
    int i = from;
    while (i < nodes.size()
        && nodes.get(i) instanceof Node.Entry next
        && next.block().list() != entry.block().list()
        && next.block().numbered() != entry.block().numbered()) {
      i++;
    }
    return i;
  }

  /** An entry that only names what follows, and ends its list, reaches over the next list. */
  private static int endOfEntry(Node.Entry entry, List<Node> nodes, int from) {
    int i = from;
    while (i < nodes.size()) {
      boolean same =
          nodes.get(i) instanceof Node.Entry next && next.block().list() == entry.block().list();
      if (same || nodes.get(i) instanceof Node.Part) {
        return i;
      }
      i++;
    }
    return i;
  }
}
