package io.followthrough.connector.github;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.followthrough.http.HttpCall;
import io.followthrough.http.Json;
import io.followthrough.http.Reply;
import io.followthrough.tracker.Comment;
import io.followthrough.tracker.CommentDraft;
import io.followthrough.tracker.FailureKind;
import io.followthrough.tracker.TicketRef;
import io.followthrough.tracker.TrackerException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Comments on issues: posted with their mark, found by it, edited only where it is there. */
final class Comments {
  private final GitHubApi api;
  private final Issues issues;
  private final IssueReader reader;
  private final Authors authors;

  Comments(GitHubApi api, Issues issues, IssueReader reader, Authors authors) {
    this.api = requireNonNull(api, "api is null");
    this.issues = requireNonNull(issues, "issues is null");
    this.reader = requireNonNull(reader, "reader is null");
    this.authors = requireNonNull(authors, "authors is null");
  }

  Comment post(TicketRef ref, CommentDraft draft) {
    JsonNode body = Json.object().put("body", TicketText.comment(draft));
    JsonNode posted = issues.writeBelow("comment", ref, "/comments", body);
    if (!posted.path("id").isIntegralNumber()) {
      throw new TrackerException(
          FailureKind.UNKNOWN_OUTCOME, "comment", "a reply without the new comment's id");
    }
    authors.wrote(posted);
    return reader.comment(posted, ref.id());
  }

  Optional<Comment> find(TicketRef ref, String key) {
    List<Comment> found = new ArrayList<>();
    read(
        "find comment by its mark",
        ref,
        comment -> {
          if (comment.key().filter(key::equals).isPresent()) {
            found.add(comment);
          }
          return found.isEmpty();
        });
    return found.stream().findFirst();
  }

  List<Comment> all(TicketRef ref) {
    List<Comment> all = new ArrayList<>();
    read("read comments", ref, all::add);
    return all;
  }

  /** Goes through the comments of the issue, which GitHub lists oldest first, while they matter. */
  private void read(String operation, TicketRef ref, Predicate<Comment> goesOn) {
    IssueAddress address = IssueAddress.of(ref, api.home());
    String path = address.path() + "/comments?per_page=" + GitHubApi.PAGE;
    Reply first = api.exchange(HttpCall.get(operation, path));
    if (!first.isSuccess()) {
      throw api.ticketFailure(first, address);
    }
    api.pages(
        first, page -> page.stream().map(it -> reader.comment(it, ref.id())).allMatch(goesOn));
  }

  void edit(TicketRef ref, String commentId, CommentDraft draft) {
    IssueAddress address = issues.find("edit comment", ref).address();
    String path = address.repository().path() + "/issues/comments/" + HttpCall.encode(commentId);
    Reply reply = api.exchange(HttpCall.get("edit comment", path));
    if (!reply.isSuccess()) {
      throw api.ticketFailure(reply, address);
    }
    Comment there = reader.comment(GitHubApi.object(reply), ref.id());
    if (there.key().filter(draft.key()::equals).isEmpty()) {
      throw new TrackerException(
          FailureKind.REJECTED, "edit comment", there.url() + " is not the comment that we wrote");
    }
    JsonNode body = Json.object().put("body", TicketText.comment(draft));
    issues.write(HttpCall.write("edit comment", "PATCH", path, body), address);
  }
}
