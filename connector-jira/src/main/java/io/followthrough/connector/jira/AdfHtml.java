package io.followthrough.connector.jira;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Atlassian Document Format as HTML that documents are read from: headings, lists, tasks, tables,
 * dates, people and links are kept; pictures and looks are not. A node that is not known stands for
 * what is in it. Source: developer.atlassian.com/cloud/jira/platform/apis/document/structure.
 */
final class AdfHtml {
  /** What is nested deeper is left out. */
  private static final int DEEPEST = 120;

  private final StringBuilder html = new StringBuilder();

  private AdfHtml() {}

  /** The HTML of a document, a node or nothing at all. */
  static String of(JsonNode node) {
    AdfHtml writer = new AdfHtml();
    writer.node(node, 0);
    return writer.html.toString();
  }

  private void node(JsonNode node, int depth) {
    if (depth > DEEPEST) {
      return;
    }
    JsonNode attributes = node.path("attrs");
    switch (node.path("type").asText("")) {
      case "text" -> text(node);
      case "hardBreak" -> html.append("<br>");
      case "paragraph" -> wrapped(node, "p", depth);
      case "heading" -> wrapped(node, "h" + level(attributes), depth);
      case "bulletList", "decisionList", "taskList" -> wrapped(node, "ul", depth);
      case "orderedList" -> wrapped(node, "ol", depth);
      case "listItem", "decisionItem" -> wrapped(node, "li", depth);
      case "taskItem", "blockTaskItem" -> task(node, depth);
      case "table" -> wrapped(node, "table", depth);
      case "tableRow" -> wrapped(node, "tr", depth);
      case "tableHeader" -> cell(node, "th", depth);
      case "tableCell" -> cell(node, "td", depth);
      case "codeBlock" -> wrapped(node, "pre", depth);
      case "blockquote" -> wrapped(node, "blockquote", depth);
      case "panel" -> panel(node, depth);
      case "expand", "nestedExpand" -> expand(node, depth);
      case "mention" -> mention(attributes);
      case "date" -> date(attributes);
      case "status" -> words(attributes.path("text").asText(""));
      case "emoji" -> emoji(attributes);
      case "inlineCard", "blockCard", "embedCard" -> card(attributes);
      default -> content(node, depth);
    }
  }

  private void content(JsonNode node, int depth) {
    node.path("content").forEach(child -> node(child, depth + 1));
  }

  private void wrapped(JsonNode node, String tag, int depth) {
    html.append('<').append(tag).append('>');
    content(node, depth);
    html.append("</").append(tag).append('>');
  }

  private static int level(JsonNode attributes) {
    return Math.max(1, Math.min(6, attributes.path("level").asInt(2)));
  }

  private void task(JsonNode node, int depth) {
    boolean done = node.path("attrs").path("state").asText("").equals("DONE");
    html.append("<li><input type=\"checkbox\"").append(done ? " checked>" : ">");
    content(node, depth);
    html.append("</li>");
  }

  private void cell(JsonNode node, String tag, int depth) {
    html.append('<').append(tag);
    for (String span : new String[] {"colspan", "rowspan"}) {
      int cells = node.path("attrs").path(span).asInt(1);
      if (cells > 1) {
        html.append(' ').append(span).append("=\"").append(cells).append('"');
      }
    }
    html.append('>');
    content(node, depth);
    html.append("</").append(tag).append('>');
  }

  /** A panel explains and commits nobody; one without a type of that kind is text. */
  private void panel(JsonNode node, int depth) {
    switch (node.path("attrs").path("panelType").asText("")) {
      case "info", "note", "tip", "warning" -> wrapped(node, "blockquote", depth);
      default -> wrapped(node, "div", depth);
    }
  }

  private void expand(JsonNode node, int depth) {
    String title = node.path("attrs").path("title").asText("");
    if (!title.isBlank()) {
      html.append("<p><b>");
      words(title);
      html.append("</b></p>");
    }
    wrapped(node, "div", depth);
  }

  private void mention(JsonNode attributes) {
    String id = attributes.path("id").asText("");
    String name = attributes.path("text").asText("").replaceFirst("^@", "").strip();
    link("user:" + id, name.isEmpty() ? "@" + id : name);
  }

  private void date(JsonNode attributes) {
    String timestamp = attributes.path("timestamp").asText("");
    if (!timestamp.matches("-?\\d{1,14}")) {
      words(timestamp);
      return;
    }
    Instant at = Instant.ofEpochMilli(Long.parseLong(timestamp));
    LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
    html.append("<time datetime=\"").append(day).append("\">").append(day).append("</time>");
  }

  private void emoji(JsonNode attributes) {
    String sign = attributes.path("text").asText("");
    words(sign.startsWith(":") ? "" : sign);
  }

  private void card(JsonNode attributes) {
    String url = attributes.path("url").asText("");
    if (!url.isBlank()) {
      link(url, url);
    }
  }

  private void text(JsonNode node) {
    StringBuilder end = new StringBuilder();
    for (JsonNode mark : node.path("marks")) {
      String tag =
          switch (mark.path("type").asText("")) {
            case "strong" -> "b";
            case "em" -> "i";
            case "strike" -> "s";
            case "code" -> "code";
            default -> "";
          };
      if (!tag.isEmpty()) {
        html.append('<').append(tag).append('>');
        end.insert(0, "</" + tag + ">");
      } else if (mark.path("type").asText("").equals("link")) {
        String target = mark.path("attrs").path("href").asText("");
        html.append("<a href=\"").append(ConfluenceText.escaped(target)).append("\">");
        end.insert(0, "</a>");
      }
    }
    words(node.path("text").asText(""));
    html.append(end);
  }

  private void link(String target, String words) {
    html.append("<a href=\"").append(ConfluenceText.escaped(target)).append("\">");
    words(words);
    html.append("</a>");
  }

  private void words(String words) {
    html.append(ConfluenceText.escaped(words));
  }
}
