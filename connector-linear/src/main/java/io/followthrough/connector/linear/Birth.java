package io.followthrough.connector.linear;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.followthrough.tracker.TicketDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A ticket on its way to Linear.
 *
 * @param id chosen by us, the same at every try
 * @param input an {@code IssueCreateInput}
 * @param labels the ids of the labels in it by their names
 * @param assignee who is in it
 * @param remarks what had to be left out
 */
record Birth(
    TicketDraft draft,
    String id,
    ObjectNode input,
    Map<String, String> labels,
    Optional<Members.Member> assignee,
    List<String> remarks) {
  private static final Map<String, String> OPTIONAL =
      Map.of(
          "labelIds", "label",
          "assigneeId", "assignee",
          "estimate", "estimate",
          "templateId", "template",
          "dueDate", "due",
          "priority", "priority",
          "parentId", "parent");

  Birth {
    requireNonNull(draft, "draft is null");
    requireNonNull(id, "id is null");
    requireNonNull(input, "input is null");
    labels = Map.copyOf(labels);
    requireNonNull(assignee, "assignee is null");
    remarks = List.copyOf(remarks);
  }

  /**
   * The same ticket without the field that a refusal names, since a ticket without its label is
   * better than none; empty where the refusal names none that could be left out.
   */
  Optional<Birth> without(String refusal) {
    String words = refusal.toLowerCase(Locale.ROOT);
    return OPTIONAL.entrySet().stream()
        .filter(field -> input.has(field.getKey()) && words.contains(field.getValue()))
        .map(Map.Entry::getKey)
        .sorted()
        .findFirst()
        .map(field -> without(field, refusal));
  }

  private Birth without(String field, String refusal) {
    ObjectNode lighter = input.deepCopy();
    lighter.remove(field);
    List<String> more = new ArrayList<>(remarks);
    more.add("Linear refused the " + OPTIONAL.get(field) + ", so it was left out: " + refusal);
    return new Birth(
        draft,
        id,
        lighter,
        field.equals("labelIds") ? Map.of() : labels,
        field.equals("assigneeId") ? Optional.empty() : assignee,
        more);
  }
}
