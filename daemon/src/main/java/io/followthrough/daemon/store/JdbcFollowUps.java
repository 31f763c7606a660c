package io.followthrough.daemon.store;

import io.followthrough.item.ItemId;
import io.followthrough.ledger.FollowUpState;
import io.followthrough.ledger.FollowUps;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Follow-up states in a table. */
final class JdbcFollowUps implements FollowUps {
  private static final Comparator<FollowUpState> EARLIEST_FIRST =
      Comparator.comparing((FollowUpState state) -> Nanos.of(state.nextAt()))
          .thenComparing(FollowUpState::item);

  private final JdbcTransaction transaction;

  JdbcFollowUps(JdbcTransaction transaction) {
    this.transaction = transaction;
  }

  @Override
  public void put(FollowUpState state) {
    transaction.change(
        """
        insert into follow_ups (item, next_at, policy, body) values (?, ?, ?, ?)
        on conflict (item) do update set
          next_at = excluded.next_at, policy = excluded.policy, body = excluded.body
        """,
        state.item().value(),
        Nanos.of(state.nextAt()),
        state.policy(),
        Bodies.write(state));
  }

  @Override
  public Optional<FollowUpState> find(ItemId item) {
    return transaction.body(
        FollowUpState.class, "select body from follow_ups where item = ?", item.value());
  }

  @Override
  public List<FollowUpState> due(Instant now, String policy, int limit) {
    List<FollowUpState> due =
        new ArrayList<>(
            transaction.bodies(
                FollowUpState.class,
                """
                select body from follow_ups where next_at <= ? order by next_at, item limit ?
                """,
                Nanos.of(now),
                limit));
    if (due.size() < limit) {
      outdated(now, policy, limit).stream().limit(limit - due.size()).forEach(due::add);
    }
    return List.copyOf(due);
  }

  /** States of other policies that are due later, each policy by its part of the index. */
  private List<FollowUpState> outdated(Instant now, String policy, int limit) {
    List<FollowUpState> found = new ArrayList<>();
    for (String other : policies()) {
      if (!other.equals(policy)) {
        found.addAll(
            transaction.bodies(
                FollowUpState.class,
                """
                select body from follow_ups where policy = ? and next_at > ?
                order by next_at, item limit ?
                """,
                other,
                Nanos.of(now),
                limit));
      }
    }
    found.sort(EARLIEST_FIRST);
    return found;
  }

  private List<String> policies() {
    return transaction.distinct(
        "select min(policy) from follow_ups",
        "select min(policy) from follow_ups where policy > ?");
  }

  @Override
  public Optional<Instant> earliest() {
    return transaction
        .first("select next_at from follow_ups order by next_at limit 1", row -> row.getLong(1))
        .filter(nanos -> nanos != Nanos.NEVER)
        .map(Nanos::toInstant);
  }
}
