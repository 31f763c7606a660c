package io.followthrough.daemon.source;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.followthrough.document.DocumentSource;
import io.followthrough.document.PostmortemDocument;
import io.followthrough.document.SourceException;
import io.followthrough.document.SourceSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.MergeCommand.FastForwardMode;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GitSourceTest {
  private static final Instant MONDAY = Instant.parse("2026-11-02T09:00:00Z");
  private static final Instant TUESDAY = Instant.parse("2026-11-03T09:00:00Z");
  private static final Instant FRIDAY = Instant.parse("2026-11-06T09:00:00Z");

  @TempDir private Path work = Path.of("");
  @TempDir private Path copies = Path.of("");
  private Git git;

  @BeforeEach
  void begin() throws GitAPIException {
    git = Git.init().setDirectory(work.toFile()).setInitialBranch("main").call();
  }

  @AfterEach
  void end() {
    git.close();
  }

  @Test
  void theFilesBelowThePathThatThePatternsTakeAreListed() throws Exception {
    commit(MONDAY, "postmortems/2026/a.md", "postmortems/notes.txt", "README.md");
    commit(MONDAY, "postmortems/.draft.md", "postmortems/b.md");

    assertEquals(List.of("2026/a.md", "b.md"), paths(source(Map.of("path", "/postmortems/"))));
    assertEquals(
        List.of("README.md", "postmortems/2026/a.md", "postmortems/b.md"), paths(source(Map.of())));
  }

  @Test
  void aFileCameAndChangedWithTheCommitsOfTheBranch() throws Exception {
    commit(MONDAY, "a.md");
    commit(TUESDAY, "b.md");
    change(FRIDAY, "a.md", "longer");
    try (DocumentSource source = source(Map.of())) {
      PostmortemDocument document = read(source, "a.md");

      assertEquals(Optional.of(MONDAY), document.createdAt());
      assertEquals(FRIDAY, document.modifiedAt());
      assertEquals(Optional.of(TUESDAY), read(source, "b.md").createdAt());
    }
  }

  @Test
  void aMergedFileCameWithItsMerge() throws Exception {
    commit(MONDAY, "a.md");
    git.checkout().setCreateBranch(true).setName("draft").call();
    commit(TUESDAY, "b.md");
    git.checkout().setName("main").call();
    ObjectId draft = git.getRepository().resolve("draft");
    git.merge().include(draft).setFastForward(FastForwardMode.NO_FF).setCommit(false).call();
    seal(FRIDAY);
    try (DocumentSource source = source(Map.of())) {
      assertEquals(Optional.of(FRIDAY), read(source, "b.md").createdAt());
    }
  }

  @Test
  void whatAnOpenSourceSeesGoesOnFromWhatItHadWalked() throws Exception {
    commit(MONDAY, "a.md");
    try (DocumentSource source = source(Map.of())) {
      List<DocumentSource.Entry> before = source.list();
      assertEquals(before, source.list());
      change(FRIDAY, "a.md", "longer");

      assertFalse(before.equals(source.list()));
      PostmortemDocument document = read(source, "a.md");
      assertEquals(Optional.of(MONDAY), document.createdAt());
      assertEquals(FRIDAY, document.modifiedAt());
    }
  }

  @Test
  void aFileThatWasDeletedAndCameBackIsANewOne() throws Exception {
    commit(MONDAY, "a.md", "b.md");
    git.rm().addFilepattern("a.md").call();
    seal(TUESDAY);
    commit(FRIDAY, "a.md");
    try (DocumentSource source = source(Map.of())) {
      assertEquals(Optional.of(FRIDAY), read(source, "a.md").createdAt());
      assertEquals(Optional.of(MONDAY), read(source, "b.md").createdAt());
    }
  }

  @Test
  void aRewrittenBranchIsReadAnew() throws Exception {
    commit(MONDAY, "a.md");
    try (DocumentSource source = source(Map.of())) {
      source.list();
      Files.writeString(work.resolve("a.md"), "other");
      git.add().addFilepattern("a.md").call();
      PersonIdent other = new PersonIdent("A", "a@example.org", TUESDAY, ZoneOffset.UTC);
      git.commit().setAmend(true).setSign(false).setMessage("x").setCommitter(other).call();

      assertEquals("other", read(source, "a.md").text());
      assertEquals(Optional.of(TUESDAY), read(source, "a.md").createdAt());
    }
  }

  @Test
  void theLinkNamesCommitAndPath() throws Exception {
    commit(MONDAY, "pm/day one.md");
    String template = "https://git.example/sre/blob/{commit}/{path}#L{line}";
    try (DocumentSource source = source(Map.of("path", "pm", "link", template))) {
      String head = requireNonNull(git.getRepository().resolve("main")).name();
      assertEquals(
          Optional.of("https://git.example/sre/blob/" + head + "/pm/day%20one.md"),
          read(source, "day one.md").link());
    }
  }

  @Test
  void anotherBranchIsReadWhereItIsNamed() throws Exception {
    commit(MONDAY, "a.md");
    git.checkout().setCreateBranch(true).setName("final").call();
    commit(TUESDAY, "b.md");
    git.checkout().setName("main").call();

    assertEquals(List.of("a.md"), paths(source(Map.of())));
    assertEquals(List.of("a.md", "b.md"), paths(source(Map.of("branch", "final"))));
  }

  @Test
  void linksAreNoDocumentsAndWhatIsKeptElsewhereIsSaid() throws Exception {
    Files.createSymbolicLink(work.resolve("secret.md"), Path.of("/etc/passwd"));
    git.add().addFilepattern("secret.md").call();
    change(MONDAY, "big.md", "version https://git-lfs.github.com/spec/v1\noid sha256:1\n");
    try (DocumentSource source = source(Map.of())) {
      assertEquals(List.of("big.md"), paths(source));
      assertSaid("Git LFS", () -> read(source, "big.md"));
    }
  }

  @Test
  void whatIsMissingIsNamedWithItsMend() throws Exception {
    assertSaid("no commit", () -> source(Map.of()).list());
    commit(MONDAY, "a.md");
    assertSaid("`path`", () -> source(Map.of("path", "nowhere")).list());
    assertSaid("`branch`", () -> source(Map.of("branch", "nowhere")).list());
    String nowhere = work.resolve("nowhere").toUri().toString();
    assertSaid("`url`", () -> source(Map.of("url", nowhere)).list());
  }

  @Test
  void aServerGetsTheTokenOnceItAsksForIt() throws Exception {
    commit(MONDAY, "a.md");
    try (GitServer server = new GitServer(git.getRepository())) {
      server.asksFor("s3cret");

      assertEquals(List.of("a.md"), paths(source(Map.of("url", server.url()), "s3cret")));
      assertSaid("`auth.token`", () -> source(Map.of("url", server.url()), "wrong").list());
      assertSaid("`auth.token`", () -> source(Map.of("url", server.url())).list());
    }
  }

  @Test
  void noTokenFollowsARedirect() throws Exception {
    commit(MONDAY, "a.md");
    try (GitServer honest = new GitServer(git.getRepository());
        GitServer thief = new GitServer(git.getRepository())) {
      thief.asksFor("s3cret");
      honest.redirectsTo(thief.url());

      SourceException failure =
          assertThrows(
              SourceException.class, () -> source(Map.of("url", honest.url()), "s3cret").list());
      assertFalse(String.valueOf(failure.getMessage()).contains("s3cret"));
      assertEquals(List.of(), thief.requests);
    }
  }

  @Test
  void anUnchangedRepositoryIsAskedForItsBranchAlone() throws Exception {
    commit(MONDAY, "a.md");
    try (GitServer server = new GitServer(git.getRepository());
        DocumentSource source = source(Map.of("url", server.url()))) {
      source.list();
      server.requests.clear();
      source.list();

      assertEquals(List.of("GET /sre.git/info/refs"), server.requests);
    }
  }

  private DocumentSource source(Map<String, String> values, String... token) {
    Map<String, String> all = new HashMap<>(values);
    all.putIfAbsent("url", work.toUri().toString());
    all.put("folder", copies.toString());
    Map<String, Supplier<String>> secrets =
        token.length == 0 ? Map.of() : Map.of("auth.token", () -> token[0]);
    return new GitRepositories()
        .open(
            new SourceSettings(
                "sre",
                "git",
                all,
                secrets,
                List.of("**/*.md"),
                Optional.empty(),
                Map.of(),
                () -> FRIDAY));
  }

  private static List<String> paths(DocumentSource source) {
    return source.list().stream().map(DocumentSource.Entry::path).toList();
  }

  private static PostmortemDocument read(DocumentSource source, String path) {
    return source.read(
        source.list().stream().filter(it -> it.path().equals(path)).findFirst().orElseThrow());
  }

  private static void assertSaid(String words, Runnable call) {
    String said = String.valueOf(assertThrows(SourceException.class, call::run).getMessage());
    assertTrue(said.contains(words), said);
  }

  private void commit(Instant at, String... files) throws IOException, GitAPIException {
    for (String file : files) {
      change(at, file, "# " + file);
    }
  }

  private void change(Instant at, String file, String text) throws IOException, GitAPIException {
    Path path = work.resolve(file);
    Files.createDirectories(path.resolveSibling(""));
    Files.writeString(path, text);
    git.add().addFilepattern(file).call();
    seal(at);
  }

  private void seal(Instant at) throws GitAPIException {
    PersonIdent who = new PersonIdent("Alice", "alice@example.org", at, ZoneOffset.UTC);
    git.commit().setMessage("Write").setAuthor(who).setCommitter(who).setSign(false).call();
  }
}
