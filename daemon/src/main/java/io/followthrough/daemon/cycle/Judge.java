package io.followthrough.daemon.cycle;

import io.followthrough.gate.Gate;
import io.followthrough.gate.GateCase;
import io.followthrough.gate.GateRules;
import io.followthrough.gate.Verdict;
import io.followthrough.item.ActionItem;
import io.followthrough.item.Finding;
import io.followthrough.item.ItemId;
import io.followthrough.item.Judgement;
import io.followthrough.item.Owner;
import io.followthrough.item.People;
import io.followthrough.item.Person;
import io.followthrough.item.Placement;
import io.followthrough.item.Promise;
import io.followthrough.item.Stage;
import io.followthrough.item.Team;
import io.followthrough.ledger.Books;
import io.followthrough.ledger.DocumentRecord;
import io.followthrough.plan.Routes;
import io.followthrough.sync.Confidential;
import io.followthrough.sync.Restraint;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks owners up, asks the routes and the gate, and says how far each promise has come. */
public final class Judge {
  private final Gate gate;
  private final People people;
  private final Routes routes;
  private final ZoneId zone;

  /** A judge; {@code zone} is where its today is. */
  public Judge(GateRules rules, People people, Routes routes, ZoneId zone) {
    this.gate = new Gate(rules);
    this.people = people;
    this.routes = routes;
    this.zone = zone;
  }

  /** A promise, with the date that a default may have given it, and what was made of it. */
  record Judged(Promise promise, Judgement judgement) {}

  /**
   * A promise before it is judged.
   *
   * @param known the item that it is, where it is not new
   * @param twin whether another live document of the incident makes the same promise
   * @param linked whether it names a ticket of a configured tracker
   */
  record Brief(Promise promise, Optional<ActionItem> known, boolean twin, boolean linked) {
    boolean isFiled() {
      return known.flatMap(ActionItem::filing).isPresent();
    }
  }

  /** Judges all promises of a document at once. */
  List<Judged> judge(Books books, DocumentRecord document, List<Brief> briefs, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, zone);
    List<Optional<Owner>> owners =
        briefs.stream().map(brief -> brief.promise().owner().map(people::find)).toList();
    Optional<String> onlyTracker = Confidential.onlyTracker(books, document.origin().documentKey());
    Restraint restraint = Restraint.of(books, now);
    List<Optional<Placement>> places = new ArrayList<>();
    List<GateCase.Item> items = new ArrayList<>();
    List<GateCase.OpenItem> others = new ArrayList<>();
    for (int i = 0; i < briefs.size(); i++) {
      Brief brief = briefs.get(i);
      Optional<Placement> place = place(document, brief.promise(), owners.get(i), onlyTracker);
      places.add(place);
      items.add(item(brief, owners.get(i), place, today));
      alike(books, document, brief).stream()
          .filter(item -> restraint.mayBeNamed(item.origin(), document.origin()))
          .map(Judge::openItem)
          .forEach(others::add);
    }
    Verdict verdict = gate.judge(new GateCase(items, others, today));
    List<Judged> judged = new ArrayList<>();
    for (int i = 0; i < briefs.size(); i++) {
      Verdict.Item said = verdict.items().get(i);
      judged.add(
          new Judged(
              said.promise(),
              judgement(document, briefs.get(i), owners.get(i), places.get(i), said)));
    }
    return judged;
  }

  /**
   * Where a route sends it.
   *
   * @param onlyTracker where its document is confidential: nowhere else
   */
  private Optional<Placement> place(
      DocumentRecord document,
      Promise promise,
      Optional<Owner> owner,
      Optional<String> onlyTracker) {
    Owner asked =
        owner.orElseGet(
            () -> new Owner("", Owner.Standing.NOBODY, Optional.empty(), Optional.empty()));
    Optional<Placement> routed = routes.place(document.origin(), promise, asked, Set.of());
    return onlyTracker.isEmpty()
        ? routed
        : routed
            .filter(place -> place.tracker().equals(onlyTracker.get()))
            .or(() -> onlyTracker.map(Placement::in));
  }

  private GateCase.Item item(
      Brief brief, Optional<Owner> owner, Optional<Placement> place, LocalDate today) {
    Optional<String> name = owner.flatMap(Owner::person).map(Person::name);
    boolean senior = name.filter(people::leads).isPresent();
    return new GateCase.Item(
        brief.promise(),
        owner,
        senior,
        place.map(Placement::tracker),
        brief.isFiled() || brief.linked(),
        brief.known().map(item -> LocalDate.ofInstant(item.firstSeenAt(), zone)).orElse(today));
  }

  /**
   * Accepted items of other postmortems in about the same words whose tickets are not closed. The
   * item itself is one of those as long as it is known by its document's old name.
   */
  private static List<ActionItem> alike(Books books, DocumentRecord document, Brief brief) {
    Optional<ItemId> itself = brief.known().map(ActionItem::id);
    return books.items().near(brief.promise().title()).stream()
        .filter(item -> itself.filter(item.id()::equals).isEmpty())
        .filter(item -> !item.origin().documentKey().equals(document.origin().documentKey()))
        .filter(item -> item.stage() == Stage.ACCEPTED && item.removedAt().isEmpty())
        .filter(
            item ->
                books
                    .mirrors()
                    .find(item.id())
                    .filter(mirror -> mirror.ticket().state().isClosed())
                    .isEmpty())
        .toList();
  }

  private static GateCase.OpenItem openItem(ActionItem item) {
    String name =
        item.filing()
            .map(filing -> filing.ref().key())
            .orElse(item.origin().path() + ", line " + item.promise().line());
    List<String> services =
        item.promise().services().isEmpty()
            ? item.origin().incident().services()
            : item.promise().services();
    return new GateCase.OpenItem(item.promise().title(), name, services);
  }

  private Judgement judgement(
      DocumentRecord document,
      Brief brief,
      Optional<Owner> owner,
      Optional<Placement> place,
      Verdict.Item said) {
    Optional<String> person = owner.flatMap(Owner::person).map(Person::name);
    Optional<String> team =
        person.flatMap(people::teamOf).map(Team::name).or(() -> owner.flatMap(Owner::team));
    List<Finding> findings = new ArrayList<>(said.findings());
    said.dueNote().ifPresent(note -> findings.add(new Finding("due-default", false, note)));
    Stage stage = stage(document, brief, place, said, findings);
    return new Judgement(stage, person, team, place, findings);
  }

  private static Stage stage(
      DocumentRecord document,
      Brief brief,
      Optional<Placement> place,
      Verdict.Item said,
      List<Finding> findings) {
    if (brief.isFiled()) {
      boolean wasHistory = brief.known().filter(i -> i.stage() == Stage.LEARNED).isPresent();
      return wasHistory ? Stage.LEARNED : Stage.ACCEPTED;
    }
    if (document.history()) {
      return Stage.LEARNED;
    }
    if (brief.promise().done()) {
      return Stage.DONE_AT_BIRTH;
    }
    if (brief.twin()) {
      return Stage.MERGED;
    }
    if (document.readyAt().isEmpty()) {
      findings.add(
          new Finding("not-ready", true, "the postmortem is a draft: it counts once it is ready"));
      return Stage.PROPOSED;
    }
    if (brief.linked()) {
      return Stage.ACCEPTED;
    }
    if (place.isEmpty()) {
      findings.add(
          new Finding(
              "no-route", true, "no route of the configuration takes it: add one that does"));
      return Stage.PROPOSED;
    }
    return said.accepted() ? Stage.ACCEPTED : Stage.PROPOSED;
  }
}
