package io.followthrough.daemon.channel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.followthrough.http.Json;
import io.followthrough.notify.Message;
import io.followthrough.tracker.OneLine;

/** A message as {@code webhook-message.schema.json} beside this class describes it. */
final class WebhookJson {
  private static final int VERSION = 1;

  private WebhookJson() {}

  static JsonNode of(Message message, String installation) {
    ObjectNode root =
        Json.object()
            .put("version", VERSION)
            .put("id", message.key())
            .put("kind", message.kind())
            .put("installation", installation)
            .put("at", message.at().toString());
    ObjectNode to =
        root.putObject("to").put("name", message.to().name()).put("room", message.to().room());
    to.put("email", message.to().email().orElse(null));
    root.put("title", OneLine.of(message.title()));
    root.put("text", PlainProse.render(message.body()));
    ArrayNode items = root.putArray("items");
    message.topics().forEach(topic -> item(items.addObject(), topic));
    return root;
  }

  private static void item(ObjectNode item, Message.Topic topic) {
    item.put("id", topic.id());
    known(item, "title", topic.title());
    known(item, "document", topic.document());
    known(item, "incident", topic.incident());
    known(item, "state", topic.state());
    known(item, "owner", topic.owner());
    known(item, "due", topic.due());
    known(item, "ticket", topic.ticket());
    known(item, "url", topic.url());
  }

  private static void known(ObjectNode item, String key, String words) {
    if (words.isEmpty()) {
      item.putNull(key);
    } else {
      item.put(key, words);
    }
  }
}
