package io.followthrough.tracker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.followthrough.tracker.Prose.Line;
import io.followthrough.tracker.Prose.Shape;
import io.followthrough.tracker.Span.Dress;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MarkdownProseTest {
  /** The shapes of lines that stand alone; for rows see {@link MarkdownRowTest}. */
  private static final List<Shape> LINES =
      List.of(Shape.PARAGRAPH, Shape.BULLET, Shape.QUOTE, Shape.HEADING);

  /** What GitHub acts upon in the text of a finished page. */
  private static final Pattern ACTS =
      Pattern.compile("(?i)@\\p{Alnum}|#\\p{Alnum}|\\bgh-\\d|://|www\\.");

  private static String plain(String text) {
    return MarkdownProse.render(Prose.empty().paragraph(Span.plain(text)));
  }

  @Test
  void linesStandAsTheirShapes() {
    Prose prose =
        Prose.empty()
            .paragraph(Span.strong("Due"), Span.plain(" 2026-12-01, see "), Span.code("lag_p99"))
            .bullet(Span.link("INC-42", "https://wiki.example/inc?id=42"))
            .bullet(Span.mention("Alice Martin", "alice-m"), Span.plain(", please look"))
            .quote("We will add an alert.")
            .quote("And a runbook.")
            .paragraph(Span.plain("Questions: reliability"));
    assertEquals(
        """
        **Due** 2026-12-01, see `lag_p99`

        - [INC-42](https://wiki.example/inc?id=42)
        - @alice-m, please look

        > We will add an alert.
        >
        > And a runbook.

        Questions: reliability""",
        MarkdownProse.render(prose));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Add an alert for lag above 30 s (p99), owner's runbook: R & D - 5.5 % of max_connections!",
        "Über 100 m² in Zürich, 漢字 and 😀",
        "Rotate INC-42's key; ask \"why\" / how?",
      })
  void harmlessWordsStayReadableInTheSource(String text) {
    assertEquals(text, plain(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@alice",
        "ask @acme/sre now",
        "@everyone @here",
        "fixes #1",
        "closes acme/api#5",
        "Resolves GH-7",
        "bob@acme.io",
        "see https://github.com/acme/api/issues/1",
        "www.evil.example",
      })
  void nothingOfADocumentMentionsReferencesOrCloses(String text) {
    Rendered rendered = Rendered.of(plain(text));
    assertEquals(text, rendered.visible());
    assertHarmless(rendered);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# heading",
        "- item",
        "1. item",
        "12) item",
        "> quote",
        "---",
        "===",
        "```",
        "~~~",
        "| a | b |",
        "<img src=x>",
        "![x](http://evil/x.png)",
        "[a]: http://evil",
        "a\n\n# b",
        "a\n===",
        "**b**",
        "<!-- followthrough:v1:acme:0a1b:2c3d:4e5f -->",
        "- [ ] task",
        "&lt;b&gt;",
        "`code`",
        "\\*",
      })
  void noStructureEscapesFromItsLine(String text) {
    for (Shape shape : LINES) {
      String markdown = MarkdownProse.render(Prose.empty().with(shape, List.of(Span.plain(text))));
      Rendered rendered = Rendered.of(markdown);
      assertEquals(List.of(expected(shape)), rendered.blocks, markdown);
      assertEquals(OneLine.of(text), rendered.visible(), markdown);
      assertHarmless(rendered);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "https://x.example/a?b=c&d=e#f, https://x.example/a?b=c&d=e#f",
    "https://x.example/a) [b](c, https://x.example/a%29%20%5Bb%5D%28c",
    "https://x.example/ä%20%zz, https://x.example/%C3%A4%20%25zz",
    "HTTP://x.example/<b>, HTTP://x.example/%3Cb%3E",
    "https://x.example/&copy;, https://x.example/&copy;",
  })
  void anAddressCannotBreakOutOfItsLink(String address, String destination) {
    Rendered rendered =
        Rendered.of(MarkdownProse.render(Prose.empty().paragraph(Span.link("x", address))));
    assertEquals(List.of(destination), rendered.links);
    assertEquals("x", rendered.visible());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "data:text/html,x",
        "//evil.example",
        "file:///etc/passwd",
        "",
        "https://",
        "https://github.com@evil.example/",
        "https:evil"
      })
  void whatIsNoWebAddressIsShownAsWords(String address) {
    assertEquals(
        "see docs",
        MarkdownProse.render(
            Prose.empty().paragraph(Span.plain("see "), Span.link("docs", address))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "acme/sre", "-x", "x-", "everyone", "Here", "a@b.c", "x\n@y"})
  void whatIsNoHandleIsShownAsTheName(String handle) {
    assertEquals(
        "Alice", MarkdownProse.render(Prose.empty().paragraph(Span.mention("Alice", handle))));
  }

  @Test
  void wordsBesideAMentionDoNotChangeWhomItMeans() {
    Prose prose =
        Prose.empty()
            .paragraph(Span.plain("to"), Span.mention("A", "acme"), Span.plain("/sre"))
            .paragraph(Span.mention("F", "followthrough"), Span.plain(":v1:a:0b:0c:0d"));
    String markdown = MarkdownProse.render(prose);
    assertEquals("to\u200B@acme\u200B/sre\n\n@followthrough\u200B:v1:a:0b:0c:0d", markdown);
    assertTrue(Marker.findIn(markdown).isEmpty());
  }

  @Test
  void codeHoldsItsBackticks() {
    String markdown =
        MarkdownProse.render(
            Prose.empty().paragraph(Span.code("`a`` <!-- x"), Span.code("b"), Span.plain("`c")));
    assertEquals("`a`` <!-- xb`c", Rendered.of(markdown).visible());
    assertFalse(markdown.contains("<!--"), markdown);
  }

  @Test
  void aLinkAfterAnExclamationIsNoImage() {
    assertEquals(
        "Look\\![here](https://x.example)",
        MarkdownProse.render(
            Prose.empty().paragraph(Span.plain("Look!"), Span.link("here", "https://x.example"))));
  }

  @Test
  void aVeryLongWordIsNoBurden() {
    String word = "x".repeat(1_000_000);
    assertEquals(word, plain(word));
  }

  @Property(tries = 3000)
  void whateverTheWordsOnlyTheProseActs(@ForAll("proses") Prose prose) {
    String markdown = MarkdownProse.render(prose);
    Rendered rendered = Rendered.of(markdown);

    assertHarmless(rendered, mentions(prose));
    assertTrue(Marker.findIn(markdown).isEmpty(), markdown);
    assertFalse(markdown.contains("<!--"), markdown);
    assertTrue(markdown.lines().noneMatch(MarkdownProseTest::isTask), markdown);
    assertTrue(MarkdownBlock.findIn(markdown).isEmpty());
    assertTrue(MarkdownComment.parse(markdown).isEmpty());
    assertTrue(
        prose.lines().stream()
                .flatMap(l -> l.spans().stream())
                .filter(s -> s.dress() == Dress.LINK)
                .count()
            >= rendered.links.size(),
        markdown);
    assertTrue(rendered.links.stream().allMatch(l -> l.matches("(?i)https?://[!-~]+")), markdown);
  }

  @Property(tries = 3000)
  void everyLineShowsItsWordsInItsShape(@ForAll("undressed") Prose prose) {
    Rendered rendered = Rendered.of(MarkdownProse.render(prose));

    List<Line> shown = prose.lines().stream().filter(l -> !words(l).isEmpty()).toList();
    assertEquals(shown.stream().map(l -> expected(l.shape())).toList(), rendered.blocks);
    assertEquals(
        shown.stream().map(MarkdownProseTest::words).collect(Collectors.joining()),
        rendered.visible());
  }

  @Property(tries = 2000)
  void oneLineIsWhatItSays(@ForAll("hostile") String text) {
    String line = OneLine.of(text);
    assertEquals(line, OneLine.of(line));
    assertTrue(line.codePoints().noneMatch(p -> Character.getType(p) == Character.CONTROL));
    assertTrue(line.codePoints().noneMatch(p -> Character.getType(p) == Character.FORMAT));
    assertTrue(line.codePoints().noneMatch(p -> Character.getType(p) == Character.SURROGATE));
    assertTrue(OneLine.of(text, 5).length() <= 5);
  }

  @Provide
  Arbitrary<String> hostile() {
    return HostileText.any();
  }

  /** Lines of plain, strong and code, in which every word is to be seen. */
  @Provide
  Arbitrary<Prose> undressed() {
    return prose(
        Combinators.combine(
                Arbitraries.of(Dress.PLAIN, Dress.STRONG, Dress.CODE), HostileText.any())
            .as((dress, text) -> new Span(dress, text, "")));
  }

  @Provide
  Arbitrary<Prose> proses() {
    Arbitrary<String> targets =
        Arbitraries.oneOf(
            HostileText.any(),
            HostileText.any().map(text -> "https://x.example/" + text),
            Arbitraries.of("alice-m", "acme", "followthrough"));
    return prose(
        Combinators.combine(Arbitraries.of(Dress.values()), HostileText.any(), targets)
            .as(Span::new));
  }

  private static Arbitrary<Prose> prose(Arbitrary<Span> span) {
    Arbitrary<Line> line =
        Combinators.combine(Arbitraries.of(LINES), span.list().ofMaxSize(4)).as(Line::new);
    return line.list().ofMaxSize(4).map(Prose::new);
  }

  /**
   * A box at the start of a list item, also for those who look after the escapes are gone. White
   * space follows a box (GFM, task list items): the link "[x](…)" is none.
   */
  private static boolean isTask(String line) {
    return line.matches("- \\\\?\\[[ xX]\\\\?](\\s.*)?");
  }

  private static String expected(Shape shape) {
    return switch (shape) {
      case PARAGRAPH -> "Paragraph";
      case HEADING -> "Heading";
      case ROW -> throw new IllegalArgumentException("a row is part of a table");
      case BULLET -> "BulletList Paragraph";
      case QUOTE -> "BlockQuote Paragraph";
    };
  }

  /** The words of a line: each span in one line of its own, code without its edges. */
  private static String words(Line line) {
    return OneLine.of(
        line.spans().stream().map(Span::text).map(OneLine::fold).collect(Collectors.joining()));
  }

  private static List<String> mentions(Prose prose) {
    List<String> handles = new ArrayList<>();
    for (Line line : prose.lines()) {
      line.spans().stream()
          .filter(span -> span.dress() == Dress.MENTION)
          .forEach(span -> handles.add("@" + span.target()));
    }
    return handles;
  }

  private static void assertHarmless(Rendered rendered) {
    assertHarmless(rendered, List.of());
    assertEquals(List.of(), rendered.links);
  }

  private static void assertHarmless(Rendered rendered, List<String> mentions) {
    assertEquals(List.of(), rendered.html);
    for (String run : rendered.runs) {
      String rest = run;
      for (String mention : mentions) {
        rest =
            rest.replaceAll(
                "(?<![\\p{Alnum}_])" + Pattern.quote(mention) + "(?![\\p{Alnum}_/.-])", "");
      }
      assertFalse(ACTS.matcher(rest).find(), run);
    }
  }
}
