package io.followthrough.daemon.source;

import io.followthrough.document.DocumentSource;
import io.followthrough.document.PostmortemDocument;
import io.followthrough.document.SourceException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A folder of postmortems. Links that lead out of it are not followed. */
public final class DirectorySource implements DocumentSource {
  private final String name;
  private final Path root;
  private final Globs include;
  private final boolean isPrivate;
  private final Optional<String> link;

  /** A folder whose documents have no address. */
  public DirectorySource(String name, Path root, List<String> include, boolean isPrivate) {
    this(name, root, include, isPrivate, Optional.empty());
  }

  /**
   * A folder.
   *
   * @param include globs of paths below the root, such as {@code **}{@code /*.md}; a leading {@code
   *     **}{@code /} also stands for no folder at all
   * @param link the address of a document with {@code {path}} in it
   */
  public DirectorySource(
      String name, Path root, List<String> include, boolean isPrivate, Optional<String> link) {
    this.name = name;
    this.root = root;
    this.include = new Globs(include);
    this.isPrivate = isPrivate;
    this.link = link;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean isPrivate() {
    return isPrivate;
  }

  @Override
  public List<Entry> list() {
    if (!Files.isDirectory(root)) {
      throw new SourceException(
          "source " + name + ": " + root + " is not a folder; create it or mend `path`", null);
    }
    List<Entry> entries = new ArrayList<>();
    try {
      Files.walkFileTree(root, new Walk(entries));
    } catch (IOException e) {
      throw new SourceException("source " + name + ": " + root + " cannot be listed", e);
    }
    entries.sort(Comparator.comparing(Entry::path));
    return entries;
  }

  @Override
  public PostmortemDocument read(Entry entry) {
    Path file = root.resolve(entry.path()).normalize();
    try {
      if (Files.isSymbolicLink(file) && !Files.exists(file)) {
        throw new SourceException(
            file + " is a link that leads to nothing; mend or delete it", null);
      }
      if (Files.isDirectory(file)) {
        throw new SourceException(
            file + " cannot be listed; give the user that runs this program the right to", null);
      }
      if (!file.toRealPath().startsWith(root.toRealPath())) {
        throw new SourceException(
            file + " leads out of " + root + "; put the document itself there", null);
      }
      if (!Files.isRegularFile(file)) {
        throw new SourceException(file + " is no file; move it away", null);
      }
      if (Files.size(file) > DocumentText.LARGEST) {
        throw DocumentText.tooLarge(file.toString());
      }
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return new PostmortemDocument(
          name,
          entry.path(),
          DocumentText.decode(file.toString(), Files.readAllBytes(file)),
          entry.version(),
          Optional.empty(),
          attributes.lastModifiedTime().toInstant(),
          link.map(template -> DocumentAddress.of(template, entry.path(), "")),
          Set.of(),
          false);
    } catch (IOException e) {
      throw new SourceException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {}

  private final class Walk extends SimpleFileVisitor<Path> {
    private final List<Entry> entries;

    Walk(List<Entry> entries) {
      this.entries = entries;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      boolean hidden = !folder.equals(root) && folder.getFileName().toString().startsWith(".");
      return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Path below = root.relativize(file);
      if (!include.match(below)) {
        return FileVisitResult.CONTINUE;
      }
      if (attributes.isSymbolicLink() && !Files.exists(file)) {
        return visitFileFailed(file, new IOException("leads to nothing"));
      }
      if (isHidden(file) || Files.isDirectory(file)) {
        return FileVisitResult.CONTINUE;
      }
      if (!isDocument(file)) {
        return visitFileFailed(file, new IOException("is no file of this folder"));
      }
      BasicFileAttributes real = Files.readAttributes(file, BasicFileAttributes.class);
      String version = real.size() + "-" + real.lastModifiedTime().toMillis();
      entries.add(new Entry(below.toString().replace('\\', '/'), version));
      return FileVisitResult.CONTINUE;
    }

    /** What cannot even be looked at is listed, so that reading it says why. */
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
      entries.add(new Entry(root.relativize(file).toString().replace('\\', '/'), "unreadable"));
      return FileVisitResult.CONTINUE;
    }

    private boolean isHidden(Path file) {
      return file.getFileName().toString().startsWith(".");
    }

    private boolean isDocument(Path file) throws IOException {
      return Files.isRegularFile(file) && file.toRealPath().startsWith(root.toRealPath());
    }
  }
}
