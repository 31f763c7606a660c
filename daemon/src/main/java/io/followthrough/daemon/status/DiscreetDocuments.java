package io.followthrough.daemon.status;

import io.followthrough.ledger.DocumentRecord;
import io.followthrough.ledger.Documents;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Documents as they may be shown. */
final class DiscreetDocuments implements Documents {
  private final Documents documents;
  private final Discretion discretion;

  DiscreetDocuments(Documents documents, Discretion discretion) {
    this.documents = documents;
    this.discretion = discretion;
  }

  @Override
  public void put(DocumentRecord document) {
    throw new IllegalStateException("what is shown is not written");
  }

  @Override
  public Optional<DocumentRecord> find(String documentKey) {
    return documents.find(discretion.key(documentKey)).map(discretion::document);
  }

  @Override
  public List<DocumentRecord> ofSource(String source) {
    return documents.ofSource(source).stream().map(discretion::document).toList();
  }

  @Override
  public List<DocumentRecord> after(Optional<String> previous, int limit) {
    return documents.after(previous.map(discretion::key), limit).stream()
        .map(discretion::document)
        .toList();
  }

  @Override
  public List<DocumentRecord> bearing(Set<String> names) {
    return documents.bearing(names).stream().map(discretion::document).toList();
  }

  @Override
  public List<DocumentRecord> all() {
    return documents.all().stream().map(discretion::document).toList();
  }
}
