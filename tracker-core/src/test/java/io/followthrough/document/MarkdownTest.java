package io.followthrough.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class MarkdownTest {
  @Test
  void everyBlockKnowsItsLine() {
    List<Block> blocks =
        parse(
                "# Title\n\nText that\nruns on.\n\n- one\n  - two\n- [x] three\n\n| a | b |\n|---|---|\n| c | d |\n")
            .blocks();

    assertEquals(List.of(1, 3, 6, 7, 8, 12), blocks.stream().map(Block::line).toList());
    assertEquals(4, blocks.get(1).place().endLine());
    assertEquals(2, blocks.get(3).place().depth());
    assertTrue(assertInstanceOf(Block.Task.class, blocks.get(4)).ticked());
    assertEquals(
        "b", assertInstanceOf(Block.TableRow.class, blocks.get(5)).header().get(1).plain());
  }

  @Test
  void theLinesOfFrontMatterCount() {
    ParsedDocument document =
        parse("---\ntitle: Outage\ntags: [a, b]\nincident:\n  id: INC-4\n---\n# Title\n");

    assertEquals(7, document.blocks().get(0).line());
    assertEquals(
        Map.of(
            "title", List.of("Outage"), "tags", List.of("a", "b"), "incident.id", List.of("INC-4")),
        document.frontMatter());
  }

  @Test
  void valuesOfFrontMatterStayTheWordsTheyWere() {
    Map<String, List<String>> values =
        parse("---\ndate: 2026-01-02\nconfidential: yes\nseverity: 1\nowner:\n---\n").frontMatter();

    assertEquals(List.of("2026-01-02"), values.get("date"));
    assertEquals(List.of("yes"), values.get("confidential"));
    assertEquals(List.of("1"), values.get("severity"));
    assertEquals(List.of(""), values.get("owner"));
  }

  @Test
  void brokenFrontMatterIsAProblemAndTheDocumentIsRead() {
    ParsedDocument document = parse("---\ntitle: Outage\nowner: [a, b\n---\n# Title\n");

    assertEquals(1, document.problems().size());
    assertTrue(
        document.problems().get(0).message().startsWith("the front matter is not valid YAML"));
    assertEquals(List.of("Outage"), document.frontMatter().get("title"));
    assertEquals("Title", document.blocks().get(0).text().plain());
  }

  @Test
  void aRuleAtTheTopIsNoFrontMatter() {
    ParsedDocument document = parse("---\nOnce upon a time\n---\n# Title\n");

    assertTrue(document.frontMatter().isEmpty());
    assertEquals("Once upon a time", document.blocks().get(0).text().plain());
  }

  @Test
  void marksTellWhatStandsOut() {
    RichText text =
        parse("**Bold** ~~struck~~ `code` [link][ref]\n\n[ref]: https://example.org/1\n")
            .blocks()
            .get(0)
            .text();

    assertEquals("Bold struck code link", text.plain());
    assertEquals(
        List.of(
            new Mark(Mark.Kind.BOLD, 0, 4, ""),
            new Mark(Mark.Kind.STRUCK, 5, 11, ""),
            new Mark(Mark.Kind.CODE, 12, 16, ""),
            new Mark(Mark.Kind.LINK, 17, 21, "https://example.org/1")),
        text.marks());
  }

  @Test
  void aTableWithoutItsDelimiterRowIsOneAllTheSame() {
    List<Block> blocks = parse("| Action | Owner |\n| Add x | Ann |\n").blocks();

    assertEquals(
        "Owner", assertInstanceOf(Block.TableRow.class, blocks.get(0)).header().get(1).plain());
    assertEquals(2, blocks.get(0).line());
  }

  @Test
  void aTableWhoseDelimiterRowStandsTooLowKeepsItsHeader() {
    List<Block> blocks =
        parse("| Action | Owner |\n| Add x | Ann |\n|---|---|\n| Add y | Bob |\n").blocks();

    List<String> titles =
        blocks.stream()
            .filter(Block.TableRow.class::isInstance)
            .map(row -> ((Block.TableRow) row).cells().get(0).plain())
            .toList();
    assertEquals(List.of("Add x", "Add y"), titles);
  }

  @Test
  void carriageReturnsByteOrderMarksAndNulsAreNoTextOfTheDocument() {
    List<Block> blocks = parse("\ufeff# A\r\n\r\nb\0c\rd\r\n").blocks();

    assertEquals("A", blocks.get(0).text().plain());
    assertEquals("b\ufffdc\nd", blocks.get(1).text().plain());
    assertEquals(3, blocks.get(1).line());
  }

  @Test
  void aBlockIsShownAsItStandsInTheDocument() {
    ParsedDocument document = parse("- **Add** [x](y)\n  and more\n- z\n");

    assertEquals("- **Add** [x](y)\n  and more", document.textOf(document.blocks().get(0)));
  }

  @Test
  void quotationsAreMarkedAsSuch() {
    assertTrue(parse("> quoted\n").blocks().get(0).place().quoted());
  }

  private static ParsedDocument parse(String text) {
    return DocumentFormat.of("a.md").parse(text);
  }
}
