package io.followthrough.connector.jira;

import io.followthrough.document.DocumentSource;
import io.followthrough.document.SourceFactory;
import io.followthrough.document.SourceSettings;
import io.followthrough.http.HttpSettings;
import io.followthrough.tracker.Tracker;
import io.followthrough.tracker.TrackerFactory;
import io.followthrough.tracker.TrackerSettings;
import java.util.Set;

/**
 * What Atlassian's products hold: Jira projects as trackers, pages of Confluence and issues of Jira
 * as documents; of their clouds and of Data Centers.
 */
public final class Jira implements TrackerFactory, SourceFactory {
  private final SiteWatch.Registry registry = new SiteWatch.Registry();

  /** For {@link java.util.ServiceLoader}. Trackers of one factory share what they ask a site. */
  public Jira() {}

  @Override
  public String type() {
    return "jira";
  }

  @Override
  public Tracker create(TrackerSettings settings) {
    return create(settings, HttpSettings.of(settings.http()));
  }

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

  /** A tracker with other time limits than the usual ones. */
  Tracker create(TrackerSettings settings, HttpSettings http) {
    JiraConfig config = JiraConfig.of(settings, http);
    JiraApi api = new JiraApi(new AtlassianSite(config.access(), Product.JIRA), config.project());
    return new JiraTracker(settings.name(), config, api, registry);
  }
}
