package io.followthrough.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.followthrough.document.DocumentFormat;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One item in a list of action items: its title and the facts around it. */
final class ItemReaderTest {
  private static final LocalDate WRITTEN = LocalDate.of(2026, 3, 2);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "Add an alert (Alice) | Add an alert | Alice",
        "Add an alert (@alice, due 2026-04-01) | Add an alert | @alice",
        "Add an alert - @alice | Add an alert | @alice",
        "Add an alert — Alice Martin | Add an alert | Alice Martin",
        "Add an alert [Bob] | Add an alert | Bob",
        "[Bob] Add an alert | Add an alert | Bob",
        "@alice: Add an alert | Add an alert | @alice",
        "@alice @bob add an alert | add an alert | @alice @bob",
        "Erin: add an alert | add an alert | Erin",
        "**Erin**: add an alert | add an alert | Erin",
        "Payments team: add an alert | add an alert | Payments team",
        "Add an alert. Owner: Dana Fox | Add an alert | Dana Fox",
        "Erin to add an alert | Erin to add an alert | -",
        "Talk with @bob | Talk with @bob | -",
        "Add an alert (optional) | Add an alert (optional) | -",
        "[Xi Zhou](user:557058:1f) Add an alert | Add an alert | Xi Zhou",
        "[Xi Zhou](user:557058:1f) to add an alert | add an alert | Xi Zhou",
        "[@557058:1f](user:557058:1f) Add an alert | Add an alert | @557058:1f",
        "Add an alert [Xi Zhou](user:557058:1f) | Add an alert | Xi Zhou",
        "Talk with [Xi Zhou](user:557058:1f) | Talk with Xi Zhou | -",
        "[Xi Zhou](user:557058:1f) | Xi Zhou | -",
        "Detection: add an alert | Detection: add an alert | -"
      })
  void anOwnerIsADecoration(String item, String title, String owner) {
    Candidate read = read("- " + item);

    assertEquals(title, read.title());
    assertEquals(Optional.ofNullable(owner), read.owner());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "Add an alert by 2026-04-01 | Add an alert | 2026-04-01 | 2026-04-01",
        "Add an alert by end of March | Add an alert | end of March | 2026-03-31",
        "Add an alert (due: next sprint) | Add an alert | next sprint | -",
        "Add an alert, ETA 1 May 2026 | Add an alert | 1 May 2026 | 2026-05-01",
        "Add an alert 2026-04-01 | Add an alert | 2026-04-01 | 2026-04-01",
        "[Xi Zhou](user:1f) Add an alert 2026-04-01 | Add an alert | 2026-04-01 | 2026-04-01",
        "Restore the backup of 2026-01-01 | Restore the backup of 2026-01-01 | - | -",
        "Start the rewrite in Q3 | Start the rewrite in Q3 | Q3 | -",
        "Explain what happened on 2026-01-01 to users | Explain what happened on 2026-01-01 to"
            + " users | - | -"
      })
  void aTermIsReadWithItsDay(String item, String title, String text, LocalDate day) {
    Candidate read = read("- " + item);

    assertEquals(title, read.title());
    assertEquals(Optional.ofNullable(text), read.dueText());
    assertEquals(Optional.ofNullable(day), read.due());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "[x] Add an alert | Add an alert | true",
        "[ ] Add an alert | Add an alert | false",
        "[*] Add an alert | Add an alert | true",
        "☐ Add an alert | Add an alert | false",
        "✅ Add an alert | Add an alert | true",
        "[DONE] Add an alert | Add an alert | true",
        "Add an alert (done) | Add an alert | true",
        "Add an alert - in progress | Add an alert | false",
        "Add an alert. Done in [#12](https://github.com/a/b/pull/12) | Add an alert | true",
        "~~Add an alert~~ | Add an alert | true",
        "Added an alert | Added an alert | true",
        "TODO: add an alert | add an alert | false",
        "Add an alert | Add an alert | -",
        "Raised a ticket to add an alert | add an alert | -"
      })
  void aStatusIsSaidInManyWays(String item, String title, Boolean done) {
    Candidate read = read("- " + item);

    assertEquals(title, read.title());
    assertEquals(Optional.ofNullable(done), read.done());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Add an alert ([Issue](https://github.com/a/b/issues/1)) | Add an alert",
        "Add an alert https://github.com/a/b/issues/1 | Add an alert",
        "[Add an alert](https://github.com/a/b/issues/1) for lag | Add an alert for lag",
        "Add an alert. Ticket [#1](https://github.com/a/b/issues/1) | Add an alert",
        "https://github.com/a/b/issues/1 | https://github.com/a/b/issues/1"
      })
  void aTicketIsNoPartOfTheTitleUnlessItIsAllOfIt(String item, String title) {
    Candidate read = read("- " + item);

    assertEquals(title, read.title());
    assertEquals(List.of("https://github.com/a/b/issues/1"), read.tickets());
  }

  @Test
  void whatIsNestedTellsOfTheItem() {
    Candidate read =
        read(
            """
            - Add an alert
              - Owner: Dana
              - Due: 2026-04-01
              - Done when: it fires in the drill
              - Blocked by: PAY-9
              - Effort: 2d
              - Priority: P1
              - Service: checkout
              - https://github.com/a/b/issues/1
            """);

    assertEquals("Add an alert", read.title());
    assertEquals(Optional.of("Dana"), read.owner());
    assertEquals(Optional.of(LocalDate.of(2026, 4, 1)), read.due());
    assertEquals(Optional.of("it fires in the drill"), read.criterion());
    assertEquals(Optional.of("PAY-9"), read.blockedBy());
    assertEquals(Optional.of("2d"), read.effort());
    assertEquals("high", read.priority().orElseThrow().word());
    assertEquals(List.of("checkout"), read.services());
  }

  @Test
  void itKnowsItsLineItsTextAndItsRule() {
    Candidate read = read("- **Add** an alert\n  for lag (Alice)");

    assertEquals(3, read.line());
    assertEquals("- **Add** an alert\n  for lag (Alice)", read.text());
    assertEquals("list-under-action-heading", read.rule());
    assertEquals(Optional.of("Action items"), read.section());
  }

  private static Candidate read(String list) {
    Extracted extracted =
        Extraction.of(
            DocumentFormat.MARKDOWN.parse("## Action items\n\n" + list),
            ExtractRules.defaults(),
            new ExtractContext("a.md", Optional.of(WRITTEN)));
    assertEquals(1, extracted.candidates().size(), () -> extracted.candidates().toString());
    return extracted.candidates().get(0);
  }
}
