package io.followthrough.connector.github;

import io.followthrough.http.HttpEdge;
import io.followthrough.http.HttpSettings;
import io.followthrough.tracker.FailureKind;
import io.followthrough.tracker.Tracker;
import io.followthrough.tracker.TrackerException;
import io.followthrough.tracker.TrackerFactory;
import io.followthrough.tracker.TrackerSettings;
import java.util.Map;
import java.util.function.Supplier;

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
    HttpEdge edge = new HttpEdge(config.url(), http, Map.of("Authorization", bearer(settings)));
    return new GitHubTracker(config, new GitHubApi(edge, config.repository(), settings.clock()));
  }

  private static Supplier<String> bearer(TrackerSettings settings) {
    Supplier<String> token = settings.secrets().get("auth.token");
    return () -> {
      String value = token == null ? "" : token.get().strip();
      if (value.isEmpty()) {
        throw new TrackerException(
            FailureKind.DENIED, "read token", "auth.token of " + settings.name() + " is empty");
      }
      return "Bearer " + value;
    };
  }
}
