package io.followthrough.daemon.store;

import io.followthrough.ledger.Settings;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Settings in a table. */
final class JdbcSettings implements Settings {
  private final JdbcTransaction transaction;

  JdbcSettings(JdbcTransaction transaction) {
    this.transaction = transaction;
  }

  @Override
  public Optional<String> get(String key) {
    return transaction.first(
        "select value from settings where key = ?", row -> transaction.text(row.getString(1)), key);
  }

  @Override
  public void put(String key, String value) {
    transaction.change(
        """
        insert into settings (key, value) values (?, ?)
        on conflict (key) do update set value = excluded.value
        """,
        key,
        value);
  }

  @Override
  public void remove(String key) {
    transaction.change("delete from settings where key = ?", key);
  }

  @Override
  public Map<String, String> startingWith(String prefix) {
    Map<String, String> found = new TreeMap<>();
    transaction
        .list(
            "select key, value from settings where key >= ? and key < ?",
            row ->
                Map.entry(transaction.text(row.getString(1)), transaction.text(row.getString(2))),
            prefix,
            Prefix.end(prefix))
        .forEach(each -> found.put(each.getKey(), each.getValue()));
    return Collections.unmodifiableMap(found);
  }
}
