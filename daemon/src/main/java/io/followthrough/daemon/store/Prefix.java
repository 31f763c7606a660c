package io.followthrough.daemon.store;

/** Texts that begin alike, as a range of an index. */
final class Prefix {
  private Prefix() {}

  /** What comes after every text that begins with a prefix: the last code point is no character. */
  static String end(String prefix) {
    return prefix + Character.toString(Character.MAX_CODE_POINT);
  }
}
