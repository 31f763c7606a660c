package io.followthrough.daemon.source;

import io.followthrough.document.DocumentSource;
import io.followthrough.document.SourceHarness;
import io.followthrough.document.SourceSettings;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A folder of Markdown files. */
final class DirectoryHarness implements SourceHarness {
  private final Path root;
  private final Path elsewhere;
  private Instant now = Instant.parse("2026-11-10T10:00:00Z");
  private int reads;

  DirectoryHarness(Path parent) {
    this.root = parent.resolve("postmortems");
    this.elsewhere = parent.resolve("elsewhere");
    attempt(() -> Files.createDirectory(root));
  }

  /** Files are read without anybody noticing: the harness counts at the door. */
  @Override
  public DocumentSource open(Optional<Boolean> isPrivate) {
    DocumentSource source =
        new Directories()
            .open(
                new SourceSettings(
                    name(),
                    "directory",
                    Map.of("path", root.toString()),
                    Map.of(),
                    List.of("**/*.md"),
                    isPrivate,
                    Map.of(),
                    () -> now));
    return new CountedSource(source, () -> reads++);
  }

  @Override
  public String name() {
    return "docs";
  }

  @Override
  public void write(String document, String words) {
    now = now.plusSeconds(1);
    attempt(
        () -> {
          Path file = Files.writeString(file(document), "# " + document + "\n\n" + words + "\n");
          return Files.setLastModifiedTime(file, FileTime.from(now));
        });
  }

  @Override
  public void delete(String document) {
    attempt(() -> Files.deleteIfExists(file(document)));
  }

  @Override
  public String path(String document) {
    return document + ".md";
  }

  @Override
  public boolean spoil(String document) {
    attempt(() -> Files.move(file(document), elsewhere));
    attempt(() -> Files.createSymbolicLink(file(document), root.resolve("nowhere")));
    return true;
  }

  @Override
  public void mend(String document) {
    attempt(() -> Files.deleteIfExists(file(document)));
    attempt(() -> Files.move(elsewhere, file(document)));
  }

  @Override
  public void bloat(String document) {
    attempt(
        () -> {
          try (RandomAccessFile file = new RandomAccessFile(file(document).toFile(), "rw")) {
            file.setLength(DocumentText.LARGEST + 1);
            return file.length();
          }
        });
  }

  @Override
  public boolean label(String document, String label) {
    return false;
  }

  @Override
  public boolean restrict(String document) {
    return false;
  }

  @Override
  public boolean publish() {
    return false;
  }

  @Override
  public Set<Fault> faults() {
    return Set.of(Fault.MISSING);
  }

  @Override
  public void strike(Fault fault) {
    attempt(() -> Files.move(root, elsewhere));
  }

  @Override
  public void relent() {
    attempt(() -> Files.move(elsewhere, root));
  }

  @Override
  public int reads() {
    return reads;
  }

  @Override
  public Optional<String> secret() {
    return Optional.empty();
  }

  @Override
  public void close() {}

  private Path file(String document) {
    return root.resolve(path(document));
  }

  /** An act on the folder. */
  private interface Act<T> {
    T act() throws IOException;
  }

  private static <T> void attempt(Act<T> act) {
    try {
      act.act();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
