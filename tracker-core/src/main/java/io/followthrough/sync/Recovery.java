package io.followthrough.sync;

import static java.util.Objects.requireNonNull;

import io.followthrough.item.ActionItem;
import io.followthrough.item.Filing;
import io.followthrough.item.ItemId;
import io.followthrough.item.Judgement;
import io.followthrough.item.Placement;
import io.followthrough.item.Stage;
import io.followthrough.ledger.Books;
import io.followthrough.ledger.EffectKey;
import io.followthrough.ledger.FollowUpState;
import io.followthrough.ledger.JournalEntry;
import io.followthrough.ledger.Ledger;
import io.followthrough.ledger.Mirror;
import io.followthrough.ledger.OutboxEntry;
import io.followthrough.ledger.Subject;
import io.followthrough.plan.Change;
import io.followthrough.plan.Drafts;
import io.followthrough.tracker.Comment;
import io.followthrough.tracker.MarkQuery;
import io.followthrough.tracker.Marker;
import io.followthrough.tracker.Ticket;
import io.followthrough.tracker.TicketDraft;
import io.followthrough.tracker.Tracker;
import io.followthrough.tracker.Written;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * Gives a ledger back what the marks in a tracker know: which item has which ticket, and what was
 * said on it. For a lost ledger and for an older one. Creates nothing and says nothing.
 */
public final class Recovery {
  /** What an earlier ledger filed, with the instant at which that was found. */
  static final String FOUND = "found/";

  private static final int PAGE = 500;

  private final Set<String> installations;
  private final Ledger ledger;
  private final BiFunction<Books, ActionItem, Optional<Change.Create>> wanted;
  private final Listener listener;

  /** A recovery that tells nobody what people wrote. */
  Recovery(
      Set<String> installations,
      Ledger ledger,
      BiFunction<Books, ActionItem, Optional<Change.Create>> wanted) {
    this(installations, ledger, wanted, Listener.DEAF);
  }

  /**
   * A recovery.
   *
   * @param installations the installation's name, and those that it had
   * @param wanted the ticket that an accepted item would be given if it had none
   * @param listener is told again what people wrote
   */
  public Recovery(
      Set<String> installations,
      Ledger ledger,
      BiFunction<Books, ActionItem, Optional<Change.Create>> wanted,
      Listener listener) {
    this.listener = requireNonNull(listener, "listener is null");
    this.installations = Set.copyOf(installations);
    this.ledger = requireNonNull(ledger, "ledger is null");
    this.wanted = requireNonNull(wanted, "wanted is null");
  }

  /**
   * What a tracker gave back.
   *
   * @param recovered what was matched, a line each
   * @param known how many tickets the ledger knew already; what was said on them is learnt anew
   * @param unmatched tickets whose mark belongs to no item, a line each
   * @param twins tickets that carry the mark of an item that has another ticket, a line each
   */
  public record Found(
      List<String> recovered, int known, List<String> unmatched, List<String> twins) {
    public Found {
      recovered = List.copyOf(recovered);
      unmatched = List.copyOf(unmatched);
      twins = List.copyOf(twins);
    }
  }

  /**
   * All tickets of a tracker that carry our mark, oldest first.
   *
   * @throws io.followthrough.tracker.TrackerException where they cannot be read
   */
  public List<Ticket> marked(Tracker tracker) {
    return installations.stream()
        .flatMap(name -> tracker.find(new MarkQuery(name, Set.of(), Instant.EPOCH)).stream())
        .sorted(Comparator.comparing(Ticket::createdAt).thenComparing(it -> it.ref().id()))
        .toList();
  }

  /**
   * Matches the marked tickets of a tracker with the items of the ledger, and keeps what they tell.
   *
   * @param marked see {@link #marked}
   * @throws io.followthrough.tracker.TrackerException where a ticket cannot be read; what was
   *     matched before is kept, and a later run goes on
   */
  public Found recover(Tracker tracker, List<Ticket> marked, Instant now) {
    List<Ticket> loose = new ArrayList<>();
    Map<String, String> holders = new HashMap<>();
    List<String> recovered = new ArrayList<>(own(tracker, marked, now));
    for (Ticket ticket : marked) {
      if (OwnPapers.subject(ticket).isPresent()) {
        continue;
      }
      Optional<ActionItem> owner =
          ledger.read(books -> books.items().filedAs(tracker.name(), ticket.ref().id()));
      if (owner.isPresent()) {
        refresh(tracker, owner.get(), ticket, now);
        hold(holders, ticket);
      } else {
        loose.add(ticket);
      }
    }
    int known = holders.size();
    Map<ActionItem, Acquaintance.Match> matches =
        Acquaintance.between(
            unfiled(),
            loose,
            id -> ledger.read(books -> books.items().find(new ItemId(id))),
            ledger.read(Recovery::documents));
    matches.forEach(
        (item, match) -> {
          take(tracker, item, match, now);
          hold(holders, match.ticket());
          recovered.add(line(match.ticket()) + ": known by " + match.by());
        });
    Set<String> taken =
        matches.values().stream().map(it -> it.ticket().ref().id()).collect(Collectors.toSet());
    List<String> unmatched = new ArrayList<>();
    List<String> twins = new ArrayList<>();
    for (Ticket ticket : loose) {
      if (!taken.contains(ticket.ref().id())) {
        twin(ticket, holders).ifPresentOrElse(twins::add, () -> unmatched.add(line(ticket)));
      }
    }
    ledger.run(books -> Greeting.met(books, tracker.name(), now));
    return new Found(recovered, known, unmatched, twins);
  }

  /** Tickets that stand for no item; of two with one mark the older one counts. */
  private List<String> own(Tracker tracker, List<Ticket> marked, Instant now) {
    List<String> lines = new ArrayList<>();
    Set<Subject> taken = new HashSet<>();
    for (Ticket ticket : marked) {
      Optional<Subject> subject = OwnPapers.subject(ticket).filter(taken::add);
      if (subject.isPresent()) {
        List<Comment> comments = tracker.comments(ticket.ref());
        ledger.run(
            books ->
                OwnPapers.recover(books, tracker.name(), ticket, comments, installations, now));
        lines.add(line(ticket) + ": known by its mark");
      }
    }
    return lines;
  }

  private static void hold(Map<String, String> holders, Ticket ticket) {
    ticket.marker().ifPresent(mark -> holders.put(mark.item(), ticket.ref().key()));
  }

  /** What may have a ticket that the ledger does not know; what is followed elsewhere has none. */
  private List<ActionItem> unfiled() {
    return items().stream()
        .filter(item -> item.filing().isEmpty() && item.stage() != Stage.MERGED)
        .toList();
  }

  private List<ActionItem> items() {
    List<ActionItem> all = new ArrayList<>();
    Optional<ItemId> last = Optional.empty();
    List<ActionItem> page = page(last);
    while (!page.isEmpty()) {
      all.addAll(page);
      last = Optional.of(page.get(page.size() - 1).id());
      page = page(last);
    }
    return all;
  }

  private List<ActionItem> page(Optional<ItemId> after) {
    return ledger.read(books -> books.items().after(after, PAGE));
  }

  private static Set<String> documents(Books books) {
    return books.documents().all().stream()
        .filter(document -> document.goneAt().isEmpty())
        .map(document -> document.origin().documentKey())
        .collect(Collectors.toSet());
  }

  /** Takes a ticket as an item's, with all that its comments tell. */
  private void take(Tracker tracker, ActionItem item, Acquaintance.Match match, Instant now) {
    Ticket ticket = match.ticket();
    List<Comment> comments = tracker.comments(ticket.ref());
    Observation seen = Observation.of(tracker, ticket, comments, Optional.empty());
    Recollection said = Recollection.of(comments, installations);
    ledger.run(
        books -> {
          ActionItem present = books.items().find(item.id()).orElseThrow();
          if (present.filing().isPresent()) {
            return;
          }
          ActionItem accepted = accepted(present, tracker.name());
          Optional<Change.Create> create = wanted.apply(books, accepted);
          Written written = written(accepted, ticket, create.map(Change.Create::draft));
          Filing filing =
              new Filing(
                  tracker.name(),
                  ticket.ref(),
                  ticket.createdAt(),
                  false,
                  written,
                  ticket.marker());
          ActionItem filed =
              accepted
                  .carrying(create.map(Change.Create::carried).orElse(accepted.carried()))
                  .filed(filing);
          books.items().put(filed);
          seen.keep(books, tracker.name(), filed, now);
          remember(books, item.id(), said, now);
          hear(books, tracker, ticket, comments, now);
          settle(books, item.id(), now);
          books
              .journal()
              .append(
                  JournalEntry.ours(
                      now,
                      item.id(),
                      "recovered",
                      "taken as "
                          + line(ticket)
                          + ", known by "
                          + match.by()
                          + "; "
                          + said.comments()
                          + " comments of ours on it",
                      ""));
        });
  }

  /** An older ledger may not know what was said since. */
  private void refresh(Tracker tracker, ActionItem item, Ticket ticket, Instant now) {
    List<Comment> comments = tracker.comments(ticket.ref());
    Optional<Mirror> before = ledger.read(books -> books.mirrors().find(item.id()));
    Observation seen = Observation.of(tracker, ticket, comments, before);
    Recollection said = Recollection.of(comments, installations);
    ledger.run(
        books -> {
          ActionItem present = books.items().find(item.id()).orElseThrow();
          seen.keep(books, tracker.name(), present, now);
          remember(books, item.id(), said, now);
          hear(books, tracker, ticket, comments, now);
        });
  }

  /** What people answered is on the tickets too; a reply that is there is not sent again. */
  private void hear(
      Books books, Tracker tracker, Ticket ticket, List<Comment> comments, Instant now) {
    for (Comment comment : comments) {
      if (comment.isHuman()) {
        listener.heard(
            books, new Listener.Heard(tracker.name(), comment, Optional.of(ticket), true, now));
      }
    }
  }

  private static void remember(Books books, ItemId item, Recollection said, Instant now) {
    FollowUpState state =
        books.followUps().find(item).orElseGet(() -> FollowUpState.untouched(item, now));
    books.followUps().put(said.in(state).decidedAt(now));
    books.settings().put(FOUND + item, now.toString());
  }

  /** What was to create the ticket has happened, whoever did it. */
  private void settle(Books books, ItemId item, Instant now) {
    for (String installation : installations) {
      Optional<OutboxEntry> creation = books.outbox().find(EffectKey.create(installation, item));
      creation.ifPresent(
          entry -> {
            boolean settled =
                switch (entry.state()) {
                  case PENDING, IN_FLIGHT, UNKNOWN ->
                      books.outbox().replace(entry, entry.done(now));
                  case PARKED ->
                      books.outbox().replace(entry, entry.superseded("it has its ticket", now));
                  case DONE, SUPERSEDED -> true;
                };
            assert settled;
          });
    }
  }

  /**
   * Tells a ledger that it may be older than what was done with it: its trackers are met anew
   * before the next creation, and each comment is looked for before it is sent.
   */
  public static void distrust(Books books, Instant now) {
    Greeting.forget(books);
    Optional<ItemId> last = Optional.empty();
    List<ActionItem> page = books.items().after(last, PAGE);
    while (!page.isEmpty()) {
      page.stream()
          .filter(item -> item.filing().isPresent())
          .forEach(item -> books.settings().put(FOUND + item.id(), now.toString()));
      last = Optional.of(page.get(page.size() - 1).id());
      page = books.items().after(last, PAGE);
    }
  }

  /**
   * True for an entry of an item whose ticket an earlier ledger filed: each comment is looked for
   * before it is sent.
   */
  static boolean wasFound(Books books, Subject subject) {
    return books.settings().get(FOUND + subject).isPresent();
  }

  /** What has its ticket is accepted, whatever the document has become since. */
  private static ActionItem accepted(ActionItem item, String tracker) {
    Judgement made = item.judgement();
    Optional<Placement> place = made.placement().or(() -> Optional.of(Placement.in(tracker)));
    return item.judged(
        new Judgement(Stage.ACCEPTED, made.owner(), made.team(), place, made.findings()));
  }

  /**
   * What of ours the ticket holds, where nobody remembers what we wrote: a title that is the one of
   * its birth or the document's is ours, any other is a person's; so is an assignee, a date or a
   * priority that is not the document's.
   */
  private static Written written(ActionItem item, Ticket ticket, Optional<TicketDraft> draft) {
    boolean born =
        ticket
            .marker()
            .map(Marker::title)
            .filter(Drafts.titlePrint(ticket.title())::equals)
            .isPresent();
    return new Written(
        born ? ticket.title() : item.promise().title(),
        draft.flatMap(TicketDraft::assignee).filter(handle -> isAssigned(ticket, handle)),
        item.promise().due(),
        draft.flatMap(TicketDraft::priority),
        ticket.block());
  }

  private static boolean isAssigned(Ticket ticket, String handle) {
    return ticket.assignees().stream().anyMatch(it -> it.handle().equalsIgnoreCase(handle));
  }

  /** Of two tickets with one mark the older one counts; the other is left to a person. */
  private Optional<String> twin(Ticket ticket, Map<String, String> holders) {
    Optional<String> item = ticket.marker().map(Marker::item);
    return item.flatMap(id -> Optional.ofNullable(holders.get(id)))
        .or(() -> item.flatMap(id -> ledger.read(books -> filedAs(books, new ItemId(id)))))
        .map(key -> line(ticket) + ": " + key + " has its mark too; please close one of the two");
  }

  private static Optional<String> filedAs(Books books, ItemId item) {
    return books.items().find(item).flatMap(ActionItem::filing).map(filing -> filing.ref().key());
  }

  private static String line(Ticket ticket) {
    return ticket.ref().key() + " \u201c" + ticket.title() + "\u201d";
  }
}
