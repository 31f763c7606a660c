package io.followthrough.connector.jira;

import io.followthrough.document.DocumentSourceContractTest;
import io.followthrough.document.SourceHarness;

final class JiraIssuesCloudContractTest extends DocumentSourceContractTest {
  @Override
  protected SourceHarness start() {
    return new ReviewsHarness(Edition.CLOUD);
  }
}
