package io.followthrough.connector.linear;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.followthrough.http.Json;
import io.followthrough.tracker.Comment;
import io.followthrough.tracker.CommentDraft;
import io.followthrough.tracker.FailureKind;
import io.followthrough.tracker.Prose;
import io.followthrough.tracker.Span;
import io.followthrough.tracker.TicketRef;
import io.followthrough.tracker.TrackerException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Comments on issues, under ids of our own: posted once, found by their id, edited in place. */
final class Comments {
  private final LinearApi api;
  private final Issues issues;
  private final IssueReader reader;
  private final Members members;

  Comments(LinearApi api, Issues issues, IssueReader reader, Members members) {
    this.api = requireNonNull(api, "api is null");
    this.issues = requireNonNull(issues, "issues is null");
    this.reader = requireNonNull(reader, "reader is null");
    this.members = requireNonNull(members, "members is null");
  }

  Comment post(TicketRef ref, CommentDraft draft) {
    String issue = issues.id(ref);
    ObjectNode variables = Json.object();
    variables
        .putObject("input")
        .put("id", reader.commentId(issue, draft.key()))
        .put("issueId", issue)
        .put("body", text(draft));
    try {
      LinearApi.Answer answer = api.ask(Operation.CREATE_COMMENT, variables);
      JsonNode payload = answer.data().path("commentCreate");
      if (!payload.path("success").asBoolean(false)) {
        throw answer.reply().unreadable("Linear says neither that it did nor why not");
      }
      if (answer.whole()) {
        return reader.comment(payload.path("comment"));
      }
    } catch (TrackerException e) {
      if (e.kind() != FailureKind.CONFLICT) {
        throw e;
      }
    }
    return find(ref, draft.key())
        .orElseThrow(
            () ->
                new TrackerException(
                    FailureKind.REJECTED,
                    Operation.CREATE_COMMENT.does(),
                    "Linear has this comment already, but not on " + ref.key() + ": look there"));
  }

  /** Reads by the id that the key makes; no search, no lag. */
  Optional<Comment> find(TicketRef ref, String key) {
    String issue = issues.id(ref);
    String id = reader.commentId(issue, key);
    ObjectNode filter = Json.object();
    filter.putObject("id").put("eq", id);
    return read(ref, issue, filter).stream()
        .filter(comment -> comment.id().equals(id) && comment.ticketId().equals(issue))
        .map(comment -> withKey(comment, key))
        .findFirst();
  }

  /** Every comment on a ticket, oldest first. */
  List<Comment> all(TicketRef ref) {
    String issue = issues.id(ref);
    ObjectNode filter = Json.object();
    filter.putObject("issue").putObject("id").put("eq", issue);
    return read(ref, issue, filter).stream()
        .sorted(Comparator.comparing(Comment::createdAt).thenComparing(Comment::id))
        .toList();
  }

  void edit(TicketRef ref, String commentId, CommentDraft draft) {
    String issue = issues.id(ref);
    if (!commentId.equals(reader.commentId(issue, draft.key()))) {
      throw new TrackerException(
          FailureKind.REJECTED,
          Operation.UPDATE_COMMENT.does(),
          "the comment on " + ref.key() + " is not the one that we wrote");
    }
    ObjectNode variables = Json.object().put("id", commentId);
    variables.putObject("input").put("body", text(draft));
    LinearApi.Answer answer = api.ask(Operation.UPDATE_COMMENT, variables);
    if (!answer.data().path("commentUpdate").path("success").asBoolean(false)) {
      throw answer.reply().unreadable("Linear says neither that it did nor why not");
    }
  }

  private List<Comment> read(TicketRef ref, String issue, ObjectNode filter) {
    ObjectNode variables = Json.object().put("issue", issue);
    variables.set("filter", filter);
    return api
        .nodes(
            Operation.READ_COMMENTS,
            variables,
            data -> {
              if (IssueReader.isTrashed(data.path("issue"))) {
                throw Issues.gone(Operation.READ_COMMENTS, ref);
              }
            })
        .stream()
        .map(reader::comment)
        .toList();
  }

  private static Comment withKey(Comment comment, String key) {
    return new Comment(
        comment.id(),
        comment.ticketId(),
        comment.author(),
        comment.createdAt(),
        comment.body(),
        comment.url(),
        Optional.of(key));
  }

  /** The plain address of a profile is what Linear makes a mention of, and tells its owner. */
  private String text(CommentDraft draft) {
    Prose body = draft.body();
    List<String> mentioned =
        body.lines().stream()
            .flatMap(line -> line.spans().stream())
            .filter(span -> span.dress() == Span.Dress.MENTION)
            .map(Span::target)
            .toList();
    if (!mentioned.isEmpty()) {
      members.learn(mentioned);
    }
    return TicketText.comment(
        body,
        draft.key(),
        handle ->
            members
                .find(handle)
                .filter(member -> member.account().active())
                .map(Members.Member::url)
                .filter(url -> url.startsWith("https://") && url.indexOf(' ') < 0));
  }
}
