package io.followthrough.extract;

import static java.util.Objects.requireNonNull;

import io.followthrough.document.ParsedDocument;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** Reads action items and incident facts out of a document. Pure and thread-safe. */
public final class Extraction {
  private Extraction() {}

  /** What the document commits to and what it says of its incident; nothing is invented. */
  public static Extracted of(ParsedDocument document, ExtractRules rules, ExtractContext context) {
    requireNonNull(document, "document is null");
    requireNonNull(rules, "rules is null");
    requireNonNull(context, "context is null");
    Vocabulary vocabulary = rules.vocabulary();
    Headings headings = new Headings(vocabulary);
    Node.Part root = new Labels(headings).within(Outline.of(document.blocks()));
    IncidentReader incident = new IncidentReader(vocabulary, headings, document, context);
    IncidentFacts facts = incident.read();
    Optional<LocalDate> from = incident.written().or(() -> context.documentDate());
    Set<String> people = incident.people();
    Lexicon words = Lexicon.of(vocabulary, headings, people, new DateWords(from));
    Findings findings = new Findings(document);
    new PartReader(words, findings).read(root, Scope.DOCUMENT);
    return new Extracted(facts, findings.candidates(), findings.notTaken());
  }
}
