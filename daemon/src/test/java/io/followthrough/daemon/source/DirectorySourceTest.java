package io.followthrough.daemon.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.followthrough.document.DocumentSource;
import io.followthrough.document.SourceException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DirectorySourceTest {
  @TempDir private Path root = Path.of("");
  @TempDir private Path elsewhere = Path.of("");

  private DirectorySource source(String... include) {
    return new DirectorySource(
        "docs", root, List.of(include), true, Optional.of("https://wiki.example/{path}#L{line}"));
  }

  private static List<String> paths(DocumentSource source) {
    return source.list().stream().map(DocumentSource.Entry::path).toList();
  }

  private void write(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, text);
  }

  @Test
  void filesAreListedInTheOrderOfTheirPathsAndHiddenOnesNot() throws IOException {
    write("b.md", "b");
    write("2026/a.md", "a");
    write("notes.txt", "n");
    write(".draft.md", "d");
    write(".git/x.md", "x");

    assertEquals(List.of("2026/a.md", "b.md"), paths(source("**/*.md")));
  }

  @Test
  void anotherTextIsAnotherVersion() throws IOException {
    write("a.md", "one");
    List<DocumentSource.Entry> before = source("**/*.md").list();
    write("a.md", "one more");

    assertTrue(!before.equals(source("**/*.md").list()));
  }

  @Test
  void theLinkLeadsToTheWholeDocument() throws IOException {
    write("2026/day one.md", "a");
    DirectorySource source = source("**/*.md");

    assertEquals(
        Optional.of("https://wiki.example/2026/day%20one.md"),
        source.read(source.list().get(0)).link());
  }

  @Test
  void textWithAByteOrderMarkOfSixteenBitsIsRead() throws IOException {
    Files.write(root.resolve("a.md"), "\ufeffgrün".getBytes(StandardCharsets.UTF_16BE));
    DirectorySource source = source("**/*.md");

    assertEquals("grün", source.read(source.list().get(0)).text());
  }

  @Test
  void aLinkOutOfTheFolderIsSaidAndNotFollowed() throws IOException {
    Path secret = elsewhere.resolve("secret.md");
    Files.writeString(secret, "secret");
    Files.createSymbolicLink(root.resolve("a.md"), secret);
    DirectorySource source = source("**/*.md");
    List<DocumentSource.Entry> entries = source.list();

    assertEquals(List.of("a.md"), paths(source));
    SourceException said = assertThrows(SourceException.class, () -> source.read(entries.get(0)));
    assertTrue(String.valueOf(said.getMessage()).contains("leads out of"), said.toString());
  }

  @Test
  void aFolderThatIsNotThereIsAnError() {
    DirectorySource missing =
        new DirectorySource("docs", root.resolve("none"), List.of("**/*"), true);

    assertThrows(SourceException.class, missing::list);
  }
}
