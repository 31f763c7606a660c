package io.followthrough.daemon.store;

import io.followthrough.item.ItemId;
import io.followthrough.ledger.Mirror;
import io.followthrough.ledger.Mirrors;
import java.util.List;
import java.util.Optional;

/** Mirrors in a table. */
final class JdbcMirrors implements Mirrors {
  private final JdbcTransaction transaction;

  JdbcMirrors(JdbcTransaction transaction) {
    this.transaction = transaction;
  }

  @Override
  public void put(Mirror mirror) {
    transaction.change(
        """
        insert into mirrors (item, tracker, is_open, body) values (?, ?, ?, ?)
        on conflict (item) do update set
          tracker = excluded.tracker, is_open = excluded.is_open, body = excluded.body
        """,
        mirror.item().value(),
        mirror.tracker(),
        mirror.ticket().state().isClosed() ? 0 : 1,
        Bodies.write(mirror));
  }

  @Override
  public Optional<Mirror> find(ItemId item) {
    return transaction.body(Mirror.class, "select body from mirrors where item = ?", item.value());
  }

  @Override
  public List<Mirror> open(String tracker, Optional<ItemId> after, int limit) {
    return transaction.bodies(
        Mirror.class,
        """
        select body from mirrors where is_open = 1 and tracker = ? and item > ?
        order by item limit ?
        """,
        tracker,
        after.map(ItemId::value).orElse(""),
        limit);
  }
}
