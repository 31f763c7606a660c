package io.followthrough.daemon.cycle;

import io.followthrough.daemon.status.Discretion;
import io.followthrough.item.ActionItem;
import io.followthrough.item.Finding;
import io.followthrough.item.ItemId;
import io.followthrough.item.Judgement;
import io.followthrough.item.Stage;
import io.followthrough.ledger.Books;
import io.followthrough.ledger.JournalEntry;
import io.followthrough.ledger.Ledger;
import io.followthrough.plan.Change;
import io.followthrough.plan.Drafts;
import io.followthrough.plan.Plan;
import io.followthrough.plan.Release;
import io.followthrough.sync.Poller;
import io.followthrough.sync.Registrar;
import io.followthrough.sync.Restraint;
import io.followthrough.tracker.FailureKind;
import io.followthrough.tracker.Tracker;
import io.followthrough.tracker.TrackerException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Asks the pure plan for the changes, and puts what is released on its way. */
public final class Planner {
  private final Ledger ledger;
  private final Drafts drafts;
  private final Links links;
  private final Map<String, Tracker> trackers;
  private final Registrar registrar;
  private final Poller poller;
  private final Confirmations confirmations;
  private final Focus focus;

  /** A planner over the trackers by their names. */
  public Planner(
      Ledger ledger,
      Drafts drafts,
      Map<String, Tracker> trackers,
      Registrar registrar,
      Poller poller,
      Confirmations confirmations) {
    this.ledger = ledger;
    this.drafts = drafts;
    this.links = new Links(trackers.values());
    this.trackers = Map.copyOf(trackers);
    this.registrar = registrar;
    this.poller = poller;
    this.confirmations = confirmations;
    this.focus = Focus.of(ledger);
  }

  /**
   * What the items that were just read, and those that still have no ticket, ask for.
   *
   * @param touched the items of the documents that were read
   */
  List<Change> changes(Set<ItemId> touched) {
    return ledger.read(
        books -> {
          Map<ItemId, ActionItem> items = new TreeMap<>();
          books.items().unfiled().forEach(item -> items.put(item.id(), item));
          registrar.toReplan(books).forEach(item -> items.put(item.id(), item));
          touched.stream()
              .flatMap(id -> books.items().find(id).stream())
              .forEach(item -> items.put(item.id(), item));
          List<ActionItem> wanted =
              items.values().stream()
                  .filter(focus::takes)
                  .map(item -> asAnswered(books, item))
                  .toList();
          return Plan.between(wanted, item -> links.of(item.promise()), drafts);
        });
  }

  /** What was read of items that the cycle is not about is planned by a later one. */
  void leave(Set<ItemId> touched) {
    if (!focus.isEverything()) {
      ledger.run(
          books ->
              others(touched.stream().flatMap(id -> books.items().find(id).stream()).toList())
                  .forEach(item -> registrar.replan(books, item)));
    }
  }

  private List<ActionItem> others(List<ActionItem> items) {
    return items.stream().filter(item -> !focus.takes(item)).toList();
  }

  /** What people answered on the ticket comes before the words of the document. */
  private static ActionItem asAnswered(Books books, ActionItem item) {
    return books.followUps().find(item.id()).map(state -> state.answers().in(item)).orElse(item);
  }

  /** Reports what is only rehearsed and what waits. */
  void show(Release release, CycleReport report) {
    ledger.read(
        books -> {
          Discretion discretion = Discretion.of(books);
          report.planned(discretion.changes(release.rehearsed()));
          report.waiting(discretion.changes(release.waiting()));
          return true;
        });
  }

  /** What of it may be written. */
  Release release(List<Change> changes) {
    return ledger.read(books -> confirmations.release(books, changes));
  }

  /**
   * Puts changes on their way: creations and edits into the outbox, adoptions at once. What people
   * have paused is planned again later.
   */
  void register(List<Change> changes, CycleReport report, Instant now) {
    List<Change.Adopt> adoptions = new ArrayList<>();
    ledger.run(
        books -> {
          List<ActionItem> others = others(registrar.toReplan(books));
          registrar.replanned(books);
          others.forEach(item -> registrar.replan(books, item));
          Restraint restraint = Restraint.of(books, now);
          Discretion discretion = Discretion.of(books);
          for (Change change : changes) {
            if (restraint.on(change.item(), change.tracker()).isPresent()) {
              registrar.replan(books, change.item());
              report.restrained(discretion.change(change));
              continue;
            }
            report.planned(List.of(discretion.change(change)));
            Optional<Change.Adopt> adoption =
                change.match(
                    create -> {
                      registrar.create(books, create, now);
                      return Optional.<Change.Adopt>empty();
                    },
                    Optional::of,
                    edit -> {
                      registrar.edit(books, edit, now);
                      return Optional.<Change.Adopt>empty();
                    });
            adoption.ifPresent(adoptions::add);
          }
        });
    adoptions.forEach(adoption -> adopt(adoption, report, now));
  }

  private void adopt(Change.Adopt adoption, CycleReport report, Instant now) {
    Tracker tracker = trackers.get(adoption.tracker());
    if (tracker == null) {
      return;
    }
    Optional<Instant> wait = poller.waitsUntil(tracker, now);
    if (wait.isPresent()) {
      ledger.run(books -> registrar.replan(books, adoption.item()));
      return;
    }
    try {
      poller.adopt(tracker, adoption, now);
    } catch (TrackerException e) {
      poller.failed(tracker, e, now);
      if (e.kind() == FailureKind.GONE) {
        ledger.run(books -> hold(books, adoption, now));
      } else {
        ledger.run(books -> registrar.replan(books, adoption.item()));
      }
      report.problem(adoption.tracker() + ": " + e.getMessage());
    }
  }

  private static void hold(Books books, Change.Adopt adoption, Instant now) {
    ActionItem item = adoption.item();
    String words =
        "the postmortem names "
            + adoption.ref().key()
            + ", which cannot be read: mend the link, or remove it to have a ticket made";
    List<Finding> findings = new ArrayList<>(item.judgement().findings());
    findings.add(new Finding("linked-ticket-gone", true, words));
    Judgement made = item.judgement();
    books
        .items()
        .put(
            item.judged(
                new Judgement(
                    made.stage() == Stage.ACCEPTED ? Stage.PROPOSED : made.stage(),
                    made.owner(),
                    made.team(),
                    made.placement(),
                    findings)));
    books.journal().append(JournalEntry.ours(now, item.id(), "held", words, "linked-ticket-gone"));
  }
}
