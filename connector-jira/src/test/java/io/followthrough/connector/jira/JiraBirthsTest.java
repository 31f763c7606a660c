package io.followthrough.connector.jira;

import static io.followthrough.connector.jira.JiraFixture.draft;
import static io.followthrough.connector.jira.JiraFixture.marker;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.followthrough.http.Json;
import io.followthrough.tracker.FailureKind;
import io.followthrough.tracker.MarkQuery;
import io.followthrough.tracker.Receipt;
import io.followthrough.tracker.Ticket;
import io.followthrough.tracker.TrackerException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JiraBirthsTest {
  private static final MarkQuery FIRST =
      new MarkQuery("acme-sre", Set.of("item0001"), Instant.EPOCH);

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aTicketIsOneWriteWithItsMarkInIt(boolean cloud) {
    try (JiraFixture f = new JiraFixture(cloud)) {
      f.created(draft(1));
      f.requests();
      Receipt receipt = f.created(draft(2, Optional.of(f.stub.handle("alice")), Map.of()));

      List<StubExchange> journal = f.stub.journal();
      JsonNode sent = Json.parse(journal.get(journal.size() - 1).requestBody()).orElseThrow();
      assertEquals("followthrough", sent.path("properties").path(0).path("key").asText());
      assertEquals(marker(2).encode(), sent.path("properties").path(0).path("value").asText());
      assertEquals(
          List.of("postmortem", "sev-1", "followthrough-acme-sre", "ft-item0002"),
          receipt.ticket().labels());
      assertTrue(sent.path("fields").path("description").toString().contains(marker(2).encode()));
      assertEquals(List.of("GET /user/assignable/search 200", "POST /issue 201"), f.requests());
      assertEquals(List.of(), receipt.remarks());
      assertEquals(Optional.of("High"), receipt.ticket().priority());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void fieldsAreFilledByNameAndIdWithTheirTypes(boolean cloud) {
    Map<String, String> fields =
        Map.of(
            "fields.Team", "Payments",
            "fields.Service", "${item.service}",
            "fields.customfield_10012", "8",
            "fields.Region", "Europe > France",
            "fields.Notes", "Seen in ${incident.id}",
            "place", "next-sprint",
            "issue-types.detection", "Bug");
    try (JiraFixture f = new JiraFixture(cloud, fields)) {
      Receipt receipt =
          f.created(
              draft(
                  1,
                  Optional.empty(),
                  Map.of(
                      "item.service",
                      "Checkout",
                      "incident.id",
                      "INC-42",
                      "item.kind",
                      "detection")));

      assertEquals(List.of(), receipt.remarks());
      JsonNode sent =
          Json.parse(f.stub.writes().get(f.stub.writes().size() - 1).requestBody())
              .orElseThrow()
              .path("fields");
      assertEquals("Payments", sent.path("customfield_10010").asText());
      assertEquals("10100", sent.path("customfield_10011").path("id").asText());
      assertEquals(8, sent.path("customfield_10012").asInt());
      assertEquals("10111", sent.path("customfield_10013").path("child").path("id").asText());
      assertTrue(sent.path("customfield_10014").toString().contains("Seen in INC-42"));
      assertEquals(7, sent.path("customfield_10020").asInt());
      assertEquals("10002", sent.path("issuetype").path("id").asText());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatTheScreenDoesNotHaveIsLeftOutAndSaid(boolean cloud) {
    try (JiraFixture f = new JiraFixture(cloud, Map.of("fields.Colour", "blue"))) {
      f.stub.configure("PAY", p -> p.screen.removeAll(Set.of("duedate", "priority", "assignee")));
      Receipt receipt = f.created(draft(1, Optional.of(f.stub.handle("alice")), Map.of()));

      assertEquals(4, receipt.remarks().size(), receipt.remarks()::toString);
      assertEquals(Optional.empty(), receipt.written().due());
      assertEquals(Optional.empty(), receipt.written().assignee());
      assertEquals(1, f.stub.issues().size());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aFieldThatIsRefusedAllTheSameIsLeftOutAndSaid(boolean cloud) {
    try (JiraFixture f = new JiraFixture(cloud)) {
      f.created(draft(1));
      f.stub.configure("PAY", p -> p.screen.remove("duedate"));
      f.requests();
      Receipt receipt = f.created(draft(2));

      assertEquals(List.of("POST /issue 400", "POST /issue 201"), f.requests());
      assertEquals(1, receipt.remarks().size());
      assertTrue(receipt.remarks().get(0).contains("duedate"), receipt.remarks().get(0));
      assertEquals(Optional.empty(), receipt.written().due());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void withoutLabelsOrARequiredFieldNothingIsSent(boolean cloud) {
    try (JiraFixture f = new JiraFixture(cloud)) {
      f.stub.configure("PAY", p -> p.required.add("customfield_10011"));
      TrackerException required = f.refused(draft(1));
      f.clock.advance(Duration.ofHours(2));
      f.stub.configure("PAY", p -> p.screen.remove("labels"));
      TrackerException labels = f.refused(draft(1));

      assertEquals(FailureKind.REJECTED, required.kind());
      assertTrue(required.words().contains("requires Service"), required.words());
      assertEquals(FailureKind.REJECTED, labels.kind());
      assertTrue(labels.words().contains("Labels"), labels.words());
      assertEquals(0, f.stub.writes().size());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "true, LOSE_REPLY, UNKNOWN_OUTCOME, 1",
    "true, CUT_REPLY, UNKNOWN_OUTCOME, 1",
    "true, ERROR_AFTER, UNKNOWN_OUTCOME, 1",
    "true, LOSE_REQUEST, UNKNOWN_OUTCOME, 0",
    "true, BAD_GATEWAY, UNKNOWN_OUTCOME, 0",
    "true, LOGIN_PAGE, UNKNOWN_OUTCOME, 0",
    "true, BURST_LIMIT, THROTTLED, 0",
    "true, QUOTA, THROTTLED, 0",
    "true, PER_ISSUE_LIMIT, UNAVAILABLE, 0",
    "true, FORBIDDEN, DENIED, 0",
    "false, LOSE_REPLY, UNKNOWN_OUTCOME, 1",
    "false, CUT_REPLY, UNKNOWN_OUTCOME, 1",
    "false, ERROR_AFTER, UNKNOWN_OUTCOME, 1",
    "false, LOSE_REQUEST, UNKNOWN_OUTCOME, 0",
    "false, BARE_LIMIT, THROTTLED, 0",
    "false, FORBIDDEN, DENIED, 0"
  })
  void aLostAnswerIsUnknownAndNeverSentAgain(
      boolean cloud, StubFault fault, FailureKind kind, int tickets) {
    try (JiraFixture f = new JiraFixture(cloud)) {
      f.stub.lagIndex(Duration.ofMinutes(3));
      f.stub.injectOnWrites(fault, 1);
      TrackerException failure = f.refused(draft(1));

      assertEquals(kind, failure.kind());
      assertFalse(failure.words().contains(JiraStub.TOKEN));
      assertEquals(1, f.stub.writes().size());
      assertEquals(tickets, f.stub.issues().size());
      assertEquals(List.of(), f.tracker.find(FIRST), "the index lags");
      f.clock.advance(f.tracker.findLag());
      assertEquals(tickets, f.tracker.find(FIRST).size());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatIsToldOfANewTicketIsWhatJiraHolds(boolean cloud) {
    try (JiraFixture f = new JiraFixture(cloud)) {
      Receipt receipt = f.created(draft(1, Optional.of(f.stub.handle("alice")), Map.of()));
      Ticket told = receipt.ticket();
      Ticket read = f.tracker.read(told.ref());

      assertEquals(read.ref(), told.ref());
      assertEquals(read.title(), told.title());
      assertEquals(read.block(), told.block());
      assertEquals(read.block(), receipt.written().block());
      assertEquals(read.marker(), told.marker());
      assertEquals(read.labels(), told.labels());
      assertEquals(read.priority(), told.priority());
      assertEquals(read.due(), told.due());
      assertEquals(read.assignees(), told.assignees());
      assertEquals(Optional.of(f.stub.handle("alice")), receipt.written().assignee());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aLabelAloneIsNoMark(boolean cloud) {
    try (JiraFixture f = new JiraFixture(cloud)) {
      String key = f.stub.open("PAY", "carol", "A copy", "Words");
      f.stub.edit(key, issue -> issue.labels.add("ft-item0001"));

      assertEquals(List.of(), f.tracker.find(FIRST));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aHiddenProjectIsDeniedAndTheRestIsNotTried(boolean cloud) {
    try (JiraFixture f = new JiraFixture(cloud)) {
      f.stub.hideProject("PAY");
      f.tracker
          .create(List.of(draft(1), draft(2)))
          .forEach(
              outcome ->
                  assertEquals(
                      FailureKind.DENIED,
                      outcome.<FailureKind>match(
                          receipt -> FailureKind.BROKEN, TrackerException::kind)));
      assertEquals(0, f.stub.writes().size());
    }
  }
}
