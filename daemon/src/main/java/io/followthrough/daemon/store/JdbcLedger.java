package io.followthrough.daemon.store;

import io.followthrough.ledger.Books;
import io.followthrough.ledger.Ledger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A ledger in a database: one connection that writes, others that read beside it. A connection on
 * which something failed is given up, so that the next transaction starts afresh.
 */
final class JdbcLedger implements Ledger {
  private final Engine engine;
  private final boolean readOnly;
  private final ReentrantLock writing = new ReentrantLock(true);
  private final Deque<Session> writers = new ConcurrentLinkedDeque<>();
  private final Deque<Session> readers = new ConcurrentLinkedDeque<>();
  private final Set<Thread> inside = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  JdbcLedger(Engine engine, boolean readOnly) {
    this.engine = engine;
    this.readOnly = readOnly;
  }

  @Override
  public <T> T write(Function<? super Books, ? extends T> work) {
    if (readOnly) {
      throw new IllegalStateException("the store was opened for reading only");
    }
    requireOutside();
    writing.lock();
    try {
      return within(true, work);
    } finally {
      writing.unlock();
    }
  }

  @Override
  public <T> T read(Function<? super Books, ? extends T> work) {
    requireOutside();
    return within(false, work);
  }

  private void requireOutside() {
    if (inside.contains(Thread.currentThread())) {
      throw new IllegalStateException("transactions may not be nested");
    }
  }

  private <T> T within(boolean writes, Function<? super Books, ? extends T> work) {
    Session session = take(writes);
    JdbcTransaction transaction = new JdbcTransaction(engine, session, writes);
    inside.add(Thread.currentThread());
    boolean done = false;
    try {
      transaction.begin();
      T result = work.apply(new JdbcBooks(transaction));
      transaction.commit();
      done = true;
      return result;
    } catch (SQLException e) {
      throw engine.explain(e);
    } finally {
      inside.remove(Thread.currentThread());
      giveBack(writes, session, done || transaction.isUndone());
    }
  }

  private Session take(boolean writes) {
    if (closed) {
      throw new IllegalStateException("the store is closed");
    }
    @Nullable Session idle = (writes ? writers : readers).poll();
    if (idle != null) {
      return idle;
    }
    try {
      return new Session(engine.connect(writes));
    } catch (SQLException e) {
      throw engine.explain(e);
    }
  }

  private void giveBack(boolean writes, Session session, boolean sound) {
    if (sound && engine.keepsSessions()) {
      (writes ? writers : readers).push(session);
    } else {
      giveUp(session);
    }
    if (closed) {
      closeIdle();
    }
  }

  /**
   * Closes a connection of which nothing is expected any more; the database undoes what is open.
   */
  private static void giveUp(Session session) {
    try {
      session.close();
    } catch (SQLException e) {
      // The failure that brought it here is on its way to the caller.
      return;
    }
  }

  /** Waits for the writing transaction; reading ones close their connections when they end. */
  @Override
  public void close() {
    writing.lock();
    try {
      closed = true;
      closeIdle();
      engine.close();
    } finally {
      writing.unlock();
    }
  }

  /** Readers first: the last one to leave tidies up, and only a writer can. */
  private void closeIdle() {
    for (Deque<Session> idle : List.of(readers, writers)) {
      for (@Nullable Session each = idle.poll(); each != null; each = idle.poll()) {
        giveUp(each);
      }
    }
  }

  /** Runs SQL outside of transactions on the connection that writes, and reads its first column. */
  List<String> maintain(String sql) {
    requireOutside();
    writing.lock();
    try {
      Session session = take(true);
      boolean sound = false;
      try (Statement statement = session.connection().createStatement()) {
        List<String> answers = new ArrayList<>();
        if (statement.execute(sql)) {
          try (ResultSet rows = statement.getResultSet()) {
            while (rows.next()) {
              answers.add(rows.getString(1));
            }
          }
        }
        sound = true;
        return answers;
      } catch (SQLException e) {
        throw engine.explain(e);
      } finally {
        giveBack(true, session, sound);
      }
    } finally {
      writing.unlock();
    }
  }
}
