package io.followthrough.daemon.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Tells when a file has changed, by its size and time. Used by one thread. */
final class FileWatch {
  private final Optional<Path> file;
  private String seen;

  /** A watch that begins now; over no file where there is none. */
  FileWatch(Optional<Path> file) {
    this.file = file;
    this.seen = print();
  }

  /** Whether the file is another one than when it was last asked about. */
  boolean isChanged() {
    String present = print();
    boolean changed = !present.equals(seen);
    seen = present;
    return changed;
  }

  /** A file that is being replaced may not be there for a moment. */
  private String print() {
    try {
      return file.isPresent() && Files.exists(file.get())
          ? Files.size(file.get()) + " " + Files.getLastModifiedTime(file.get())
          : "";
    } catch (IOException e) {
      return "";
    }
  }
}
