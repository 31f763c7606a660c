package io.followthrough.daemon.cycle;

import static java.util.Objects.requireNonNull;

import io.followthrough.document.DocumentSource;
import io.followthrough.document.PostmortemDocument;
import java.util.List;
import java.util.function.Supplier;

/**
 * A source of which one document is read. Of the others nothing is said, neither that they changed
 * nor that they are gone.
 */
public final class FocusedSource implements DocumentSource {
  private final DocumentSource source;
  private final Supplier<Entry> entry;

  /**
   * A narrowed source; closing it closes the source.
   *
   * @param entry the one document, or what kept the source from being listed, thrown
   */
  public FocusedSource(DocumentSource source, Supplier<Entry> entry) {
    this.source = requireNonNull(source, "source is null");
    this.entry = requireNonNull(entry, "entry is null");
  }

  @Override
  public String name() {
    return source.name();
  }

  @Override
  public boolean isPrivate() {
    return source.isPrivate();
  }

  @Override
  public List<Entry> list() {
    return List.of(entry.get());
  }

  @Override
  public PostmortemDocument read(Entry wanted) {
    return source.read(wanted);
  }

  @Override
  public boolean isGone(String path) {
    return false;
  }

  @Override
  public void close() {
    source.close();
  }
}
