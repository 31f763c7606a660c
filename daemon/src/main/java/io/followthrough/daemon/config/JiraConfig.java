package io.followthrough.daemon.config;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a Jira tracker needs beside the rest.
 *
 * @param deployment to be found out if absent
 * @param project the project's key
 * @param issueType of new tickets
 * @param issueTypes other issue types by kind of item
 * @param priorities the tracker's names by ours
 * @param fields text, numbers, truths, lists and maps by name or id of the field
 * @param states names of statuses by our state
 * @param place where new tickets go
 */
public record JiraConfig(
    Optional<Deployment> deployment,
    String project,
    String issueType,
    Map<String, String> issueTypes,
    Map<String, String> priorities,
    Map<String, Object> fields,
    Map<String, List<String>> states,
    Place place) {
  /** The two kinds of Jira. */
  public enum Deployment {
    CLOUD,
    DATA_CENTER
  }

  /** Where new tickets go. */
  public enum Place {
    BACKLOG,
    NEXT_SPRINT
  }

  public JiraConfig {
    requireNonNull(deployment, "deployment is null");
    requireNonNull(project, "project is null");
    requireNonNull(issueType, "issueType is null");
    issueTypes = Collections.unmodifiableMap(new LinkedHashMap<>(issueTypes));
    priorities = Collections.unmodifiableMap(new LinkedHashMap<>(priorities));
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    states = Collections.unmodifiableMap(new LinkedHashMap<>(states));
    requireNonNull(place, "place is null");
  }

  static JiraConfig of(Section section) {
    Section issueTypes = section.section("issue-types");
    Section priorities = section.section("priorities");
    Section fields = section.section("fields");
    Section states = section.section("states");
    return new JiraConfig(
        section.optional("deployment", it -> Section.constant(it, Deployment.class)),
        section.text("project"),
        section.text("issue-type"),
        issueTypes.each(issueTypes::text),
        priorities.each(priorities::text),
        fields.each(fields::any),
        states.each(states::texts),
        section.word("place", Place.class));
  }
}
