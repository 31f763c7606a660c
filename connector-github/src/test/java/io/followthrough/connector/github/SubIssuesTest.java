package io.followthrough.connector.github;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.followthrough.tracker.TicketDraft;
import io.followthrough.tracker.TicketRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SubIssuesTest {
  private static TicketDraft below(int item, String parent) {
    TicketDraft plain = Fixture.draft(item);
    return new TicketDraft(
        plain.marker(),
        plain.title(),
        plain.block(),
        plain.assignee(),
        plain.due(),
        Optional.of("critical"),
        plain.labels(),
        plain.project(),
        plain.issueType(),
        Optional.of(parent));
  }

  private static Optional<Integer> parentOf(Fixture f, int number) {
    int[] parent = {0};
    f.stub.configure(
        Fixture.SLUG,
        repository ->
            repository.issue(number).orElseThrow().parent.ifPresent(p -> parent[0] = p.number));
    return Optional.of(parent[0]).filter(found -> found > 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"#1", "1", "acme/backend#1", "PAGE"})
  void aTicketIsPutBelowItsParentOnceHoweverOftenItIsAsked(String words) {
    try (Fixture f = new Fixture()) {
      f.stub.open(Fixture.SLUG, "alice-m", "Checkout outage", "");
      String parent = words.replace("PAGE", f.stub.pages() + "/acme/backend/issues/1");
      TicketDraft draft = below(2, parent);
      TicketRef ref = f.created(draft).ticket().ref();
      f.requests();

      assertTrue(f.tracker.needsCompletion(draft));
      assertEquals(List.of(), f.tracker.complete(ref, draft));
      assertEquals(
          List.of(
              "GET /repos/acme/backend/issues/2 200",
              "POST /repos/acme/backend/issues/1/sub_issues 201"),
          f.requests());
      assertEquals(List.of(), f.tracker.complete(ref, draft));
      assertEquals(List.of("GET /repos/acme/backend/issues/2 200"), f.requests());
      assertEquals(Optional.of(1), parentOf(f, 2));
    }
  }

  @Test
  void aPersonsParentStaysAndAMissingOneIsSaid() {
    try (Fixture f = new Fixture()) {
      f.stub.open(Fixture.SLUG, "alice-m", "Checkout outage", "");
      f.stub.open(Fixture.SLUG, "alice-m", "Another", "");
      TicketRef ref = f.created(below(3, "#1")).ticket().ref();
      assertTrue(
          f.tracker.complete(ref, below(3, "#99")).get(0).contains("deleted or out of sight"));
      assertTrue(f.tracker.complete(ref, below(3, "the epic")).get(0).contains("write it as #12"));
      assertEquals(List.of(), f.tracker.complete(ref, below(3, "#2")));
      assertTrue(f.tracker.complete(ref, below(3, "#1")).get(0).contains("stays there"));
      assertEquals(Optional.of(2), parentOf(f, 3));
    }
  }

  @Test
  void aServerWithoutSubIssuesIsNamed() {
    try (Fixture f = new Fixture(StubEdition.CLOUD, Map.of(), List.of())) {
      f.stub.open(Fixture.SLUG, "alice-m", "Checkout outage", "");
      TicketRef ref = f.created(below(2, "#1")).ticket().ref();
      f.stub.world(world -> world.hasSubIssues = false);

      assertEquals(
          List.of("The parent #1 was not set: this server has no sub-issues."),
          f.tracker.complete(ref, below(2, "#1")));
    }
  }

  @Test
  void aTicketWithoutAParentNeedsNothingMore() {
    try (Fixture f = new Fixture()) {
      assertFalse(f.tracker.needsCompletion(Fixture.draft(1)));
    }
  }

  @Test
  void aPriorityIsALabelWhereTheConfigurationNamesOne() {
    try (Fixture f = new Fixture(Map.of("priorities.critical", "P0"), List.of("postmortem"))) {
      assertEquals(List.of(), f.created(below(1, "#7")).remarks());
      assertEquals(List.of("postmortem", "P0"), f.stub.issue(Fixture.SLUG, 1).labels());
    }
  }
}
