package io.followthrough.daemon.source;

import io.followthrough.document.DocumentSourceContractTest;
import io.followthrough.document.SourceHarness;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class DirectorySourceContractTest extends DocumentSourceContractTest {
  @TempDir private Path folder = Path.of("");

  @Override
  protected SourceHarness start() {
    return new DirectoryHarness(folder);
  }
}
