package io.followthrough.daemon.web;

import io.followthrough.item.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A file that pages refer to. Its name carries its content's fingerprint, so readers may keep it
 * for good.
 */
record Asset(String name, Answer answer) {
  private static final Map<String, String> FOR_GOOD =
      Map.of("Cache-Control", "public, max-age=31536000, immutable");

  /** A file beside this class. */
  static Asset of(String file, String type) {
    try (InputStream in = Asset.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is not in the program");
      }
      byte[] content = in.readAllBytes();
      String print = Words.fingerprint(new String(content, StandardCharsets.UTF_8));
      String name = "assets/" + print + file.substring(file.lastIndexOf('.'));
      return new Asset(name, new Answer(200, type, content, FOR_GOOD));
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }
}
