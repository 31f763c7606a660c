package io.followthrough.connector.jira;

import static io.followthrough.connector.jira.JiraFixture.draft;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.followthrough.http.Json;
import io.followthrough.tracker.CheckFinding;
import io.followthrough.tracker.CheckFinding.Level;
import io.followthrough.tracker.Receipt;
import io.followthrough.tracker.TicketDraft;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each type of field is sent, on both editions, as their create metadata ask for it. */
final class JiraFieldsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Team | Payments | \"Payments\"",
        "Service | billing | {\"id\":\"10101\"}",
        "Service | 10100 | {\"id\":\"10100\"}",
        "Story points | 2.5 | 2.5",
        "Region | Europe | {\"id\":\"10110\"}",
        "Region | Europe > France | {\"id\":\"10110\",\"child\":{\"id\":\"10111\"}}",
        "Drill | 2027-01-31 | \"2027-01-31\"",
        "Happened | 2026-11-02T09:30:00+01:00 | \"2026-11-02T08:30:00.000+0000\"",
        "Happened | 2026-11-02 | \"2026-11-02T00:00:00.000+0000\"",
        "Platforms | Web, ios | [{\"id\":\"10120\"},{\"id\":\"10121\"}]",
        "Tags | lag, replica | [\"lag\",\"replica\"]",
        "Target | 2.0 | {\"id\":\"10131\"}",
        "fixVersions | 1.2, 2.0 | [{\"id\":\"10130\"},{\"id\":\"10131\"}]",
        "Components | ledger | [{\"id\":\"10141\"}]",
      })
  void wordsBecomeWhatTheFieldWants(String field, String words, String sent) {
    for (boolean cloud : List.of(true, false)) {
      try (JiraFixture f = new JiraFixture(cloud, Map.of("fields." + field, words))) {
        Receipt receipt = f.created(draft(1));

        assertEquals(List.of(), receipt.remarks());
        assertEquals(Json.parse(sent).orElseThrow(), sent(f, field));
        assertEquals(List.of(), problems(f));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void peopleInFieldsAreAccountsOnCloudAndNamesOnADataCenter(boolean cloud) {
    Map<String, String> fields =
        Map.of("fields.Reviewer", "bob@acme.io", "fields.Reviewers", "Alice Martin, bob@acme.io");
    try (JiraFixture f = new JiraFixture(cloud, fields)) {
      assertEquals(List.of(), f.created(draft(1)).remarks());

      String key = cloud ? "accountId" : "name";
      assertEquals(f.stub.handle("bob"), sent(f, "Reviewer").path(key).asText());
      assertEquals(f.stub.handle("alice"), sent(f, "Reviewers").path(0).path(key).asText());
      assertEquals(f.stub.handle("bob"), sent(f, "Reviewers").path(1).path(key).asText());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Service | shipping | but one of checkout, billing",
        "Story points | many | but a number",
        "Region | Asia | but one of Europe",
        "Region | Europe > Spain | but one of France",
        "Drill | next week | but a date such as 2027-01-31",
        "Happened | at noon | but a time such as 2027-01-31T14:00:00Z",
        "Platforms | Web, Android | but one of Web, iOS",
        "Target | 9.9 | but one of 1.2, 2.0",
        "Components | Kitchen | but one of Cart, Ledger",
        "Reviewer | mallory@acme.io | but somebody who can be assigned",
      })
  void wordsThatAFieldDoesNotTakeAreFoundByCheckAndLeftOut(
      String field, String words, String mend) {
    for (boolean cloud : List.of(true, false)) {
      try (JiraFixture f = new JiraFixture(cloud, Map.of("fields." + field, words))) {
        List<String> problems = problems(f);
        assertEquals(1, problems.size(), problems::toString);
        assertTrue(problems.get(0).contains(mend), problems.get(0));

        List<String> remarks = f.created(draft(1)).remarks();
        assertEquals(1, remarks.size(), remarks::toString);
        assertTrue(remarks.get(0).contains(mend), remarks.get(0));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aParentIsTheParentFieldOrTheEpicLinkByMetadata(boolean cloud) {
    try (JiraFixture f = new JiraFixture(cloud)) {
      String epic = f.stub.open("PAY", "carol", "Reliability", "Words");
      if (!cloud) {
        f.stub.configure(
            "PAY",
            project -> {
              project.screen.remove("parent");
              project.screen.add("customfield_10015");
            });
      }
      assertEquals(List.of(), f.created(below(1, epic)).remarks());

      JsonNode fields = lastSent(f);
      assertEquals(
          epic,
          cloud
              ? fields.path("parent").path("key").asText()
              : fields.path("customfield_10015").asText());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aParentThatCannotBeSetIsSaidAndTheTicketIsOpened(boolean cloud) {
    try (JiraFixture f = new JiraFixture(cloud)) {
      List<String> absent = f.created(below(1, "PAY-404")).remarks();
      assertEquals(1, absent.size(), absent::toString);
      assertTrue(absent.get(0).startsWith("Jira refused and the ticket was opened without"));
      assertTrue(absent.get(0).contains("parent"), absent.get(0));

      f.clock.advance(Duration.ofHours(2));
      f.stub.configure("PAY", project -> project.screen.remove("parent"));
      assertEquals(
          List.of("The parent PAY-1 was not set: the create screen has no field for it."),
          f.created(below(2, "PAY-1")).remarks());
    }
  }

  private static TicketDraft below(int item, String parent) {
    TicketDraft plain = draft(item);
    return new TicketDraft(
        plain.marker(),
        plain.title(),
        plain.block(),
        plain.assignee(),
        plain.due(),
        plain.priority(),
        plain.labels(),
        plain.project(),
        plain.issueType(),
        Optional.of(parent));
  }

  private static JsonNode sent(JiraFixture f, String name) {
    String id =
        StubFields.CUSTOM.entrySet().stream()
            .filter(entry -> entry.getValue().get(0).equals(name))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElse(name.equals("Components") ? "components" : name);
    return lastSent(f).path(id);
  }

  private static JsonNode lastSent(JiraFixture f) {
    List<StubExchange> writes = f.stub.writes();
    return Json.parse(writes.get(writes.size() - 1).requestBody()).orElseThrow().path("fields");
  }

  private static List<String> problems(JiraFixture f) {
    return f.tracker.check().stream()
        .filter(finding -> finding.level() == Level.PROBLEM)
        .map(CheckFinding::message)
        .toList();
  }
}
