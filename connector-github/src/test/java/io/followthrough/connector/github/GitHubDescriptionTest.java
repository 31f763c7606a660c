package io.followthrough.connector.github;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.followthrough.http.Json;
import io.followthrough.http.OpenApi;
import io.followthrough.tracker.Cursor;
import io.followthrough.tracker.MarkQuery;
import io.followthrough.tracker.TicketRef;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * GitHub's own description bites, and every kind of request that we make is one of its operations.
 * The tests of this module are all held against it where it is at hand; this suite is only there
 * with it.
 */
final class GitHubDescriptionTest {
  private static final String ISSUES = "/repos/acme/backend/issues";

  @TestFactory
  Stream<DynamicTest> theDescription() {
    Optional<GitHubDescription> known = GitHubDescription.of(StubEdition.CLOUD);
    if (known.isEmpty()) {
      assertTrue(
          !"1".equals(System.getenv(OpenApi.REQUIRED)),
          "GitHub's description is not beside the project");
      System.out.println("GitHub's description is not beside the project: its suite is left out.");
      return Stream.empty();
    }
    GitHubDescription description = known.get();
    return Stream.of(
        dynamicTest("every operation of ours is described", this::everyOperation),
        dynamicTest("a wrong request is found", () -> wrongRequests(description)),
        dynamicTest("a wrong reply is found", () -> wrongReplies(description)));
  }

  private void everyOperation() {
    try (Fixture f = new Fixture()) {
      TicketRef ref =
          f.created(Fixture.draft(1, Optional.of("alice-m"), List.of("sev1"))).ticket().ref();
      f.tracker.comment(ref, Fixture.commentDraft(1, "k/1", "words"));
      String id = f.tracker.findComment(ref, "k/1").orElseThrow().id();
      f.tracker.editComment(ref, id, Fixture.commentDraft(1, "k/1", "other words"));
      f.stub.closeByMerge(Fixture.SLUG, 1, "alice-m");
      f.tracker.lastTransition(ref);
      f.stub.reopen(Fixture.SLUG, 1, "alice-m");
      f.tracker.close(ref);
      f.tracker.find(new MarkQuery("acme-sre", Set.of("none"), Instant.EPOCH));
      f.tracker.account("alice-m");
      f.tracker.check();
      f.clock.advance(Duration.ofMinutes(1));
      f.tracker.changesSince(Cursor.startingAt(f.clock.instant()));
      Set<String> kinds =
          f.stub.journal().stream()
              .map(e -> e.method() + " " + e.path().replaceAll("/\\d+", "/n"))
              .collect(Collectors.toCollection(TreeSet::new));

      assertEquals(
          List.of(
              "GET /repos/acme/backend",
              "GET /repos/acme/backend/assignees/alice-m",
              "GET /repos/acme/backend/issues",
              "GET /repos/acme/backend/issues/comments",
              "GET /repos/acme/backend/issues/comments/n",
              "GET /repos/acme/backend/issues/n",
              "GET /repos/acme/backend/issues/n/comments",
              "GET /repos/acme/backend/issues/n/timeline",
              "GET /repos/acme/backend/labels",
              "GET /user",
              "GET /users/alice-m",
              "PATCH /repos/acme/backend/issues/comments/n",
              "PATCH /repos/acme/backend/issues/n",
              "POST /repos/acme/backend/issues",
              "POST /repos/acme/backend/issues/n/comments",
              "POST /repos/acme/backend/labels"),
          List.copyOf(kinds));
    }
  }

  private static void wrongRequests(GitHubDescription description) {
    ObjectNode right = Json.object().put("title", "t");
    assertEquals(List.of(), check(description, "POST", ISSUES, right));
    assertFound(check(description, "POST", ISSUES, Json.object()));
    assertFound(check(description, "POST", ISSUES, right.deepCopy().put("tittle", "t")));
    assertFound(check(description, "POST", ISSUES, right.deepCopy().put("body", 5)));
    assertFound(check(description, "PUT", ISSUES, right));
    assertFound(check(description, "GET", ISSUES + "?stat=all", Json.object()));
    assertFound(check(description, "GET", ISSUES + "?state=every", Json.object()));
    assertFound(check(description, "GET", ISSUES + "?per_page=many", Json.object()));
    assertFound(check(description, "GET", "/repos/acme", Json.object()));
    assertFound(
        check(
            description,
            "PATCH",
            ISSUES + "/1",
            Json.object().put("state", "closed").put("state_reason", "tired")));
  }

  private static void wrongReplies(GitHubDescription description) {
    StubRequest request = StubRequest.of("GET", ISSUES + "/1", "", "", "");
    for (StubReply reply :
        List.of(
            StubReply.json(200, Json.object()),
            StubReply.json(200, Json.object().put("number", "1")),
            StubReply.empty(201),
            StubReply.json(404, Json.object().put("message", 5)))) {
      assertFound(description.check(request, Optional.of(reply)));
    }
  }

  private static List<String> check(
      GitHubDescription description, String method, String url, ObjectNode body) {
    String text = body.isEmpty() && method.equals("GET") ? "" : Json.write(body);
    return description.check(StubRequest.of(method, url, "", "", text), Optional.empty());
  }

  private static void assertFound(List<String> problems) {
    assertTrue(!problems.isEmpty(), "nothing was found");
  }
}
