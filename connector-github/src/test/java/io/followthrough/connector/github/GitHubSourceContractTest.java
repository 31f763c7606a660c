package io.followthrough.connector.github;

import io.followthrough.document.DocumentSourceContractTest;
import io.followthrough.document.SourceHarness;
import org.junit.jupiter.api.Nested;

/** What every source does, done by the files and by the issues of a repository. */
final class GitHubSourceContractTest {
  @Nested
  final class Files extends DocumentSourceContractTest {
    @Override
    protected SourceHarness start() {
      return new FilesPlace();
    }
  }

  @Nested
  final class FilesOfAnEnterpriseServer extends DocumentSourceContractTest {
    @Override
    protected SourceHarness start() {
      return new FilesPlace(StubEdition.SERVER);
    }
  }

  @Nested
  final class IssuesOfAnEnterpriseServer extends DocumentSourceContractTest {
    @Override
    protected SourceHarness start() {
      return new IssuesPlace(StubEdition.SERVER);
    }
  }

  @Nested
  final class Issues extends DocumentSourceContractTest {
    @Override
    protected SourceHarness start() {
      return new IssuesPlace();
    }
  }
}
