package io.followthrough.daemon.embedded;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.followthrough.tracker.MemorySnapshot;
import io.followthrough.tracker.MemoryTracker;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The tickets of an embedded tracker as one JSON file. It is replaced whole: after a crash at any
 * moment it holds either all of a write or nothing of it.
 */
final class EmbeddedFile implements MemoryTracker.Keeper {
  private static final int FORMAT = 1;

  private static final ObjectMapper MAPPER =
      new ObjectMapper()
          .registerModule(new Jdk8Module())
          .registerModule(new JavaTimeModule())
          // A record is its components, not what it can be asked.
          .setVisibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(SerializationFeature.INDENT_OUTPUT);

  private record Content(int format, @Nullable MemorySnapshot held) {}

  private final Path file;

  EmbeddedFile(Path file) {
    this.file = file.toAbsolutePath();
  }

  /**
   * What the file holds; nothing where there is none.
   *
   * @throws IOException where it is unreadable, damaged or of a newer version; it is left as it is
   */
  MemorySnapshot read() throws IOException {
    if (Files.notExists(file)) {
      return MemorySnapshot.empty();
    }
    Content content;
    try {
      content = MAPPER.readValue(file.toFile(), Content.class);
    } catch (JsonProcessingException e) {
      throw new IOException(
          file + " is damaged; put a copy of it back or move it away. " + e.getOriginalMessage(),
          e);
    }
    if (content.format() > FORMAT) {
      throw new IOException(file + " was written by a newer version of this program; update it");
    }
    if (content.held() == null) {
      throw new IOException(file + " is damaged; put a copy of it back or move it away");
    }
    return content.held();
  }

  @Override
  public void keep(MemorySnapshot snapshot) throws IOException {
    Path folder = file.resolveSibling(".");
    Path next = file.resolveSibling(file.getFileName() + ".tmp");
    Files.createDirectories(folder);
    byte[] bytes = MAPPER.writeValueAsBytes(new Content(FORMAT, snapshot));
    try (FileChannel channel = FileChannel.open(next, CREATE, TRUNCATE_EXISTING, WRITE)) {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
    Files.move(next, file, ATOMIC_MOVE, REPLACE_EXISTING);
    forceFolder(folder);
  }

  /** Makes the new name durable; some systems cannot do that to a folder, and need not. */
  private static void forceFolder(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, READ)) {
      channel.force(true);
    } catch (IOException unsupported) {
      // The file itself is safe under one of its two names.
    }
  }
}
