package io.followthrough.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class AsciiDocTest {
  @Test
  void headingsListsAndTextAreBlocksWithTheirLines() {
    assertBlocks(
        """
        = Title

        == Part ==
        Text that
        runs on.

        * one
        goes on
        ** two

        ** three
        . four
        +
        more

        - [*] five
        - [ ] six

        After
        """,
        """
        1 h1: Title
        3 h2: Part
        4 text: Text that\\nruns on.
        7 item.1: one\\ngoes on
        9 item.2: two
        11 item.2: three
        12 number.3: four
        14 text.3: more
        16 task.4 [x] five
        17 task.4 [ ] six
        19 text: After\
        """);
  }

  @Test
  void marksTellWhatStandsOut() {
    assertBlocks(
        """
        *Bold* **b**c _i_ `x*y*` [.line-through]#gone# https://e.org/1[l] link:a.html[m] <<part,the part>> \\*d* {who} +
        next image:a.png[] 2*3*4
        """,
        "1 text: **Bold** **b**c _i_ `x*y*` ~~gone~~ [l](https://e.org/1) [m](a.html) the part *d*"
            + " {who} \\Lnext  2*3*4");
  }

  @Test
  void attributesAuthorAndRevisionAreFrontMatter() {
    ParsedDocument document =
        DocumentFormat.of("a.asciidoc")
            .parse(
                """
                = Title
                Ann Lee <ann@e.org>
                v1.2, 2026-03-04
                :severity: SEV1

                Of {severity}.
                """);

    assertEquals(
        Map.of(
            "author",
            List.of("Ann Lee"),
            "date",
            List.of("2026-03-04"),
            "severity",
            List.of("SEV1")),
        document.frontMatter());
    assertEquals("Of SEV1.", document.blocks().get(1).text().plain());
  }

  @Test
  void labelledListsAreKeysAndValues() {
    assertBlocks(
        """
        Severity:: SEV1
        Owner::
          Ann
        Actions::
        * a
        """,
        """
        1 text: **Severity:** SEV1
        2 text: **Owner:** Ann
        4 text: **Actions:**
        5 item.1: a\
        """);
  }

  @Test
  void listingsAndCommentsAreNotReadAndAdmonitionsAreQuotations() {
    assertBlocks(
        """
        // * a
        ////
        * b
        ////
        ----
        * c
        ----

        NOTE: d
        e

        [WARNING]
        ====
        * f
        ====

        .Actions
        * g

        ____
        h
        ____

        include::i[]
        [source,sh]
        ....
        j
        ....
        """,
        """
        5 code: * c
        9 text: > d\\ne
        14 item.1: > f
        17 text: **Actions**
        18 item.1: g
        21 text: > h
        26 code: j\
        """);
  }

  @Test
  void tablesFlowIntoAsManyColumnsAsTheirFirstLineHas() {
    assertBlocks(
        """
        [cols="2*"]
        |===
        |A
        |Owner

        |x
        y
        a|Ann
        2+|both
        .2+|z |Bob
        |Cem
        |===

        |===
        |A |Owner

        |x \\| y |Ann
        |===

        [format=csv]
        |===
        A,Owner
        "x, y",Ann
        |===
        """,
        """
        6 row: A=x\\ny, Owner=Ann
        9 row: A=both, Owner=both
        10 row: A=z, Owner=Bob
        11 row: A=z, Owner=Cem
        17 row: A=x | y, Owner=Ann
        23 row: A=x, y, Owner=Ann\
        """);
  }

  @Test
  void whatNeverClosesIsReadAllTheSame() {
    assertBlocks(
        """
        ----
        |===
        * *a
        """,
        "3 item.1: *a");
  }

  private static void assertBlocks(String adoc, String blocks) {
    assertEquals(blocks, Shown.blocks(DocumentFormat.of("a.adoc"), adoc));
  }
}
