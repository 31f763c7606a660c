package io.followthrough.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.followthrough.document.DocumentFormat;
import io.followthrough.document.ParsedDocument;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Documents that nobody writes by hand: none is lost, none takes the daemon with it. */
@Timeout(120)
final class HostileDocumentsTest {
  private static final String HEADING = "## Action items\n\n";

  @ParameterizedTest(name = "{0}")
  @MethodSource("documents")
  void isReadToItsEndWithinItsTime(String name, String text) {
    Extracted extracted = extract(text + "\n\n## Follow-up actions\n\n- Rotate the last key\n");

    List<Candidate> items = extracted.candidates();
    assertFalse(items.isEmpty(), name);
    assertEquals("Rotate the last key", items.get(items.size() - 1).title());
  }

  static List<Object[]> documents() {
    Map<String, String> documents = new TreeMap<>();
    documents.put("10,000 nested lists", HEADING + nested());
    documents.put("10,000 nested quotations", HEADING + ">".repeat(10_000) + " x");
    documents.put("10,000 nested brackets", HEADING + "- " + "[".repeat(10_000) + "x");
    documents.put(
        "10,000 nested parentheses", "- Add x " + "(".repeat(10_000) + ")".repeat(10_000));
    documents.put("emphasis never closed", HEADING + "- " + "*a **b ".repeat(20_000));
    documents.put("links never closed", HEADING + "- " + "[a](b ".repeat(20_000));
    documents.put("backticks never closed", HEADING + "- " + "`a".repeat(20_000));
    documents.put("a table of 500 columns", HEADING + table(500, 100));
    documents.put("short rows in a wide table", HEADING + table(500, 0) + "|x|\n".repeat(20_000));
    documents.put("one line of 4 MB", "x y z ".repeat(700_000));
    documents.put(
        "one item of 2 MB", HEADING + "- " + "add @bob by 2026-01-01; #12 ".repeat(70_000));
    documents.put("one item of facts", HEADING + "- " + "owner: a, due: b; ".repeat(50_000));
    documents.put(
        "one paragraph of sentences", HEADING + "We will add it. It is good. ".repeat(50_000));
    documents.put("one paragraph of markers", "Action item: do this and that. ".repeat(20_000));
    documents.put("marks on every line", HEADING + "**a b** c `d` [e](f)\n".repeat(20_000));
    documents.put("as many headings as lines", "# a b\n".repeat(50_000));
    documents.put("as many parts as lines", "**Action items**\n\n- do x y\n\n".repeat(10_000));
    documents.put("numbers broken by points", HEADING + "1. **A b c**\n- x y\n".repeat(5_000));
    documents.put("references", HEADING + "[a]: b\n".repeat(20_000));
    documents.put("tags never closed", HEADING + "<div>".repeat(50_000));
    documents.put("white space", HEADING + "- a" + " ".repeat(500_000) + "b");
    documents.put(
        "line ends of all kinds", "\ufeff# A\r\n\r## Action items\r\n- Add b c\r- d\0e f\n");
    documents.put("half a surrogate pair", HEADING + "- \ud83d \u202e\u05d0 add \ud83d\ude00");
    documents.put(
        "an alias bomb",
        "---\na: &a [x,x]\nb: [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\n---\n" + HEADING);
    documents.put("deep front matter", "---\na: " + "[".repeat(10_000) + "\n---\n" + HEADING);
    documents.put("front matter never closed", "---\na: b\n" + HEADING);
    return documents.entrySet().stream()
        .map(entry -> new Object[] {entry.getKey(), entry.getValue()})
        .toList();
  }

  @Test
  void aDocumentOf20MegabytesLosesNoItem() {
    int items = 20_000;
    String entry = "- Add an alert for the queue (@alice, due 2026-03-01) and test it #12\n";
    String story = "The queue grew all night and nobody was paged.\n".repeat(400_000);
    String text = "# Queue stuck\n\n" + story + "\n" + HEADING + entry.repeat(items);

    assertTrue(text.length() > 20_000_000);
    assertEquals(items, extract(text).candidates().size());
  }

  @Test
  void aTableTooLargeToBeOneIsReadLineByLineAndSaidSo() {
    int rows = 3_000;
    String header = "| Action | Owner |" + " x |".repeat(398) + "\n|" + "---|".repeat(400) + "\n";
    String text = HEADING + header + "| Add an alert | Bob |\n".repeat(rows);
    ParsedDocument document = DocumentFormat.MARKDOWN.parse(text);

    assertEquals("the tables are too large to be read", document.problems().get(0).message());
    Extracted extracted =
        Extraction.of(
            document, ExtractRules.defaults(), new ExtractContext("a.md", Optional.empty()));
    assertEquals(rows, extracted.candidates().size());
    assertEquals(Optional.of("Bob"), extracted.candidates().get(0).owner());
  }

  @Test
  void anEmptyDocumentHasNothingToSay() {
    Extracted extracted = extract("");

    assertTrue(extracted.candidates().isEmpty());
    assertTrue(extracted.notTaken().isEmpty());
    assertEquals(Optional.empty(), extracted.incident().incident().title());
  }

  private static Extracted extract(String text) {
    return Extraction.of(
        DocumentFormat.MARKDOWN.parse(text),
        ExtractRules.defaults(),
        new ExtractContext("a.md", Optional.empty()));
  }

  private static String nested() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 10_000; i++) {
      text.append(" ".repeat(Math.min(2 * i, 1_000))).append("- level ").append(i).append('\n');
    }
    return text.toString();
  }

  private static String table(int columns, int rows) {
    return ("|" + " Action |".repeat(columns) + "\n")
        + ("|" + "---|".repeat(columns) + "\n")
        + ("|" + " add x y |".repeat(columns) + "\n").repeat(rows);
  }
}
