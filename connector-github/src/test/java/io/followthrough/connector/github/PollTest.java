package io.followthrough.connector.github;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.followthrough.tracker.Batch;
import io.followthrough.tracker.Comment;
import io.followthrough.tracker.Cursor;
import io.followthrough.tracker.FailureKind;
import io.followthrough.tracker.Ticket;
import io.followthrough.tracker.TicketState;
import io.followthrough.tracker.TrackerException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PollTest {
  private static final String LIST = "GET /repos/acme/backend/issues";
  private static final Duration LONG = Duration.ofHours(1);
  private final Fixture f =
      new Fixture(
          Map.of("states.blocked", "On hold, blocked", "states.in-progress", "wip"), List.of());
  private Cursor cursor = Cursor.startingAt(f.clock.instant());

  @AfterEach
  void close() {
    f.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 60, 250})
  void anIdlePollIsOneConditionalRequestHoweverManyTicketsThereAre(int tickets) {
    IntStream.range(0, tickets).forEach(i -> f.stub.open(Fixture.SLUG, "alice-m", "T" + i, ""));
    f.clock.advance(LONG);
    cursor = Cursor.startingAt(f.clock.instant());
    poll();
    f.requests();
    for (int i = 0; i < 20; i++) {
      f.clock.advance(Duration.ofMinutes(5));
      Batch batch = poll();
      assertTrue(batch.tickets().isEmpty() && batch.comments().isEmpty() && !batch.more());
      assertEquals(List.of(LIST + " 304"), f.requests());
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "10, 1", "99, 1", "100, 1", "101, 2", "1000, 10"})
  void kChangesTakeOneRequestAHundredAndOneForTheComments(int changed, int pages) {
    IntStream.range(0, 1000).forEach(i -> f.stub.open(Fixture.SLUG, "alice-m", "T" + i, ""));
    f.clock.advance(LONG);
    cursor = Cursor.startingAt(f.clock.instant());
    poll();
    f.clock.advance(LONG);
    IntStream.rangeClosed(1, changed).forEach(i -> f.stub.retitle(Fixture.SLUG, i, "Changed"));
    f.clock.advance(LONG);
    f.requests();
    Batch batch = poll();

    assertEquals(pages + 1, f.requests().size());
    assertEquals(changed, batch.tickets().size());
    poll();
    poll();
    f.requests();
    poll();
    assertEquals(List.of(LIST + " 304"), f.requests());
  }

  @Test
  void aFreshChangeIsReadOnceMoreForWhatLagsBehindAndThenAllIsQuiet() {
    f.stub.open(Fixture.SLUG, "alice-m", "One", "");
    f.stub.comment(Fixture.SLUG, 1, "bob-s", "/followthrough snooze 2w");
    Batch first = poll();
    f.clock.advance(Duration.ofMinutes(5));
    f.requests();
    Batch second = poll();
    assertEquals(
        List.of(LIST + " 200", "GET /repos/acme/backend/issues/comments 200"), f.requests());
    f.clock.advance(Duration.ofMinutes(5));
    poll();

    assertEquals(List.of(LIST + " 304"), f.requests());
    assertEquals(first.tickets(), second.tickets());
    assertEquals(first.comments(), second.comments());
    assertEquals("/followthrough snooze 2w", first.comments().get(0).body());
    assertEquals("1", first.comments().get(0).ticketId());
    assertTrue(first.comments().get(0).isHuman());
  }

  @Test
  void pullRequestsAreNoTicketsAndCostNoSecondRequest() {
    f.stub.open(Fixture.SLUG, "alice-m", "One", "");
    f.stub.openPullRequest(Fixture.SLUG, "alice-m", "Change");
    f.clock.advance(LONG);
    Batch first = poll();
    f.stub.comment(Fixture.SLUG, 2, "bob-s", "Looks good");
    f.requests();
    Batch second = poll();

    assertEquals(List.of("1"), ids(first));
    assertEquals(List.of(), first.comments());
    assertEquals(List.of(LIST + " 200"), f.requests());
    assertTrue(second.tickets().isEmpty() && second.comments().isEmpty());
  }

  @Test
  void nothingIsMissedWhileTimeGoesOnAndListsLag() {
    Set<String> seen = new TreeSet<>();
    Set<String> said = new HashSet<>();
    int opened = 0;
    for (int round = 0; round < 120; round++) {
      f.stub.lagLists(Duration.ofMinutes(round % 9));
      for (int i = 0; i < round % 4; i++) {
        opened = f.stub.open(Fixture.SLUG, "alice-m", "T", "");
      }
      if (opened > 0 && round % 3 == 0) {
        f.stub.comment(Fixture.SLUG, 1 + round % opened, "bob-s", "c" + round);
      }
      f.clock.advance(Duration.ofMinutes(1 + round % 5));
      Batch batch = poll();
      seen.addAll(ids(batch));
      batch.comments().stream().map(Comment::body).forEach(said::add);
    }
    f.clock.advance(Duration.ofMinutes(9));
    seen.addAll(ids(poll()));

    assertEquals(
        IntStream.rangeClosed(1, opened).mapToObj(Integer::toString).collect(Collectors.toSet()),
        seen);
    assertEquals(40 - 1, said.size());
  }

  @Test
  void closingAndLabelsAreSeenAsTheConfigurationSays() {
    for (int i = 0; i < 7; i++) {
      f.stub.open(Fixture.SLUG, "alice-m", "T", "");
    }
    f.stub.close(Fixture.SLUG, 1, "alice-m", "completed");
    f.stub.close(Fixture.SLUG, 2, "alice-m", "not_planned");
    f.stub.close(Fixture.SLUG, 3, "alice-m", "duplicate");
    f.stub.close(Fixture.SLUG, 4, "alice-m", "");
    f.stub.label(Fixture.SLUG, 5, "ON HOLD", "wip");
    f.stub.label(Fixture.SLUG, 6, "WIP");
    Map<String, TicketState> states =
        poll().tickets().stream().collect(Collectors.toMap(t -> t.ref().id(), Ticket::state));

    assertEquals(
        Map.of(
            "1", TicketState.DONE,
            "2", TicketState.DECLINED,
            "3", TicketState.DECLINED,
            "4", TicketState.DONE,
            "5", TicketState.BLOCKED,
            "6", TicketState.IN_PROGRESS,
            "7", TicketState.OPEN),
        states);
  }

  @Test
  void theShapesOfTheNextVersionAreReadAsWell() {
    f.stub.answerWithoutAssignee();
    f.stub.open(Fixture.SLUG, "alice-m", "T", "");
    f.stub.assign(Fixture.SLUG, 1, "bob-s");

    assertEquals("bob-s", poll().tickets().get(0).assignees().get(0).handle());
  }

  @Test
  void ourOwnAndOtherMachinesCommentsAreNotHuman() {
    f.created(Fixture.draft(1));
    f.tracker.comment(
        poll().tickets().get(0).ref(), Fixture.commentDraft(1, "acme-sre/item0001/nudge", "?"));
    f.stub.comment(Fixture.SLUG, 1, "stale[bot]", "Stale.");
    f.stub.comment(
        Fixture.SLUG,
        1,
        GitHubStub.BOT,
        "Hello\n\n<!-- followthrough:v1:other:i:d:t key=other/i/nudge -->");
    List<Comment> comments = poll().comments();

    assertEquals(3, comments.size());
    assertTrue(comments.stream().noneMatch(Comment::isHuman));
    assertEquals(
        List.of(Optional.of("acme-sre/item0001/nudge")),
        comments.stream().map(Comment::key).filter(Optional::isPresent).toList());
  }

  @Test
  void whoBelongsToTheRepositoryIsTold() {
    f.stub.open(Fixture.SLUG, "alice-m", "One", "");
    f.stub.comment(Fixture.SLUG, 1, "bob-s", "Mine");
    f.stub.comment(Fixture.SLUG, 1, "mallory", "Mine too");

    assertEquals(
        Map.of("bob-s", true, "mallory", false),
        poll().comments().stream()
            .collect(Collectors.toMap(c -> c.author().handle(), Comment::insider)));
  }

  @ParameterizedTest
  @CsvSource({
    "SECONDARY_LIMIT, THROTTLED",
    "PRIMARY_LIMIT, THROTTLED",
    "TOO_MANY_REQUESTS, THROTTLED",
    "FORBIDDEN, DENIED",
    "OLD_VERSION, DENIED",
    "BAD_GATEWAY, UNAVAILABLE",
    "LOSE_REQUEST, UNAVAILABLE",
    "CUT_REPLY, BROKEN"
  })
  void aFailedPollIsSortedAndTheNextOneSeesAll(StubFault fault, FailureKind kind) {
    f.stub.open(Fixture.SLUG, "alice-m", "One", "");
    f.stub.inject(fault, 1);

    assertEquals(kind, assertThrows(TrackerException.class, this::poll).kind());
    assertEquals(List.of("1"), ids(poll()));
  }

  @Test
  void aRevokedTokenOrAHiddenRepositoryIsDeniedAndNotEmpty() {
    poll();
    f.stub.hideRepository(Fixture.SLUG);
    assertEquals(FailureKind.DENIED, assertThrows(TrackerException.class, this::poll).kind());
    f.stub.revokeToken();
    assertEquals(FailureKind.DENIED, assertThrows(TrackerException.class, this::poll).kind());
  }

  @Test
  void aRenamedRepositoryIsStillRead() {
    f.stub.open(Fixture.SLUG, "alice-m", "One", "");
    f.stub.rename(Fixture.SLUG, "backend-api");

    assertEquals(List.of("1"), ids(poll()));
  }

  @Test
  void aCursorOfAnotherKindBeginsAnew() {
    f.stub.open(Fixture.SLUG, "alice-m", "One", "");
    cursor = new Cursor("{\"since\":\"yesterday\"}", f.clock.instant());

    assertEquals(List.of("1"), ids(poll()));
  }

  private Batch poll() {
    Batch batch = f.tracker.changesSince(cursor);
    cursor = batch.next();
    return batch;
  }

  private static List<String> ids(Batch batch) {
    return batch.tickets().stream().map(ticket -> ticket.ref().id()).toList();
  }
}
