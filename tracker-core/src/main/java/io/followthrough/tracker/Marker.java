package io.followthrough.tracker;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The mark by which a ticket is known as ours, written when it is created and never after.
 *
 * @param installation the installation's name: letters, digits, dot, dash, underscore
 * @param item the item's id
 * @param document the fingerprint of the document's key
 * @param title the fingerprint of the title at first sight
 */
public record Marker(String installation, String item, String document, String title) {
  private static final Pattern SYNTAX =
      Pattern.compile(
          "followthrough:v1:([A-Za-z0-9._-]{1,64}):([0-9a-z-]{1,64}):([0-9a-z]{1,64}):([0-9a-z]{1,64})");

  public Marker {
    requireNonNull(installation, "installation is null");
    requireNonNull(item, "item is null");
    requireNonNull(document, "document is null");
    requireNonNull(title, "title is null");
  }

  /** The mark as text: {@code followthrough:v1:installation:item:document:title}. */
  public String encode() {
    return "followthrough:v1:" + installation + ":" + item + ":" + document + ":" + title;
  }

  /** The first mark in a text, whoever wrote it; empty where there is none. */
  public static Optional<Marker> findIn(String text) {
    Matcher matcher = SYNTAX.matcher(text);
    return matcher.find()
        ? Optional.of(
            new Marker(matcher.group(1), matcher.group(2), matcher.group(3), matcher.group(4)))
        : Optional.empty();
  }
}
