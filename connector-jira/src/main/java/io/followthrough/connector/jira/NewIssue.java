package io.followthrough.connector.jira;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.followthrough.http.Fields;
import io.followthrough.http.Json;
import io.followthrough.tracker.Account;
import io.followthrough.tracker.OneLine;
import io.followthrough.tracker.TicketDraft;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The fields of one ticket to come: what its create screen takes of the draft and of the
 * configuration, and a remark for whatever it does not.
 */
final class NewIssue {
  private static final Set<String> NEEDED = Set.of("project", "issuetype", "summary", "labels");

  private final TicketDraft draft;
  private final CreateFields.Screen screen;
  private final ObjectNode fields = Json.object();
  private final List<String> remarks = new ArrayList<>();
  private Optional<String> assignee = Optional.empty();
  private Optional<String> shownPriority = Optional.empty();

  NewIssue(TicketDraft draft, CreateFields.Screen screen, String project) {
    this.draft = requireNonNull(draft, "draft is null");
    this.screen = requireNonNull(screen, "screen is null");
    fields.putObject("project").put("key", project);
    fields.putObject("issuetype").put("id", screen.typeId());
    fields.put("summary", summary(draft.title()));
  }

  /** A title within what Jira takes, never empty. */
  static String summary(String words) {
    String title = OneLine.of(words, 255);
    return title.isEmpty() ? "(no title)" : title;
  }

  void labels(List<String> standing, String installation) {
    Set<String> labels = new LinkedHashSet<>(standing);
    draft.labels().stream().map(JiraConfig::label).forEach(labels::add);
    labels.add(MarkLink.labelOfAll(installation));
    labels.add(MarkLink.label(draft.marker()));
    labels.forEach(fields.putArray("labels")::add);
  }

  void description(JsonNode description) {
    if (screen.has("description")) {
      fields.set("description", description);
    } else {
      remarks.add("The description is not on the create screen: the ticket has none.");
    }
  }

  void assignee(Optional<Account> account, boolean cloud) {
    if (draft.assignee().isEmpty()) {
      return;
    }
    String handle = draft.assignee().get();
    if (account.isEmpty()) {
      remarks.add(
          handle + " cannot be assigned: only people with the permission to be assigned can.");
    } else if (!screen.has("assignee")) {
      remarks.add(handle + " could not be assigned: the field is not on the create screen.");
    } else {
      fields.set("assignee", FieldValue.user(account.get(), cloud));
      assignee = Optional.of(account.get().handle());
    }
  }

  void due() {
    if (draft.due().isPresent() && screen.has("duedate")) {
      fields.put("duedate", draft.due().get().toString());
    } else if (draft.due().isPresent()) {
      remarks.add("The due date is not on the create screen: it stands in our part alone.");
    }
  }

  void priority(Priorities priorities) {
    if (draft.priority().isEmpty()) {
      return;
    }
    String word = draft.priority().get();
    JsonNode field = screen.fields().getOrDefault("priority", Json.object());
    Optional<JsonNode> priority = priorities.in(field, word);
    if (priority.isPresent()) {
      fields.putObject("priority").put("id", JiraFields.id(priority.get()));
      shownPriority = Fields.optionalText(priority.get(), "name");
    } else {
      remarks.add(
          screen.has("priority")
              ? "The project has no priority "
                  + String.join(" or ", priorities.names(word))
                  + ": name one for "
                  + word
                  + " in priorities."
              : "The priority is not on the create screen: it stands in our part alone.");
    }
  }

  void parent() {
    if (draft.parent().isEmpty()) {
      return;
    }
    String key = draft.parent().get();
    Optional<String> epic = screen.ofKind(":gh-epic-link");
    if (screen.has("parent")) {
      fields.putObject("parent").put("key", key);
    } else if (epic.isPresent()) {
      fields.put(epic.get(), key);
    } else {
      remarks.add("The parent " + key + " was not set: the create screen has no field for it.");
    }
  }

  /** The next sprint, by its number. */
  void sprint(Optional<Long> sprint) {
    Optional<String> field = screen.ofKind(":gh-sprint");
    if (sprint.isPresent() && field.isPresent()) {
      fields.put(field.get(), sprint.get());
    } else {
      remarks.add(
          field.isEmpty()
              ? "The ticket is in the backlog: Sprint is not on the create screen."
              : "The ticket is in the backlog: the project has no sprint to come.");
    }
  }

  /** A field of the configuration, with facts of the item in its value. */
  void configured(String idOrName, String template, FieldValue values) {
    Optional<Map.Entry<String, JsonNode>> field = screen.find(idOrName);
    String words = Template.fill(template, draft.facts());
    if (words.isBlank()) {
      return;
    }
    if (field.isEmpty()) {
      remarks.add("The field " + idOrName + " is not on the create screen and was left out.");
      return;
    }
    try {
      fields.set(field.get().getKey(), values.of(field.get().getValue(), words));
    } catch (FieldValue.Unfit e) {
      remarks.add("Left out: " + e.getMessage() + ".");
    }
  }

  /** Names of fields without which Jira will not create the ticket and of which we know nothing. */
  List<String> missing() {
    return screen.fields().entrySet().stream()
        .filter(entry -> entry.getValue().path("required").asBoolean(false))
        .filter(entry -> !entry.getValue().path("hasDefaultValue").asBoolean(false))
        .filter(entry -> !fields.has(entry.getKey()) && !entry.getKey().equals("reporter"))
        .map(entry -> Fields.text(entry.getValue(), "name"))
        .toList();
  }

  boolean canCarryLabels() {
    return screen.has("labels");
  }

  /**
   * Leaves out what Jira refused, if the ticket can do without.
   *
   * @return false where it cannot, or where nothing of what we sent is named
   */
  boolean drop(List<String> refused, String words) {
    List<String> sent = refused.stream().filter(fields::has).toList();
    boolean needed =
        sent.stream()
            .anyMatch(
                id ->
                    NEEDED.contains(id)
                        || screen
                            .fields()
                            .getOrDefault(id, Json.object())
                            .path("required")
                            .asBoolean(false));
    if (sent.isEmpty() || needed || sent.size() < refused.size()) {
      return false;
    }
    sent.forEach(fields::remove);
    if (sent.contains("assignee")) {
      assignee = Optional.empty();
    }
    remarks.add("Jira refused and the ticket was opened without: " + words + ".");
    return true;
  }

  ObjectNode fields() {
    return fields;
  }

  /** The handle that was sent and not refused. */
  Optional<String> assignee() {
    return assignee;
  }

  /** The site's own name of the priority that was sent and not refused. */
  Optional<String> priority() {
    return shownPriority.filter(name -> fields.has("priority"));
  }

  boolean has(String field) {
    return fields.has(field);
  }

  List<String> remarks() {
    return remarks;
  }
}
