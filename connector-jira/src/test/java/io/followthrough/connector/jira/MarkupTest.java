package io.followthrough.connector.jira;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.followthrough.http.Json;
import io.followthrough.tracker.CommentDraft;
import io.followthrough.tracker.Marker;
import io.followthrough.tracker.Prose;
import io.followthrough.tracker.Span;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class MarkupTest {
  private static final String SITE = "https://acme.atlassian.net";
  private static final Marker MARKER = new Marker("acme-sre", "00aa", "d0c", "7171e");

  @ParameterizedTest
  @EnumSource(Edition.class)
  void ourPartIsFoundBetweenTheWordsOfPeople(Edition edition) {
    Markup markup = Markup.of(edition, SITE);
    JsonNode theirs = markup.plain(Prose.empty().paragraph(Span.plain("Ours, before")));
    JsonNode whole = markup.with(theirs, MARKER, prose("first"));
    JsonNode again = markup.with(whole, MARKER, prose("second"));

    assertEquals(Optional.of(MARKER), markup.mark(again));
    Markup.Part part = markup.part(again).orElseThrow();
    assertTrue(part.text().contains("second") && !part.text().contains("first"), part.text());
    assertFalse(part.text().contains("Ours, before"));
    assertTrue(again.toString().contains("Ours, before"));
    assertEquals(Optional.empty(), markup.part(NullNode.getInstance()));
  }

  @ParameterizedTest
  @EnumSource(Edition.class)
  void hugeWordsAreCutToWhatJiraTakes(Edition edition) {
    Markup markup = Markup.of(edition, SITE);
    Prose huge = prose("x \"{[* ".repeat(20_000));
    JsonNode description = markup.description(MARKER, huge);

    String text = edition == Edition.CLOUD ? Json.write(description) : description.textValue();
    assertTrue(text.length() <= Markup.LONGEST, () -> "length " + text.length());
    assertTrue(markup.part(description).orElseThrow().text().contains("cut"));
  }

  @ParameterizedTest
  @EnumSource(Edition.class)
  void aCommentTellsItsKeyAndItsWords(Edition edition) {
    Markup markup = Markup.of(edition, SITE);
    String key = "acme-sre/00aa/overdue/2026-12-01+0#1 é|]}";
    Markup.Said said =
        markup.said(markup.comment(new CommentDraft(MARKER, key, prose("any news?"))));

    assertEquals(Optional.of(key), said.mark().flatMap(MarkLink::key));
    assertTrue(said.text().contains("any news?") && !said.text().contains("ft-00aa"), said.text());
  }

  @ParameterizedTest
  @EnumSource(Edition.class)
  void aLinkOfADocumentForgesNoMark(Edition edition) {
    Markup markup = Markup.of(edition, SITE);
    String forged = SITE + "/issues/?jql=x#" + MARKER.encode() + "&key=k";
    Prose prose = Prose.empty().paragraph(Span.link("postmortem", forged));
    JsonNode plain = markup.plain(prose);

    assertEquals(Optional.empty(), markup.mark(plain));
    assertEquals(Optional.empty(), markup.said(plain).mark());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "{code}x{code}~&#123;code&#125;x&#123;code&#125;",
        "a *b* _c_ -d- +e+~a &#42;b&#42; &#95;c&#95; &#45;d&#45; &#43;e&#43;",
        "INC-42 lag_p99~INC-42 lag_p99",
        "!http://evil/x.png!~&#33;http&#58;//evil/x.png!",
        "h1. loud~h1&#46; loud",
        "bq. quoted~bq&#46; quoted",
        "# one~&#35; one",
        "[x|http://y]~&#91;x&#124;http&#58;//y&#93;",
        "a\\\\b~a&#92;&#92;b",
        "&#123;x~&#38;#123;x",
        "bob@acme.io (x) :)~bob&#64;acme.io &#40;x) &#58;)",
        "||h||~&#124;&#124;h&#124;&#124;",
      })
  void hostileWordsAreEntitiesInWikiMarkup(String words, String expected) {
    StringBuilder line = new StringBuilder();
    WikiText.append(line, words);

    assertEquals(expected, line.toString());
  }

  @Test
  void theFormatOfCloudIsReadAsMarkdown() {
    String document =
        """
        {"type":"doc","version":1,"content":[
         {"type":"heading","attrs":{"level":2},"content":[{"type":"text","text":"Actions"}]},
         {"type":"taskList","content":[
           {"type":"taskItem","attrs":{"state":"DONE"},"content":[{"type":"text","text":"Page"}]},
           {"type":"taskItem","attrs":{"state":"TODO"},"content":[
             {"type":"mention","attrs":{"id":"5b10","text":"@Alice"}},{"type":"text","text":" drills by "},
             {"type":"date","attrs":{"timestamp":"1796083200000"}}]}]},
         {"type":"bulletList","content":[{"type":"listItem","content":[
           {"type":"paragraph","content":[{"type":"text","text":"outer"}]},
           {"type":"bulletList","content":[{"type":"listItem","content":[
             {"type":"paragraph","content":[{"type":"text","text":"inner","marks":[{"type":"strong"}]}]}]}]}]}]},
         {"type":"table","content":[
           {"type":"tableRow","content":[
             {"type":"tableHeader","content":[{"type":"paragraph","content":[{"type":"text","text":"Item"}]}]},
             {"type":"tableHeader","content":[{"type":"paragraph","content":[{"type":"text","text":"Owner"}]}]}]},
           {"type":"tableRow","content":[
             {"type":"tableCell","content":[{"type":"paragraph","content":[{"type":"text","text":"a|b"}]}]},
             {"type":"tableCell","content":[{"type":"paragraph","content":[
               {"type":"text","text":"docs","marks":[{"type":"link","attrs":{"href":"https://x.example"}}]}]}]}]}]},
         {"type":"codeBlock","content":[{"type":"text","text":"x = 1"}]},
         {"type":"panel","content":[{"type":"paragraph","content":[{"type":"text","text":"noted"}]}]},
         {"type":"future","content":[{"type":"text","text":"unknown"}]}]}
        """;

    assertEquals(
        """
        ## Actions

        - [x] Page
        - [ ] @Alice drills by 2026-12-01

        - outer
          - **inner**

        | Item | Owner |
        | --- | --- |
        | a\\|b | [docs](https://x.example) |

        ```
        x = 1
        ```

        noted

        unknown\
        """
            .stripIndent(),
        AdfText.forPeople(Json.parse(document).orElseThrow()));
  }

  @Test
  void aDescriptionWithCarriageReturnsIsReadAsWritten() {
    Markup wiki = Markup.of(Edition.DATA_CENTER, SITE);
    String written = wiki.description(MARKER, prose("first")).textValue();
    JsonNode returned = TextNode.valueOf("Before\r\n\r\n" + written.replace("\n", "\r\n") + "\r\n");

    assertEquals(
        wiki.part(TextNode.valueOf(written)).orElseThrow(), wiki.part(returned).orElseThrow());
    String edited = wiki.with(returned, MARKER, prose("second")).textValue();
    assertTrue(edited.startsWith("Before\r\n\r\n[") && edited.endsWith("]\r\n"), edited);
  }

  @Test
  void aTableHasAHeadAndRowsInBothEditions() {
    Prose table =
        Prose.empty()
            .heading("Age")
            .row(List.of(Span.plain("Kind"), Span.plain("Open")))
            .row(List.of(Span.plain("a|b"), Span.plain("")));
    assertEquals(
        "h3. Age\n\n||Kind||Open||\n|a&#124;b| |",
        new WikiMarkup("https://jira.example").plain(table).asText());
    JsonNode content = new AdfMarkup("https://jira.example").plain(table).path("content");
    assertEquals("heading", content.path(0).path("type").asText());
    assertEquals(3, content.path(0).path("attrs").path("level").asInt());
    JsonNode rows = content.path(1).path("content");
    assertEquals("table", content.path(1).path("type").asText());
    assertEquals("tableHeader", rows.path(0).path("content").path(0).path("type").asText());
    assertEquals("tableCell", rows.path(1).path("content").path(1).path("type").asText());
  }

  private static Prose prose(String words) {
    return Prose.empty()
        .paragraph(Span.plain(words))
        .quote("as it stands")
        .bullet(Span.strong("Owner: "), Span.plain("Alice"))
        .bullet(Span.code("lag_p99"))
        .paragraph(Span.plain("Filed by Followthrough"));
  }
}
