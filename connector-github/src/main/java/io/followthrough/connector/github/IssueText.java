package io.followthrough.connector.github;

import com.fasterxml.jackson.databind.JsonNode;
import io.followthrough.http.Fields;
import io.followthrough.tracker.MarkdownBlock;
import io.followthrough.tracker.MarkdownComment;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An issue as a document: its title as the heading, its description, and people's comments, each
 * below a heading of its own. What we or other machines wrote there is no part of it.
 */
final class IssueText {
  private static final Pattern FRONT_MATTER =
      Pattern.compile("\\A(---[ \\t]*\\R.*?\\R---[ \\t]*(?:\\R|\\z))", Pattern.DOTALL);

  private IssueText() {}

  static String of(JsonNode issue, List<JsonNode> comments) {
    String body = withoutOurs(Fields.text(issue, "body"));
    Matcher front = FRONT_MATTER.matcher(body);
    int start = front.find() ? front.end() : 0;
    StringBuilder text =
        new StringBuilder(body.substring(0, start))
            .append("# ")
            .append(oneLine(Fields.text(issue, "title")))
            .append("\n\n")
            .append(body, start, body.length());
    for (JsonNode comment : comments) {
      String words = Fields.text(comment, "body");
      boolean machine =
          IssueReader.account(comment.path("user")).bot()
              || MarkdownComment.parse(words).isPresent();
      if (!machine) {
        text.append("\n\n## Comment by ")
            .append(IssueReader.account(comment.path("user")).handle())
            .append(", ")
            .append(Fields.text(comment, "created_at"))
            .append("\n\n")
            .append(words);
      }
    }
    return text.toString();
  }

  /** A postmortem may itself be a ticket of ours: our block speaks of others' words. */
  private static String withoutOurs(String body) {
    return MarkdownBlock.findIn(body).map(ours -> ours.before() + ours.after()).orElse(body);
  }

  private static String oneLine(String title) {
    return title.replaceAll("\\s+", " ").strip();
  }
}
