package io.followthrough.tracker;

import io.followthrough.tracker.Prose.Line;
import io.followthrough.tracker.Prose.Shape;
import io.followthrough.tracker.Span.Dress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Prose as GitHub-flavoured Markdown, which Linear reads too. Whatever the words are, the result
 * shows them and does nothing else: its only links, mentions and structure are those of the prose.
 */
public final class MarkdownProse {
  /** A GitHub login, with the short code of an enterprise's managed users. */
  private static final Pattern HANDLE =
      Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9-]{0,37}[A-Za-z0-9])?(?:_[A-Za-z0-9]{1,16})?");

  private static final Set<String> EVERYBODY = Set.of("all", "channel", "everyone", "here");
  private static final Pattern BACKTICKS = Pattern.compile("`+");
  private static final Pattern MARK = Pattern.compile("(?i)(followthrough)(?=:)|(<)(?=!)");

  private MarkdownProse() {}

  /**
   * The prose as Markdown with mentions as GitHub writes them, without a newline at its end; lines
   * without words are left out.
   */
  public static String render(Prose prose) {
    return render(prose, MarkdownProse::atHandle);
  }

  /**
   * The prose as Markdown with mentions as another tracker writes them.
   *
   * @param mentions the trusted text that mentions a handle, {@code @handle} or an address; empty
   *     where it would notify nobody, so that the person's name stands instead
   */
  public static String render(Prose prose, Function<String, Optional<String>> mentions) {
    StringBuilder out = new StringBuilder();
    Shape before = Shape.PARAGRAPH;
    for (Line line : prose.lines()) {
      boolean isRow = line.shape() == Shape.ROW;
      String words = isRow ? MarkdownRow.of(line, mentions) : line(line.spans(), mentions);
      if (!words.isEmpty()) {
        out.append(out.isEmpty() ? "" : between(before, line.shape()));
        out.append(prefix(line.shape())).append(words);
        if (isRow && before != Shape.ROW) {
          out.append('\n').append(MarkdownRow.rule(line));
        }
        before = line.shape();
      }
    }
    return out.toString();
  }

  private static String between(Shape before, Shape shape) {
    return switch (shape) {
      case PARAGRAPH, HEADING -> "\n\n";
      case ROW -> before == Shape.ROW ? "\n" : "\n\n";
      case BULLET -> before == Shape.BULLET ? "\n" : "\n\n";
      case QUOTE -> before == Shape.QUOTE ? "\n>\n" : "\n\n";
    };
  }

  private static String prefix(Shape shape) {
    return switch (shape) {
      case PARAGRAPH, ROW -> "";
      case HEADING -> "### ";
      case BULLET -> "- ";
      case QUOTE -> "> ";
    };
  }

  static String line(List<Span> spans, Function<String, Optional<String>> mentions) {
    StringBuilder line = new StringBuilder();
    List<Span> checked = checked(spans, mentions);
    for (int i = 0; i < checked.size(); i++) {
      Span span = checked.get(i);
      if (span.dress() == Dress.MENTION) {
        mention(line, span.target(), i + 1 < checked.size() ? checked.get(i + 1).text() : "");
      } else {
        words(line, span);
      }
    }
    return line.toString().strip();
  }

  /** The spans as far as they can be shown: folded, what fails as plain words, those as one. */
  private static List<Span> checked(List<Span> spans, Function<String, Optional<String>> mentions) {
    List<Span> checked = new ArrayList<>();
    for (Span span : spans) {
      Span shown = checked(span, mentions);
      int last = checked.size() - 1;
      if (shown.dress() == Dress.PLAIN && last >= 0 && checked.get(last).dress() == Dress.PLAIN) {
        checked.set(last, Span.plain(OneLine.fold(checked.get(last).text() + shown.text())));
      } else if (!shown.text().isEmpty()) {
        checked.add(shown);
      }
    }
    return checked;
  }

  private static Span checked(Span span, Function<String, Optional<String>> mentions) {
    String words = OneLine.fold(span.text());
    return switch (span.dress()) {
      case PLAIN -> Span.plain(words);
      case STRONG -> words.isBlank() ? Span.plain(words) : Span.strong(words);
      case CODE -> words.isBlank() ? Span.plain(words) : Span.code(words);
      case LINK -> {
        String shown = words.isBlank() ? OneLine.of(span.target()) : words;
        yield MarkdownAddress.of(span.target())
            .map(address -> Span.link(shown, address))
            .orElse(Span.plain(shown));
      }
      case MENTION ->
          mentions
              .apply(span.target())
              .map(mention -> Span.mention(mention, mention))
              .orElse(Span.plain(words));
    };
  }

  private static void words(StringBuilder line, Span span) {
    if (span.text().startsWith(" ") && !endsWith(line, " ")) {
      line.append(line.isEmpty() ? "" : " ");
    }
    String text = span.text().strip();
    switch (span.dress()) {
      case PLAIN -> MarkdownText.append(line, text);
      case STRONG -> strong(line, text);
      case CODE -> code(line, text);
      case LINK -> link(line, text, span.target());
      case MENTION -> throw new IllegalArgumentException("a mention has no words of its own");
    }
    if (span.text().endsWith(" ") && !endsWith(line, " ")) {
      line.append(' ');
    }
  }

  private static void strong(StringBuilder line, String text) {
    line.append(endsWith(line, "*") ? String.valueOf(MarkdownText.BREAK) : "").append("**");
    // Asterisks beside a sign are emphasis only if a letter, or what is no sign, stands between.
    line.append(Character.isLetterOrDigit(text.codePointAt(0)) ? "" : MarkdownText.BREAK);
    MarkdownText.append(line, text);
    int last = text.codePointBefore(text.length());
    line.append(Character.isLetterOrDigit(last) ? "" : MarkdownText.BREAK).append("**");
  }

  private static void code(StringBuilder line, String text) {
    String unmarked = MARK.matcher(text).replaceAll("$1$2" + MarkdownText.BREAK);
    int longest =
        BACKTICKS.matcher(unmarked).results().mapToInt(r -> r.group().length()).max().orElse(0);
    String fence = "`".repeat(longest + 1);
    boolean padded = unmarked.startsWith("`") || unmarked.endsWith("`");
    line.append(endsWith(line, "`") ? String.valueOf(MarkdownText.BREAK) : "").append(fence);
    line.append(padded ? " " : "").append(unmarked).append(padded ? " " : "").append(fence);
  }

  private static void link(StringBuilder line, String text, String target) {
    if (endsWith(line, "!")) {
      line.insert(line.length() - 1, '\\');
    }
    MarkdownText.append(line.append('['), text);
    line.append("](").append(target).append(')');
  }

  private static Optional<String> atHandle(String handle) {
    boolean one =
        HANDLE.matcher(handle).matches() && !EVERYBODY.contains(handle.toLowerCase(Locale.ROOT));
    return one ? Optional.of("@" + handle) : Optional.empty();
  }

  /**
   * What stands beside a handle breaks it by something invisible; beside an address, by a blank.
   */
  private static void mention(StringBuilder line, String mention, String next) {
    char apart = mention.startsWith("@") ? MarkdownText.BREAK : ' ';
    boolean free = line.isEmpty() || endsWith(line, " ") || endsWith(line, "(");
    line.append(free ? "" : String.valueOf(apart)).append(mention);
    // Words that follow at once would make it another handle, a team, or a mark.
    boolean ends = next.isEmpty() || next.equals(":") || next.startsWith(": ");
    ends |= !ends && " ,;!?)".indexOf(next.charAt(0)) >= 0;
    line.append(ends ? "" : String.valueOf(apart));
  }

  private static boolean endsWith(StringBuilder line, String ending) {
    return line.length() >= ending.length()
        && line.substring(line.length() - ending.length()).equals(ending);
  }
}
