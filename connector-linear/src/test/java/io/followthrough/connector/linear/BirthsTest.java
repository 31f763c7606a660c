package io.followthrough.connector.linear;

import static io.followthrough.connector.linear.Fixture.draft;
import static io.followthrough.connector.linear.Fixture.full;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.followthrough.tracker.FailureKind;
import io.followthrough.tracker.Outcome;
import io.followthrough.tracker.Receipt;
import io.followthrough.tracker.TicketDraft;
import io.followthrough.tracker.TicketState;
import io.followthrough.tracker.TrackerException;
import io.followthrough.tracker.TrackerSamples;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How issues are born in Linear, and that none is born twice. */
final class BirthsTest {
  @Test
  void theIdIsOursTheSameAtEveryTryAndOfTheVersionThatLinearWants() {
    try (Fixture f = new Fixture();
        Fixture again = new Fixture()) {
      String id = f.created(draft(1)).ticket().ref().id();

      assertEquals(4, UUID.fromString(id).version());
      assertEquals(2, UUID.fromString(id).variant());
      assertEquals(id, again.created(draft(1)).ticket().ref().id(), "another process, another day");
      assertFalse(id.equals(f.created(draft(2)).ticket().ref().id()));
    }
  }

  @Test
  void fiftyCreationsAreOneRequest() {
    try (Fixture f = new Fixture()) {
      f.created(draft(1000));
      f.stub.forgetJournal();
      List<TicketDraft> drafts = new ArrayList<>();
      for (int item = 1; item <= 50; item++) {
        drafts.add(draft(item));
      }

      List<Outcome> outcomes = f.tracker.create(drafts);

      assertEquals(List.of("CreateIssues"), f.stub.operations());
      assertEquals(50, outcomes.stream().filter(Outcome.Created.class::isInstance).count());
      assertEquals(51, f.stub.issues().size());
      f.stub.forgetJournal();
      drafts.add(draft(51));
      assertEquals(51, f.tracker.create(drafts).size());
      assertEquals(52, f.stub.issues().size(), "what was there is found, the rest is born");
    }
  }

  @Test
  void aTicketHasAllThatTheRouteAndTheConfigurationAskFor() {
    try (Fixture f = new Fixture(Map.of("template", "Bug", "estimate", "3"))) {
      f.stub.addProject("Reliability");
      f.stub.configure(
          "WEB",
          team ->
              StubWorld.list(team, "templates")
                  .add(StubWorld.tree("id", "t1", "name", "Bug", "type", "issue")));
      String parent = f.created(draft(9)).ticket().ref().key();

      Receipt receipt = f.created(full(1, Optional.of("reliability"), Optional.of(parent)));

      assertEquals(List.of(), receipt.remarks());
      LinearStub.Seen seen = f.stub.issueSeen(receipt.ticket().ref().id());
      assertEquals(Optional.of("alice"), seen.assignee());
      assertEquals(Optional.of("2027-03-04"), seen.due());
      assertEquals(1, seen.priority(), "1 is the highest, 0 is none");
      assertEquals(List.of("postmortem", "sev1"), seen.labels());
      f.stub.change(
          seen.id(),
          issue -> {
            assertEquals("Reliability", StubWorld.child(issue, "project").get("name"));
            assertEquals(parent, StubWorld.child(issue, "parent").get("identifier"));
            assertEquals("t1", issue.get("template"));
            assertEquals(3, issue.get("estimate"));
          });
      assertEquals(Optional.of("critical"), receipt.written().priority());
    }
  }

  @Test
  void labelsAreTakenFromTheWorkspaceAndTheTeamAndMadeForTheTeamWhereMissing() {
    try (Fixture f = new Fixture()) {
      f.stub.addTeam("OPS");
      f.stub.addLabel("Postmortem", Optional.empty());
      f.stub.addLabel("sev1", Optional.of("OPS"));

      Receipt receipt = f.created(full(1, Optional.empty(), Optional.empty()));

      assertEquals(List.of("Postmortem", "sev1"), receipt.ticket().labels());
      assertEquals(1, f.stub.operations().stream().filter("MakeLabel"::equals).count());
      f.created(full(2, Optional.empty(), Optional.empty()));
      assertEquals(1, f.stub.operations().stream().filter("MakeLabel"::equals).count());
    }
  }

  @Test
  void aRefusedFieldIsLeftOutAndNeverCostsTheTicket() {
    try (Fixture f = new Fixture(Map.of("estimate", "3"))) {
      f.stub.configure("WEB", team -> team.put("issueEstimationType", "notUsed"));
      Map<String, Object> group = Map.of("id", "g1");
      f.stub.addLabel("postmortem", Optional.of("WEB")).put("parent", group);
      f.stub.addLabel("sev1", Optional.of("WEB")).put("parent", group);

      Receipt receipt = f.created(full(1, Optional.empty(), Optional.empty()));

      assertEquals(List.of(), receipt.ticket().labels());
      assertEquals(2, receipt.remarks().size(), receipt.remarks()::toString);
      assertTrue(
          receipt.remarks().toString().contains("Only one label"), receipt.remarks()::toString);
      assertTrue(receipt.remarks().toString().contains("estimate"), receipt.remarks()::toString);
    }
  }

  @ParameterizedTest
  @CsvSource({"suspended, is suspended", "guest, is a guest", "robot, is an application"})
  void whoCannotBeAssignedIsSaidWithTheReason(String name, String reason) {
    try (Fixture f = new Fixture()) {
      Map<String, Object> user = f.stub.addUser(name, name.equals("robot"));
      user.put("active", !name.equals("suspended"));
      user.put("guest", name.equals("guest"));
      user.put("teams", new ArrayList<>());
      TicketDraft draft = TrackerSamples.assigned(1, name + "@acme.io");

      Receipt receipt = f.created(draft);

      assertEquals(List.of(), receipt.ticket().assignees());
      assertTrue(receipt.remarks().get(0).contains(reason), receipt.remarks()::toString);
      assertEquals(Optional.empty(), f.tracker.account(name + "@acme.io"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"alice@acme.io", "ALICE@acme.io", "alice", "Alice"})
  void aPersonIsKnownByEmailDisplayNameOrId(String handle) {
    try (Fixture f = new Fixture()) {
      Receipt receipt = f.created(TrackerSamples.assigned(1, handle));
      String id = receipt.ticket().assignees().get(0).id();

      assertEquals(Optional.of("alice@acme.io"), receipt.written().assignee());
      assertEquals(id, f.tracker.account(id).orElseThrow().id());
    }
  }

  @Test
  void aProjectThatIsNotThereIsThePersonsToMend() {
    try (Fixture f = new Fixture()) {
      TrackerException refusal = f.refused(full(1, Optional.of("Nowhere"), Optional.empty()));

      assertEquals(FailureKind.REJECTED, refusal.kind());
      assertTrue(refusal.words().contains("Nowhere"), refusal.words());
      assertEquals(List.of(), f.stub.issues());
    }
  }

  @Test
  void aTeamThatIsNotThereIsNamedWithThoseThatAre() {
    try (Fixture f = new Fixture()) {
      f.stub.configure("WEB", team -> team.put("key", "APP"));

      TrackerException refusal = f.refused(draft(1));

      assertEquals(FailureKind.DENIED, refusal.kind());
      assertTrue(refusal.words().contains("no team WEB"), refusal.words());
      assertTrue(refusal.words().contains("it sees APP"), refusal.words());
    }
  }

  @Test
  void aTeamThatIsRetiredMeanwhilePausesTheDestination() {
    try (Fixture f = new Fixture()) {
      f.created(draft(1));
      f.stub.configure("WEB", team -> team.put("retiredAt", "2026-11-21T10:00:00Z"));

      assertEquals(FailureKind.DENIED, f.refused(draft(2)).kind());
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = StubFault.class,
      names = {
        "LOSE_REQUEST",
        "LOSE_REPLY",
        "CUT_REPLY",
        "BAD_GATEWAY",
        "ERROR_AFTER",
        "INTERNAL_ERROR_AFTER",
        "LOCK_TIMEOUT",
        "NO_SUCCESS"
      })
  void afterAnyDoubtTheSameCallIsMadeAgainAndThereIsOneTicket(StubFault fault) {
    for (int drafts = 1; drafts <= 3; drafts += 2) {
      try (Fixture f = new Fixture()) {
        f.created(draft(9));
        List<TicketDraft> wanted = new ArrayList<>();
        for (int item = 1; item <= drafts; item++) {
          wanted.add(draft(item));
        }
        f.stub.inject(fault, request -> request.operation().startsWith("CreateIssue"), 1);

        List<Outcome> doubtful = f.tracker.create(wanted);
        doubtful.forEach(
            outcome -> assertEquals(FailureKind.UNKNOWN_OUTCOME, Fixture.failure(outcome).kind()));
        List<Outcome> sure = f.tracker.create(wanted);

        assertTrue(sure.stream().allMatch(Outcome.Created.class::isInstance), sure::toString);
        assertEquals(drafts + 1, f.stub.issues().size());
      }
    }
  }

  @Test
  void partialDataAfterACreationIsReadBack() {
    try (Fixture f = new Fixture()) {
      f.created(draft(9));
      f.stub.injectOnWrites(StubFault.PARTIAL_DATA, 1);

      Receipt receipt = f.created(TrackerSamples.assigned(1, Fixture.ALICE));

      assertEquals(Optional.of(Fixture.ALICE), receipt.written().assignee());
      assertEquals(2, f.stub.issues().size());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 400})
  void aConflictIsSuccessWhereTheIssueIsOursTrashedOrNot(int status) {
    try (Fixture f = new Fixture()) {
      f.stub.answerErrorsWith(status);
      Receipt once = f.created(draft(1));
      assertEquals(once, f.created(draft(1)));
      f.stub.trash(once.ticket().ref().id());

      Receipt trashed = f.created(draft(1));

      assertEquals(once.ticket().ref(), trashed.ticket().ref());
      assertEquals(TicketState.GONE, trashed.ticket().state());
      assertEquals(1, f.stub.issues().size(), "never a second one by itself");
    }
  }

  @Test
  void aConflictWithWhatIsNotOursIsAPersonsMatter() {
    try (Fixture f = new Fixture()) {
      String id = f.created(draft(1)).ticket().ref().id();
      f.stub.rewrite(id, "Somebody emptied it");

      TrackerException refusal = f.refused(draft(1));

      assertEquals(FailureKind.REJECTED, refusal.kind());
      assertTrue(refusal.words().contains("WEB-1"), refusal.words());
    }
  }

  @Test
  void onePoisonedDraftOfABatchHoldsBackNoOther() {
    try (Fixture f = new Fixture()) {
      TicketDraft poisoned = full(2, Optional.empty(), Optional.of("WEB-999"));

      List<Outcome> outcomes = f.tracker.create(List.of(draft(1), poisoned, draft(3)));

      assertEquals(3, outcomes.size());
      assertTrue(outcomes.get(0) instanceof Outcome.Created);
      assertTrue(outcomes.get(2) instanceof Outcome.Created);
      assertEquals(FailureKind.REJECTED, Fixture.failure(outcomes.get(1)).kind());
      assertEquals(2, f.stub.issues().size());
    }
  }
}
