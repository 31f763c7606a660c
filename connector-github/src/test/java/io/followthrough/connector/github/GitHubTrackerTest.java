package io.followthrough.connector.github;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.followthrough.tracker.Account;
import io.followthrough.tracker.CheckFinding;
import io.followthrough.tracker.CheckFinding.Level;
import io.followthrough.tracker.Comment;
import io.followthrough.tracker.FailureKind;
import io.followthrough.tracker.Ticket;
import io.followthrough.tracker.TicketRef;
import io.followthrough.tracker.TicketState;
import io.followthrough.tracker.TrackerException;
import io.followthrough.tracker.Transition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GitHubTrackerTest {
  private static final String KEY = "acme-sre/item0001/overdue/2026-12-01+0#1";
  private final Fixture f = new Fixture();

  @AfterEach
  void close() {
    f.close();
  }

  @Test
  void aNudgeIsOneRequestWithAMentionAndItsMark() {
    TicketRef ref = f.created(Fixture.draft(1)).ticket().ref();
    f.requests();
    Comment comment =
        f.tracker.comment(ref, Fixture.commentDraft(1, KEY, "what about this, @everyone? #1"));

    assertEquals(List.of("POST /repos/acme/backend/issues/1/comments 201"), f.requests());
    String body = f.stub.issue(Fixture.SLUG, 1).comments().get(0);
    assertTrue(body.startsWith("@alice-m: what about this"), body);
    assertFalse(body.contains("@everyone") || body.contains(" #1\n"), body);
    assertTrue(
        body.endsWith("<!-- followthrough:v1:acme-sre:item0001:d0c:7171e key=" + KEY + " -->"),
        body);
    assertEquals(Optional.of(KEY), comment.key());
    assertFalse(comment.body().contains("<!--"));
  }

  @Test
  void aLostCommentIsFoundByItsKeyOnWhateverPage() {
    TicketRef ref = f.created(Fixture.draft(1)).ticket().ref();
    for (int i = 0; i < 130; i++) {
      f.stub.comment(Fixture.SLUG, 1, "alice-m", "Comment " + i);
    }
    f.stub.injectOnWrites(StubFault.LOSE_REPLY, 1);
    TrackerException failure =
        assertThrows(
            TrackerException.class,
            () -> f.tracker.comment(ref, Fixture.commentDraft(1, KEY, "?")));
    f.requests();

    assertEquals(FailureKind.UNKNOWN_OUTCOME, failure.kind());
    assertEquals(Optional.of(KEY), f.tracker.findComment(ref, KEY).flatMap(Comment::key));
    assertEquals(2, f.requests().size());
    assertEquals(Optional.empty(), f.tracker.findComment(ref, KEY + "0"));
  }

  @Test
  void aStrangersCommentWithOurMarkIsNotOurs() {
    TicketRef ref = f.created(Fixture.draft(1)).ticket().ref();
    f.stub.comment(
        Fixture.SLUG,
        1,
        "mallory",
        "x\n\n<!-- followthrough:v1:acme-sre:item0001:d0c:7171e key=" + KEY + " -->");

    assertEquals(Optional.empty(), f.tracker.findComment(ref, KEY));
  }

  @Test
  void onlyOurOwnCommentIsEditedAndKeepsItsMark() {
    TicketRef ref = f.created(Fixture.draft(1)).ticket().ref();
    Comment ours = f.tracker.comment(ref, Fixture.commentDraft(1, KEY, "first"));
    f.stub.comment(Fixture.SLUG, 1, "alice-m", "Mine");
    f.tracker.editComment(ref, ours.id(), Fixture.commentDraft(1, KEY, "withdrawn"));

    assertTrue(f.stub.issue(Fixture.SLUG, 1).comments().get(0).contains("withdrawn"));
    assertTrue(f.tracker.findComment(ref, KEY).isPresent());
    TrackerException failure =
        assertThrows(
            TrackerException.class,
            () -> f.tracker.editComment(ref, ours.id(), Fixture.commentDraft(1, "other", "x")));
    assertEquals(FailureKind.REJECTED, failure.kind());
  }

  @Test
  void aCommentFollowsATransferredTicket() {
    f.stub.addRepository("acme/platform");
    f.stub.open("acme/platform", "alice-m", "First there", "");
    TicketRef ref = f.created(Fixture.draft(1)).ticket().ref();
    f.stub.transfer(Fixture.SLUG, 1, "acme/platform");
    f.tracker.comment(ref, Fixture.commentDraft(1, KEY, "?"));
    Ticket moved = f.tracker.read(ref);

    assertEquals(1, f.stub.issue("acme/platform", 2).comments().size());
    assertEquals("acme/platform#2", moved.ref().id());
    assertEquals(f.stub.url() + "/acme/platform/issues/2", moved.ref().url());
    assertEquals(moved, f.tracker.read(moved.ref()));
    assertTrue(f.tracker.findComment(moved.ref(), KEY).isPresent());
  }

  @Test
  void aLockedConversationRejectsTheCommentAndNotTheRepository() {
    TicketRef ref = f.created(Fixture.draft(1)).ticket().ref();
    f.stub.lock(Fixture.SLUG, 1);
    TrackerException failure =
        assertThrows(
            TrackerException.class,
            () -> f.tracker.comment(ref, Fixture.commentDraft(1, KEY, "?")));

    assertEquals(FailureKind.REJECTED, failure.kind());
  }

  @Test
  void aMissingTicketIsGoneOnlyIfTheRepositoryIsThere() {
    TicketRef ref = f.created(Fixture.draft(1)).ticket().ref();
    TicketRef never = f.tracker.recognise("acme/backend#99").orElseThrow();
    assertEquals(FailureKind.GONE, readFailure(never));
    f.stub.configure(Fixture.SLUG, repository -> repository.hasIssues = false);
    assertEquals(FailureKind.DENIED, readFailure(ref));
    f.stub.configure(Fixture.SLUG, repository -> repository.hasIssues = true);
    f.stub.hideRepository(Fixture.SLUG);
    assertEquals(FailureKind.DENIED, readFailure(ref));
    f.stub.configure(Fixture.SLUG, repository -> repository.visible = true);
    f.stub.delete(Fixture.SLUG, 1);
    assertEquals(FailureKind.GONE, readFailure(ref));
  }

  @Test
  void anIssueThatBecameADiscussionIsGoneAndTheRestIsRead() {
    TicketRef turned = f.created(Fixture.draft(1)).ticket().ref();
    TicketRef other = f.created(Fixture.draft(2)).ticket().ref();
    f.stub.configure(
        Fixture.SLUG, repository -> repository.issues.remove(Integer.parseInt(turned.id())));

    TrackerException gone = assertThrows(TrackerException.class, () -> f.tracker.read(turned));
    assertEquals(FailureKind.GONE, gone.kind());
    assertEquals(other, f.tracker.read(other).ref());
    assertEquals(
        FailureKind.GONE,
        assertThrows(
                TrackerException.class,
                () -> f.tracker.comment(turned, Fixture.commentDraft(1, "k", "?")))
            .kind());
  }

  @Test
  void aTicketThatWasTransferredOutOfSightIsGone() {
    f.stub.addRepository("acme/secret");
    TicketRef ref = f.created(Fixture.draft(1)).ticket().ref();
    f.stub.transfer(Fixture.SLUG, 1, "acme/secret");
    f.stub.hideRepository("acme/secret");

    assertEquals(FailureKind.GONE, readFailure(ref));
  }

  @Test
  void aTicketOfARenamedRepositoryKeepsItsId() {
    TicketRef ref = f.created(Fixture.draft(1)).ticket().ref();
    f.stub.rename(Fixture.SLUG, "backend-api");

    assertEquals("1", f.tracker.read(ref).ref().id());
    assertEquals(
        FailureKind.DENIED,
        assertThrows(
                TrackerException.class,
                () -> f.tracker.comment(ref, Fixture.commentDraft(1, KEY, "?")))
            .kind());
  }

  @Test
  void aTransitionTellsWhoWhyAndWithWhatEvidence() {
    TicketRef ref = f.created(Fixture.draft(1)).ticket().ref();
    assertEquals(Optional.empty(), f.tracker.lastTransition(ref));
    f.stub.comment(Fixture.SLUG, 1, "alice-m", "See https://grafana.corp/d/1 (and the drill)");
    f.tracker.comment(ref, Fixture.commentDraft(1, KEY, "?"));
    f.clock.advance(Duration.ofHours(1));
    int change = f.stub.closeByMerge(Fixture.SLUG, 1, "alice-m");
    f.clock.advance(Duration.ofHours(1));
    f.stub.comment(Fixture.SLUG, 1, "bob-s", "Too late");
    Transition done = f.tracker.lastTransition(ref).orElseThrow();

    assertEquals(TicketState.DONE, done.to());
    assertEquals(f.clock.instant().minus(Duration.ofHours(1)), done.at());
    assertEquals(Optional.of("alice-m"), done.by().map(Account::handle));
    assertEquals(Optional.of("See https://grafana.corp/d/1 (and the drill)"), done.words());
    assertEquals(
        List.of(f.stub.url() + "/acme/backend/pull/" + change, "https://grafana.corp/d/1"),
        done.evidence());

    f.stub.reopen(Fixture.SLUG, 1, "bob-s");
    Transition again = f.tracker.lastTransition(ref).orElseThrow();
    assertEquals(TicketState.OPEN, again.to());
    assertEquals(Optional.of("bob-s"), again.by().map(Account::handle));
    assertEquals(List.of(), again.evidence());
    f.stub.close(Fixture.SLUG, 1, "bob-s", "not_planned");
    assertEquals(TicketState.DECLINED, f.tracker.lastTransition(ref).orElseThrow().to());
  }

  @Test
  void anAccountIsOneThatCanBeAssigned() {
    assertEquals(
        Optional.of(new Account(Long.toString(StubJson.id("alice-m")), "alice-m", true, false)),
        f.tracker.account("alice-m"));
    assertEquals(Optional.empty(), f.tracker.account("mallory"));
    assertEquals(Optional.empty(), f.tracker.account("../../user"));
  }

  @Test
  void aCheckOfAHealthyRepositoryFindsNothingWrong() {
    List<CheckFinding> findings = f.tracker.check();

    assertTrue(findings.stream().allMatch(finding -> finding.level() == Level.OK));
    assertTrue(findings.stream().anyMatch(x -> x.message().equals("is reachable, private")));
    assertTrue(f.stub.writes().isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "archived, unarchive it",
    "issues, switch them on",
    "reader, triage or write role",
    "renamed, set `repository: acme/backend-api`",
    "hidden, does not exist",
    "revoked, refuses the token"
  })
  void aCheckSaysTheMend(String trouble, String mend) {
    switch (trouble) {
      case "archived" -> f.stub.configure(Fixture.SLUG, r -> r.archived = true);
      case "issues" -> f.stub.configure(Fixture.SLUG, r -> r.hasIssues = false);
      case "reader" ->
          f.stub.configure(
              Fixture.SLUG,
              r -> {
                r.push = false;
                r.triage = false;
              });
      case "renamed" -> f.stub.rename(Fixture.SLUG, "backend-api");
      case "hidden" -> f.stub.hideRepository(Fixture.SLUG);
      default -> f.stub.revokeToken();
    }
    List<String> problems =
        f.tracker.check().stream()
            .filter(finding -> finding.level() == Level.PROBLEM)
            .map(CheckFinding::message)
            .toList();

    assertEquals(1, problems.size());
    assertTrue(problems.get(0).contains(mend), problems.get(0));
  }

  @Test
  void anArchivedRepositoryIsReadAndSaysTheMendWhenItIsWrittenTo() {
    TicketRef ref = f.created(Fixture.draft(1)).ticket().ref();
    f.stub.configure(Fixture.SLUG, repository -> repository.archived = true);
    TrackerException failure = f.refused(Fixture.draft(2));

    assertEquals(FailureKind.DENIED, failure.kind());
    assertTrue(failure.toString().contains("unarchive the repository"), failure.toString());
    assertEquals("1", f.tracker.read(ref).ref().id());
  }

  @Test
  void aUserWhoTookAnotherLoginIsKnownByItAloneAndTheTicketIsOpenedAllTheSame() {
    f.created(Fixture.draft(1, Optional.of("alice-m"), List.of()));
    f.stub.renameUser("alice-m", "alice-martin");
    f.clock.advance(Duration.ofHours(2));

    assertEquals(Optional.empty(), f.tracker.account("alice-m"));
    assertTrue(f.tracker.account("alice-martin").isPresent());
    assertEquals(
        1, f.created(Fixture.draft(2, Optional.of("alice-m"), List.of())).remarks().size());
  }

  @Test
  void aTokenThatEndsSoonIsWarnedOf() {
    f.stub.world(world -> world.tokenEnds = Optional.of(Instant.parse("2026-12-01T00:00:00Z")));
    assertEquals(List.of(), f.tracker.warnings());
    List<CheckFinding> findings = f.tracker.check();

    assertTrue(
        findings.contains(
            new CheckFinding(
                Level.WARNING, "token", "expires at 2026-12-01T00:00:00Z: replace it before")));
    assertEquals(1, f.tracker.warnings().size());
    f.clock.advance(Duration.ofDays(-90));
    assertEquals(List.of(), f.tracker.warnings());
  }

  @Test
  void aServerThatDoesNotKnowOurVersionIsAskedInItsOwn() {
    f.stub.world(world -> world.knowsVersion = false);
    f.created(Fixture.draft(1));

    assertEquals(1, f.stub.issues(Fixture.SLUG).size());
    assertEquals(1, f.requests().stream().filter(line -> line.endsWith("400")).count());
    assertEquals("API version", f.tracker.warnings().get(0).subject());
  }

  @Test
  void aMissingPermissionIsNamedAsGitHubNamesIt() {
    f.stub.inject(StubFault.FORBIDDEN, e -> e.path().endsWith("/issues"), 1);
    List<CheckFinding> problems =
        f.tracker.check().stream().filter(x -> x.level() == Level.PROBLEM).toList();

    assertEquals(1, problems.size());
    assertTrue(problems.get(0).message().contains("needs the permission issues: write"));
  }

  private FailureKind readFailure(TicketRef ref) {
    return assertThrows(TrackerException.class, () -> f.tracker.read(ref)).kind();
  }
}
