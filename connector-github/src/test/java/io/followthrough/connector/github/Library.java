package io.followthrough.connector.github;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.followthrough.document.DocumentSource;
import io.followthrough.document.SourceSettings;
import io.followthrough.http.HttpSettings;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Sources at the stub. Closing it asserts that all was as described. */
final class Library implements AutoCloseable {
  static final String SLUG = "acme/postmortems";

  final ManualClock clock = new ManualClock(Instant.parse("2026-11-21T10:00:00Z"));
  final GitHubStub stub = GitHubStub.start(clock);

  Library() {
    stub.addRepository(SLUG, "alice-m", "bob-s");
  }

  /** Files of a repository, read with a token. */
  DocumentSource files(Map<String, String> values) {
    return open("github", values, Map.of("auth.token", () -> GitHubStub.TOKEN));
  }

  /** Issues of a repository. */
  DocumentSource issues(Map<String, String> values) {
    return open("github-issues", values, Map.of("auth.token", () -> GitHubStub.TOKEN));
  }

  /** Files, read by an App. */
  DocumentSource app(Map<String, String> values) {
    Map<String, String> all = new HashMap<>(values);
    all.put("auth.app-id", StubApp.ID);
    all.put("auth.installation-id", StubApp.INSTALLATION);
    return open("github", all, Map.of("auth.private-key", StubApp::pkcs1));
  }

  private DocumentSource open(
      String type, Map<String, String> values, Map<String, Supplier<String>> secrets) {
    Map<String, String> all = new HashMap<>(values);
    all.putIfAbsent("url", stub.url());
    all.putIfAbsent("repository", SLUG);
    return GitHub.open(
        new SourceSettings(
            "docs", type, all, secrets, List.of("**/*.md"), Optional.empty(), Map.of(), clock),
        HttpSettings.defaults());
  }

  /** The last commit. */
  String head() {
    String[] sha = {""};
    stub.configure(SLUG, repository -> sha[0] = repository.files.commits.get(0).sha());
    return sha[0];
  }

  /** The requests since the last call, a line each; names of contents left out. */
  List<String> requests() {
    List<String> lines =
        stub.journal().stream().map(e -> e.line().replaceAll("/[0-9a-f]{40}", "/n")).toList();
    stub.forgetJournal();
    return lines;
  }

  @Override
  public void close() {
    stub.close();
    assertEquals(List.of(), stub.violations());
  }
}
