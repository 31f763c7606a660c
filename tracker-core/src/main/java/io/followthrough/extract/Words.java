package io.followthrough.extract;

/** A text reduced to its words, parted once for looking into many sets of phrases. */
final class Words {
  private final String all;
  private final String[] each;

  private Words(String all) {
    this.all = all;
    int count = all.isEmpty() ? 0 : 1;
    for (int i = 0; i < all.length(); i++) {
      count += all.charAt(i) == ' ' ? 1 : 0;
    }
    this.each = new String[count];
    int start = 0;
    for (int i = 0; i < count; i++) {
      int blank = all.indexOf(' ', start);
      int end = blank < 0 ? all.length() : blank;
      each[i] = all.substring(start, end);
      start = end + 1;
    }
  }

  static Words of(String text) {
    return new Words(Normal.words(text));
  }

  /** Of a text that is normalised already. */
  static Words ofNormal(String words) {
    return new Words(words);
  }

  /** All words with a blank between each two. */
  String all() {
    return all;
  }

  boolean isEmpty() {
    return each.length == 0;
  }

  int count() {
    return each.length;
  }

  String get(int index) {
    return each[index];
  }

  String last() {
    return each[each.length - 1];
  }
}
