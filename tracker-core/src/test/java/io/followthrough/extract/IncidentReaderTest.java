package io.followthrough.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.followthrough.document.DocumentFormat;
import io.followthrough.item.Incident;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The facts of the incident, wherever a document states them. */
final class IncidentReaderTest {
  private static final String FRONT_MATTER =
      """
      ---
      incidentId: INC-42
      severity: SEV2
      services: [checkout, payments]
      date: 2026-05-04
      owner: Carol Diaz
      author: Bob
      failure_mode: replication lag
      status: final
      confidential: true
      labels: [db]
      repeat-of: INC-7
      ---
      # Postmortem: Checkout outage
      """;
  private static final String TABLE =
      """
      # Checkout outage

      | Field | Value |
      |---|---|
      | Incident ID | INC-42 |
      | Severity | SEV2 (major) |
      | Affected services | checkout, payments |
      | Date | 2026-05-04 |
      | Incident owner | Carol Diaz |
      | Author | Bob |
      | Failure mode | replication lag |
      | Status | final |
      | Repeat of | INC-7 |
      """;
  private static final String LINES =
      """
      # INC-42: Checkout outage

      **Severity:** SEV2
      **Services:** checkout, payments
      - **Date**: May 4, 2026
      - **Owner**: Carol Diaz
      - **Author**: Bob
      - **Failure mode**: replication lag
      - **Status**: final

      This is a repeat of INC-7.
      """;

  @Test
  void frontMatterTablesAndLinesSayTheSame() {
    for (String document : List.of(FRONT_MATTER, TABLE, LINES)) {
      IncidentFacts facts = read(document, "a.md").incident();
      Incident incident = facts.incident();

      assertEquals(Optional.of("INC-42"), incident.id());
      assertEquals(Optional.of("Checkout outage"), incident.title());
      assertEquals(Optional.of(LocalDate.of(2026, 5, 4)), incident.date());
      assertEquals(Optional.of("SEV2"), incident.severity());
      assertEquals(List.of("checkout", "payments"), incident.services());
      assertEquals(Optional.of("Carol Diaz"), incident.owner());
      assertEquals(Optional.of("Bob"), incident.author());
      assertEquals(List.of("replication lag"), incident.failureModes());
      assertEquals(List.of("INC-7"), incident.repeatOf());
      assertEquals(Optional.of("final"), facts.status());
    }
    assertEquals(List.of("db"), read(FRONT_MATTER, "a.md").incident().labels());
    assertEquals(Optional.of("true"), read(FRONT_MATTER, "a.md").incident().confidential());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "# Postmortem: Queue stuck | Queue stuck",
        "# 2026-01-02, Queue stuck | Queue stuck",
        "# PM-2026-004: Queue stuck | Queue stuck",
        "# Incident report - Queue stuck (2026-01-02) | Queue stuck",
        "# {{ incident name }} | -",
        "## No title at all | -"
      })
  void aTitleIsBare(String heading, String title) {
    assertEquals(
        Optional.ofNullable(title), read(heading + "\n", "a.md").incident().incident().title());
  }

  @Test
  void theNameOfTheFileMayTellTheDay() {
    Incident incident = read("# Queue stuck\n", "2026/2026-01-02-queue.md").incident().incident();

    assertEquals(Optional.of(LocalDate.of(2026, 1, 2)), incident.date());
  }

  @Test
  void whatIsNotStatedIsAbsent() {
    Incident incident = read("# Queue stuck\n\nIt was stuck.\n", "a.md").incident().incident();

    assertEquals(
        new Incident(
            Optional.empty(),
            Optional.of("Queue stuck"),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of()),
        incident);
  }

  @Test
  void theOwnerOfAnItemIsNotTheOwnerOfTheIncident() {
    String text =
        "# Queue stuck\n\n## Action items\n\n### 1. Add an alert\n\nOwner: Dana\nDue: 2026-06-01\n";

    assertEquals(Optional.empty(), read(text, "a.md").incident().incident().owner());
    assertEquals(Optional.empty(), read(text, "a.md").incident().incident().date());
  }

  @Test
  void theConfigurationAddsWords() {
    String text =
        "## Wiedervorlage\n\n| Posten | Kümmerer |\n|---|---|\n| Alarm einrichten | Dana |\n";
    ExtractRules rules =
        ExtractRules.of(
            Map.of("action-items", List.of("Wiedervorlage")),
            Map.of("owner", List.of("Kümmerer"), "title", List.of("Posten")));
    List<Candidate> found =
        Extraction.of(
                DocumentFormat.MARKDOWN.parse(text),
                rules,
                new ExtractContext("a.md", Optional.empty()))
            .candidates();

    assertEquals("Alarm einrichten", found.get(0).title());
    assertEquals(Optional.of("Dana"), found.get(0).owner());
    assertTrue(read(text, "a.md").candidates().isEmpty());
  }

  @Test
  void whatIsNotTakenSaysWhy() {
    List<NotTaken> notTaken =
        read("## Timeline\n\n- 10:00 paged\n\n## Misc\n\n- foo bar\n", "a.md").notTaken();

    assertEquals(
        List.of(
            "it stands under \"Timeline\", which is not follow-up work",
            "no heading above it announces follow-up work"),
        notTaken.stream().map(NotTaken::why).toList());
    assertEquals(List.of(3, 7), notTaken.stream().map(NotTaken::line).toList());
  }

  private static Extracted read(String text, String path) {
    return Extraction.of(
        DocumentFormat.MARKDOWN.parse(text),
        ExtractRules.defaults(),
        new ExtractContext(path, Optional.empty()));
  }
}
