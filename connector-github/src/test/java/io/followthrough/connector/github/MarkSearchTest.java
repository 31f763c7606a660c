package io.followthrough.connector.github;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.followthrough.tracker.FailureKind;
import io.followthrough.tracker.MarkQuery;
import io.followthrough.tracker.Ticket;
import io.followthrough.tracker.Tracker;
import io.followthrough.tracker.TrackerException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MarkSearchTest {
  private static final String BLOCK =
      "<!-- followthrough:v1:acme-sre:item0001:d0c:7171e -->\nwords\n<!-- /followthrough -->";
  private final Fixture f = new Fixture();

  @AfterEach
  void close() {
    f.close();
  }

  @Test
  void aLostReplyIsSettledByOneRequest() {
    f.stub.injectOnWrites(StubFault.LOSE_REPLY, 1);
    f.refused(Fixture.draft(1));
    f.requests();

    assertEquals(List.of("1"), ids(find(1)));
    assertEquals(List.of("GET /repos/acme/backend/issues 200"), f.requests());
  }

  @Test
  void whatTheListHidesIsFoundByItsNumber() {
    f.created(Fixture.draft(1));
    f.stub.lagLists(Duration.ofMinutes(8));
    f.stub.injectOnWrites(StubFault.LOSE_REPLY, 1);
    f.refused(Fixture.draft(2));
    f.requests();

    assertEquals(List.of("2"), ids(find(2)));
    assertEquals(
        List.of(
            "GET /repos/acme/backend/issues 200",
            "GET /repos/acme/backend/issues/2 200",
            "GET /repos/acme/backend/issues/3 404",
            "GET /repos/acme/backend/issues/4 404",
            "GET /repos/acme/backend/issues/5 404"),
        f.requests());
  }

  @Test
  void whatTheListHidesBetweenOthersIsFoundToo() {
    f.created(Fixture.draft(1));
    f.stub.lagLists(Duration.ofMinutes(8));
    f.created(Fixture.draft(2));
    f.stub.lagLists(Duration.ZERO);
    f.created(Fixture.draft(3));

    assertEquals(List.of("2"), ids(find(2)));
  }

  @Test
  void aLostRequestIsNotFound() {
    f.stub.injectOnWrites(StubFault.LOSE_REQUEST, 1);
    f.refused(Fixture.draft(1));

    assertEquals(List.of(), find(1));
  }

  @Test
  void allPagesBackToTheInstantAreReadAndNoMore() {
    for (int i = 1; i <= 150; i++) {
      f.stub.open(Fixture.SLUG, "alice-m", "Old " + i, "");
    }
    f.clock.advance(Duration.ofDays(1));
    f.created(Fixture.draft(1));
    for (int i = 1; i <= 120; i++) {
      f.stub.open(Fixture.SLUG, "alice-m", "New " + i, "");
    }
    f.requests();

    assertEquals(List.of("151"), ids(find(1)));
    assertEquals(2, f.requests().size());
    f.tracker.find(new MarkQuery("acme-sre", Set.of(), Instant.EPOCH));
    assertEquals(3, f.requests().size());
  }

  @Test
  void everyTicketOfTheInstallationIsFoundAndTwinsAreShown() {
    f.created(Fixture.draft(1));
    f.created(Fixture.draft(2));
    f.created(Fixture.draft(2));
    f.stub.open(Fixture.SLUG, GitHubStub.BOT, "Of another", BLOCK.replace("acme-sre", "acme-dev"));
    f.stub.openPullRequest(Fixture.SLUG, "alice-m", "Change");

    assertEquals(
        List.of("3", "2", "1"),
        ids(f.tracker.find(new MarkQuery("acme-sre", Set.of(), Instant.EPOCH))));
    assertEquals(List.of("3", "2"), ids(find(2)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "> %s",
        "```\n%s\n```",
        "    %s",
        "words `%s`",
        "- %s",
      })
  void aMarkThatIsQuotedIsNotOurs(String frame) {
    f.stub.open(Fixture.SLUG, "alice-m", "Quotes us", frame.formatted(BLOCK.replace("\n", "\n> ")));

    assertEquals(List.of(), find(1));
  }

  @Test
  void aMarkThatAStrangerForgedIsNotOurs() {
    f.stub.open(Fixture.SLUG, "mallory", "Looks like ours", BLOCK);

    assertEquals(List.of(), find(1));
  }

  @Test
  void ourOwnMarkCountsWhereWeDoNotBelongToTheRepository() {
    f.stub.configure(Fixture.SLUG, r -> r.collaborators.remove(GitHubStub.BOT));
    f.created(Fixture.draft(1));
    f.requests();

    MarkQuery query = query(1);
    try (Tracker restarted = f.tracker(Map.of(), List.of())) {
      assertEquals(List.of("1"), ids(restarted.find(query)));
      assertEquals(List.of("GET /repos/acme/backend/issues 200", "GET /user 200"), f.requests());
      restarted.find(query);
      assertEquals(1, f.requests().size());
    }
  }

  @Test
  void anApplicationsMarkCounts() {
    f.stub.actAs("followthrough[bot]");
    f.created(Fixture.draft(1));

    assertEquals(List.of("1"), ids(find(1)));
  }

  @Test
  void aHiddenRepositoryIsDeniedAndNotEmpty() {
    f.stub.hideRepository(Fixture.SLUG);

    assertEquals(FailureKind.DENIED, assertThrows(TrackerException.class, () -> find(1)).kind());
  }

  private List<Ticket> find(int item) {
    return f.tracker.find(query(item));
  }

  private MarkQuery query(int item) {
    return new MarkQuery(
        "acme-sre",
        Set.of(Fixture.marker(item).item()),
        f.clock.instant().minus(Duration.ofMinutes(15)));
  }

  private static List<String> ids(List<Ticket> tickets) {
    return tickets.stream().map(ticket -> ticket.ref().id()).toList();
  }
}
