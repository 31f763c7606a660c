package io.followthrough.daemon.config;

import static java.util.Objects.requireNonNull;

import io.followthrough.item.Lapse;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A tracker in which tickets are opened and followed.
 *
 * @param name unique among the trackers
 * @param type such as {@code github}
 * @param url the API or site
 * @param repository of GitHub, as {@code owner/name}
 * @param team of Linear
 * @param jira what only Jira needs
 * @param values every setting but the secrets, by keys with dots such as {@code states.blocked};
 *     the values of a list are parted by commas
 * @param secrets by keys with dots, such as {@code auth.token}
 * @param labels that each new ticket gets
 * @param pace the least time between two writes
 * @param mode whether anything is written
 * @param templates the absolute folder with own wording
 * @param language that tickets are written in
 * @param comments whether comments are written
 * @param isPublic whether it is known to be public and may still hold items from private sources
 * @param retired whether no new ticket is opened here
 */
public record TrackerConfig(
    String name,
    String type,
    Optional<URI> url,
    Optional<String> repository,
    Optional<String> team,
    Optional<JiraConfig> jira,
    Map<String, String> values,
    Map<String, Secret> secrets,
    List<String> labels,
    Duration pace,
    Mode mode,
    Optional<Path> templates,
    String language,
    boolean comments,
    boolean isPublic,
    boolean retired) {
  private static final URI GITHUB = URI.create("https://api.github.com");

  public TrackerConfig {
    requireNonNull(name, "name is null");
    requireNonNull(type, "type is null");
    requireNonNull(url, "url is null");
    requireNonNull(repository, "repository is null");
    requireNonNull(team, "team is null");
    requireNonNull(jira, "jira is null");
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    secrets = Collections.unmodifiableMap(new LinkedHashMap<>(secrets));
    labels = List.copyOf(labels);
    requireNonNull(pace, "pace is null");
    requireNonNull(mode, "mode is null");
    requireNonNull(templates, "templates is null");
    requireNonNull(language, "language is null");
  }

  /** Returns the secret under a key with dots, such as {@code auth.token}. */
  public Optional<Secret> secret(String key) {
    return Optional.ofNullable(secrets.get(key));
  }

  static TrackerConfig of(Section section) {
    boolean isJira = section.text("type").equals("jira");
    return new TrackerConfig(
        section.text("name"),
        section.text("type"),
        section.url("url"),
        section.optionalText("repository"),
        section.optionalText("team"),
        isJira ? Optional.of(JiraConfig.of(section)) : Optional.empty(),
        section.values(),
        section.secrets(),
        section.texts("labels"),
        pace(section),
        section.word("mode", Mode.class),
        section.path("templates"),
        section.text("language"),
        section.isOn("comments"),
        section.isOn("public"),
        section.isOn("retired"));
  }

  /** One second is GitHub's own advice; a server of one's own has no such limit. */
  private static Duration pace(Section section) {
    boolean atGithub = section.url("url").filter(GITHUB::equals).isPresent();
    return section
        .optional("pace", Lapse::parse)
        .map(Lapse::approximately)
        .orElse(atGithub ? Duration.ofSeconds(1) : Duration.ZERO);
  }
}
