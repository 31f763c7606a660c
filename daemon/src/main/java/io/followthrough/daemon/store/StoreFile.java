package io.followthrough.daemon.store;

import io.followthrough.ledger.LedgerException;
import io.followthrough.ledger.LedgerException.Kind;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** The file of a store, its folder and what lies beside it. */
final class StoreFile {
  private StoreFile() {}

  /** The absolute path of a store whose folder is there. */
  static Path requireFolder(Path file) {
    Path store = file.toAbsolutePath().normalize();
    Path folder = folder(store);
    if (!Files.isDirectory(folder)) {
      throw new LedgerException(
          Kind.UNREACHABLE,
          "the folder "
              + folder
              + " of the store cannot be reached. Create or mount it, or name another place in"
              + " `store.url`",
          null);
    }
    if (Files.isDirectory(store)) {
      throw new LedgerException(
          Kind.UNREACHABLE,
          "the store " + store + " is a folder. Name a file in `store.url`",
          null);
    }
    return store;
  }

  private static Path folder(Path store) {
    Path folder = store.getParent();
    return folder == null ? store : folder;
  }

  static boolean isInWritableFolder(Path store) {
    return Files.isWritable(folder(store));
  }

  /** SQLite's write-ahead log of a store. */
  static Path log(Path store) {
    return store.resolveSibling(store.getFileName() + "-wal");
  }

  /** The size of a file in bytes, 0 where there is none. */
  static long size(Path file) {
    try {
      return Files.size(file);
    } catch (NoSuchFileException e) {
      return 0;
    } catch (IOException e) {
      throw failure(file, e);
    }
  }

  /** Creates a file that its owner alone may read and write, if there is none. */
  static void create(Path file) {
    try {
      Files.createFile(file, ownerOnly(file));
    } catch (FileAlreadyExistsException e) {
      return;
    } catch (IOException e) {
      throw failure(file, e);
    }
  }

  static FileAttribute<?>[] ownerOnly(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  static LedgerException failure(Path file, IOException failure) {
    boolean denied =
        failure instanceof AccessDeniedException
            || String.valueOf(failure.getMessage()).contains("Read-only file system");
    return denied
        ? new LedgerException(
            Kind.READ_ONLY,
            file
                + " cannot be written. Give the user that runs this program the right to write the"
                + " file and its folder, or mount its file system for writing",
            failure)
        : new LedgerException(
            Kind.UNREACHABLE,
            file + " cannot be reached (" + failure.getMessage() + "). See to its disk and mount",
            failure);
  }
}
