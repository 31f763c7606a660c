package io.followthrough.connector.github;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.followthrough.http.Json;
import io.followthrough.tracker.CheckFinding.Level;
import io.followthrough.tracker.Receipt;
import io.followthrough.tracker.Ticket;
import io.followthrough.tracker.TicketDraft;
import io.followthrough.tracker.TicketEdit;
import io.followthrough.tracker.TrackerSamples;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Labels by priority, kind and severity, milestones, issue types and the date field. */
final class NewIssueSettingsTest {
  private static final LocalDate DUE = LocalDate.of(2027, 3, 4);
  private static final Map<String, String> ALL =
      Map.of(
          "priorities.high", "P1",
          "kinds.detection", "monitoring",
          "severities.SEV1", "sev: one",
          "milestone", "Reliability",
          "issue-type", "Task",
          "issue-types.detection", "Feature",
          "due-field", "Due");

  private static TicketDraft draft(int item) {
    TicketDraft plain = TrackerSamples.dated(item, DUE, "high");
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
        plain.parent(),
        Map.of("item.kind", "detection", "incident.severity", "sev1"));
  }

  private static void offer(Fixture f) {
    f.stub.configure(
        Fixture.SLUG,
        repository -> {
          repository.milestones.addAll(List.of("Later", "Reliability"));
          repository.types.addAll(List.of("Task", "Feature"));
          repository.dateFields.add("Due");
        });
  }

  private static Receipt created(Fixture f, TicketDraft draft) {
    return f.tracker
        .create(List.of(draft))
        .get(0)
        .match(
            receipt -> receipt,
            failure -> {
              throw failure;
            });
  }

  @Test
  void everythingThatIsConfiguredGoesIntoTheOneCall() {
    try (Fixture f = new Fixture(ALL, List.of("postmortem"))) {
      offer(f);
      created(f, draft(1));
      f.stub.forgetJournal();
      Receipt receipt = created(f, draft(2));

      assertEquals(1, f.stub.journal().size(), "one request once the lists are known");
      JsonNode sent = Json.parse(f.stub.journal().get(0).requestBody()).orElseThrow();
      assertEquals(2, sent.path("milestone").asInt());
      assertEquals("Feature", sent.path("type").asText());
      assertEquals(List.of(), receipt.remarks());
      Ticket ticket = receipt.ticket();
      assertEquals(List.of("postmortem", "P1", "monitoring", "sev: one"), ticket.labels());
      assertEquals(Optional.of("Reliability"), ticket.planned());
      assertEquals(Optional.of(DUE), ticket.due());
      assertEquals(Optional.of(DUE), receipt.written().due());
    }
  }

  @Test
  void whatGitHubDropsInSilenceIsSaid() {
    try (Fixture f = new Fixture(ALL, List.of())) {
      offer(f);
      f.stub.configure(Fixture.SLUG, repository -> repository.push = false);
      f.stub.configure(
          Fixture.SLUG,
          repository ->
              List.of("postmortem", "P1", "monitoring", "sev: one")
                  .forEach(label -> repository.labels.put(label, 1L)));

      Receipt receipt = created(f, draft(1));

      assertEquals(
          List.of(
              "GitHub left the issue type Feature out.",
              "GitHub left the milestone out: the token needs the write role for it.",
              "GitHub left the due date out: it stands in our part of the description."),
          receipt.remarks());
      assertEquals(Optional.empty(), receipt.written().due());
    }
  }

  @Test
  void whatIsNotThereIsFoundByCheckAndKeepsNoTicketBack() {
    try (Fixture f = new Fixture(ALL, List.of())) {
      List<String> problems =
          f.tracker.check().stream()
              .filter(finding -> finding.level() == Level.PROBLEM)
              .map(finding -> finding.subject() + ": " + finding.message())
              .toList();
      assertEquals(
          List.of(
              "milestone: there is no open milestone Reliability that the token may see; there is"
                  + " none at all",
              "issue type: there is no issue type Feature that the token may see; there is none at"
                  + " all",
              "issue type: there is no issue type Task that the token may see; there is none at"
                  + " all",
              "due-field: there is no date field of the organisation Due that the token may see;"
                  + " there is none at all"),
          problems);
      f.stub.world(world -> world.refusesUnknownTypes = true);

      List<String> remarks = created(f, draft(1)).remarks();

      assertEquals(3, remarks.size(), remarks::toString);
      assertEquals("There is no open milestone Reliability: none was set.", remarks.get(0));
      assertTrue(remarks.get(1).startsWith("There is no date field Due"), remarks.get(1));
      assertTrue(
          remarks.get(2).startsWith("GitHub refused and the ticket was opened without type"),
          remarks.get(2));
    }
  }

  @Test
  void aServerWithoutIssueTypesOpensTheTicketWithoutOne() {
    try (Fixture f = new Fixture(StubEdition.SERVER, Map.of("issue-type", "Task"), List.of())) {
      Receipt receipt = created(f, draft(1));

      assertTrue(receipt.remarks().contains("GitHub left the issue type Task out."));
    }
  }

  @Test
  void aNewDateIsCarriedOverUnlessAPersonMovedIt() {
    try (Fixture f = new Fixture(Map.of("due-field", "Due"), List.of())) {
      offer(f);
      Receipt born = created(f, draft(1));
      LocalDate later = DUE.plusDays(7);
      TicketEdit edit =
          new TicketEdit(
              TrackerSamples.marker(1),
              born.written(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.of(later),
              Optional.empty());
      Receipt moved = f.tracker.update(born.ticket().ref(), edit);
      assertEquals(Optional.of(later), moved.ticket().due());
      assertEquals(Optional.of(later), moved.written().due());
      f.stub.forgetJournal();
      assertEquals(Optional.of(later), f.tracker.update(born.ticket().ref(), edit).written().due());
      assertEquals(1, f.stub.journal().size(), "a repetition only looks");

      int number = Integer.parseInt(born.ticket().ref().id());
      f.stub.edit(Fixture.SLUG, number, issue -> issue.dates.put("Due", "2027-09-09"));
      Receipt kept = f.tracker.update(born.ticket().ref(), edit);
      assertEquals(List.of("The due date was changed on the ticket and stays."), kept.remarks());
    }
  }
}
