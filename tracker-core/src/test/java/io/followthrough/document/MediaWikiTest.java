package io.followthrough.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class MediaWikiTest {
  @Test
  void headingsListsAndTextAreBlocksWithTheirLines() {
    assertBlocks(
        """
        = Title =
        Text that
        runs on.
        * one
        ** two
        *# three
        *: four
        # [x] five

        ; Severity : SEV1
        ; Owner
        : Ann
        ----
        After
        """,
        """
        1 h1: Title
        2 text: Text that\\nruns on.
        4 item.1: one
        5 item.2: two
        6 number.2: three
        7 text.1: four
        8 task.1 [x] five
        10 text: **Severity:** SEV1
        12 text: **Owner:** Ann
        14 text: After\
        """);
  }

  @Test
  void marksTellWhatStandsOut() {
    assertBlocks(
        "'''Bold''' ''i'' <s>gone</s> <code>x</code> [https://e.org/1 l] [[Page|p]]"
            + " [[User:Ann]]<br/>a [[File:b.png|thumb]] [c] <span>d</span>",
        "1 text: **Bold** _i_ ~~gone~~ `x` [l](https://e.org/1) [p](Page) [Ann](user:Ann)\\La  [c]"
            + " d");
  }

  @Test
  void templatesAreSkippedButForTicketsAndTicks() {
    assertBlocks(
        """
        {{Draft|a
        * b
        |{{c}}}}
        * {{phab|T123}} d {{done}}
        """,
        "4 item.1: T123 d \u2705");
  }

  @Test
  void anInfoboxIsFrontMatter() {
    ParsedDocument document =
        DocumentFormat.of("a.mediawiki")
            .parse("{{Infobox\n| severity = SEV1\n|owner=Ann\n}}\n== A ==\n{{Box|b=c}}\n");

    assertEquals(
        Map.of("severity", List.of("SEV1"), "owner", List.of("Ann")), document.frontMatter());
    assertEquals(5, document.blocks().get(0).line());
  }

  @Test
  void codeAndCommentsAreNotRead() {
    assertBlocks(
        """
        <!-- * a
        * b -->
        <pre>
        * c
        </pre>
         * d
        e<ref>f</ref> <nowiki>g</nowiki>
        <syntaxhighlight lang="sh">
        * h
        </syntaxhighlight>
        """,
        """
        3 code:
        6 code:  * d
        7 text: e
        8 code:\
        """);
  }

  @Test
  void tablesHaveTheirFirstRowAsHeader() {
    assertBlocks(
        """
        {| class="wikitable"
        |+ Plan
        ! A !! Owner
        |-
        | x || Ann
        |-
        | rowspan="2" | y
        more
        | [[User:Bob|Bob]]
        |-
        | Cem
        |}
        after
        """,
        """
        2 text: **Plan**
        5 row: A=x, Owner=Ann
        7 row: A=y\\nmore, Owner=[Bob](user:Bob)
        11 row: A=y\\nmore, Owner=Cem
        13 text: after\
        """);
  }

  private static void assertBlocks(String wikitext, String blocks) {
    assertEquals(blocks, Shown.blocks(DocumentFormat.of("a.wiki"), wikitext));
  }
}
