package io.followthrough.daemon.config;

import static java.util.Objects.requireNonNull;

import io.followthrough.item.Lapse;
import java.util.Optional;

/**
 * When a document counts; at once if nothing is asked, else when all that is asked holds.
 *
 * @param label the document carries it
 * @param frontMatter its front matter says so
 * @param after it has not been edited for so long
 */
public record Ready(
    Optional<String> label, Optional<FrontMatterValue> frontMatter, Optional<Lapse> after) {
  /** As soon as the document is seen. */
  public static final Ready AT_ONCE =
      new Ready(Optional.empty(), Optional.empty(), Optional.empty());

  public Ready {
    requireNonNull(label, "label is null");
    requireNonNull(frontMatter, "frontMatter is null");
    requireNonNull(after, "after is null");
  }

  static Ready of(Section section) {
    return new Ready(
        section.optionalText("label"),
        section.optional("front-matter", FrontMatterValue::parse),
        section.optional("after", Lapse::parse));
  }
}
