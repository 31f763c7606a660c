package io.followthrough.connector.github;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.followthrough.http.Fields;
import io.followthrough.http.HttpCall;
import io.followthrough.http.Json;
import io.followthrough.http.Reply;
import io.followthrough.tracker.TicketRef;
import io.followthrough.tracker.TrackerException;
import java.util.List;
import java.util.Optional;

/**
 * Puts issues below their parents. No create call takes a parent; whether an issue has one is read
 * first, so that this may be done again. An Enterprise Server before sub-issues has none.
 */
final class SubIssues {
  private static final String OPERATION = "set parent";

  private final GitHubApi api;
  private final Issues issues;
  private final WebAddress web;

  SubIssues(GitHubApi api, Issues issues, WebAddress web) {
    this.api = requireNonNull(api, "api is null");
    this.issues = requireNonNull(issues, "issues is null");
    this.web = requireNonNull(web, "web is null");
  }

  /** Puts an issue below another; what cannot be done is said in a sentence. */
  List<String> attach(TicketRef ref, String parent) {
    Optional<IssueAddress> above = web.address(parent);
    if (above.isEmpty()) {
      return List.of(
          "The parent " + parent + " was not set: write it as #12, owner/name#12 or its address.");
    }
    IssueAddress address = above.get();
    JsonNode child = issues.find(OPERATION, ref).json();
    String present = Fields.text(child, "parent_issue_url");
    if (!present.isEmpty()) {
      boolean isThere = present.endsWith(address.path());
      return isThere ? List.of() : List.of("It is below another issue and stays there: " + present);
    }
    HttpCall call =
        HttpCall.write(
            OPERATION,
            "POST",
            address.path() + "/sub_issues",
            Json.object().put("sub_issue_id", child.path("id").asLong()));
    Reply reply = api.exchange(call);
    return reply.isSuccess()
        ? List.of()
        : List.of("The parent " + parent + " was not set: " + reason(reply, address) + ".");
  }

  private String reason(Reply reply, IssueAddress parent) {
    if (reply.status() != 404) {
      return api.failure(reply).words();
    }
    try {
      issues.find(OPERATION, parent.ref(api.home(), web.issue(parent)));
      return "this server has no sub-issues";
    } catch (TrackerException e) {
      return e.words();
    }
  }
}
