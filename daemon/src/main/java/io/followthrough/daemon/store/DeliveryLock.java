package io.followthrough.daemon.store;

import io.followthrough.ledger.LedgerException;
import io.followthrough.ledger.LedgerException.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The role of the one process that delivers on a store: a lock of the operating system on the file
 * {@code STORE.lock}, which ends with its process however that ends. The file says who it was.
 */
public final class DeliveryLock implements AutoCloseable {
  /** Beyond the text, for systems on which a locked range cannot be read. */
  private static final long POSITION = Long.MAX_VALUE - 1;

  private static final int TEXT_BYTES = 1000;
  private static final int TRIES = 10;

  /**
   * What this process holds. On POSIX systems closing any channel of a file ends the locks that the
   * process has on it, so a file in here is not opened again.
   */
  private static final Map<Path, String> HELD = new ConcurrentHashMap<>();

  private final Path file;
  private final FileChannel channel;

  private DeliveryLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Takes the role.
   *
   * @param store the file of the store, which need not be there yet
   * @param text what the holder is doing, such as {@code run since 2026-11-02T09:30:00Z}
   * @return empty where another process has it, or another part of this one
   * @throws LedgerException where the file cannot be made
   */
  public static Optional<DeliveryLock> tryAcquire(Path store, String text) {
    Path file = fileOf(store);
    String words = "pid " + ProcessHandle.current().pid() + ", " + text;
    if (HELD.putIfAbsent(file, words) != null) {
      return Optional.empty();
    }
    boolean taken = false;
    try {
      Optional<DeliveryLock> lock = locked(file, words);
      taken = lock.isPresent();
      return lock;
    } catch (IOException e) {
      throw StoreFile.failure(file, e);
    } finally {
      if (!taken) {
        HELD.remove(file);
      }
    }
  }

  /**
   * Takes the role.
   *
   * @throws LedgerException naming the holder, where another process has it
   */
  public static DeliveryLock acquire(Path store, String text) {
    return tryAcquire(store, text)
        .orElseThrow(
            () ->
                new LedgerException(
                    Kind.LOCKED,
                    "another process delivers on the store "
                        + store
                        + ": "
                        + holder(store).orElse("it has just ended, try again")
                        + ". One at a time may: end it, or leave this to it",
                    null));
  }

  /** Who has the role now, as text; empty where nobody has. */
  public static Optional<String> holder(Path store) {
    Path file = fileOf(store);
    String ours = HELD.get(file);
    if (ours != null) {
      return Optional.of(ours);
    }
    if (Files.notExists(file)) {
      return Optional.empty();
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      FileLock probe = channel.tryLock(POSITION, 1, true);
      if (probe != null) {
        return Optional.empty();
      }
      ByteBuffer bytes = ByteBuffer.allocate(TEXT_BYTES);
      channel.read(bytes, 0);
      return Optional.of(StandardCharsets.UTF_8.decode(bytes.flip()).toString().strip());
    } catch (IOException e) {
      throw StoreFile.failure(file, e);
    }
  }

  private static Path fileOf(Path store) {
    Path path = StoreFile.requireFolder(store);
    return path.resolveSibling(path.getFileName() + ".lock");
  }

  private static Optional<DeliveryLock> locked(Path file, String words) throws IOException {
    Set<OpenOption> options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileAttribute<?>[] attributes = StoreFile.ownerOnly(file);
    FileChannel channel = FileChannel.open(file, options, attributes);
    boolean taken = false;
    try {
      taken = lock(channel);
      if (taken) {
        channel.truncate(0);
        channel.write(ByteBuffer.wrap((words + "\n").getBytes(StandardCharsets.UTF_8)));
      }
      return taken ? Optional.of(new DeliveryLock(file, channel)) : Optional.empty();
    } finally {
      if (!taken) {
        channel.close();
      }
    }
  }

  /** Tries more than once: whoever asks for the holder has the lock for an instant. */
  private static boolean lock(FileChannel channel) throws IOException {
    for (int i = 0; i < TRIES; i++) {
      if (channel.tryLock(POSITION, 1, false) != null) {
        return true;
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
    return false;
  }

  /** Gives the role back; the file stays, for who removed it could remove another one's lock. */
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw StoreFile.failure(file, e);
    } finally {
      HELD.remove(file);
    }
  }
}
