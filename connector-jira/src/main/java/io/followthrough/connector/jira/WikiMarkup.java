package io.followthrough.connector.jira;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.followthrough.tracker.CommentDraft;
import io.followthrough.tracker.Marker;
import io.followthrough.tracker.OneLine;
import io.followthrough.tracker.Prose;
import io.followthrough.tracker.Prose.Line;
import io.followthrough.tracker.Prose.Shape;
import io.followthrough.tracker.ProseLimit;
import io.followthrough.tracker.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Jira's wiki markup, as a Data Center keeps it. */
final class WikiMarkup implements Markup {
  static final Pattern USER_NAME = Pattern.compile("[\\p{L}\\p{N}@._+-]{1,255}");

  private static final Pattern LINK_LINE =
      Pattern.compile("(?m)^\\[[^\\[\\]|\\r\\n]*\\|([^\\s\\[\\]|]+)][ \\t]*(?=\\r?$)");

  private final String site;

  WikiMarkup(String site) {
    this.site = requireNonNull(site, "site is null");
  }

  @Override
  public JsonNode description(Marker marker, Prose block) {
    return fit(block, prose -> part(marker, prose));
  }

  @Override
  public JsonNode plain(Prose words) {
    return fit(words, WikiMarkup::render);
  }

  @Override
  public JsonNode with(JsonNode description, Marker marker, Prose block) {
    String body = description.asText("");
    Optional<Range> range = range(body);
    String gap = body.isBlank() ? "" : body + "\n\n";
    String before = range.map(r -> body.substring(0, r.start())).orElse(gap);
    String after = range.map(r -> body.substring(r.end())).orElse("");
    return fit(block, prose -> before + part(marker, prose) + after);
  }

  @Override
  public Optional<Part> part(JsonNode description) {
    String body = description.asText("");
    return range(body)
        .map(
            range ->
                new Part(
                    range.marker(),
                    lines(body.substring(range.headEnd(), range.tailStart())).strip()));
  }

  @Override
  public Optional<Marker> mark(JsonNode description) {
    Matcher line = LINK_LINE.matcher(description.asText(""));
    while (line.find()) {
      Optional<MarkLink> mark = MarkLink.in(line.group(1));
      if (mark.isPresent()) {
        return mark.map(MarkLink::marker);
      }
    }
    return Optional.empty();
  }

  @Override
  public JsonNode comment(CommentDraft draft) {
    String signature =
        line(
            MarkLink.SIGNATURE,
            new MarkLink(draft.marker(), Optional.of(draft.key())).address(site));
    return fit(draft.body(), prose -> joined(render(prose), signature));
  }

  @Override
  public Said said(JsonNode comment) {
    String body = lines(comment.asText("")).stripTrailing();
    int last = body.lastIndexOf('\n') + 1;
    Matcher line = LINK_LINE.matcher(body.substring(last));
    Optional<MarkLink> mark =
        line.matches()
            ? MarkLink.in(line.group(1)).filter(link -> link.key().isPresent())
            : Optional.empty();
    return new Said(mark.isPresent() ? body.substring(0, last).stripTrailing() : body, mark);
  }

  /** Where our part stands in a description. */
  private record Range(Marker marker, int start, int headEnd, int tailStart, int end) {}

  private static Optional<Range> range(String body) {
    Matcher line = LINK_LINE.matcher(body);
    Optional<MarkLink> mark = Optional.empty();
    int start = 0;
    int headEnd = 0;
    while (line.find()) {
      if (mark.isPresent() && MarkLink.isEnd(line.group(1))) {
        return Optional.of(
            new Range(mark.get().marker(), start, headEnd, line.start(), line.end()));
      }
      if (mark.isEmpty()) {
        mark = MarkLink.in(line.group(1));
        start = line.start();
        headEnd = line.end();
      }
    }
    return Optional.empty();
  }

  private static String lines(String text) {
    return text.replace("\r\n", "\n").replace('\r', '\n');
  }

  private String part(Marker marker, Prose prose) {
    String head = line(MarkLink.HEAD, new MarkLink(marker, Optional.empty()).address(site));
    String tail = line(MarkLink.TAIL, MarkLink.end(site, marker));
    return joined(joined(head, render(prose)), tail);
  }

  private static String line(String words, String address) {
    return "[" + words + "|" + address + "]";
  }

  private static String joined(String above, String below) {
    return above.isEmpty() || below.isEmpty() ? above + below : above + "\n\n" + below;
  }

  private static JsonNode fit(Prose prose, Function<Prose, String> whole) {
    return TextNode.valueOf(whole.apply(ProseLimit.fit(prose, LONGEST, whole)));
  }

  static String render(Prose prose) {
    StringBuilder out = new StringBuilder();
    Shape before = Shape.PARAGRAPH;
    for (Line line : prose.lines()) {
      boolean follows = line.shape() == before && !out.isEmpty();
      String words = line.shape() == Shape.ROW ? row(line, !follows) : words(line.spans());
      if (!words.isEmpty()) {
        boolean joins = follows && (before == Shape.BULLET || before == Shape.ROW);
        out.append(out.isEmpty() ? "" : joins ? "\n" : "\n\n");
        out.append(prefix(line.shape())).append(words);
        before = line.shape();
      }
    }
    return out.toString();
  }

  private static String prefix(Shape shape) {
    return switch (shape) {
      case PARAGRAPH, ROW -> "";
      case HEADING -> "h3. ";
      case BULLET -> "* ";
      case QUOTE -> "bq. ";
    };
  }

  /** Two bars beside each other would begin a head, so a cell is never empty. */
  private static String row(Line line, boolean isHead) {
    String bar = isHead ? "||" : "|";
    StringBuilder out = new StringBuilder(bar);
    boolean said = false;
    for (Span span : line.spans()) {
      String words = words(List.of(span));
      out.append(words.isEmpty() ? " " : words).append(bar);
      said |= !words.isEmpty();
    }
    return said ? out.toString() : "";
  }

  private static String words(List<Span> spans) {
    StringBuilder out = new StringBuilder();
    for (Span span : spans) {
      String folded = OneLine.fold(span.text());
      boolean gap = folded.startsWith(" ") && !out.isEmpty() && out.charAt(out.length() - 1) != ' ';
      out.append(gap ? " " : "");
      String text = folded.strip();
      switch (span.dress()) {
        case PLAIN -> WikiText.append(out, text);
        case STRONG -> dressed(out, text, "{*}");
        case CODE -> {
          if (!text.isEmpty()) {
            out.append("{{");
            WikiText.append(out, text);
            out.append("}}");
          }
        }
        case LINK -> link(out, text, span.target());
        case MENTION -> mention(out, text, span.target());
      }
      out.append(folded.endsWith(" ") && !folded.isBlank() ? " " : "");
    }
    return out.toString().strip();
  }

  /** In braces a dress holds beside letters, too. */
  private static void dressed(StringBuilder out, String text, String dress) {
    if (!text.isEmpty()) {
      out.append(dress);
      WikiText.append(out, text);
      out.append(dress);
    }
  }

  private static void link(StringBuilder out, String text, String target) {
    String shown = text.isEmpty() ? OneLine.of(target) : text;
    Optional<String> address = SafeAddress.of(target);
    if (address.isEmpty()) {
      WikiText.append(out, shown);
      return;
    }
    out.append('[');
    WikiText.append(out, shown);
    out.append('|').append(address.get()).append(']');
  }

  private static void mention(StringBuilder out, String name, String user) {
    if (USER_NAME.matcher(user).matches()) {
      out.append("[~").append(user).append(']');
    } else {
      WikiText.append(out, name);
    }
  }
}
