package io.followthrough.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class JiraWikiTest {
  @Test
  void headingsListsAndTextAreBlocksWithTheirLines() {
    assertBlocks(
        """
        h1. Title
        Text that
        runs on.

        * one
        ** two
           goes on
        *# three
        # [x] four
        - five

        Six\
        """,
        """
        1 h1: Title
        2 text: Text that\\nruns on.
        5 item.1: one
        6 item.2: two\\ngoes on
        8 number.2: three
        9 task.1 [x] four
        10 item.1: five
        12 text: Six\
        """);
  }

  @Test
  void marksTellWhatStandsOut() {
    assertBlocks(
        "*Bold* -struck- {{x*y*}} _i_ [l|https://e.org/1] [https://e.org] {*}b{*}c"
            + " {color:red}d{color} \\*e\\* a-b f\\\\g",
        "1 text: **Bold** ~~struck~~ `x*y*` _i_ [l](https://e.org/1) [https://e.org](https://e.org)"
            + " **b**c d *e* a-b f\\Lg");
  }

  @Test
  void whatNeverClosesIsText() {
    assertBlocks("*a -b {{c [d|e {code}f", "1 text: *a -b {{c [d|e f");
    assertBlocks("{code}\n* a\n", "2 item.1: a");
    assertBlocks("*a\nb* {quote", "1 text: *a\\nb* {quote");
  }

  @Test
  void peopleAreTheirIds() {
    assertBlocks(
        "[~ann.lee] [~accountid:557058:0f1e-2d]",
        "1 text: [@ann.lee](user:ann.lee) [@557058:0f1e-2d](user:557058:0f1e-2d)");
  }

  @Test
  void tablesHaveTheirFirstRowAsHeader() {
    assertBlocks(
        """
        ||Action||Owner||
        |Add [x|https://e.org]|{color:red}Ann{color}|
        |Two
        lines| |

        |a|b|
        ||c|d|\
        """,
        """
        2 row: Action=Add [x](https://e.org), Owner=Ann
        3 row: Action=Two\\nlines, Owner=
        7 row: a=c, b=d\
        """);
  }

  @Test
  void codeIsNeverReadAndMacrosAreTheirWords() {
    assertBlocks(
        """
        {code:java}
        * a
        {code}
        {noformat}b{noformat}
        {quote}
        * c
        {quote}
        bq. d
        {panel:title=Actions|x=y}
        * e
        {panel}
        ----
        !a.png|thumbnail!f (/) (x)\
        """,
        """
        1 code: \\n* a
        4 code: b
        6 item.1: > c
        8 text: > d
        9 text: **Actions**
        10 item.1: e
        13 text: f \u2705 \u274c\
        """);
  }

  private static void assertBlocks(String markup, String blocks) {
    assertEquals(blocks, Shown.blocks(DocumentFormat.of("a.jira"), markup));
  }
}
