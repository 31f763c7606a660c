package io.followthrough.document;

import io.followthrough.tracker.CheckFinding;
import java.util.List;

/**
 * A place where postmortems are written. Used by one thread at a time; every failure is a {@link
 * SourceException}.
 */
public interface DocumentSource extends AutoCloseable {
  /** The source's name in the configuration. */
  String name();

  /** True where its documents are not public, or it can't be found out. */
  boolean isPrivate();

  /** What is there now, without reading any content that an unchanged version makes needless. */
  List<Entry> list();

  /**
   * Reads one document.
   *
   * @throws SourceException where this document cannot be read; the others still can
   */
  PostmortemDocument read(Entry entry);

  /**
   * Whether a document that is known and not in the latest {@link #list} is there no longer; asked
   * before anything is taken as removed. A source whose list comes from an index that may lag looks
   * at the document itself.
   *
   * @throws SourceException where that cannot be found out
   */
  default boolean isGone(String path) {
    return true;
  }

  /**
   * Whether it can be reached and read, who may see it, and what it holds. Writes nothing.
   *
   * @throws SourceException where it cannot even be listed
   */
  default List<CheckFinding> check() {
    int documents = list().size();
    CheckFinding finding =
        documents == 0
            ? new CheckFinding(
                CheckFinding.Level.WARNING, "documents", "none; is what selects them right?")
            : new CheckFinding(CheckFinding.Level.OK, "documents", documents + " found");
    return List.of(finding);
  }

  @Override
  void close();

  /**
   * A document that is there.
   *
   * @param path see {@link PostmortemDocument#path()}
   * @param version see {@link PostmortemDocument#version()}
   */
  record Entry(String path, String version) {}
}
