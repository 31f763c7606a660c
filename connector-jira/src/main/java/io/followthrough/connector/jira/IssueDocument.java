package io.followthrough.connector.jira;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * An issue as a text: its summary as the title, its description, its comments as sections, and what
 * its fields say of the incident at the end, so that what people wrote comes first. HTML on Cloud,
 * wiki markup on a Data Center.
 */
final class IssueDocument {
  private final boolean wiki;
  private final StringBuilder text = new StringBuilder();

  private IssueDocument(Edition edition) {
    this.wiki = edition == Edition.DATA_CENTER;
  }

  /** The ending of a document's name, which tells its format. */
  static String ending(Edition edition) {
    return edition == Edition.CLOUD ? ".html" : ".jira";
  }

  /**
   * The whole text.
   *
   * @param comments without those that only some may read
   */
  static String of(Edition edition, JsonNode issue, List<JsonNode> comments) {
    IssueDocument document = new IssueDocument(edition);
    JsonNode fields = issue.path("fields");
    document.heading(fields.path("summary").asText(""));
    document.body(fields.path("description"));
    for (JsonNode comment : comments) {
      String author = comment.path("author").path("displayName").asText("somebody");
      document.heading("Comment by " + author);
      document.body(comment.path("body"));
    }
    document.facts(issue, fields);
    return document.text.toString();
  }

  private void facts(JsonNode issue, JsonNode fields) {
    heading("Details");
    fact("Incident ID", issue.path("key").asText(""));
    fact("Priority", fields.path("priority").path("name").asText(""));
    List<String> services = new ArrayList<>();
    fields.path("components").forEach(each -> services.add(each.path("name").asText("")));
    fact("Services", String.join(", ", services));
    fact("Incident owner", fields.path("assignee").path("displayName").asText(""));
  }

  private void fact(String label, String value) {
    String line = oneLine(value);
    if (line.isEmpty()) {
      return;
    }
    if (wiki) {
      text.append(label).append(": ").append(line).append("\n\n");
    } else {
      text.append("<p>").append(label).append(": ");
      text.append(ConfluenceText.escaped(line)).append("</p>\n");
    }
  }

  private void heading(String words) {
    String line = oneLine(words);
    if (wiki) {
      text.append("h1. ").append(line).append("\n\n");
    } else {
      text.append("<h1>").append(ConfluenceText.escaped(line)).append("</h1>\n");
    }
  }

  private void body(JsonNode body) {
    if (body.isTextual()) {
      text.append(body.textValue()).append("\n\n");
    } else {
      text.append(AdfHtml.of(body)).append('\n');
    }
  }

  private static String oneLine(String words) {
    return words.replaceAll("[\\s\\p{Cntrl}\u2028\u2029]+", " ").strip();
  }
}
