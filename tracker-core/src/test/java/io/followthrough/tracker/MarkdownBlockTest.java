package io.followthrough.tracker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MarkdownBlockTest {
  private static final Marker MARKER = new Marker("acme-sre", "0a1b", "2c3d", "4e5f");
  private static final Prose FIRST = Prose.empty().paragraph(Span.plain("First words"));
  private static final Prose SECOND = Prose.empty().bullet(Span.plain("Second words"));

  private static MarkdownBlock found(String body) {
    return MarkdownBlock.findIn(body).orElseThrow();
  }

  @Test
  void aBlockStandsBetweenItsMarkAndItsEnd() {
    assertEquals(
        """
        <!-- followthrough:v1:acme-sre:0a1b:2c3d:4e5f -->
        First words
        <!-- /followthrough -->""",
        MarkdownBlock.render(MARKER, FIRST));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "\r\n\r\nOur notes\r\n", "\n- [ ] mine\n", " trailing"})
  void whatPeopleWroteStaysByteForByte(String after) {
    String line = after.startsWith(" ") ? "\n" + after : after;
    String body = "Above\r\n\n" + MarkdownBlock.render(MARKER, FIRST) + line;
    assertEquals(
        "Above\r\n\n" + MarkdownBlock.render(MARKER, SECOND) + line, found(body).with(SECOND));
  }

  @Test
  void aBlockThatTheWebPageSavedWithCarriageReturnsReadsTheSame() {
    String body =
        (MarkdownBlock.render(MARKER, FIRST.paragraph(Span.plain("x"))) + "\nmine")
            .replace("\n", "\r\n");
    assertEquals("First words\n\nx", found(body).text());
    assertEquals("\r\nmine", found(body).after());
    assertEquals(MARKER, found(body).marker());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "> %s",
        "    %s",
        "see %s",
        "```\n%s\n```",
        "~~~~\n~~~\n%s\n<!-- /followthrough -->\n~~~~",
        "%s trailing\n<!-- /followthrough -->",
      })
  void aMarkThatIsQuotedIsNone(String frame) {
    String body = frame.formatted("<!-- " + MARKER.encode() + " -->") + "\n<!-- /followthrough -->";
    assertEquals(Optional.empty(), MarkdownBlock.findIn(body));
    assertEquals(Optional.empty(), MarkdownBlock.markIn(body));
  }

  @Test
  void aBlockWithoutItsEndIsStillKnownByItsMark() {
    String body = "<!-- " + MARKER.encode() + " -->\nFirst words\n";
    assertEquals(Optional.empty(), MarkdownBlock.findIn(body));
    assertEquals(Optional.of(MARKER), MarkdownBlock.markIn(body));
    assertEquals(Optional.of(MARKER), MarkdownBlock.markIn(body.strip().lines().findFirst().get()));
  }

  @Test
  void aBlockDoesNotReachIntoAnother() {
    String open = "<!-- " + MARKER.encode() + " -->\nFirst words\n";
    assertEquals(
        Optional.empty(), MarkdownBlock.findIn(open + MarkdownBlock.render(MARKER, FIRST)));
  }

  @Property
  void findAndReplaceAreARound(
      @ForAll("hostile") String words,
      @ForAll("hostile") String later,
      @ForAll("peoples") String people) {
    Prose prose = Prose.empty().paragraph(Span.plain(words)).quote(words);
    Prose next = Prose.empty().bullet(Span.plain(later), Span.strong(words));
    String body = MarkdownBlock.render(MARKER, prose) + people;

    MarkdownBlock block = found(body);
    assertEquals(MarkdownProse.render(prose), block.text());
    assertEquals(people, block.after());
    String replaced = block.with(next);
    assertEquals(MarkdownBlock.render(MARKER, next) + people, replaced);
    assertEquals(body, found(replaced).with(prose));
  }

  @Property
  void aCommentIsKnownByItsKey(@ForAll("hostile") String words, @ForAll("hostile") String keyEnd) {
    String key = "acme-sre/0a1b/overdue/2026-12-01+1#2/" + OneLine.of(keyEnd);
    Prose prose = Prose.empty().paragraph(Span.plain(words));
    String body = MarkdownComment.render(new CommentDraft(MARKER, key, prose));

    assertEquals(
        Optional.of(new MarkdownComment(MARKER, key, MarkdownProse.render(prose))),
        MarkdownComment.parse(body));
    assertEquals(Rendered.of(body).html.size(), 1);
    assertTrue(Rendered.of(body).html.get(0).endsWith("-->"));
    assertTrue(MarkdownComment.parse("> " + body.replace("\n", "\n> ")).isEmpty());
    assertTrue(MarkdownComment.parse(body + "\nand mine").isEmpty());
    assertTrue(MarkdownBlock.findIn(body).isEmpty());
  }

  @Test
  void theUsualKeyIsReadableInTheMark() {
    assertEquals(
        "<!-- followthrough:v1:acme-sre:0a1b:2c3d:4e5f key=acme-sre/0a1b/overdue/2026-12-01+1#2 -->",
        MarkdownComment.render(
            new CommentDraft(MARKER, "acme-sre/0a1b/overdue/2026-12-01+1#2", Prose.empty())));
  }

  @Provide
  Arbitrary<String> hostile() {
    return HostileText.any();
  }

  @Provide
  Arbitrary<String> peoples() {
    return HostileText.any().flatMap(text -> Arbitraries.of("\n" + text, "\r\n" + text, ""));
  }
}
