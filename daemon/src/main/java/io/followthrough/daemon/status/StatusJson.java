package io.followthrough.daemon.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.followthrough.followup.Standing;
import io.followthrough.item.ActionItem;
import io.followthrough.item.ActionKind;
import io.followthrough.item.Finding;
import io.followthrough.item.Priority;
import io.followthrough.sync.Pause;
import io.followthrough.tracker.TicketRef;
import java.util.List;
import java.util.Optional;

/**
 * An action item as other programs read it, from {@code status --format json} and from {@code
 * /api/v1/items}: absent facts are null, lists are never missing.
 */
public final class StatusJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private StatusJson() {}

  /** One item. */
  public static ObjectNode of(StatusItem status) {
    ActionItem item = status.item();
    Standing standing = status.standing();
    ObjectNode node = JSON.objectNode();
    node.put("id", item.id().value());
    node.put("title", item.promise().title());
    node.put("document", item.origin().documentKey());
    put(node, "incident", item.origin().incident().id());
    node.set("services", texts(status.services()));
    put(node, "team", item.judgement().team());
    node.put("state", standing.state().word());
    node.put("verified", standing.verified());
    node.set("held", held(status.held()));
    put(node, "owner", status.owner());
    put(node, "due", status.due());
    put(node, "priority", item.promise().priority().map(Priority::word));
    put(node, "kind", item.promise().kind().map(ActionKind::word));
    put(node, "criterion", item.promise().criterion());
    node.set("evidence", texts(standing.evidence()));
    put(node, "blockedBy", status.blockedBy());
    put(node, "repeatOf", status.repeatOf());
    node.put("deferrals", status.followUp().map(said -> said.deferrals()).orElse(0));
    put(node, "snoozedUntil", status.snoozedUntil());
    put(node, "closedBy", standing.closedBy());
    put(node, "closedAt", standing.closedAt());
    put(node, "tracker", status.tracker());
    node.set("ticket", status.ticket().<JsonNode>map(StatusJson::ticket).orElse(JSON.nullNode()));
    node.put("createdAt", item.firstSeenAt().toString());
    node.set("nextFollowUp", nextFollowUp(status));
    return node;
  }

  /** The brakes that people pulled. */
  public static ArrayNode paused(List<Pause> pauses) {
    ArrayNode paused = JSON.arrayNode();
    for (Pause pause : pauses) {
      ObjectNode node = paused.addObject().put("kind", pause.kind().word());
      put(node, "name", Optional.of(pause.name()).filter(name -> !name.isEmpty()));
      node.put("since", pause.since().toString());
      put(node, "until", pause.until());
      node.put("by", pause.by());
    }
    return paused;
  }

  private static ArrayNode held(List<Finding> findings) {
    ArrayNode held = JSON.arrayNode();
    findings.forEach(
        finding -> held.addObject().put("rule", finding.rule()).put("message", finding.message()));
    return held;
  }

  private static ObjectNode ticket(TicketRef ref) {
    ObjectNode ticket = JSON.objectNode().put("key", ref.key());
    put(ticket, "url", Optional.of(ref.url()).filter(url -> !url.isEmpty()));
    return ticket;
  }

  private static JsonNode nextFollowUp(StatusItem status) {
    return status
        .followUp()
        .flatMap(
            state ->
                state
                    .nextKind()
                    .flatMap(
                        kind ->
                            state
                                .nextAt()
                                .<JsonNode>map(
                                    at ->
                                        JSON.objectNode()
                                            .put("kind", kind)
                                            .put("at", at.toString()))))
        .orElse(JSON.nullNode());
  }

  private static ArrayNode texts(List<String> values) {
    ArrayNode array = JSON.arrayNode();
    values.forEach(array::add);
    return array;
  }

  private static void put(ObjectNode node, String key, Optional<?> value) {
    if (value.isPresent()) {
      node.put(key, value.get().toString());
    } else {
      node.putNull(key);
    }
  }
}
