package io.followthrough.extract;

import io.followthrough.document.RichText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Items that have a heading of their own, with their facts below it. */
final class HeadingReader {
  private static final Pattern NUMBERED =
      Pattern.compile(
          "(?i)^\\W*(?:(?:action(?: item)?|ai|item|task|recommendation|follow-?up|ca|fu|r)["
              + " #-]?)?\\d{1,3}(?:\\.\\d+)?\\s*[.):–—-]\\s*\\S.*");
  private static final Pattern NUMBER =
      Pattern.compile("^\\W*\\d{1,3}(?:\\.\\d+)*\\s*[.):–—-]\\s*");
  private static final Set<Column> FACTS =
      Set.of(
          Column.OWNER,
          Column.DUE,
          Column.STATUS,
          Column.TICKET,
          Column.PRIORITY,
          Column.CRITERION,
          Column.EFFORT);

  private final Lexicon words;
  private final Findings findings;
  private final Tags tags;

  HeadingReader(Lexicon words, Findings findings) {
    this.words = words;
    this.findings = findings;
    this.tags = new Tags(words);
  }

  /** Whether the heading is an item itself and not the name of a group of them. */
  boolean isItem(Node.Part part) {
    if (part.kind() == Node.Label.COLON || part.kind() == Node.Label.ENTRY) {
      return false;
    }
    String label = part.label().plain().strip();
    if (words.placeholders().isNothing(label) || words.headings().topic(label) == Topic.ACTION) {
      return false;
    }
    int facts = 0;
    int others = 0;
    for (Node node : part.children()) {
      if (node instanceof Node.Rows || node instanceof Node.Part) {
        return false;
      }
      if (node instanceof Node.Entry entry) {
        boolean fact = isFact(entry.text().strip());
        facts += fact ? 1 : 0;
        others += !fact && tags.labelled(entry.text().strip()).isEmpty() ? 1 : 0;
      } else if (node instanceof Node.Para para) {
        facts += (int) pieces(para).stream().filter(this::isFact).count();
      }
    }
    boolean asks = words.mood(NUMBER.matcher(label).replaceFirst("")) == Mood.IMPERATIVE;
    boolean numbered = NUMBERED.matcher(label).matches();
    if (facts > 0) {
      return asks || numbered || others == 0;
    }
    return asks && others == 0 && (numbered || !part.children().isEmpty());
  }

  private boolean isFact(RichText text) {
    return tags.labelled(text).filter(label -> FACTS.contains(label.column())).isPresent();
  }

  void read(Node.Part part, Scope scope) {
    Draft draft = new Draft(words);
    for (Node node : part.children()) {
      if (node instanceof Node.Entry entry) {
        note(entry.text().strip(), draft);
        for (Node child : entry.children()) {
          if (child instanceof Node.Entry nested) {
            draft.tickets(TicketWords.in(nested.text()));
          }
        }
      } else if (node instanceof Node.Para para) {
        pieces(para).forEach(piece -> note(piece, draft));
      }
    }
    RichText label = part.label();
    java.util.regex.Matcher number = NUMBER.matcher(label.plain());
    RichText bare = number.lookingAt() ? label.slice(number.end(), label.plain().length()) : label;
    String title = ItemReader.read(bare, draft, words);
    findings.item(title, draft, scope, part.line(), label.plain(), "heading-under-action-heading");
  }

  private void note(RichText text, Draft draft) {
    Optional<Tags.Labelled> labelled = tags.labelled(text);
    if (labelled.isPresent()) {
      draft.take(labelled.get().column(), labelled.get().value());
    } else {
      draft.tickets(TicketWords.in(text));
    }
  }

  /** Lines of a paragraph, and what signs part within them: "Owner: A | Due: B". */
  private static List<RichText> pieces(Node.Para para) {
    List<RichText> pieces = new ArrayList<>();
    for (RichText line : para.block().text().lines()) {
      String plain = line.plain();
      int start = 0;
      for (int i = 0; i < plain.length(); i++) {
        if (plain.charAt(i) == '|' || plain.charAt(i) == '·' || plain.charAt(i) == '•') {
          pieces.add(line.slice(start, i).strip());
          start = i + 1;
        }
      }
      pieces.add(line.slice(start, plain.length()).strip());
    }
    return pieces;
  }
}
