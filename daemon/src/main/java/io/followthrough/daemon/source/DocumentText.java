package io.followthrough.daemon.source;

import io.followthrough.document.SourceException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** The text of a file: UTF-8, or UTF-16 where a byte-order mark says so. */
final class DocumentText {
  /** Larger files are no postmortems. */
  static final long LARGEST = 32L << 20;

  private DocumentText() {}

  /** Why a file of a size is not read. */
  static SourceException tooLarge(String file) {
    return new SourceException(
        file + " is larger than " + (LARGEST >> 20) + " MB and is no postmortem", null);
  }

  /**
   * Decodes the bytes of a file.
   *
   * @throws SourceException where they are no text
   */
  static String decode(String file, byte[] bytes) {
    try {
      return charset(bytes)
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException e) {
      throw new SourceException(file + " is not text in UTF-8; save it as UTF-8", e);
    }
  }

  private static Charset charset(byte[] bytes) {
    boolean marked = bytes.length >= 2;
    int first = marked ? bytes[0] & 0xff : 0;
    int second = marked ? bytes[1] & 0xff : 0;
    return (first == 0xfe && second == 0xff) || (first == 0xff && second == 0xfe)
        ? StandardCharsets.UTF_16
        : StandardCharsets.UTF_8;
  }
}
