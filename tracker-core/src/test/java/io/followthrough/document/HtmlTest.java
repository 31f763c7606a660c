package io.followthrough.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class HtmlTest {
  @Test
  void everyBlockKnowsItsLine() {
    assertBlocks(
        "<h1>Title</h1>\n<p>\nText that\nruns on.</p>\n<ul>\n<li>one\n<ol><li>two</ul>\n<p>three",
        """
        1 h1: Title
        3 text: Text that runs on.
        6 item.1: one
        7 number.2: two
        8 text: three\
        """);
  }

  @Test
  void marksTellWhatStandsOut() {
    assertBlocks(
        "<p><b>Bold</b> <del>struck</del> <s>too</s> <code>x</code> <a href='https://e.org/1'>l</a>"
            + " <em>i</em><br>next <img src=a.png alt='Graph'></p>",
        "1 text: **Bold** ~~struck~~ ~~too~~ `x` [l](https://e.org/1) _i_\\Lnext ![Graph](a.png)");
  }

  @Test
  void anEntryIsItsFirstTextAndTheRestIsNestedInIt() {
    assertBlocks(
        "<ul><li><p>one</p><p>more</p><ul><li>two</li></ul></li><li></li><li><div>three</div></ul>",
        """
        1 item.1: one
        1 text.1: more
        1 item.2: two
        1 item.1:
        1 item.1: three\
        """);
  }

  @Test
  void boxesAreBoxesHoweverTheyAreDrawn() {
    assertBlocks(
        "<ul><li><input type=checkbox checked> a<li><input type=checkbox> b<li>[x] c</ul><ul"
            + " class=to-do-list><li><div class='checkbox"
            + " checkbox-on'></div><span>d</span></li></ul><ul class=inline-task-list><li"
            + " class=checked data-inline-task-id=1>e<li data-inline-task-id=2>f</ul><div"
            + " role=checkbox aria-checked=true></div>g<p><input type=checkbox>h</p>",
        """
        1 task.1 [x] a
        1 task.1 [ ] b
        1 task.1 [x] c
        1 task.1 [x] d
        1 task.1 [x] e
        1 task.1 [ ] f
        1 task.1 [x] g
        1 task.1 [ ] h\
        """);
  }

  @Test
  void mergedCellsStandInEachOfTheirPlaces() {
    assertBlocks(
        "<table><tr><th>Action<th colspan=2>Who</tr>"
            + "<tr><td rowspan=2>Add x<td>Ann<td>Bob</tr>\n<tr><td>Cem<td>Dee</tr></table>",
        """
        1 row: Action=Add x, Who=Ann, Who=Bob
        2 row: Action=Add x, Who=Cem, Who=Dee\
        """);
  }

  @Test
  void aCellAcrossTheWholeTableNamesWhatFollows() {
    assertBlocks(
        "<table><caption>Plan</caption><tr><td colspan=2>Actions<tr><th>Action<th>Owner"
            + "<tr><td colspan=2>Prevention<tr><td>Add x<td>Ann</table>",
        """
        1 text: **Plan**
        1 text: **Actions**
        1 text: **Prevention**
        1 row: Action=Add x, Owner=Ann\
        """);
  }

  @Test
  void theLinesOfACellAreLinesAndItsBoxASign() {
    assertBlocks(
        "<table><tr><th>Action<th>Notes<tr><td><input type=checkbox checked> Add"
            + " x<td><p>a</p><ul><li>b</ul><pre>c</pre></table>",
        "1 row: Action=\u2611 Add x, Notes=a\\nb");
  }

  @Test
  void aTableThatArrangesThePageIsNoTable() {
    assertBlocks(
        "<table><tr><td><h2>Actions</h2><ul><li>a</ul><td><table><tr><th>x<tr><td>y</table></table>"
            + "<table><tr><td><input type=checkbox>b<br><input type=checkbox checked>c</table>",
        """
        1 h2: Actions
        1 item.1: a
        1 row: x=y
        1 task.1 [x] b\\Lc\
        """);
  }

  @Test
  void termsAndWhatTheyStandForAreKeysAndValues() {
    assertBlocks(
        "<dl><dt>Severity<dd>SEV1<dt>Actions:<dd><ul><li>a</ul></dl>",
        """
        1 text: **Severity:** SEV1
        1 text: **Actions:**
        1 item.1: a\
        """);
  }

  @Test
  void codeScriptsAndNavigationAreNotText() {
    assertBlocks(
        "<nav>a</nav><script>b</script><style>c</style><template>d</template><!-- e -->"
            + "<pre>f\n g</pre><blockquote>h</blockquote><details><summary>i</summary>j</details>",
        """
        1 code: f\\n g
        2 text: > h
        2 text: **i**
        2 text: j\
        """);
  }

  @Test
  void googleDocsSaysByClassesWhatIsBoldAndNested() {
    assertBlocks(
        "<style>.c1{color:#000;font-weight:700}.c2{text-decoration:line-through}</style><p"
            + " class='c9 title'><span>Outage</span></p><p><b style='font-weight:normal'><span"
            + " class='c9 c1'>Owner:</span> Ann</b></p><ul class='c3 lst-kix_abc-0 start'><li><span"
            + " class=c2>a</span></ul><ul class='c3 lst-kix_abc-1 start'><li>b</ul><ul class='c3"
            + " lst-kix_abc-0'><li><a"
            + " href='https://www.google.com/url?q=https://github.com/a/b/issues/1&amp;sa=D'>c</a><sup><a"
            + " href='#cmnt1'>[a]</a></sup></ul>",
        """
        1 h1: Outage
        1 text: **Owner:** Ann
        1 item.1: ~~a~~
        1 item.2: b
        1 item.1: [c](https://github.com/a/b/issues/1)\
        """);
  }

  @Test
  void notionsPropertiesAreATableOfFacts() {
    assertBlocks(
        "<h1 class=page-title>Outage</h1><table class=properties><tbody>"
            + "<tr><th>Severity</th><td><span class=selected-value>SEV1</span></td></tr>"
            + "<tr><th>Date</th><td><time>@March 4, 2026</time></td></tr></tbody></table>",
        """
        1 h1: Outage
        1 row: Severity=Date, SEV1=March 4, 2026\
        """);
  }

  @Test
  void metaElementsAreFrontMatter() {
    ParsedDocument document =
        DocumentFormat.HTML.parse(
            "<head><title>Outage </title><meta name=severity content=SEV1><meta"
                + " charset=utf-8></head>");

    assertEquals(
        Map.of("severity", List.of("SEV1"), "title", List.of("Outage")), document.frontMatter());
  }

  private static void assertBlocks(String html, String blocks) {
    assertEquals(blocks, Shown.blocks(DocumentFormat.of("a.HTML"), html));
  }
}
