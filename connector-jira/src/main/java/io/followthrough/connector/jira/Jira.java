package io.followthrough.connector.jira;

import io.followthrough.document.DocumentSource;
import io.followthrough.document.SourceFactory;
import io.followthrough.document.SourceSettings;
import io.followthrough.http.HttpSettings;
import java.util.Set;

/** What Atlassian's products hold: pages of Confluence and issues of Jira as documents. */
public final class Jira implements SourceFactory {
  /** For {@link java.util.ServiceLoader}. */
  public Jira() {}

  @Override
  public Set<String> sourceTypes() {
    return Set.of("confluence", "jira-issues");
  }

  @Override
  public DocumentSource open(SourceSettings settings) {
    HttpSettings http = HttpSettings.of(settings.http());
    return settings.type().equals("confluence")
        ? new ConfluenceSource(settings, http)
        : new JiraIssuesSource(settings, http);
  }
}
