package io.followthrough.connector.jira;

import io.followthrough.document.DocumentSourceContractTest;
import io.followthrough.document.SourceHarness;

final class ConfluenceDataCenterContractTest extends DocumentSourceContractTest {
  @Override
  protected SourceHarness start() {
    return new ConfluenceHarness(Edition.DATA_CENTER);
  }
}
