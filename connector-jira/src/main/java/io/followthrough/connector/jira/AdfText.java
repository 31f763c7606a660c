package io.followthrough.connector.jira;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Atlassian's document format as text with the structure of Markdown, for reading and comparing.
 * What is not known is read for the words in it.
 */
final class AdfText {
  /** How a mention is shown by its account id and its words. */
  private final BiFunction<String, String, String> mention;

  private static final int DEEPEST = 40;

  private AdfText(BiFunction<String, String, String> mention) {
    this.mention = mention;
  }

  /** The words, mentions as the names that people see. */
  static String forPeople(JsonNode document) {
    return new AdfText((id, words) -> words.isEmpty() ? "@" + id : words).blocks(document, 0);
  }

  /** The words, mentions by the account they are of. */
  static String withAccounts(JsonNode document) {
    return new AdfText((id, words) -> mention(id)).blocks(document, 0);
  }

  /** A list of nodes likewise. */
  static String withAccounts(List<JsonNode> nodes) {
    AdfText text = new AdfText((id, words) -> mention(id));
    return nodes.stream()
        .map(node -> text.block(node, 0))
        .filter(words -> !words.isBlank())
        .collect(Collectors.joining("\n\n"));
  }

  private static String mention(String id) {
    return "[~accountid:" + id + "]";
  }

  private String blocks(JsonNode parent, int depth) {
    return children(parent).stream()
        .map(node -> block(node, depth + 1))
        .filter(words -> !words.isBlank())
        .collect(Collectors.joining("\n\n"));
  }

  private String block(JsonNode node, int depth) {
    if (depth > DEEPEST) {
      return "";
    }
    String type = node.path("type").asText("");
    return switch (type) {
      case "paragraph", "caption" -> inlines(node, depth);
      case "heading" ->
          "#".repeat(Math.max(1, Math.min(6, node.path("attrs").path("level").asInt(1))))
              + " "
              + inlines(node, depth);
      case "bulletList", "decisionList" -> list(node, depth, i -> "- ");
      case "orderedList" -> list(node, depth, i -> (i + 1) + ". ");
      case "taskList" ->
          list(
              node,
              depth,
              i ->
                  node.path("content").path(i).path("attrs").path("state").asText("").equals("DONE")
                      ? "- [x] "
                      : "- [ ] ");
      case "taskItem", "decisionItem" -> inlines(node, depth);
      case "blockquote" -> prefixed(blocks(node, depth), "> ", "> ");
      case "codeBlock" -> "```\n" + inlines(node, depth) + "\n```";
      case "rule" -> "---";
      case "table" -> table(node, depth);
      case "blockCard", "embedCard" -> node.path("attrs").path("url").asText("");
      case "mediaSingle", "mediaGroup", "media" -> "";
      case "expand", "nestedExpand" -> {
        String title = node.path("attrs").path("title").asText("");
        yield (title.isEmpty() ? "" : title + "\n\n") + blocks(node, depth);
      }
      default -> isInline(type) ? inline(node, depth) : blocks(node, depth);
    };
  }

  private static boolean isInline(String type) {
    return switch (type) {
      case "text", "hardBreak", "mention", "emoji", "inlineCard", "date", "status" -> true;
      default -> false;
    };
  }

  /** What a list item begins with, by its index. */
  private interface Bullet {
    String of(int index);
  }

  private String list(JsonNode node, int depth, Bullet bullet) {
    List<String> items = new ArrayList<>();
    for (JsonNode item : children(node)) {
      String type = item.path("type").asText("");
      String begin = bullet.of(items.size());
      String words =
          type.equals("listItem")
              ? blocks(item, depth + 1).replace("\n\n", "\n")
              : block(item, depth + 1);
      items.add(
          type.endsWith("List")
              ? prefixed(words, "  ", "  ")
              : prefixed(words, begin, " ".repeat(begin.length())));
    }
    return String.join("\n", items);
  }

  private String table(JsonNode table, int depth) {
    List<String> rows = new ArrayList<>();
    for (JsonNode row : children(table)) {
      List<String> cells = new ArrayList<>();
      for (JsonNode cell : children(row)) {
        cells.add(blocks(cell, depth + 2).replace("|", "\\|").replaceAll("\\s*\n\\s*", " "));
      }
      rows.add("| " + String.join(" | ", cells) + " |");
      if (rows.size() == 1) {
        rows.add("|" + " --- |".repeat(Math.max(1, cells.size())));
      }
    }
    return String.join("\n", rows);
  }

  private String inlines(JsonNode node, int depth) {
    return children(node).stream()
        .map(child -> inline(child, depth + 1))
        .collect(Collectors.joining());
  }

  private String inline(JsonNode node, int depth) {
    JsonNode attrs = node.path("attrs");
    return switch (node.path("type").asText("")) {
      case "text" -> dressed(node);
      case "hardBreak" -> "\n";
      case "mention" -> mention.apply(attrs.path("id").asText(""), attrs.path("text").asText(""));
      case "emoji" -> attrs.path("text").asText(attrs.path("shortName").asText(""));
      case "inlineCard" -> attrs.path("url").asText("");
      case "date" -> date(attrs.path("timestamp").asText(""));
      case "status" -> attrs.path("text").asText("");
      default -> depth > DEEPEST ? "" : inlines(node, depth);
    };
  }

  private static String dressed(JsonNode node) {
    String text = node.path("text").asText("");
    String dressed = text;
    Optional<String> link = Optional.empty();
    for (JsonNode mark : node.path("marks")) {
      switch (mark.path("type").asText("")) {
        case "code" -> dressed = "`" + dressed + "`";
        case "strong" -> dressed = "**" + dressed + "**";
        case "strike" -> dressed = "~~" + dressed + "~~";
        case "link" -> link = Optional.of(mark.path("attrs").path("href").asText(""));
        default -> {}
      }
    }
    String words = dressed;
    return link.filter(href -> !href.equals(text))
        .map(href -> "[" + words + "](" + href + ")")
        .orElse(words);
  }

  private static String date(String timestamp) {
    try {
      return Instant.ofEpochMilli(Long.parseLong(timestamp))
          .atOffset(ZoneOffset.UTC)
          .toLocalDate()
          .toString();
    } catch (NumberFormatException | DateTimeException e) {
      return timestamp;
    }
  }

  private static String prefixed(String words, String first, String others) {
    return first + words.replace("\n", "\n" + others);
  }

  static List<JsonNode> children(JsonNode node) {
    return StreamSupport.stream(node.path("content").spliterator(), false).toList();
  }
}
