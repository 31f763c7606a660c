package io.followthrough.connector.github;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.followthrough.document.DocumentSource;
import io.followthrough.document.DocumentSource.Entry;
import io.followthrough.document.PostmortemDocument;
import io.followthrough.document.SourceException;
import io.followthrough.tracker.CheckFinding;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class FileShelfTest {
  private static final String REPOSITORY = "GET /repos/acme/postmortems";
  private final Library l = new Library();

  @AfterEach
  void close() {
    l.close();
  }

  @Test
  void whileNobodyCommitsAListIsOneConditionalRequest() {
    l.stub.commit(Library.SLUG, "incidents/a.md", "A");
    try (DocumentSource source = l.files(Map.of("path", "incidents"))) {
      source.list();
      assertEquals(
          List.of(
              REPOSITORY + " 200",
              REPOSITORY + "/git/ref/heads/main 200",
              REPOSITORY + "/git/trees/n 200",
              REPOSITORY + "/git/trees/n 200"),
          l.requests());
      for (int i = 0; i < 5; i++) {
        l.clock.advance(Duration.ofMinutes(10));
        assertEquals(1, source.list().size());
        assertEquals(List.of(REPOSITORY + "/git/ref/heads/main 304"), l.requests());
      }
    }
  }

  @Test
  void aCommitElsewhereReadsNoFolderAgainAndAFileThatChangedIsTheOnlyNewVersion() {
    l.stub.commit(Library.SLUG, "incidents/a.md", "A");
    l.stub.commit(Library.SLUG, "incidents/b.md", "B");
    try (DocumentSource source = l.files(Map.of("path", "incidents"))) {
      List<Entry> before = source.list();
      l.requests();
      l.stub.commit(Library.SLUG, "src/Main.java", "class Main {}");
      assertEquals(before, source.list());
      assertEquals(2, l.requests().size());
      l.stub.commit(Library.SLUG, "incidents/b.md", "B2");
      List<Entry> after = source.list();

      assertEquals(before.get(0), after.get(0));
      assertFalse(before.get(1).equals(after.get(1)));
    }
  }

  @Test
  void aDocumentHasTheDatesOfItsCommitsAndTheAddressOfTheLast() {
    Instant written = l.clock.instant();
    l.stub.commit(Library.SLUG, "incidents/2026/checkout outage.md", "A");
    l.clock.advance(Duration.ofDays(3));
    l.stub.commit(Library.SLUG, "incidents/2026/checkout outage.md", "B");
    String sha = l.head();
    l.clock.advance(Duration.ofDays(3));
    l.stub.commit(Library.SLUG, "README.md", "Other");
    try (DocumentSource source = l.files(Map.of())) {
      Entry entry =
          source.list().stream().filter(e -> e.path().contains("outage")).findFirst().orElseThrow();
      PostmortemDocument document = source.read(entry);

      assertEquals("B", document.text());
      assertEquals(Optional.of(written), document.createdAt());
      assertEquals(written.plus(Duration.ofDays(3)), document.modifiedAt());
      assertEquals(
          Optional.of(
              l.stub.pages()
                  + "/acme/postmortems/blob/"
                  + sha
                  + "/incidents/2026/checkout%20outage.md"),
          document.link());
    }
  }

  @Test
  void linksSubmodulesHiddenAndOtherFilesAreNoDocuments() {
    byte[] text = "x".getBytes(StandardCharsets.UTF_8);
    l.stub.commit(Library.SLUG, "a.md", "A");
    l.stub.commit(Library.SLUG, "link.md", "120000", text);
    l.stub.commit(Library.SLUG, "module.md", "160000", text);
    l.stub.commit(Library.SLUG, ".github/template.md", "T");
    l.stub.commit(Library.SLUG, "docs/.draft.md", "T");
    l.stub.commit(Library.SLUG, "notes.txt", "T");
    try (DocumentSource source = l.files(Map.of())) {
      assertEquals(List.of("a.md"), source.list().stream().map(Entry::path).toList());
    }
  }

  @Test
  void aTreeThatGitHubCutsIsReadFolderByFolder() {
    for (int i = 0; i < 40; i++) {
      l.stub.commit(Library.SLUG, "incidents/" + i / 10 + "/" + i + ".md", "P" + i);
    }
    l.stub.commit(Library.SLUG, "README.md", "R");
    l.stub.configure(Library.SLUG, repository -> repository.files.treeLimit = 12);
    try (DocumentSource source = l.files(Map.of())) {
      assertEquals(41, source.list().size());
    }
  }

  @Test
  void aFileOfMoreThanAMegabyteAndOneThatChangedMeanwhileAreReadByTheirContentsName() {
    String long_ = "long ".repeat(300_000);
    l.stub.commit(Library.SLUG, "a.md", long_);
    try (DocumentSource source = l.files(Map.of())) {
      Entry entry = source.list().get(0);
      assertEquals(long_, source.read(entry).text());
      l.stub.commit(Library.SLUG, "a.md", "short");
      assertEquals(long_, source.read(entry).text());
    }
  }

  @Test
  void whatIsMissingIsNamedWithItsMend() {
    l.stub.commit(Library.SLUG, "a.md", "A");
    assertFails(Map.of("path", "incident"), "has no folder incident: mend `path`");
    assertFails(Map.of("branch", "master"), "has no branch master: mend `branch`");
    l.stub.commit(
        Library.SLUG, "a.md", "version https://git-lfs.github.com/spec/v1\noid sha256:0\n");
    try (DocumentSource source = l.files(Map.of())) {
      Entry entry = source.list().get(0);
      String words = assertThrows(SourceException.class, () -> source.read(entry)).toString();
      assertTrue(words.contains("Git LFS"), words);
    }
  }

  @Test
  void aRepositoryThatIsRenamedOrArchivedIsReadAsBefore() {
    l.stub.commit(Library.SLUG, "incidents/a.md", "A");
    try (DocumentSource source = l.files(Map.of("path", "incidents"))) {
      source.list();
      l.stub.rename(Library.SLUG, "reviews");
      l.stub.commit("acme/reviews", "incidents/b.md", "B");
      l.stub.configure("acme/reviews", repository -> repository.archived = true);

      List<Entry> entries = source.list();
      assertEquals(List.of("a.md", "b.md"), entries.stream().map(Entry::path).toList());
      assertEquals("B", source.read(entries.get(1)).text());
    }
  }

  @Test
  void aRepositoryWithoutACommitListsNothing() {
    try (DocumentSource source = l.files(Map.of())) {
      assertEquals(List.of(), source.list());
    }
  }

  @Test
  void aLimitIsWaitedForWithoutAnotherRequest() {
    l.stub.commit(Library.SLUG, "a.md", "A");
    try (DocumentSource source = l.files(Map.of())) {
      source.list();
      l.stub.inject(StubFault.TOO_MANY_REQUESTS, 1);
      assertThrows(SourceException.class, source::list);
      l.requests();
      l.clock.advance(Duration.ofSeconds(29));
      assertThrows(SourceException.class, source::list);
      assertEquals(List.of(), l.requests());
      l.clock.advance(Duration.ofSeconds(1));
      assertEquals(1, source.list().size());
    }
  }

  @Test
  void severalRepositoriesAreReadByAPatternAndOneThatIsPrivateMakesAllPrivate() {
    l.stub.commit(Library.SLUG, "a.md", "A");
    l.stub.addRepository("acme/postmortems-pay");
    l.stub.addRepository("acme/backend");
    l.stub.commit("acme/postmortems-pay", "b.md", "B");
    l.stub.commit("acme/backend", "c.md", "C");
    Map<String, String> values = Map.of("repository", "acme/postmortems*");
    try (DocumentSource source = l.app(values)) {
      assertEquals(
          List.of("postmortems/a.md", "postmortems-pay/b.md"),
          source.list().stream().map(Entry::path).toList());
      assertEquals("B", source.read(source.list().get(1)).text());
      assertTrue(
          source
              .read(source.list().get(1))
              .link()
              .orElse("")
              .contains("acme/postmortems-pay/blob/"));
      l.stub.configure(Library.SLUG, repository -> repository.isPrivate = false);
      l.clock.advance(Duration.ofHours(2));
      assertTrue(source.isPrivate());
      l.stub.configure("acme/postmortems-pay", repository -> repository.isPrivate = false);
      l.clock.advance(Duration.ofHours(2));
      assertFalse(source.isPrivate());
      l.stub.addRepository("acme/postmortems-web");
      l.stub.commit("acme/postmortems-web", "d.md", "D");
      l.clock.advance(Duration.ofHours(2));
      assertEquals(3, source.list().size());
    }
    assertThrows(IllegalArgumentException.class, () -> l.files(values));
    assertThrows(
        IllegalArgumentException.class, () -> l.app(Map.of("repository", "ac*me/postmortems")));
  }

  @Test
  void aCheckTellsHowManyThereAreWhoMayReadThemAndWhatTheAppLacks() {
    l.stub.commit(Library.SLUG, "a.md", "A");
    try (DocumentSource source = l.app(Map.of())) {
      assertEquals(
          List.of("1 found", "private"),
          source.check().stream().map(CheckFinding::message).toList());
    }
    l.stub.world(world -> world.app.permissions.remove("contents"));
    try (DocumentSource source = l.app(Map.of())) {
      List<CheckFinding> findings = source.check();
      assertEquals(1, findings.size());
      assertTrue(findings.get(0).message().contains("lacks the permission contents: read"));
    }
  }

  private void assertFails(Map<String, String> values, String words) {
    try (DocumentSource source = l.files(values)) {
      String message = assertThrows(SourceException.class, source::list).toString();
      assertTrue(message.contains(words), message);
    }
  }
}
