package io.followthrough.connector.github;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.followthrough.tracker.FailureKind;
import io.followthrough.tracker.Prose;
import io.followthrough.tracker.Receipt;
import io.followthrough.tracker.Span;
import io.followthrough.tracker.Ticket;
import io.followthrough.tracker.TicketDraft;
import io.followthrough.tracker.TicketState;
import io.followthrough.tracker.TrackerException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BirthsTest {
  private static final String ISSUES = "/repos/acme/backend/issues";
  private final Fixture f = new Fixture(Map.of(), List.of("postmortem"));

  @AfterEach
  void close() {
    f.close();
  }

  @Test
  void aTicketIsBornWithItsMarkLabelsAndAssignee() {
    Receipt receipt = f.created(Fixture.draft(1, Optional.of("alice-m"), List.of("sev1")));
    GitHubStub.Seen seen = f.stub.issue(Fixture.SLUG, 1);

    assertEquals(
        """
        <!-- followthrough:v1:acme-sre:item0001:d0c:7171e -->
        Promised in the postmortem of INC-42.

        - **Due** 2026-12-01

        Followthrough, acme-sre
        <!-- /followthrough -->""",
        seen.body());
    assertEquals("Add an alert for replication lag (1)", seen.title());
    assertEquals(List.of("postmortem", "sev1"), seen.labels());
    assertEquals(List.of("alice-m"), seen.assignees());
    assertEquals(List.of(), receipt.remarks());
    assertEquals(Optional.of("alice-m"), receipt.written().assignee());
    assertEquals(seen.title(), receipt.written().title());
    assertEquals(receipt.ticket().block(), receipt.written().block());
    Ticket ticket = receipt.ticket();
    assertEquals("1", ticket.ref().id());
    assertEquals("acme/backend#1", ticket.ref().key());
    assertEquals(f.stub.url() + "/acme/backend/issues/1", ticket.ref().url());
    assertEquals(TicketState.OPEN, ticket.state());
    assertEquals(Optional.of(Fixture.marker(1)), ticket.marker());
  }

  @Test
  void afterTheFirstTicketEachTakesOneRequest() {
    f.created(Fixture.draft(1, Optional.of("alice-m"), List.of()));

    assertEquals(
        List.of(
            "GET /repos/acme/backend/labels 200",
            "POST /repos/acme/backend/labels 201",
            "GET /repos/acme/backend/assignees/alice-m 204",
            "POST " + ISSUES + " 201"),
        f.requests());
    for (int item = 2; item <= 12; item++) {
      f.created(Fixture.draft(item, Optional.of("alice-m"), List.of("postmortem")));
    }
    assertEquals(11, f.requests().size());
    assertEquals(12, f.stub.issues(Fixture.SLUG).size());
  }

  @Test
  void anOwnerWhoCannotBeAssignedIsSaidAndLosesNothing() {
    Receipt receipt = f.created(Fixture.draft(1, Optional.of("mallory"), List.of()));

    assertEquals(Optional.empty(), receipt.written().assignee());
    assertTrue(receipt.remarks().get(0).startsWith("mallory could not be assigned"));
    assertEquals(List.of(), f.stub.issue(Fixture.SLUG, 1).assignees());
  }

  @Test
  void anAssigneeThatGitHubDropsInSilenceIsSaid() {
    f.stub.dropAssigneesSilently(Fixture.SLUG);
    Receipt receipt = f.created(Fixture.draft(1, Optional.of("alice-m"), List.of()));

    assertEquals(Optional.empty(), receipt.written().assignee());
    assertTrue(receipt.remarks().get(0).startsWith("alice-m could not be assigned"));
  }

  @Test
  void anAssigneeThatGitHubRefusesAfterAllIsLeftOutOnce() {
    f.stub.inject(StubFault.REFUSE_ASSIGNEES, e -> e.line().startsWith("POST " + ISSUES), 1);
    Receipt receipt = f.created(Fixture.draft(1, Optional.of("alice-m"), List.of()));

    assertEquals(1, receipt.remarks().size());
    assertEquals(1, f.stub.issues(Fixture.SLUG).size());
    assertEquals(
        List.of("POST " + ISSUES + " 422", "POST " + ISSUES + " 201"),
        f.requests().stream().filter(line -> line.startsWith("POST " + ISSUES)).toList());
  }

  @Test
  void droppedLabelsAreSaid() {
    f.stub.configure(Fixture.SLUG, repository -> repository.dropsLabels = true);

    assertEquals(
        List.of("GitHub left the label postmortem out: the token needs triage permission for it."),
        f.created(Fixture.draft(1)).remarks());
  }

  @Test
  void labelsThatCannotBeMadeAreSaidAndLoseNothing() {
    f.stub.configure(Fixture.SLUG, repository -> repository.push = false);
    Receipt receipt = f.created(Fixture.draft(1, Optional.empty(), List.of("x".repeat(51))));

    assertEquals(2, receipt.remarks().size());
    assertEquals(List.of(), f.stub.issue(Fixture.SLUG, 1).labels());
  }

  @Test
  void aLabelThatIsThereInAnotherCaseIsNotMadeAgain() {
    f.stub.configure(Fixture.SLUG, repository -> repository.labels.put("PostMortem", 5L));
    f.created(Fixture.draft(1));

    assertEquals(
        List.of("GET /repos/acme/backend/labels 200", "POST " + ISSUES + " 201"), f.requests());
  }

  @ParameterizedTest
  @ValueSource(strings = {"LOSE_REPLY", "CUT_REPLY", "ERROR_AFTER", "LOSE_REQUEST", "BAD_GATEWAY"})
  void whatMayHaveBeenAppliedIsUnknownAndSentOnce(StubFault fault) {
    f.created(Fixture.draft(1));
    f.requests();
    f.stub.injectOnWrites(fault, 1);

    assertEquals(FailureKind.UNKNOWN_OUTCOME, f.refused(Fixture.draft(2)).kind());
    assertEquals(1, f.requests().size());
    assertEquals(fault.isApplied() ? 2 : 1, f.stub.issues(Fixture.SLUG).size());
  }

  @ParameterizedTest
  @EnumSource(
      value = StubFault.class,
      names = {"TOO_MANY_REQUESTS", "PRIMARY_LIMIT", "SECONDARY_LIMIT", "TOO_QUICK"})
  void aLimitSaysWhenToComeBackAndEndsTheRound(StubFault fault) {
    f.created(Fixture.draft(1));
    f.requests();
    f.stub.injectOnWrites(fault, 1);
    List<FailureKind> kinds = new ArrayList<>();
    f.tracker
        .create(List.of(Fixture.draft(2), Fixture.draft(3)))
        .forEach(outcome -> outcome.match(created -> true, e -> kinds.add(e.kind())));

    assertEquals(List.of(FailureKind.THROTTLED, FailureKind.THROTTLED), kinds);
    assertEquals(1, f.requests().size());
  }

  @Test
  void theInstantOfALimitIsGitHubs() {
    f.created(Fixture.draft(1));
    f.stub.injectOnWrites(StubFault.PRIMARY_LIMIT, 1);
    assertEquals(
        Optional.of(f.clock.instant().plusSeconds(600)), f.refused(Fixture.draft(2)).retryAt());
    f.stub.injectOnWrites(StubFault.TOO_MANY_REQUESTS, 1);
    assertEquals(
        Optional.of(f.clock.instant().plusSeconds(30)), f.refused(Fixture.draft(2)).retryAt());
  }

  @Test
  void anUnstatedWaitDoublesUntilSomethingSucceeds() {
    f.created(Fixture.draft(1));
    List<Long> waits = new ArrayList<>();
    f.stub.injectOnWrites(StubFault.SECONDARY_LIMIT, 3);
    for (int i = 0; i < 3; i++) {
      waits.add(
          f.refused(Fixture.draft(2)).retryAt().orElseThrow().getEpochSecond()
              - f.clock.instant().getEpochSecond());
    }
    f.created(Fixture.draft(2));
    f.stub.injectOnWrites(StubFault.SECONDARY_LIMIT, 1);
    waits.add(
        f.refused(Fixture.draft(3)).retryAt().orElseThrow().getEpochSecond()
            - f.clock.instant().getEpochSecond());

    assertEquals(60, waits.get(3));
    assertEquals(2, waits.get(2) / waits.get(1));
  }

  @Test
  void switchedOffIssuesRejectTheTicketWithTheMend() {
    f.created(Fixture.draft(1));
    f.stub.configure(Fixture.SLUG, repository -> repository.hasIssues = false);
    TrackerException failure = f.refused(Fixture.draft(2));

    assertEquals(FailureKind.REJECTED, failure.kind());
    assertTrue(failure.toString().contains("switch issues on"));
  }

  @Test
  void aRefusedTokenAndAHiddenOrRenamedRepositoryDenyAndNeverSayGone() {
    f.created(Fixture.draft(1));
    f.stub.rename(Fixture.SLUG, "backend-api");
    TrackerException moved = f.refused(Fixture.draft(2));
    f.stub.hideRepository("acme/backend-api");
    TrackerException hidden = f.refused(Fixture.draft(2));
    f.stub.revokeToken();
    TrackerException revoked = f.refused(Fixture.draft(2));

    assertEquals(FailureKind.DENIED, moved.kind());
    assertTrue(moved.toString().contains("set its present name"));
    assertEquals(FailureKind.DENIED, hidden.kind());
    assertTrue(hidden.toString().contains("does not exist, or the token may not see it"));
    assertEquals(FailureKind.DENIED, revoked.kind());
    assertTrue(revoked.toString().contains("Bad credentials"));
  }

  @Test
  void longTextIsCutAndKeepsItsFooter() {
    Prose block = Prose.empty();
    for (int i = 0; i < 2000; i++) {
      block = block.bullet(Span.plain("line " + i + " with @someone, #12 and <!-- words -->"));
    }
    TicketDraft plain = Fixture.draft(1);
    TicketDraft draft =
        new TicketDraft(
            plain.marker(),
            "t".repeat(1000),
            block.paragraph(Span.plain("x".repeat(200_000))).paragraph(Span.plain("The foot.")),
            plain.assignee(),
            plain.due(),
            plain.priority(),
            plain.labels(),
            plain.project(),
            plain.issueType(),
            plain.parent());
    f.created(draft);
    GitHubStub.Seen seen = f.stub.issue(Fixture.SLUG, 1);

    assertEquals(256, seen.title().length());
    assertTrue(seen.body().length() <= 65_536 && seen.body().length() > 20_000);
    assertTrue(seen.body().endsWith("The foot.\n<!-- /followthrough -->"));
    assertTrue(seen.body().contains("(cut: the rest stands in the postmortem)"));
  }

  @Test
  void anotherRepositoryIsATrackerOfItsOwn() {
    TicketDraft plain = Fixture.draft(1);
    TrackerException failure =
        f.refused(
            new TicketDraft(
                plain.marker(),
                plain.title(),
                plain.block(),
                plain.assignee(),
                plain.due(),
                plain.priority(),
                plain.labels(),
                Optional.of("acme/other"),
                plain.issueType(),
                plain.parent()));

    assertEquals(FailureKind.REJECTED, failure.kind());
    assertEquals(List.of(), f.requests());
  }

  @Test
  void theInstantOfBirthIsGitHubs() {
    assertEquals(f.clock.instant(), f.created(Fixture.draft(1)).ticket().createdAt());
  }
}
