package io.followthrough.connector.github;

import static java.util.Objects.requireNonNull;

import io.followthrough.tracker.TicketDraft;
import io.followthrough.tracker.TrackerSettings;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the configuration file gives new issues beside their words.
 *
 * @param labels put on every ticket
 * @param priorities labels by our words for priorities
 * @param kinds labels by the item's kind
 * @param severities labels by the incident's severity, whatever its case
 * @param milestone the title or number of an open milestone
 * @param type the name of an issue type
 * @param types names of issue types by the item's kind
 * @param dueField the name of the organisation's date field that holds the due date
 */
record NewIssueSettings(
    List<String> labels,
    Map<String, String> priorities,
    Map<String, String> kinds,
    Map<String, String> severities,
    Optional<String> milestone,
    Optional<String> type,
    Map<String, String> types,
    Optional<String> dueField) {
  NewIssueSettings {
    labels = List.copyOf(labels);
    priorities = Map.copyOf(priorities);
    kinds = Map.copyOf(kinds);
    severities = Map.copyOf(severities);
    requireNonNull(milestone, "milestone is null");
    requireNonNull(type, "type is null");
    types = Map.copyOf(types);
    requireNonNull(dueField, "dueField is null");
  }

  static NewIssueSettings of(TrackerSettings settings) {
    return new NewIssueSettings(
        settings.labels(),
        below(settings, "priorities."),
        below(settings, "kinds."),
        below(settings, "severities."),
        settings.value("milestone"),
        settings.value("issue-type"),
        below(settings, "issue-types."),
        settings.value("due-field"));
  }

  /** Every label of a ticket, each once. */
  List<String> labelsOf(TicketDraft draft) {
    Set<String> wanted = new LinkedHashSet<>(labels);
    wanted.addAll(draft.labels());
    priorityLabel(draft).ifPresent(wanted::add);
    named(kinds, draft.facts().get("item.kind")).ifPresent(wanted::add);
    named(severities, draft.facts().get("incident.severity")).ifPresent(wanted::add);
    return List.copyOf(wanted);
  }

  Optional<String> priorityLabel(TicketDraft draft) {
    return draft.priority().flatMap(word -> named(priorities, word));
  }

  /** The issue type that a route names, else that of the kind, else the one of all. */
  Optional<String> typeOf(TicketDraft draft) {
    return draft.issueType().or(() -> named(types, draft.facts().get("item.kind"))).or(() -> type);
  }

  private static Optional<String> named(Map<String, String> names, @Nullable String word) {
    return word == null
        ? Optional.empty()
        : Optional.ofNullable(names.get(word.strip().toLowerCase(Locale.ROOT)));
  }

  private static Map<String, String> below(TrackerSettings settings, String prefix) {
    Map<String, String> names = new TreeMap<>();
    settings
        .values()
        .forEach(
            (key, value) -> {
              if (key.startsWith(prefix)) {
                names.put(key.substring(prefix.length()).toLowerCase(Locale.ROOT), value);
              }
            });
    return names;
  }
}
