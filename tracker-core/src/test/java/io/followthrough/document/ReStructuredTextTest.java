package io.followthrough.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ReStructuredTextTest {
  @Test
  void sectionsHaveTheLevelsOfTheirAdornmentsInOrder() {
    assertBlocks(
        """
        =====
        Title
        =====

        Part
        ====
        Text that
        runs on.

        Detail
        ~~~~~~
        Other
        =====
        """,
        """
        2 h1: Title
        5 h2: Part
        7 text: Text that\\nruns on.
        10 h3: Detail
        12 h2: Other\
        """);
  }

  @Test
  void listsNestByTheirIndentation() {
    assertBlocks(
        """
        * one
          goes on

          more

          1. two
          2. three

             - four

        * [x] five
        -  six

        after
        """,
        """
        1 item.1: one\\ngoes on
        4 text.1: more
        6 number.2: two
        7 number.2: three
        9 item.3: four
        11 task.1 [x] five
        12 item.1: six
        14 text: after\
        """);
  }

  @Test
  void entriesOfOneListShareItsNumber() {
    List<Integer> lists =
        DocumentFormat.RE_STRUCTURED_TEXT
            .parse("* a\n\n  - b\n\n  - c\n\n* d\n\ntext\n\n* e\n")
            .blocks()
            .stream()
            .filter(Block.Entry.class::isInstance)
            .map(block -> ((Block.Entry) block).list())
            .toList();

    assertEquals(List.of(1, 2, 2, 1, 3), lists);
  }

  @Test
  void marksTellWhatStandsOut() {
    assertBlocks(
        """
        **Bold** *i* ``x*y*`` `l <https://e.org/1>`_ ref_ `two words`__ :del:`gone` :doc:`the page <page>` |who| a\\*b 2*3*4

        .. _ref: https://e.org/2
        .. _two words: https://e.org/3
        .. |who| replace:: Ann
        """,
        "1 text: **Bold** _i_ `x*y*` [l](https://e.org/1) [ref](https://e.org/2)"
            + " [two words](https://e.org/3) ~~gone~~ the page Ann a*b 2*3*4");
  }

  @Test
  void theFieldsAtTheTopAreFrontMatterAndOthersAreFacts() {
    ParsedDocument document =
        DocumentFormat.of("a.rst")
            .parse(
                "Title\n=====\n\n:Severity: SEV1\n:Services: a,\n    b\n\nText\n\n:Owner: Ann\n");

    assertEquals(
        Map.of("Severity", List.of("SEV1"), "Services", List.of("a,\nb")), document.frontMatter());
    assertEquals("Owner: Ann", document.blocks().get(2).text().plain());
  }

  @Test
  void termsAndWhatTheyStandForAreKeysAndValues() {
    assertBlocks(
        """
        Severity
            SEV1
        Owner
            Ann
            Lee
        """,
        """
        1 text: **Severity:** SEV1
        3 text: **Owner:** Ann\\nLee\
        """);
  }

  @Test
  void literalsAndCommentsAreNotReadAndAdmonitionsAreQuotations() {
    assertBlocks(
        """
        Look::

          * a

        .. code-block:: sh

           * b

        .. a comment
           * c

        .. note:: d

           * e

        .. image:: f.png
           :alt: g

        .. rubric:: Actions

        * h

          i

            j
        """,
        """
        1 text: Look::
        2 code: \\n  * a
        5 code: \\n   * b
        12 text: > d
        14 item.1: > e
        19 text: **Actions**
        21 item.1: h
        23 text.1: i
        25 text.1: > j\
        """);
  }

  @Test
  void tablesAreReadInEachOfTheirFourForms() {
    assertBlocks(
        """
        +-----+-------+
        | A   | Owner |
        +=====+=======+
        | x   | Ann   |
        | y   |       |
        +-----+-------+
        | z   | Bob   |
        +-----+-------+

        ===  =====
        A    Owner
        ===  =====
        x    Ann
             Lee
        y    Bob
        ===  =====

        .. list-table::
           :header-rows: 1

           * - A
             - Owner
           * - x
             - Ann
               Lee

        .. csv-table:: Title
           :header: "A", "Owner"

           "x, y", Ann
        """,
        """
        4 row: A=x\\ny, Owner=Ann
        7 row: A=z, Owner=Bob
        13 row: A=x, Owner=Ann\\nLee
        15 row: A=y, Owner=Bob
        23 row: A=x, Owner=Ann\\nLee
        30 row: A=x, y, Owner=Ann\
        """);
  }

  private static void assertBlocks(String rst, String blocks) {
    assertEquals(blocks, Shown.blocks(DocumentFormat.of("a.rst"), rst));
  }
}
