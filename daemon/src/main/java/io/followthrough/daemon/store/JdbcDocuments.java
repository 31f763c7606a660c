package io.followthrough.daemon.store;

import io.followthrough.ledger.DocumentRecord;
import io.followthrough.ledger.Documents;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Documents in a table. */
final class JdbcDocuments implements Documents {
  private final JdbcTransaction transaction;

  JdbcDocuments(JdbcTransaction transaction) {
    this.transaction = transaction;
  }

  @Override
  public void put(DocumentRecord document) {
    transaction.change(
        """
        insert into documents (key, source, body) values (?, ?, ?)
        on conflict (key) do update set source = excluded.source, body = excluded.body
        """,
        document.origin().documentKey(),
        document.origin().source(),
        Bodies.write(document));
    String key = document.origin().documentKey();
    transaction.change("delete from catchwords where document_key = ?", key);
    for (String word : document.catchwords()) {
      transaction.change("insert into catchwords (word, document_key) values (?, ?)", word, key);
    }
  }

  @Override
  public Optional<DocumentRecord> find(String documentKey) {
    return transaction.body(
        DocumentRecord.class, "select body from documents where key = ?", documentKey);
  }

  @Override
  public List<DocumentRecord> ofSource(String source) {
    return transaction.bodies(
        DocumentRecord.class, "select body from documents where source = ? order by key", source);
  }

  @Override
  public List<DocumentRecord> after(Optional<String> previous, int limit) {
    return transaction.bodies(
        DocumentRecord.class,
        "select body from documents where key > ? order by key limit ?",
        previous.orElse(""),
        limit);
  }

  @Override
  public List<DocumentRecord> bearing(Set<String> catchwords) {
    SortedMap<String, DocumentRecord> found = new TreeMap<>();
    for (String word : catchwords) {
      transaction
          .bodies(
              DocumentRecord.class,
              """
              select body from documents
              where key in (select document_key from catchwords where word = ?)
              """,
              word)
          .forEach(document -> found.put(document.origin().documentKey(), document));
    }
    return List.copyOf(found.values());
  }

  @Override
  public List<DocumentRecord> all() {
    return transaction.bodies(DocumentRecord.class, "select body from documents order by key");
  }
}
