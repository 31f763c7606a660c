package io.followthrough.daemon.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.followthrough.connector.jira.ConfluenceStub;
import io.followthrough.connector.jira.ReviewsStub;
import io.followthrough.connector.jira.StubExchange;
import io.followthrough.daemon.cli.Program;
import io.followthrough.http.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Postmortems in a wiki and in an issue tracker, from their first words to their tickets. */
final class WikiTest {
  private static final String ALERT = "Add an alert for replication lag above 30 s";
  private static final String KEYS = "Rotate the signing keys of the checkout gateway";
  private static final String SECRET = "Replace the leaked key of the vault";

  @TempDir private Path folder = Path.of("");

  private volatile Instant now = Instant.parse("2026-11-10T10:00:00Z");
  private final Program program =
      new Program(Map.of("WIKI", ConfluenceStub.TOKEN, "JIRA", ReviewsStub.TOKEN), this::instant);

  private void configure(String source) throws IOException {
    Files.writeString(
        folder.resolve("followthrough.yaml"),
        """
        installation: acme-sre
        contact: "#reliability"
        postmortem-ticket: off
        sources:
          - { %s }
        trackers:
          - { name: sandbox, type: embedded }
        people:
          - { name: Alice Martin, manager: Victor Prime }
          - { name: Victor Prime }
        web: off
        """
            .formatted(source));
  }

  private Program.Result run(int exitCode, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("-c", folder.resolve("followthrough.yaml").toString()));
    Program.Result result = program.run(all.toArray(String[]::new));
    assertEquals(exitCode, result.exitCode(), () -> result.out() + result.err());
    return result;
  }

  private Instant instant() {
    return now;
  }

  private void pass(Duration time) {
    now = now.plus(time);
  }

  /** Title, owner, due date and ticket of each item. */
  private List<String> items() {
    JsonNode status = Json.parse(run(0, "status", "--format", "json").out()).orElseThrow();
    List<String> items = new ArrayList<>();
    for (JsonNode item : status.path("items")) {
      items.add(
          item.path("title").asText()
              + " | "
              + item.path("owner").asText()
              + " | "
              + item.path("due").asText()
              + (item.path("ticket").isObject() ? " | ticket" : ""));
    }
    items.sort(null);
    return items;
  }

  private static String page(String mention, String due) {
    return """
    <h2>Action items</h2>
    <ac:task-list><ac:task><ac:task-id>1</ac:task-id><ac:task-status>incomplete</ac:task-status>
    <ac:task-body><span>%s %s&nbsp;<time datetime="%s" /></span></ac:task-body></ac:task></ac:task-list>
    <table><tbody><tr><th>Action</th><th>Owner</th><th>Due</th></tr>
    <tr><td>%s</td><td>%s</td><td><time datetime="2027-02-01" /></td></tr></tbody></table>
    """
        .formatted(mention, ALERT, due, KEYS, mention);
  }

  private static String lines(ConfluenceStub wiki) {
    List<String> paths =
        wiki.journal().stream()
            .map(StubExchange::path)
            .map(path -> path.replaceFirst("^/(?:wiki|confluence)", ""))
            .toList();
    wiki.forgetJournal();
    return String.join(" ", paths);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aPageBecomesTicketsOnceItIsApprovedAndConfirmed(boolean cloud) throws IOException {
    try (ConfluenceStub wiki = ConfluenceStub.start(cloud, this::instant, "SRE")) {
      configure(
          "name: wiki, type: confluence, url: \"%s\", space: SRE, label: postmortem, ready: { label: approved }, auth: { %stoken: \"${env:WIKI}\" }"
              .formatted(wiki.url(), cloud ? "email: " + ConfluenceStub.EMAIL + ", " : ""));
      String mention =
          "<ac:link><ri:user ri:%s=\"%s\" /></ac:link>"
              .formatted(cloud ? "account-id" : "userkey", wiki.person("Alice Martin"));
      String id = wiki.write("SRE", "Checkout outage", page(mention, "2027-01-15"));
      wiki.label(id, "postmortem");

      run(0, "sync");
      assertTrue(items().stream().noneMatch(item -> item.endsWith("ticket")), items()::toString);

      wiki.label(id, "approved");
      Program.Result waiting = run(4, "sync");
      assertTrue(waiting.out().contains(ALERT), waiting::out);
      run(0, "confirm", "--yes");
      run(0, "sync");
      assertEquals(
          List.of(
              ALERT + " | Alice Martin | 2027-01-15 | ticket",
              KEYS + " | Alice Martin | 2027-02-01 | ticket"),
          items());

      wiki.forgetJournal();
      run(0, "sync");
      assertEquals("/rest/api/user/current /rest/api/content/search", lines(wiki));

      pass(Duration.ofHours(2));
      wiki.edit(id, page(mention, "2027-01-29"));
      run(0, "sync");
      assertEquals(ALERT + " | Alice Martin | 2027-01-29 | ticket", items().get(0));
      assertEquals(List.of(), wiki.violations());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aPageThatOnlySomeMayReadIsCountedAndNothingElse(boolean cloud) throws IOException {
    try (ConfluenceStub wiki = ConfluenceStub.start(cloud, this::instant, "SRE")) {
      configure(
          "name: wiki, type: confluence, url: \"%s\", space: SRE, ready: { label: approved }, auth: { %stoken: \"${env:WIKI}\" }"
              .formatted(wiki.url(), cloud ? "email: " + ConfluenceStub.EMAIL + ", " : ""));
      String id =
          wiki.write(
              "SRE", "Vault breach", "<h2>Action items</h2><ul><li>" + SECRET + "</li></ul>");
      wiki.label(id, "approved");
      wiki.restrict(id, "Carol Diaz");

      Program.Result sync = run(0, "sync");
      assertTrue(sync.out().contains("1 document confidential: counted"), sync::out);
      assertEquals(List.of(), items());
      assertFalse((sync.out() + sync.err()).contains("Vault"), sync::out);

      wiki.forgetJournal();
      run(0, "sync");
      assertEquals("/rest/api/user/current /rest/api/content/search", lines(wiki));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anIssueBecomesTicketsAfterADayUnedited(boolean cloud) throws IOException {
    try (ReviewsStub jira = ReviewsStub.start(cloud, this::instant)) {
      configure(
          "name: pir, type: jira-issues, url: \"%s\", jql: \"%s\", auth: { %stoken: \"${env:JIRA}\" }"
              .formatted(
                  jira.url(), ReviewsStub.JQL, cloud ? "email: " + ReviewsStub.EMAIL + ", " : ""));
      jira.write("10001", "Checkout outage", cloud ? nodes() : wiki());

      run(0, "sync");
      assertTrue(items().stream().noneMatch(item -> item.endsWith("ticket")), items()::toString);

      pass(Duration.ofHours(25));
      run(4, "sync");
      run(0, "confirm", "--yes");
      run(0, "sync");
      assertEquals(List.of(ALERT + " | Alice Martin | 2027-01-15 | ticket"), items());

      int before = jira.journal().size();
      run(0, "sync");
      assertEquals(before + 2, jira.journal().size());
      assertEquals(List.of(), jira.violations());
    }
  }

  private static JsonNode wiki() {
    return JsonNodeFactory.instance.textNode(
        "h2. Action items\n\n* " + ALERT + " (owner: Alice Martin, due 2027-01-15)\n");
  }

  private static JsonNode nodes() {
    String json =
        """
        {"type":"doc","version":1,"content":[
          {"type":"heading","attrs":{"level":2},"content":[{"type":"text","text":"Action items"}]},
          {"type":"taskList","content":[{"type":"taskItem","attrs":{"state":"TODO"},"content":[
            {"type":"mention","attrs":{"id":"557058:1f","text":"@Alice Martin"}},
            {"type":"text","text":" %s "},
            {"type":"date","attrs":{"timestamp":"1799971200000"}}]}]}]}
        """
            .formatted(ALERT);
    return Json.parse(json).orElseThrow();
  }
}
