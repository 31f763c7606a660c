package io.followthrough.followup;

import io.followthrough.item.Absence;
import io.followthrough.item.ActionItem;
import io.followthrough.item.Filing;
import io.followthrough.item.Incident;
import io.followthrough.item.ItemId;
import io.followthrough.item.Judgement;
import io.followthrough.item.Lapse;
import io.followthrough.item.Origin;
import io.followthrough.item.People;
import io.followthrough.item.Person;
import io.followthrough.item.Placement;
import io.followthrough.item.Priority;
import io.followthrough.item.Promise;
import io.followthrough.item.ServiceEntry;
import io.followthrough.item.Stage;
import io.followthrough.item.Team;
import io.followthrough.ledger.FollowUpState;
import io.followthrough.ledger.Mirror;
import io.followthrough.tracker.Account;
import io.followthrough.tracker.Ticket;
import io.followthrough.tracker.TicketRef;
import io.followthrough.tracker.TicketState;
import io.followthrough.tracker.Transition;
import io.followthrough.tracker.Written;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One item and its ticket in a small organisation: Alice owns the item, Carol the incident, Victor
 * leads the team, Dora is his manager and Alice's, Lena is leadership. Fields are set at will.
 */
final class Scene {
  /** A Monday, nine o'clock UTC. */
  static final Instant MONDAY = Instant.parse("2026-11-02T09:00:00Z");

  static final TicketRef REF = new TicketRef("12", "acme/backend#12", "https://tracker/12");

  ZoneId zone = ZoneOffset.UTC;
  List<EscalationStep> steps = FollowUpPolicy.standard(MONDAY).steps();
  Lapse spacing = Lapse.ofDays(3);
  WorkCalendar calendar = usualCalendar();
  Instant start = MONDAY;
  Instant filedAt = MONDAY;
  boolean adopted;
  Stage stage = Stage.ACCEPTED;
  Optional<LocalDate> due = Optional.empty();
  Instant humanActAt = MONDAY;
  TicketState ticketState = TicketState.OPEN;
  List<Account> assignees = List.of(account("alice-m"));
  Optional<Transition> transition = Optional.empty();
  Optional<Instant> closedAt = Optional.empty();
  List<String> links = List.of();
  Optional<Instant> removedAt = Optional.empty();
  boolean doneInDocument;
  Optional<String> planned = Optional.empty();
  Optional<LocalDate> review = Optional.empty();
  Optional<Priority> priority = Optional.empty();
  Optional<String> owner = Optional.of("Alice Martin");
  Optional<String> incidentOwner = Optional.of("Carol Diaz");
  Optional<String> triage = Optional.empty();
  List<String> services = List.of("checkout");
  Optional<String> serviceOwner = Optional.empty();
  Optional<String> lead = Optional.of("Victor Prime");
  Optional<String> manager = Optional.of("Dora Keller");
  Optional<String> successor = Optional.empty();
  Optional<String> delegate = Optional.empty();
  List<Absence> away = List.of();
  Optional<LocalDate> left = Optional.empty();
  Set<String> unreachable = Set.of();
  Optional<Quiet> quiet = Optional.empty();
  List<Repeat> repeats = List.of();
  boolean ticketWasRead = true;
  boolean evidence = true;
  Map<String, Templates> templates = Map.of();
  FollowUpState state = FollowUpState.untouched(id(), MONDAY);

  static ItemId id() {
    return ItemId.of("acme", "docs:checkout.md", "Add an alert for replication lag", 0);
  }

  static Account account(String handle) {
    return new Account("id-" + handle, handle, true, false);
  }

  Scene due(String date) {
    due = Optional.of(LocalDate.parse(date));
    return this;
  }

  Scene closed(TicketState to, String at, String... evidenceOfIt) {
    ticketState = to;
    closedAt = Optional.of(Instant.parse(at));
    transition =
        Optional.of(
            new Transition(
                to,
                Instant.parse(at),
                Optional.of(account("bob")),
                Optional.empty(),
                List.of(evidenceOfIt)));
    return this;
  }

  /** From nine to five but at the weekend and on Christmas Day. */
  static WorkCalendar usualCalendar() {
    WorkCalendar usual = WorkCalendar.standard();
    return new WorkCalendar(
        ZoneOffset.UTC, usual.from(), usual.to(), usual.days(), Set.of(LocalDate.of(2026, 12, 25)));
  }

  FollowUpPolicy policy() {
    FollowUpPolicy standard = FollowUpPolicy.standard(start);
    return new FollowUpPolicy(
        standard.nudgeEvery(),
        standard.dueSoon(),
        steps,
        spacing,
        calendar,
        standard.settle(),
        evidence,
        start);
  }

  private Person person(String name, String handle, Optional<String> boss) {
    boolean alice = name.startsWith("Alice");
    return new Person(
        name,
        List.of(name.substring(0, name.indexOf(' '))),
        Optional.empty(),
        Map.of("github", handle),
        boss,
        alice ? Optional.of(zone) : Optional.empty(),
        alice ? delegate : Optional.empty(),
        alice ? successor : Optional.empty(),
        Optional.empty(),
        alice ? away : List.of(),
        alice ? left : Optional.empty());
  }

  People people() {
    List<Person> persons = new ArrayList<>();
    persons.add(person("Alice Martin", "alice-m", manager));
    persons.add(person("Bob Stone", "bob", Optional.empty()));
    persons.add(person("Carol Diaz", "carol", Optional.empty()));
    persons.add(person("Victor Prime", "victor", Optional.of("Dora Keller")));
    persons.add(person("Dora Keller", "dora", Optional.empty()));
    persons.add(person("Lena Hart", "lena", Optional.empty()));
    return new People(
        persons,
        List.of(new Team("Payments", lead, List.of("Alice Martin"), List.of())),
        List.of(new ServiceEntry("checkout", List.of("basket"), serviceOwner)),
        List.of("Lena Hart"));
  }

  Origin origin() {
    return new Origin(
        "docs",
        "checkout.md",
        Optional.of("https://docs/checkout.md"),
        new Incident(
            Optional.of("INC-42"),
            Optional.of("Checkout outage"),
            Optional.of(LocalDate.of(2026, 10, 28)),
            Optional.of("SEV1"),
            services,
            incidentOwner,
            Optional.empty(),
            List.of("replication lag"),
            List.of()));
  }

  ActionItem item() {
    Promise promise =
        new Promise(
            "Add an alert for replication lag",
            "Add an alert for replication lag (Alice)",
            57,
            "list-under-action-heading",
            Optional.of("Alice"),
            due,
            Optional.empty(),
            doneInDocument,
            List.of(),
            priority,
            Optional.empty(),
            Optional.of("the alert fires in the staging drill"),
            List.of(),
            review);
    Placement placement =
        new Placement(
            "backend",
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            triage);
    Judgement judgement =
        new Judgement(stage, owner, Optional.empty(), Optional.of(placement), List.of());
    Written written =
        new Written(promise.title(), Optional.empty(), Optional.empty(), Optional.empty(), "");
    ActionItem item =
        ActionItem.born(id(), origin(), promise, judgement, filedAt)
            .filed(new Filing("backend", REF, filedAt, adopted, written));
    return removedAt.map(item::removed).orElse(item);
  }

  Mirror mirror() {
    Ticket ticket =
        new Ticket(
            REF,
            "Add an alert for replication lag",
            ticketState,
            ticketState.name(),
            Optional.empty(),
            assignees,
            List.of(),
            Optional.empty(),
            due,
            planned,
            Optional.empty(),
            "",
            filedAt,
            humanActAt,
            closedAt,
            Optional.empty());
    return new Mirror(
        id(), "backend", ticket, humanActAt, humanActAt, transition, Optional.empty(), links, due);
  }

  /** Decides without remembering. */
  Decision look(Instant now) {
    FollowUp followUp =
        new FollowUp("acme", "#reliability", Profiles.only(policy()), people(), templates);
    return followUp.decide(
        new FollowUpCase(
            item(),
            ticketWasRead ? Optional.of(mirror()) : Optional.empty(),
            state,
            person ->
                unreachable.contains(person.name())
                    ? Optional.empty()
                    : person.handle("backend", "github"),
            quiet,
            repeats),
        now);
  }

  Decision look(String now) {
    return look(Instant.parse(now));
  }

  /** Decides and remembers. */
  Decision decide(Instant now) {
    Decision decision = look(now);
    state = decision.next();
    return decision;
  }

  Decision decide(String now) {
    return decide(Instant.parse(now));
  }

  /** What is said at an instant, as {@code kind}, else {@code -}. */
  String say(String now) {
    return decide(now).notice().map(notice -> notice.kind().word()).orElse("-");
  }

  /** The handles that are told at an instant. */
  List<String> told(String now) {
    return decide(now).notice().orElseThrow().recipients().stream()
        .map(recipient -> recipient.handle().orElse(recipient.name()))
        .toList();
  }

  /** Looks at every instant that a decision asks for, until an end; what was said, line by line. */
  List<String> until(String end) {
    List<String> said = new ArrayList<>();
    Instant now = MONDAY;
    Decision decision = decide(now);
    while (true) {
      Instant at = now;
      decision.notice().ifPresent(notice -> said.add(at + " " + notice.kind().word()));
      Optional<Instant> next = decision.next().nextAt();
      if (next.isEmpty() || next.get().isAfter(Instant.parse(end))) {
        return said;
      }
      now = next.get();
      decision = decide(now);
    }
  }
}
