package io.followthrough.followup;

import static java.util.Objects.requireNonNull;

import io.followthrough.tracker.Prose;
import io.followthrough.tracker.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Somebody's own words for a kind of message. A line is a paragraph, {@code - } before it makes it
 * a bullet and {@code > } a quotation; {@code **strong**} and {@code `code`} are understood, and
 * {@code {{name}}} stands for a fact. Everything else is shown as it is. Immutable.
 */
public final class Template {
  /** The facts that a message may name. */
  public static final Set<String> FACTS =
      Set.of(
          "people",
          "title",
          "postmortem",
          "owner",
          "due",
          "late",
          "silence",
          "criterion",
          "priority",
          "deferrals",
          "blocker",
          "event",
          "stand-in",
          "next",
          "contact");

  private static final String PEOPLE = "people";
  private static final int LONGEST = 20_000;
  private static final Pattern BREAK = Pattern.compile("\\R");
  private static final Pattern FACT = Pattern.compile("\\{\\{([^{}]{0,60})\\}\\}");
  private static final Pattern PIECE =
      Pattern.compile("\\{\\{([^{}]{0,60})\\}\\}|\\*\\*([^*]{1,500})\\*\\*|`([^`]{1,500})`");

  private final List<Row> rows;

  private record Row(Prose.Shape shape, String text) {}

  private Template(List<Row> rows) {
    this.rows = List.copyOf(rows);
  }

  /** What is wrong with a template: where, what, and how to mend it. */
  public static final class Mistake extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final int line;

    Mistake(int line, String message) {
      super(requireNonNull(message, "message is null"));
      this.line = line;
    }

    /** The line, from 1. */
    public int line() {
      return line;
    }
  }

  /**
   * Reads a template.
   *
   * @throws Mistake where it names a fact that there is none of, tells nobody, or is too long
   */
  public static Template parse(String text) {
    if (text.length() > LONGEST) {
      throw new Mistake(1, "is longer than " + LONGEST + " characters");
    }
    List<Row> rows = new ArrayList<>();
    boolean addressed = false;
    int line = 0;
    for (String written : BREAK.split(text, -1)) {
      line++;
      Matcher fact = FACT.matcher(written);
      while (fact.find()) {
        String name = fact.group(1).strip();
        if (!FACTS.contains(name)) {
          throw new Mistake(
              line,
              "{{" + name + "}} is no fact; there are " + String.join(", ", new TreeSet<>(FACTS)));
        }
        addressed |= name.equals(PEOPLE);
      }
      if (!written.isBlank()) {
        rows.add(row(written.strip()));
      }
    }
    if (!addressed) {
      throw new Mistake(
          1, "names nobody, so nobody would be told; write {{people}} where they are");
    }
    return new Template(rows);
  }

  private static Row row(String line) {
    if (line.startsWith("- ")) {
      return new Row(Prose.Shape.BULLET, line.substring(2).strip());
    }
    return line.startsWith("> ")
        ? new Row(Prose.Shape.QUOTE, line.substring(2).strip())
        : new Row(Prose.Shape.PARAGRAPH, line);
  }

  /** The message; a line of which no fact is known is left out. */
  Prose fill(Map<String, List<Span>> facts) {
    Prose prose = Prose.empty();
    for (Row row : rows) {
      List<Span> spans = new ArrayList<>();
      boolean named = false;
      boolean known = false;
      Matcher piece = PIECE.matcher(row.text());
      int from = 0;
      while (piece.find()) {
        plain(spans, row.text().substring(from, piece.start()));
        from = piece.end();
        if (piece.group(1) != null) {
          List<Span> fact = facts.getOrDefault(piece.group(1).strip(), List.of());
          named = true;
          known |= !fact.isEmpty();
          spans.addAll(fact);
        } else if (piece.group(2) != null) {
          spans.add(Span.strong(piece.group(2)));
        } else {
          spans.add(Span.code(piece.group(3)));
        }
      }
      plain(spans, row.text().substring(from));
      if (known || !named) {
        prose = prose.with(row.shape(), spans);
      }
    }
    return prose;
  }

  private static void plain(List<Span> spans, String words) {
    if (!words.isEmpty()) {
      spans.add(Span.plain(words));
    }
  }
}
