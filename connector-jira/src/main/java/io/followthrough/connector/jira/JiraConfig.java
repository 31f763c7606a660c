package io.followthrough.connector.jira;

import static java.util.Objects.requireNonNull;

import io.followthrough.http.HttpSettings;
import io.followthrough.item.Lapse;
import io.followthrough.tracker.TrackerSettings;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the configuration file says of a Jira tracker, checked.
 *
 * @param project the key of the project that tickets go to unless a route says another
 * @param issueTypes issue types by kind of item
 * @param priorities names of Jira's priorities by our words
 * @param fields values by name or id of a field, with {@code ${item.service}} and its like in them
 * @param states names, in lower case, of statuses and resolutions by our state
 * @param labels put on every ticket
 * @param bots user names of machines on a Data Center, in lower case
 * @param nextSprint whether new tickets are planned for the next sprint
 * @param expires when the token ends, where the file says so
 */
record JiraConfig(
    SiteAccess access,
    String installation,
    String project,
    String issueType,
    Map<String, String> issueTypes,
    Map<String, String> priorities,
    Map<String, String> fields,
    Map<String, Set<String>> states,
    List<String> labels,
    Set<String> bots,
    boolean nextSprint,
    Duration findLag,
    Optional<LocalDate> expires) {
  /** Jira documents "seconds to minutes" for its index and promises nothing. */
  private static final String USUAL_LAG = "10m";

  private static final Pattern PROJECT = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,254}");

  JiraConfig {
    requireNonNull(access, "access is null");
    requireNonNull(installation, "installation is null");
    requireNonNull(project, "project is null");
    requireNonNull(issueType, "issueType is null");
    issueTypes = Map.copyOf(issueTypes);
    priorities = Map.copyOf(priorities);
    fields = Map.copyOf(fields);
    states = Map.copyOf(states);
    labels = List.copyOf(labels);
    bots = Set.copyOf(bots);
    requireNonNull(findLag, "findLag is null");
    requireNonNull(expires, "expires is null");
  }

  /**
   * Reads the settings.
   *
   * @throws IllegalArgumentException where one is wrong, with words for the person who wrote it
   */
  static JiraConfig of(TrackerSettings settings, HttpSettings http) {
    String name = "tracker " + settings.name();
    SiteAccess access =
        SiteAccess.of(name, settings.values(), settings.secrets(), http, settings.clock());
    String project = settings.required("project").strip();
    if (!PROJECT.matcher(project).matches()) {
      throw new IllegalArgumentException(
          name + ": project is a project's key, such as PAY, not " + project);
    }
    Map<String, Set<String>> states = new LinkedHashMap<>();
    below(settings, "states").forEach((state, names) -> states.put(state, words(names)));
    return new JiraConfig(
        access,
        settings.installation(),
        project.toUpperCase(Locale.ROOT),
        settings.value("issue-type").orElse("Task"),
        below(settings, "issue-types"),
        below(settings, "priorities"),
        below(settings, "fields"),
        states,
        settings.labels().stream().map(JiraConfig::label).toList(),
        words(settings.value("bots").orElse("")),
        settings.value("place").filter("next-sprint"::equals).isPresent(),
        Lapse.parse(settings.value("find-lag").orElse(USUAL_LAG)).approximately(),
        settings.value("auth.expires").map(date -> expires(name, date)));
  }

  /** The names, in lower case, of statuses and resolutions that the file gives to a state. */
  Set<String> states(String state) {
    return states.getOrDefault(state, Set.of());
  }

  /** Jira's labels have no blanks. */
  static String label(String words) {
    return words.strip().replaceAll("\\s+", "-");
  }

  private static Map<String, String> below(TrackerSettings settings, String section) {
    String prefix = section + ".";
    return settings.values().entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(prefix))
        .collect(
            Collectors.toMap(
                entry -> entry.getKey().substring(prefix.length()), Map.Entry::getValue));
  }

  private static Set<String> words(String list) {
    return Arrays.stream(list.split(",", -1))
        .map(word -> word.strip().toLowerCase(Locale.ROOT))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static LocalDate expires(String name, String date) {
    return Times.date(date)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    name + ": auth.expires is a date, such as 2027-01-31"));
  }
}
