package io.followthrough.ledger;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Documents in memory. */
final class MemoryDocuments implements Documents {
  private final MemoryShelf<String, DocumentRecord> shelf;

  MemoryDocuments(MemoryTransaction transaction) {
    this.shelf = new MemoryShelf<>(transaction);
  }

  @Override
  public void put(DocumentRecord document) {
    shelf.put(document.origin().documentKey(), document);
  }

  @Override
  public Optional<DocumentRecord> find(String documentKey) {
    return shelf.find(documentKey);
  }

  @Override
  public List<DocumentRecord> ofSource(String source) {
    return shelf.all().stream()
        .filter(document -> document.origin().source().equals(source))
        .toList();
  }

  @Override
  public List<DocumentRecord> after(Optional<String> previous, int limit) {
    Collection<DocumentRecord> rest = previous.map(shelf::after).orElseGet(shelf::all);
    return rest.stream().limit(limit).toList();
  }

  @Override
  public List<DocumentRecord> bearing(Set<String> catchwords) {
    return shelf.all().stream()
        .filter(document -> !Collections.disjoint(document.catchwords(), catchwords))
        .toList();
  }

  @Override
  public List<DocumentRecord> all() {
    return List.copyOf(shelf.all());
  }
}
