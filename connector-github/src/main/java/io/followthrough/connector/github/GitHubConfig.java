package io.followthrough.connector.github;

import static java.util.Objects.requireNonNull;

import io.followthrough.item.Lapse;
import io.followthrough.tracker.TrackerSettings;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the configuration file says of a GitHub tracker, checked.
 *
 * @param url the API's base address
 * @param blocked labels in lower case by which an open issue is blocked; {@code inProgress}
 *     likewise
 * @param fresh what new issues get beside their words
 */
record GitHubConfig(
    String name,
    String installation,
    String url,
    Repository repository,
    Set<String> blocked,
    Set<String> inProgress,
    NewIssueSettings fresh,
    Duration findLag) {
  static final String GITHUB = "https://api.github.com";
  private static final String LONGEST_LAG_ON_RECORD = "10m";

  GitHubConfig {
    requireNonNull(name, "name is null");
    requireNonNull(installation, "installation is null");
    requireNonNull(url, "url is null");
    requireNonNull(repository, "repository is null");
    blocked = Set.copyOf(blocked);
    inProgress = Set.copyOf(inProgress);
    requireNonNull(fresh, "fresh is null");
    requireNonNull(findLag, "findLag is null");
  }

  /**
   * Reads the settings.
   *
   * @throws IllegalArgumentException where one is wrong, with words for the person who wrote it
   */
  static GitHubConfig of(TrackerSettings settings) {
    return new GitHubConfig(
        settings.name(),
        settings.installation(),
        settings.value("url").orElse(GITHUB),
        Repository.parse(settings.required("repository")),
        names(settings, "states.blocked"),
        names(settings, "states.in-progress"),
        NewIssueSettings.of(settings),
        Lapse.parse(settings.value("find-lag").orElse(LONGEST_LAG_ON_RECORD)).approximately());
  }

  private static Set<String> names(TrackerSettings settings, String key) {
    return Arrays.stream(settings.value(key).orElse("").split(",", -1))
        .map(label -> label.strip().toLowerCase(Locale.ROOT))
        .filter(label -> !label.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }
}
