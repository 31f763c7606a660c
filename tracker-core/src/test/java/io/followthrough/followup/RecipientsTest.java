package io.followthrough.followup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.followthrough.item.Lapse;
import io.followthrough.ledger.FollowUpState;
import io.followthrough.tracker.Account;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who is told: the item is overdue on 6 November and its only step is the one under test. */
final class RecipientsTest {
  private static final String NOW = "2026-11-06T09:00:00Z";

  private final Scene scene = new Scene().due("2026-11-05");

  private List<String> told(Role... roles) {
    scene.steps = List.of(new EscalationStep(Lapse.ZERO, List.of(roles), false));
    return scene.told(NOW);
  }

  private Optional<String> because() {
    scene.state = FollowUpState.untouched(Scene.id(), Scene.MONDAY);
    return scene.look(NOW).notice().orElseThrow().recipients().get(0).because();
  }

  @Test
  void whoeverIsAssignedInTheTrackerIsTheOwner() {
    scene.assignees = List.of(Scene.account("bob"));
    assertEquals(List.of("bob"), told(Role.OWNER));
  }

  @Test
  void ofSeveralAssigneesTheOneOfTheDocumentIsTheOwner() {
    scene.assignees = List.of(Scene.account("bob"), Scene.account("Alice-M"));
    assertEquals(List.of("alice-m"), told(Role.OWNER));
  }

  @Test
  void anAssigneeWhomTheDirectoryDoesNotKnowIsMentionedByHandle() {
    scene.assignees = List.of(Scene.account("stranger"));
    assertEquals(List.of("stranger"), told(Role.OWNER));
  }

  @Test
  void aBotIsNoOwner() {
    scene.assignees = List.of(new Account("9", "robot", true, true));
    assertEquals(List.of("alice-m"), told(Role.OWNER));
  }

  @Test
  void anUnassignedTicketIsItsDocumentsOwners() {
    scene.assignees = List.of();
    assertEquals(List.of("alice-m"), told(Role.OWNER));
  }

  @Test
  void theManagerIsTheManagerOfWhoeverOwnsItNow() {
    scene.assignees = List.of(Scene.account("victor"));
    assertEquals(List.of("victor", "dora"), told(Role.OWNER, Role.MANAGER));
  }

  @Test
  void aPersonInTwoRolesIsToldOnceAndAsTheNearer() {
    scene.manager = Optional.of("Victor Prime");
    scene.steps =
        List.of(new EscalationStep(Lapse.ZERO, List.of(Role.MANAGER, Role.TEAM_LEAD), false));
    List<Recipient> recipients = scene.look(NOW).notice().orElseThrow().recipients();
    assertEquals(1, recipients.size());
    assertEquals(Role.TEAM_LEAD, recipients.get(0).role());
  }

  @Test
  void anOwnerWhoIsTheIncidentOwnerToo() {
    scene.incidentOwner = Optional.of("@alice-m");
    assertEquals(List.of("alice-m"), told(Role.OWNER, Role.INCIDENT_OWNER));
  }

  @Test
  void aStepAboveATeamLeadWhoOwnsTheItemGoesOnToTheManager() {
    scene.lead = Optional.of("Alice Martin");
    assertEquals(List.of("dora"), told(Role.TEAM_LEAD));
  }

  @Test
  void leadershipIsToldOnlyWhereAStepNamesIt() {
    assertEquals(List.of("lena"), told(Role.LEADERSHIP));
    scene.unreachable = Set.of("Alice Martin", "Victor Prime", "Dora Keller", "Carol Diaz");
    assertEquals(List.of("#reliability"), toldWithoutAssignee(Role.OWNER));
  }

  @Test
  void whoCannotBeReachedFallsToTheNextWhoCan() {
    scene.successor = Optional.of("Bob Stone");
    scene.delegate = Optional.of("Lena Hart");
    scene.serviceOwner = Optional.of("Lena Hart");
    scene.triage = Optional.of("Bob Stone");
    scene.unreachable = Set.of("Alice Martin");
    assertEquals(List.of("bob"), toldWithoutAssignee(Role.OWNER));
    assertEquals(Optional.of("Alice Martin can't be reached here"), because());
    scene.successor = Optional.empty();
    assertEquals(List.of("lena"), toldWithoutAssignee(Role.OWNER));
    scene.delegate = Optional.empty();
    assertEquals(List.of("victor"), toldWithoutAssignee(Role.OWNER));
    scene.unreachable = Set.of("Alice Martin", "Victor Prime");
    assertEquals(List.of("dora"), toldWithoutAssignee(Role.OWNER));
    scene.unreachable = Set.of("Alice Martin", "Victor Prime", "Dora Keller");
    assertEquals(List.of("lena"), toldWithoutAssignee(Role.OWNER));
    scene.serviceOwner = Optional.empty();
    assertEquals(List.of("carol"), toldWithoutAssignee(Role.OWNER));
    scene.incidentOwner = Optional.empty();
    assertEquals(List.of("bob"), toldWithoutAssignee(Role.OWNER));
    scene.triage = Optional.empty();
    assertEquals(List.of("#reliability"), toldWithoutAssignee(Role.OWNER));
  }

  @Test
  void aSwitchedOffAccountReachesNobody() {
    scene.assignees = List.of(new Account("id-alice-m", "alice-m", false, false));
    scene.state = scene.state.asking("account:alice-m");
    assertEquals(List.of("victor"), told(Role.OWNER));
  }

  @Test
  void anItemWithoutAnOwnerGoesToTheIncidentOwner() {
    scene.owner = Optional.empty();
    assertEquals(List.of("carol"), toldWithoutAssignee(Role.OWNER));
  }

  @Test
  void anUnknownIncidentOwnerLeavesTheOwnerAlone() {
    scene.incidentOwner = Optional.of("somebody");
    assertEquals(List.of("alice-m"), told(Role.OWNER, Role.INCIDENT_OWNER));
  }

  @Test
  void whereNobodyAboveIsKnownTheOwnerHearsOfItAgain() {
    scene.lead = Optional.empty();
    scene.manager = Optional.empty();
    scene.incidentOwner = Optional.empty();
    assertEquals(List.of("alice-m"), told(Role.MANAGER));
  }

  private List<String> toldWithoutAssignee(Role role) {
    scene.assignees = List.of();
    scene.state = FollowUpState.untouched(Scene.id(), Scene.MONDAY);
    return told(role);
  }
}
