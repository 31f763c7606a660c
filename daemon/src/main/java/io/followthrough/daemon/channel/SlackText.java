package io.followthrough.daemon.channel;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.followthrough.http.Json;
import io.followthrough.tracker.OneLine;
import io.followthrough.tracker.Prose;
import io.followthrough.tracker.Prose.Line;
import io.followthrough.tracker.Prose.Shape;
import io.followthrough.tracker.Span;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Prose as Slack's rich text: elements, not marked-up text, so that words of a document can neither
 * mention nor link nor dress themselves up.
 */
final class SlackText {
  private static final Pattern USER = Pattern.compile("[UW][A-Z0-9]{2,20}");
  private static final int LONGEST = 3000;

  private SlackText() {}

  /** The blocks of a message. */
  static ArrayNode blocks(Prose prose) {
    ArrayNode elements = Json.object().arrayNode();
    ObjectNode list = Json.object();
    Shape before = Shape.PARAGRAPH;
    for (Line line : prose.lines()) {
      if (line.shape() == Shape.BULLET && before != Shape.BULLET) {
        list = elements.addObject().put("type", "rich_text_list").put("style", "bullet");
        list.putArray("elements");
      }
      ObjectNode section =
          line.shape() == Shape.BULLET
              ? list.withArray("elements").addObject()
              : elements.addObject();
      section.put("type", line.shape() == Shape.QUOTE ? "rich_text_quote" : "rich_text_section");
      fill(section.putArray("elements"), line);
      before = line.shape();
    }
    ArrayNode blocks = Json.object().arrayNode();
    blocks.addObject().put("type", "rich_text").set("elements", elements);
    return blocks;
  }

  private static void fill(ArrayNode elements, Line line) {
    boolean bold = line.shape() == Shape.HEADING;
    for (Span span : line.spans()) {
      String words = OneLine.fold(span.text());
      if (!words.isEmpty()) {
        element(elements.addObject(), span, OneLine.fold(cut(words)), bold);
        if (line.shape() == Shape.ROW) {
          text(elements.addObject(), "  ", false);
        }
      }
    }
    if (line.shape() == Shape.PARAGRAPH || elements.isEmpty()) {
      text(elements.addObject(), "\n\n", false);
    } else if (bold || line.shape() == Shape.ROW) {
      text(elements.addObject(), "\n", false);
    }
  }

  private static void element(ObjectNode element, Span span, String words, boolean bold) {
    switch (span.dress()) {
      case PLAIN -> text(element, words, bold);
      case STRONG -> text(element, words, true);
      case CODE -> text(element, words, bold).putObject("style").put("code", true);
      case LINK -> {
        Optional<String> address = WebAddress.of(span.target());
        if (address.isPresent()) {
          element.put("type", "link").put("url", address.get()).put("text", words);
        } else {
          text(element, words, bold);
        }
      }
      case MENTION -> {
        if (isUser(span.target())) {
          element.put("type", "user").put("user_id", span.target());
        } else {
          text(element, words, bold);
        }
      }
    }
  }

  private static ObjectNode text(ObjectNode element, String words, boolean bold) {
    element.put("type", "text").put("text", words);
    if (bold) {
      element.putObject("style").put("bold", true);
    }
    return element;
  }

  private static String cut(String words) {
    return words.length() <= LONGEST ? words : OneLine.of(words, LONGEST);
  }

  static boolean isUser(String handle) {
    return USER.matcher(handle).matches();
  }

  /** Words for a notification, in which Slack reads nothing as a mention or link. */
  static String escaped(String words) {
    return OneLine.of(words, LONGEST)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;");
  }
}
