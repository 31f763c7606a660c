package io.followthrough.connector.github;

import io.followthrough.http.HttpSettings;
import io.followthrough.tracker.Tracker;
import io.followthrough.tracker.TrackerFactory;
import io.followthrough.tracker.TrackerSettings;

/**
 * GitHub Issues as trackers: of github.com, of a data-residency tenant, of an Enterprise Server.
 */
public final class GitHub implements TrackerFactory {
  /** For {@link java.util.ServiceLoader}. */
  public GitHub() {}

  @Override
  public String type() {
    return "github";
  }

  @Override
  public Tracker create(TrackerSettings settings) {
    return create(settings, HttpSettings.of(settings.http()));
  }

  /** A tracker with other time limits than the usual ones. */
  static Tracker create(TrackerSettings settings, HttpSettings http) {
    GitHubConfig config = GitHubConfig.of(settings);
    Access access =
        new Access(
            "tracker " + settings.name(),
            config.url(),
            settings.values(),
            settings.secrets(),
            http,
            settings.clock());
    return new GitHubTracker(config, access.open(config.repository()));
  }
}
