package io.followthrough.daemon.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A file of UTF-8 text, read with a limit. */
final class TextFile {
  private TextFile() {}

  /** Reads the file; if that can't be done the problems say why. */
  static Optional<String> read(Path file, String name, int largest, Problems problems) {
    if (Files.notExists(file)) {
      return unreadable(name, "there is no such file", problems);
    }
    if (Files.isDirectory(file)) {
      return unreadable(name, "is a folder, not a file", problems);
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(largest + 1);
      return bytes.length > largest
          ? unreadable(name, "is larger than " + (largest >> 20) + " MB", problems)
          : decode(bytes, name, problems);
    } catch (IOException e) {
      return unreadable(name, "cannot be read", problems);
    }
  }

  private static Optional<String> decode(byte[] bytes, String name, Problems problems) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    CharBuffer text = CharBuffer.allocate(bytes.length + 1);
    CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), text, true);
    String read = text.flip().toString();
    if (result.isError()) {
      int line = (int) read.chars().filter(it -> it == '\n').count() + 1;
      int column = read.length() - read.lastIndexOf('\n');
      problems.add(new Place(name, line, column), "", "is not UTF-8 from here on");
      return Optional.empty();
    }
    return Optional.of(read.startsWith("\uFEFF") ? read.substring(1) : read);
  }

  private static Optional<String> unreadable(String name, String why, Problems problems) {
    problems.add(new Problem(name, 0, 0, "", why, Optional.empty()));
    return Optional.empty();
  }
}
