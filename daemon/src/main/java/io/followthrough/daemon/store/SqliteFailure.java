package io.followthrough.daemon.store;

import io.followthrough.ledger.LedgerException;
import io.followthrough.ledger.LedgerException.Kind;
import java.nio.file.Path;
import java.sql.SQLException;

/** SQLite's result codes in the words of whoever has to mend something; see sqlite.org/rescode. */
final class SqliteFailure {
  static final String RESTORE =
      "Stop the daemon. With a backup: `followthrough restore FILE`. Without one keep a copy of the"
          + " file and of those beside it, and move it away: a new store finds the tickets again by"
          + " their marks, and `followthrough confirm` lets it go on from there";

  private static final int BUSY = 5;
  private static final int LOCKED = 6;
  private static final int READONLY = 8;
  private static final int IOERR = 10;
  private static final int CORRUPT = 11;
  private static final int FULL = 13;
  private static final int CANTOPEN = 14;
  private static final int PROTOCOL = 15;
  private static final int PERM = 3;
  private static final int NOTADB = 26;

  private SqliteFailure() {}

  static LedgerException of(Path file, SQLException failure) {
    // An extended code holds its primary one in its lowest byte.
    return switch (failure.getErrorCode() & 0xff) {
      case BUSY, LOCKED, PROTOCOL ->
          new LedgerException(
              Kind.LOCKED,
              "another program holds the store "
                  + file
                  + " for more than ten seconds (a backup, an open sqlite3 shell?). End it; what was"
                  + " to be written is tried again by the next cycle",
              failure);
      case READONLY, PERM ->
          new LedgerException(
              Kind.READ_ONLY,
              "the store "
                  + file
                  + " cannot be written. Give the user that runs this program the right to write the"
                  + " file and its folder, or mount its file system for writing",
              failure);
      case FULL ->
          new LedgerException(
              Kind.FULL,
              "the disk that holds the store "
                  + file
                  + " is full. Nothing is lost: what was being written is undone, and goes on when"
                  + " there is room",
              failure);
      case CANTOPEN ->
          new LedgerException(
              Kind.UNREACHABLE,
              "the store "
                  + file
                  + " cannot be opened. See that its folder is there, is mounted, and may be written"
                  + " by the user that runs this program",
              failure);
      case IOERR ->
          new LedgerException(
              Kind.UNREACHABLE,
              "the disk that holds the store "
                  + file
                  + " answers with an error ("
                  + failure.getMessage()
                  + "). See to the disk, its quota and its mount; nothing that was confirmed as"
                  + " written is lost",
              failure);
      case CORRUPT ->
          new LedgerException(
              Kind.DAMAGED,
              "the store " + file + " is damaged (" + failure.getMessage() + "). " + RESTORE,
              failure);
      case NOTADB ->
          new LedgerException(
              Kind.DAMAGED,
              file
                  + " is no SQLite database, or its head is damaged. Name another file in `store.url`"
                  + " if it is something else. If it was the store: "
                  + RESTORE,
              failure);
      default ->
          new LedgerException(
              "the store " + file + " failed: " + failure.getMessage() + "; this is a bug",
              failure);
    };
  }
}
