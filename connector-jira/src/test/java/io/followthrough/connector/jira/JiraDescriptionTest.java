package io.followthrough.connector.jira;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.followthrough.http.Json;
import io.followthrough.http.OpenApi;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Atlassian's own descriptions bite. The tests of this module are all held against them where they
 * are at hand; this suite is only there with them.
 */
final class JiraDescriptionTest {
  @TestFactory
  Stream<DynamicTest> theDescriptions() {
    if (!JiraDescription.of(true).isAtHand() || !JiraDescription.of(false).isAtHand()) {
      assertFalse(
          "1".equals(System.getenv(OpenApi.REQUIRED)),
          "Jira's descriptions are not beside the project");
      System.out.println(
          "Jira's descriptions are not beside the project: their suite is left out.");
      return Stream.empty();
    }
    return Stream.of(
        dynamicTest("a wrong request to Cloud is found", () -> wrong(true, "/rest/api/3")),
        dynamicTest(
            "a wrong request to a Data Center is found", () -> wrong(false, "/rest/api/2")));
  }

  private static void wrong(boolean cloud, String root) {
    assertEquals(List.of(), check(cloud, "GET", root + "/myself", ""));
    assertFound(check(cloud, "GET", root + "/my-self", ""));
    assertFound(check(cloud, "DELETE", root + "/myself", ""));
    assertFound(check(cloud, "GET", root + "/issue/1?field=summary", ""));
    assertFound(check(cloud, "POST", root + "/issue", "{\"fields\":[]}"));
    String search = root + (cloud ? "/search/jql" : "/search");
    assertFound(check(cloud, "POST", search, "{\"jql\":5}"));
    assertFound(check(cloud, "POST", search, "{\"jql\":\"x\",\"maxResult\":5}"));
    StubReply reply = StubReply.json(200, Json.object().put("active", "yes"));
    assertFound(
        JiraDescription.of(cloud)
            .check(StubRequest.of("GET", root + "/myself", "", ""), Optional.of(reply)));
  }

  private static List<String> check(boolean cloud, String method, String url, String body) {
    return JiraDescription.of(cloud).check(StubRequest.of(method, url, "", body), Optional.empty());
  }

  private static void assertFound(List<String> problems) {
    assertTrue(!problems.isEmpty(), "nothing was found");
  }
}
