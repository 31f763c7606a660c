package io.followthrough.connector.linear;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.followthrough.http.Fields;
import io.followthrough.http.Json;
import io.followthrough.tracker.FailureKind;
import io.followthrough.tracker.TicketDraft;
import io.followthrough.tracker.TrackerException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Turns drafts into what Linear takes: names into ids, the mark into the ticket's own id. */
final class BirthInputs {
  private static final String OPERATION = "create ticket";

  private final LinearApi api;
  private final LinearConfig config;
  private final Workspace workspace;
  private final Members members;
  private final Labels labels;
  private final Map<String, String> projects = new ConcurrentHashMap<>();

  BirthInputs(
      LinearApi api, LinearConfig config, Workspace workspace, Members members, Labels labels) {
    this.api = requireNonNull(api, "api is null");
    this.config = requireNonNull(config, "config is null");
    this.workspace = requireNonNull(workspace, "workspace is null");
    this.members = requireNonNull(members, "members is null");
    this.labels = requireNonNull(labels, "labels is null");
  }

  /** Looks up what several drafts need in one call. */
  void prepare(List<TicketDraft> drafts) {
    members.learn(drafts.stream().flatMap(draft -> draft.assignee().stream()).toList());
  }

  /**
   * What Linear gets for a draft.
   *
   * @throws TrackerException where it cannot be made
   */
  Birth of(TicketDraft draft) {
    Workspace.Known there = workspace.known();
    List<String> remarks = new ArrayList<>();
    String id = ClientId.ofTicket(there.id(), draft.marker());
    ObjectNode input =
        Json.object()
            .put("id", id)
            .put("teamId", there.teamId())
            .put("title", TicketText.title(draft.title()))
            .put("description", TicketText.description(draft.marker(), draft.block()));
    Optional<Members.Member> assignee = draft.assignee().flatMap(members::assignable);
    assignee.ifPresent(member -> input.put("assigneeId", member.account().id()));
    if (assignee.isEmpty()) {
      draft
          .assignee()
          .ifPresent(handle -> remarks.add(members.obstacle(handle) + ": not assigned."));
    }
    draft.due().ifPresent(date -> input.put("dueDate", date.toString()));
    draft
        .priority()
        .ifPresent(
            word ->
                Priorities.number(word)
                    .ifPresentOrElse(
                        number -> input.put("priority", number),
                        () -> remarks.add("Linear has no priority " + word + ".")));
    Map<String, String> found = labels.ensured(there.teamId(), wanted(draft), remarks);
    if (!found.isEmpty()) {
      found.values().forEach(input.putArray("labelIds")::add);
    }
    draft.project().or(config::project).ifPresent(name -> input.put("projectId", project(name)));
    template(there, remarks).ifPresent(template -> input.put("templateId", template));
    config.estimate().ifPresent(points -> input.put("estimate", points));
    draft.parent().ifPresent(parent -> input.put("parentId", parent));
    draft.issueType().ifPresent(type -> remarks.add("Linear has no issue types: " + type + "."));
    return new Birth(draft, id, input, found, assignee, remarks);
  }

  /** How it is with the labels that every ticket gets. */
  Map<String, Labels.Standing> labels() {
    return labels.standings(workspace.known().teamId(), config.labels());
  }

  private List<String> wanted(TicketDraft draft) {
    Set<String> wanted = new LinkedHashSet<>(config.labels());
    wanted.addAll(draft.labels());
    return List.copyOf(wanted);
  }

  private Optional<String> template(Workspace.Known there, List<String> remarks) {
    Optional<String> id = config.template().flatMap(there::template);
    if (id.isEmpty()) {
      config
          .template()
          .ifPresent(name -> remarks.add("The team has no template " + name + ": none was used."));
    }
    return id;
  }

  private String project(String nameOrId) {
    String known = projects.get(nameOrId);
    if (known != null) {
      return known;
    }
    List<JsonNode> found = projects(nameOrId);
    if (found.size() != 1) {
      throw new TrackerException(
          FailureKind.REJECTED,
          OPERATION,
          found.isEmpty()
              ? "there is no project " + nameOrId + " that the key or token may see"
              : "there are several projects " + nameOrId + ": give the id of one");
    }
    String id = Fields.text(found.get(0), "id");
    projects.put(nameOrId, id);
    return id;
  }

  /** The projects of a name or an id, two at most. */
  List<JsonNode> projects(String nameOrId) {
    ObjectNode variables = Json.object().put("team", config.team());
    ObjectNode filter = variables.putObject("filter");
    if (ClientId.isUuid(nameOrId)) {
      filter.putObject("id").put("eq", nameOrId);
    } else {
      filter.putObject("name").put("eqIgnoreCase", nameOrId);
    }
    return LinearApi.nodes(api.get(Operation.FIND_PROJECT, variables));
  }
}
