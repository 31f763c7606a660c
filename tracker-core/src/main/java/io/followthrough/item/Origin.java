package io.followthrough.item;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * The document in which an action item was born.
 *
 * @param source the name of the source in the configuration
 * @param path the document's path or id within its source
 * @param link an address that people can open
 */
public record Origin(String source, String path, Optional<String> link, Incident incident) {
  public Origin {
    requireNonNull(source, "source is null");
    requireNonNull(path, "path is null");
    requireNonNull(link, "link is null");
    requireNonNull(incident, "incident is null");
  }

  /** The document's key over all sources. */
  public String documentKey() {
    return source + ":" + path;
  }

  /** The incident's title, or the path where the document has none. */
  public String title() {
    return incident.title().orElse(path);
  }
}
