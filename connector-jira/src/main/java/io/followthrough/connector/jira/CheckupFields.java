package io.followthrough.connector.jira;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.followthrough.http.Fields;
import io.followthrough.http.Json;
import io.followthrough.tracker.CheckFinding;
import io.followthrough.tracker.CheckFinding.Level;
import io.followthrough.tracker.TrackerException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whether the create screens of the configured issue types take what a ticket has. */
final class CheckupFields {
  private static final Set<String> OURS =
      Set.of("project", "issuetype", "summary", "labels", "description", "reporter");

  private final JiraApi api;
  private final JiraConfig config;
  private final CreateFields screens;
  private final Markup markup;
  private final People people;
  private final Priorities priorities;

  CheckupFields(JiraApi api, JiraConfig config, CreateFields screens, People people) {
    this.api = requireNonNull(api, "api is null");
    this.config = requireNonNull(config, "config is null");
    this.screens = requireNonNull(screens, "screens is null");
    this.people = requireNonNull(people, "people is null");
    this.markup = Markup.of(config.access().edition(), config.access().url());
    this.priorities = new Priorities(config.priorities());
  }

  void check(List<CheckFinding> findings) {
    Set<String> types = new LinkedHashSet<>(List.of(config.issueType()));
    types.addAll(config.issueTypes().values());
    for (String type : types) {
      try {
        check(screens.of(config.project(), type), findings);
      } catch (TrackerException e) {
        findings.add(Checkup.problem("issue type " + type, e.words()));
      }
    }
  }

  private void check(CreateFields.Screen screen, List<CheckFinding> findings) {
    String subject = "issue type " + screen.type();
    int before = findings.size();
    if (!screen.has("labels")) {
      findings.add(
          Checkup.problem(
              subject, "the field Labels is not on its create screen: add it, we need it"));
    }
    Map<String, String> optional = new LinkedHashMap<>();
    optional.put("description", "Description: tickets will say nothing but their title");
    optional.put("assignee", "Assignee: nobody will be assigned");
    optional.put("duedate", "Due date: the date will stand in the description alone");
    optional.put("priority", "Priority: it will stand in the description alone");
    optional.forEach(
        (field, words) -> {
          if (!screen.has(field)) {
            findings.add(
                new CheckFinding(Level.WARNING, subject, "its create screen lacks " + words));
          }
        });
    configured(screen, subject, findings);
    required(screen, subject, findings);
    priorities(screen, subject, findings);
    if (findings.size() == before) {
      findings.add(Checkup.ok(subject, "takes all that a ticket has"));
    }
  }

  private void configured(CreateFields.Screen screen, String subject, List<CheckFinding> findings) {
    FieldValue values =
        new FieldValue(
            markup, handle -> people.assignable(handle, config.project()), api.isCloud());
    config
        .fields()
        .forEach(
            (name, template) -> {
              Optional<Map.Entry<String, JsonNode>> field = screen.find(name);
              if (field.isEmpty()) {
                findings.add(
                    Checkup.problem(
                        subject,
                        "fields: " + name + " is not on its create screen, or stands for several"));
              } else if (!Template.unknown(template).isEmpty()) {
                findings.add(
                    Checkup.problem(
                        subject, "fields: there is no fact " + Template.unknown(template)));
              } else if (!template.contains("${")) {
                unfit(values, field.get().getValue(), template)
                    .ifPresent(words -> findings.add(Checkup.problem(subject, words)));
              }
            });
  }

  private static Optional<String> unfit(FieldValue values, JsonNode field, String words) {
    try {
      values.of(field, words);
      return Optional.empty();
    } catch (FieldValue.Unfit e) {
      return Optional.ofNullable(e.getMessage());
    }
  }

  private void required(CreateFields.Screen screen, String subject, List<CheckFinding> findings) {
    Set<String> given = new LinkedHashSet<>(OURS);
    config
        .fields()
        .keySet()
        .forEach(name -> screen.find(name).ifPresent(f -> given.add(f.getKey())));
    screen
        .fields()
        .forEach(
            (id, field) -> {
              boolean lacks =
                  field.path("required").asBoolean(false)
                      && !field.path("hasDefaultValue").asBoolean(false)
                      && !given.contains(id);
              if (lacks) {
                String words = "requires " + Fields.text(field, "name") + ": set a value in fields";
                boolean ours = Set.of("assignee", "duedate", "priority", "parent").contains(id);
                findings.add(
                    ours
                        ? new CheckFinding(
                            Level.WARNING, subject, words + ", for items that have none")
                        : Checkup.problem(subject, words + allowed(field)));
              }
            });
  }

  private static String allowed(JsonNode field) {
    String names = FieldValue.names(field.path("allowedValues"));
    return names.isEmpty() ? "" : ", one of " + names;
  }

  private void priorities(CreateFields.Screen screen, String subject, List<CheckFinding> findings) {
    JsonNode field = screen.fields().getOrDefault("priority", Json.object());
    for (String word : List.of("critical", "high", "medium", "low")) {
      if (screen.has("priority") && priorities.in(field, word).isEmpty()) {
        findings.add(
            new CheckFinding(
                config.priorities().containsKey(word) ? Level.PROBLEM : Level.WARNING,
                subject,
                "has no priority "
                    + String.join(" or ", priorities.names(word))
                    + ": name one for "
                    + word
                    + " in priorities"
                    + allowed(field)));
      }
    }
  }
}
