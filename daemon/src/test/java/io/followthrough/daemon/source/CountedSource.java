package io.followthrough.daemon.source;

import io.followthrough.document.DocumentSource;
import io.followthrough.document.PostmortemDocument;
import java.util.List;

/** A source that tells of each document that it reads. */
record CountedSource(DocumentSource source, Runnable reading) implements DocumentSource {
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
    return source.list();
  }

  @Override
  public PostmortemDocument read(Entry entry) {
    reading.run();
    return source.read(entry);
  }

  @Override
  public boolean isGone(String path) {
    return source.isGone(path);
  }

  @Override
  public void close() {
    source.close();
  }
}
