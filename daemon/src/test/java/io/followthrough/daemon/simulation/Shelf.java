package io.followthrough.daemon.simulation;

import io.followthrough.document.DocumentSource;
import io.followthrough.document.PostmortemDocument;
import io.followthrough.document.SourceException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The folder of the postmortems. */
final class Shelf implements DocumentSource {
  final Map<String, Page> pages = new TreeMap<>();

  @Override
  public String name() {
    return "docs";
  }

  @Override
  public boolean isPrivate() {
    return true;
  }

  @Override
  public List<Entry> list() {
    return pages.entrySet().stream()
        .filter(page -> page.getValue().there)
        .map(page -> new Entry(page.getKey(), version(page.getValue())))
        .toList();
  }

  private static String version(Page page) {
    return Integer.toHexString(page.text().hashCode());
  }

  @Override
  public PostmortemDocument read(Entry entry) {
    Page page = pages.get(entry.path());
    if (page == null || !page.there) {
      throw new SourceException("docs: " + entry.path() + " has just gone", null);
    }
    return new PostmortemDocument(
        name(),
        entry.path(),
        page.text(),
        version(page),
        Optional.empty(),
        Instant.EPOCH,
        Optional.empty(),
        Set.of(),
        false);
  }

  @Override
  public void close() {}
}
