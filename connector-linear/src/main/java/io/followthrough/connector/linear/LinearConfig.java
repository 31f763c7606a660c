package io.followthrough.connector.linear;

import static java.util.Objects.requireNonNull;

import io.followthrough.tracker.TrackerSettings;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the configuration file says of a Linear tracker, checked.
 *
 * @param url the API's address
 * @param team the team's key, in capitals
 * @param labels put on every ticket
 * @param project the name or id of the project of new tickets
 * @param template the name or id of the template of new tickets
 * @param estimate of new tickets, in the team's points
 * @param blocked names of workflow states in lower case by which an open issue is blocked
 */
record LinearConfig(
    String name,
    String installation,
    String url,
    String team,
    List<String> labels,
    Optional<String> project,
    Optional<String> template,
    Optional<Integer> estimate,
    Set<String> blocked) {
  /** Linear's own API. */
  static final String LINEAR = "https://api.linear.app/graphql";

  private static final Pattern KEY = Pattern.compile("[A-Z][A-Z0-9]{0,31}");
  private static final Pattern POINTS = Pattern.compile("\\d{1,4}");

  LinearConfig {
    requireNonNull(name, "name is null");
    requireNonNull(installation, "installation is null");
    requireNonNull(url, "url is null");
    requireNonNull(team, "team is null");
    labels = List.copyOf(labels);
    requireNonNull(project, "project is null");
    requireNonNull(template, "template is null");
    requireNonNull(estimate, "estimate is null");
    blocked = Set.copyOf(blocked);
  }

  /**
   * Reads the settings.
   *
   * @throws IllegalArgumentException where one is wrong, with words for the person who wrote it
   */
  static LinearConfig of(TrackerSettings settings) {
    return new LinearConfig(
        settings.name(),
        settings.installation(),
        settings.value("url").orElse(LINEAR),
        teamKey(settings.required("team")),
        settings.labels(),
        settings.value("project"),
        settings.value("template"),
        settings.value("estimate").map(LinearConfig::points),
        names(settings.value("states.blocked").orElse("")));
  }

  /** A team's key, such as WEB, however it is written. */
  static String teamKey(String words) {
    String key = words.strip().toUpperCase(Locale.ROOT);
    if (!KEY.matcher(key).matches()) {
      throw new IllegalArgumentException(
          "team is a team's key, such as WEB in WEB-12, not " + words);
    }
    return key;
  }

  private static int points(String words) {
    if (!POINTS.matcher(words).matches()) {
      throw new IllegalArgumentException("estimate is a number of points, not " + words);
    }
    return Integer.parseInt(words);
  }

  private static Set<String> names(String words) {
    return Arrays.stream(words.split(",", -1))
        .map(name -> name.strip().toLowerCase(Locale.ROOT))
        .filter(name -> !name.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }
}
