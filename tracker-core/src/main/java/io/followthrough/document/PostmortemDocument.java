package io.followthrough.document;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A postmortem as its source holds it.
 *
 * @param source the source's name in the configuration
 * @param path the path or id within the source; its ending tells the format
 * @param text the whole text
 * @param version the source's own token of this content, compared for equality only
 * @param createdAt when it was first written, where the source knows
 * @param modifiedAt when it was last written
 * @param link an address that people can open
 * @param labels the source's own labels
 * @param restricted true where the source shows it to some readers only
 */
public record PostmortemDocument(
    String source,
    String path,
    String text,
    String version,
    Optional<Instant> createdAt,
    Instant modifiedAt,
    Optional<String> link,
    Set<String> labels,
    boolean restricted) {
  public PostmortemDocument {
    requireNonNull(source, "source is null");
    requireNonNull(path, "path is null");
    requireNonNull(text, "text is null");
    requireNonNull(version, "version is null");
    requireNonNull(createdAt, "createdAt is null");
    requireNonNull(modifiedAt, "modifiedAt is null");
    requireNonNull(link, "link is null");
    labels = Set.copyOf(labels);
  }

  /** The document's key over all sources. */
  public String key() {
    return source + ":" + path;
  }
}
