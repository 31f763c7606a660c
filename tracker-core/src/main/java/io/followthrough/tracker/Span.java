package io.followthrough.tracker;

import static java.util.Objects.requireNonNull;

/**
 * A run of words in one dress.
 *
 * @param text what is read; always treated as hostile and escaped by the renderer
 * @param target the address of a link or the handle of a mention, else empty
 */
public record Span(Dress dress, String text, String target) {
  /** How a span is shown. */
  public enum Dress {
    PLAIN,
    STRONG,
    CODE,
    LINK,
    /** A person who is to be notified by the tracker's own mechanics. */
    MENTION,
  }

  public Span {
    requireNonNull(dress, "dress is null");
    requireNonNull(text, "text is null");
    requireNonNull(target, "target is null");
  }

  /** Words as they are. */
  public static Span plain(String text) {
    return new Span(Dress.PLAIN, text, "");
  }

  /** Words with weight. */
  public static Span strong(String text) {
    return new Span(Dress.STRONG, text, "");
  }

  /** Words of a machine. */
  public static Span code(String text) {
    return new Span(Dress.CODE, text, "");
  }

  /** Words that lead somewhere. */
  public static Span link(String text, String url) {
    return new Span(Dress.LINK, text, url);
  }

  /** A mention of a handle of this tracker; {@code text} is the person's name where it fails. */
  public static Span mention(String text, String handle) {
    return new Span(Dress.MENTION, text, handle);
  }

  Span unmentioned() {
    return dress == Dress.MENTION ? plain(text) : this;
  }
}
