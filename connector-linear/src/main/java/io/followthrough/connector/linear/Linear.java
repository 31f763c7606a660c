package io.followthrough.connector.linear;

import io.followthrough.document.DocumentSource;
import io.followthrough.document.SourceFactory;
import io.followthrough.document.SourceSettings;
import io.followthrough.http.HttpEdge;
import io.followthrough.http.HttpSettings;
import io.followthrough.tracker.Tracker;
import io.followthrough.tracker.TrackerFactory;
import io.followthrough.tracker.TrackerSettings;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Linear's teams as trackers, and their documents as postmortems. Trackers of one workspace that
 * share a key share one poll.
 */
public final class Linear implements TrackerFactory, SourceFactory {
  private final Feeds feeds = new Feeds();

  /** For {@link java.util.ServiceLoader}. */
  public Linear() {}

  @Override
  public String type() {
    return "linear";
  }

  @Override
  public Tracker create(TrackerSettings settings) {
    return create(settings, HttpSettings.of(settings.http()));
  }

  @Override
  public Set<String> sourceTypes() {
    return Set.of(type());
  }

  @Override
  public DocumentSource open(SourceSettings settings) {
    return open(settings, HttpSettings.of(settings.http()));
  }

  /** A source with other time limits than the usual ones. */
  static DocumentSource open(SourceSettings settings, HttpSettings http) {
    String url = settings.value("url").orElse(LinearConfig.LINEAR);
    String team = LinearConfig.teamKey(settings.required("team"));
    Supplier<String> authorization =
        Credentials.of(settings.secrets(), "source " + settings.name());
    HttpEdge edge = new HttpEdge(url, http, Map.of("Authorization", authorization));
    LinearApi api = new LinearApi(edge, url, settings.clock());
    return new LinearDocuments(
        settings.name(), api, new Workspace(api, team), settings.isPrivate());
  }

  /** A tracker with other time limits than the usual ones. */
  Tracker create(TrackerSettings settings, HttpSettings http) {
    LinearConfig config = LinearConfig.of(settings);
    Supplier<String> authorization =
        Credentials.of(settings.secrets(), "tracker " + settings.name());
    HttpEdge edge = new HttpEdge(config.url(), http, Map.of("Authorization", authorization));
    return new LinearTracker(
        config,
        new LinearApi(edge, config.url(), settings.clock()),
        () -> feeds.of(config.url(), authorization.get()));
  }
}
