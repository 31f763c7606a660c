package io.followthrough.connector.github;

import io.followthrough.document.SourceException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** The bytes of a file as text. */
final class FileText {
  /** Larger files are no postmortems. */
  static final int LARGEST = 16 << 20;

  private static final String LARGE_FILE_POINTER = "version https://git-lfs.github.com/spec/";

  private FileText() {}

  /**
   * Reads UTF-8, or UTF-16 with its mark.
   *
   * @throws SourceException where it is neither, with the mend
   */
  static String decode(String path, byte[] bytes) {
    if (bytes.length > LARGEST) {
      throw tooLarge(path);
    }
    try {
      String text =
          charset(bytes)
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString();
      if (text.startsWith(LARGE_FILE_POINTER)) {
        throw new SourceException(
            path + " is kept in Git LFS, which is not read; commit the document itself", null);
      }
      return text;
    } catch (CharacterCodingException e) {
      throw new SourceException(path + " is not text in UTF-8; save it as UTF-8", e);
    }
  }

  static SourceException tooLarge(String path) {
    return new SourceException(
        path + " is larger than " + (LARGEST >> 20) + " MB and is no postmortem", null);
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
