package io.followthrough.ledger;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The documents of the ledger, by their key. */
public interface Documents {
  /** Stores a document, new or known. */
  void put(DocumentRecord document);

  /** A document by its key. */
  Optional<DocumentRecord> find(String documentKey);

  /** The documents of a source, those that it no longer has included, by key. */
  List<DocumentRecord> ofSource(String source);

  /** At most {@code limit} documents after a key, by key, for walking through all of them. */
  List<DocumentRecord> after(Optional<String> previous, int limit);

  /**
   * The documents that have one of some words among their {@link DocumentRecord#catchwords}, by
   * key: where a postmortem's predecessors are looked for.
   */
  List<DocumentRecord> bearing(Set<String> catchwords);

  /** Every document, by key. */
  List<DocumentRecord> all();
}
