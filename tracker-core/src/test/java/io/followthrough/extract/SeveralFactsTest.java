package io.followthrough.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.followthrough.document.DocumentFormat;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Owner and date behind a title, in the ways in which people write them. */
final class SeveralFactsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Rotate the signing keys. Owner: Alice Martin, due 2027-01-15",
        "Rotate the signing keys (Alice Martin, due 2027-01-15)",
        "Rotate the signing keys (owner: Alice Martin, due: 2027-01-15, priority: high)",
        "Rotate the signing keys. Owner: Alice Martin. Due: 2027-01-15.",
        "Rotate the signing keys. Owner: Alice Martin; due: 2027-01-15; priority: P1",
        "Rotate the signing keys. Due 2027-01-15. Owner: Alice Martin",
        "Rotate the signing keys - Alice Martin - 2027-01-15",
        "Rotate the signing keys [owner: Alice Martin] [due: 2027-01-15]",
        "Rotate the signing keys. **Owner:** Alice Martin, **Due:** 2027-01-15",
      })
  void ownerAndDateAreFactsAndTheTitleIsLeft(String item) {
    String text = "# Outage\n\n## Action items\n\n- " + item + "\n";
    List<Candidate> found =
        Extraction.of(
                DocumentFormat.of("a.md").parse(text),
                ExtractRules.defaults(),
                new ExtractContext("a.md", Optional.empty()))
            .candidates();

    assertEquals(1, found.size());
    assertEquals("Rotate the signing keys", found.get(0).title());
    assertEquals(Optional.of("Alice Martin"), found.get(0).owner());
    assertEquals(Optional.of(LocalDate.parse("2027-01-15")), found.get(0).due());
  }
}
