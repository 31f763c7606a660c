package io.followthrough.connector.jira;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.followthrough.http.Fields;
import io.followthrough.http.HttpCall;
import io.followthrough.http.Json;
import io.followthrough.http.Reply;
import io.followthrough.tracker.Comment;
import io.followthrough.tracker.CommentDraft;
import io.followthrough.tracker.FailureKind;
import io.followthrough.tracker.TicketRef;
import io.followthrough.tracker.TrackerException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Comments on issues: posted with their mark in a property and in their last line, found by both,
 * edited only where we wrote them. On a service desk they are internal, so that no customer gets
 * them.
 */
final class Comments {
  /** The property by which a service desk tells internal comments from replies to the customer. */
  private static final String PUBLIC = "sd.public.comment";

  private final JiraApi api;
  private final Issues issues;
  private final IssueReader reader;
  private final Markup markup;
  private final People people;
  private final Map<String, Boolean> serviceDesks = new ConcurrentHashMap<>();

  Comments(JiraApi api, Issues issues, IssueReader reader, Markup markup, People people) {
    this.api = requireNonNull(api, "api is null");
    this.issues = requireNonNull(issues, "issues is null");
    this.reader = requireNonNull(reader, "reader is null");
    this.markup = requireNonNull(markup, "markup is null");
    this.people = requireNonNull(people, "people is null");
  }

  Comment post(TicketRef ref, CommentDraft draft) {
    String project = projectOf(ref);
    ObjectNode body = body(draft, project);
    ArrayNode properties = body.putArray("properties");
    properties.addObject().put("key", IssueReader.PROPERTY).put("value", property(draft));
    if (isServiceDesk(ref, project)) {
      properties.addObject().put("key", PUBLIC).putObject("value").put("internal", true);
    }
    Reply reply =
        api.write(
            HttpCall.write(
                "comment", "POST", "/issue/" + HttpCall.encode(ref.id()) + "/comment", body),
            ref);
    JsonNode posted = JiraApi.object(reply);
    if (JiraFields.id(posted).isEmpty()) {
      throw reply.unreadable("a reply without the new comment's id");
    }
    return reader.comment(posted, ref);
  }

  /** Ours with a key: by its author and last line, then by its property to be sure. */
  Optional<Comment> find(TicketRef ref, String key) {
    return all(ref).stream()
        .filter(comment -> comment.key().filter(key::equals).isPresent())
        .filter(comment -> isProved(comment, key))
        .findFirst();
  }

  /** Every comment, oldest first. */
  List<Comment> all(TicketRef ref) {
    Issues.Found found = issues.find("read comments", ref);
    return api
        .rows(
            "read comments", "/issue/" + found.ref().id() + "/comment?orderBy=created", "comments")
        .stream()
        .map(comment -> reader.comment(comment, found.ref()))
        .toList();
  }

  void edit(TicketRef ref, String commentId, CommentDraft draft) {
    String path = "/issue/" + HttpCall.encode(ref.id()) + "/comment/" + HttpCall.encode(commentId);
    JsonNode there = JiraApi.object(api.get("edit comment", path, ref));
    Comment comment = reader.comment(there, ref);
    if (comment.key().filter(draft.key()::equals).isEmpty()) {
      throw new TrackerException(
          FailureKind.REJECTED,
          "edit comment",
          comment.url() + " is not the comment that we wrote");
    }
    api.write(HttpCall.write("edit comment", "PUT", path, body(draft, projectOf(ref))), ref);
  }

  private ObjectNode body(CommentDraft draft, String project) {
    CommentDraft mentioned =
        new CommentDraft(draft.marker(), draft.key(), people.mentioned(draft.body(), project));
    ObjectNode body = Json.object();
    body.set("body", markup.comment(mentioned));
    return body;
  }

  private static String property(CommentDraft draft) {
    return draft.marker().encode() + " " + draft.key();
  }

  private boolean isProved(Comment comment, String key) {
    String path =
        "/comment/" + HttpCall.encode(comment.id()) + "/properties/" + IssueReader.PROPERTY;
    Reply reply = api.exchange(HttpCall.get("find comment by its mark", path));
    if (reply.status() == 404) {
      return false;
    }
    if (!reply.isSuccess()) {
      throw api.failure(reply);
    }
    return Fields.text(JiraApi.object(reply), "value").endsWith(" " + key);
  }

  private boolean isServiceDesk(TicketRef ref, String project) {
    Boolean known = serviceDesks.get(project);
    if (known == null) {
      Reply reply = api.exchange(HttpCall.get("comment", "/project/" + HttpCall.encode(project)));
      if (!reply.isSuccess()) {
        // Nothing was written yet: the ticket's own failure tells what is the matter.
        throw api.ticketFailure(reply, ref);
      }
      known = Fields.text(JiraApi.object(reply), "projectTypeKey").equals("service_desk");
      serviceDesks.put(project, known);
    }
    return known;
  }

  private String projectOf(TicketRef ref) {
    String project = ref.key().replaceFirst("-\\d+$", "");
    return project.isEmpty() ? api.project() : project;
  }
}
