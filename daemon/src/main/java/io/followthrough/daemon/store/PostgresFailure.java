package io.followthrough.daemon.store;

import io.followthrough.ledger.LedgerException;
import io.followthrough.ledger.LedgerException.Kind;
import java.sql.SQLException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL's states in the words of whoever has to mend something; see "Error Codes" in the
 * appendix of its documentation.
 */
final class PostgresFailure {
  private static final String AGAIN = "what was to be written is tried again by the next cycle";

  private PostgresFailure() {}

  static LedgerException of(PostgresAddress address, SQLException failure) {
    SQLException cause = innermost(failure);
    String state = cause.getSQLState() == null ? "" : cause.getSQLState();
    String store = "the store " + address.words();
    String said = words(cause);
    return switch (state) {
      case "28P01", "28000" ->
          is(
              Kind.UNREACHABLE,
              store + " refuses the user (" + said + "). See to `store.url` and `store.password`",
              failure);
      case "3D000" ->
          is(
              Kind.UNREACHABLE,
              store + " is not there (" + said + "). Create the database, or name another one",
              failure);
      case "42501" ->
          is(
              Kind.READ_ONLY,
              store
                  + " may not be written ("
                  + said
                  + "). Make the user the owner of the database or of its schema",
              failure);
      case "25006" ->
          is(
              Kind.READ_ONLY,
              store + " is read-only: a standby? Name the primary in `store.url`",
              failure);
      case "53100", "53200" ->
          is(
              Kind.FULL,
              store + " has no room left (" + said + "). Nothing is lost: " + AGAIN,
              failure);
      case "55P03", "57014", "25P03", "40001", "40P01" ->
          is(
              Kind.LOCKED,
              store
                  + " kept us waiting for too long ("
                  + said
                  + "). Is another program in it? "
                  + AGAIN,
              failure);
      case "XX001", "XX002" ->
          is(
              Kind.DAMAGED,
              store
                  + " is damaged ("
                  + said
                  + "). Restore it from a backup of PostgreSQL, then run"
                  + " `followthrough recover`",
              failure);
      default -> byClass(state, store, said, failure);
    };
  }

  private static LedgerException byClass(
      String state, String store, String said, SQLException failure) {
    boolean unreachable =
        state.isEmpty()
            || state.startsWith("08")
            || state.startsWith("57P")
            || state.startsWith("53");
    return unreachable
        ? is(
            Kind.UNREACHABLE,
            store
                + " cannot be reached ("
                + said
                + "). See to the server, its address and its limit of connections; "
                + AGAIN,
            failure)
        : is(Kind.BROKEN, store + " failed: " + said + " (" + state + "); this is a bug", failure);
  }

  private static LedgerException is(Kind kind, String words, SQLException failure) {
    return new LedgerException(kind, words, failure);
  }

  /** A pool wraps what the database said. */
  private static SQLException innermost(SQLException failure) {
    SQLException found = failure;
    for (@Nullable Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof SQLException sql && sql.getSQLState() != null) {
        found = sql;
      }
    }
    return found;
  }

  private static String words(SQLException failure) {
    return String.valueOf(failure.getMessage())
        .replaceAll("\\s+", " ")
        .replaceFirst("^(?:ERROR|FATAL): ", "")
        .toLowerCase(Locale.ROOT);
  }
}
