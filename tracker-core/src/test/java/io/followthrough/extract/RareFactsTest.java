package io.followthrough.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.followthrough.document.DocumentFormat;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What few postmortems say of an item and of an incident, in the ways in which they say it. */
final class RareFactsTest {
  private static final String HEADER =
      "| Action | Owner | Effort | Risk | Why | Theme | Blocked by | Review date | Service | Done"
          + " when |\n"
          + "|---|---|---|---|---|---|---|---|---|---|\n";

  @Test
  void aTableHasThemInColumns() {
    Candidate item =
        only(
            HEADER
                + "| Split the database | Alice | M | lost orders | one lock stops all | databases"
                + " | PAY-9 | 2026-06-01 | orders | each has its own |\n");

    assertEquals(Optional.of("M"), item.effort());
    assertEquals(Optional.of("lost orders"), item.risk());
    assertEquals(Optional.of("one lock stops all"), item.reason());
    assertEquals(Optional.of("databases"), item.theme());
    assertEquals(Optional.of("PAY-9"), item.blockedBy());
    assertEquals(Optional.of("2026-06-01"), item.reviewDate());
    assertEquals(List.of("orders"), item.services());
    assertEquals(Optional.of("each has its own"), item.criterion());
    assertEquals(List.of(), item.tickets(), "what it waits for is not its ticket");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "- Split the database. Effort: 2d. Reason: one lock stops all. Risk: lost orders."
            + " Theme: databases. Blocked by: PAY-9. Review date: 2026-06-01",
        """
        - Split the database
          - Effort: 2d
          - Reason: one lock stops all
          - Risk: lost orders
          - Theme: databases
          - Blocked by: PAY-9
          - Review date: 2026-06-01""",
        """
        ### 1. Split the database

        **Effort:** 2d
        **Reason:** one lock stops all
        **Risk:** lost orders
        **Theme:** databases
        **Blocked by:** PAY-9
        **Review date:** 2026-06-01"""
      })
  void aListHasThemAsLabels(String text) {
    Candidate item = only(text);

    assertEquals("Split the database", item.title());
    assertEquals(Optional.of("2d"), item.effort());
    assertEquals(Optional.of("one lock stops all"), item.reason());
    assertEquals(Optional.of("lost orders"), item.risk());
    assertEquals(Optional.of("databases"), item.theme());
    assertEquals(Optional.of("PAY-9"), item.blockedBy());
    assertEquals(Optional.of("2026-06-01"), item.reviewDate());
    assertEquals(List.of(), item.tickets());
  }

  @Test
  void whatIsNotSaidIsAbsent() {
    Candidate item = only("- Split the database");

    assertEquals(Optional.empty(), item.effort());
    assertEquals(Optional.empty(), item.reason());
    assertEquals(Optional.empty(), item.risk());
    assertEquals(Optional.empty(), item.theme());
    assertEquals(Optional.empty(), item.blockedBy());
    assertEquals(Optional.empty(), item.reviewDate());
    assertEquals(Optional.empty(), item.reach());
    assertEquals(Optional.empty(), item.kind());
  }

  @ParameterizedTest
  @CsvSource({
    "Platform, PLATFORM",
    "Technical improvements, PLATFORM",
    "Process, PROCESS",
    "People and training, PROCESS",
    "Quick fixes, PATCH",
    "Patches, PATCH",
    "Prozesse, PROCESS",
    "流程改进, PROCESS",
    "Later,"
  })
  void theGroupOfAnItemTellsHowFarItReaches(String group, Reach reach) {
    assertEquals(
        Optional.ofNullable(reach), only("### " + group + "\n\n- Split the database").reach());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "## Contributing factors\\n\\n- Detection gap: no alert fired; DETECTION_GAP",
        "## Contributing factors\\n\\n- [Process gap] nobody owned the runbook; PROCESS_GAP",
        "## Contributing factors\\n\\n### Architecture\\n\\nOne database for all.; ARCHITECTURE",
        "## Contributing factors\\n"
            + "\\n"
            + "| Category | What |\\n"
            + "|---|---|\\n"
            + "| Communication | late |; COMMUNICATION",
        "**Contributing factor category:** detection gap; DETECTION_GAP",
        "## Contributing factors\\n\\n- The monitoring was down for an hour; ",
        "## Timeline\\n\\n- Detection gap: 20 minutes; "
      })
  void aKindOfFactorCountsWhereItIsNamed(String text, Factor factor) {
    List<Factor> expected = factor == null ? List.of() : List.of(factor);

    assertEquals(expected, read(text.replace("\\n", "\n")).incident().factorKinds());
  }

  private static Candidate only(String items) {
    List<Candidate> found = read("## Action items\n\n" + items).candidates();
    assertEquals(1, found.size(), found::toString);
    return found.get(0);
  }

  private static Extracted read(String text) {
    return Extraction.of(
        DocumentFormat.MARKDOWN.parse("# Outage\n\n" + text + "\n"),
        ExtractRules.defaults(),
        new ExtractContext("a.md", Optional.of(LocalDate.of(2026, 3, 2))));
  }
}
