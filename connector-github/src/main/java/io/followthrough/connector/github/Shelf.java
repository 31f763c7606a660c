package io.followthrough.connector.github;

import io.followthrough.document.DocumentSource.Entry;
import io.followthrough.document.PostmortemDocument;
import java.util.List;

/**
 * The documents of one repository. Paths are its own; failures are those of the API, which {@link
 * GitHubSource} makes into those of a source.
 */
interface Shelf {
  /** True where anybody may read the repository. */
  boolean isPublic();

  /** What is there now. */
  List<Entry> list();

  /** Reads one, as if its path were {@code shown}. */
  PostmortemDocument read(Entry entry, String shown);

  /** Whether one that is not listed is there no longer. */
  boolean isGone(String path);
}
