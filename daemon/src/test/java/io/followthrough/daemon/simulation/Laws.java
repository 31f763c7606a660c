package io.followthrough.daemon.simulation;

import io.followthrough.item.ActionItem;
import io.followthrough.item.Stage;
import io.followthrough.ledger.Books;
import io.followthrough.ledger.JournalEntry;
import io.followthrough.ledger.Mirror;
import io.followthrough.ledger.OutboxEntry;
import io.followthrough.ledger.OutboxState;
import io.followthrough.tracker.Comment;
import io.followthrough.tracker.MemoryTicket;
import io.followthrough.tracker.MemoryTracker;
import io.followthrough.tracker.Ticket;
import io.followthrough.tracker.TicketState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What holds at the end of every history, whatever has happened in it. */
final class Laws {
  /** Three days, and the hour by which a day may be shorter. */
  private static final Duration SPACING = Duration.ofHours(71);

  private final World world;
  private final Set<String> excused;
  private final List<ActionItem> items;
  private final List<MemoryTicket> tickets;
  private final List<Breach> broken = new ArrayList<>();
  private String law = "";

  Laws(World world) {
    this.world = world;
    this.excused = world.excused();
    this.items = world.ledger().read(books -> books.items().after(Optional.empty(), 10_000));
    this.tickets =
        world.trackers().values().stream()
            .flatMap(tracker -> tracker.snapshot().tickets().stream())
            .toList();
  }

  /** A law that does not hold. */
  record Breach(String law, String words) {
    @Override
    public String toString() {
      return law + ": " + words;
    }
  }

  /** What does not hold. */
  static List<Breach> broken(World world) {
    Laws laws = new Laws(world);
    laws.check("one ticket for one item", laws::oneTicketForOneItem);
    laws.check("one ticket for one promise", laws::oneTicketForOnePromise);
    laws.check("one comment for one step", laws::oneCommentForOneStep);
    laws.check("comments keep their distance", laws::commentsKeepTheirDistance);
    laws.check("nothing is lost", laws::nothingIsLost);
    laws.check("nothing is unsettled", laws::nothingIsUnsettled);
    laws.check("ledger and tracker agree", laws::ledgerAndTrackerAgree);
    laws.check("what people wrote stays", laws::whatPeopleWroteStays);
    laws.check("nothing secret is said", laws::nothingSecretIsSaid);
    laws.check("the store is whole", laws::theStoreIsWhole);
    return laws.broken;
  }

  private void check(String name, Runnable check) {
    law = name;
    check.run();
  }

  private void theStoreIsWhole() {
    world.store().damage().forEach(damage -> hold(false, damage));
  }

  private void hold(boolean holds, String otherwise) {
    if (!holds) {
      broken.add(new Breach(law, otherwise));
    }
  }

  private void oneTicketForOneItem() {
    Map<String, List<MemoryTicket>> byMark = new TreeMap<>();
    for (MemoryTicket ticket : tickets) {
      ticket
          .ticket()
          .marker()
          .ifPresent(
              mark -> byMark.computeIfAbsent(mark.item(), id -> new ArrayList<>()).add(ticket));
    }
    byMark.forEach(
        (item, marked) -> {
          if (marked.size() > 1) {
            hold(excused.contains(item), "one item, several tickets: " + ids(marked));
            hold(isReported(item, ids(marked)), "a twin that nobody is told of: " + ids(marked));
          }
        });
  }

  private static List<String> ids(List<MemoryTicket> marked) {
    return marked.stream().map(MemoryTicket::id).toList();
  }

  /** The journal, and so {@code explain}, names a ticket that carries the same mark. */
  private boolean isReported(String item, List<String> ids) {
    return journal(item).stream()
        .filter(entry -> entry.kind().equals("twin"))
        .anyMatch(entry -> ids.stream().anyMatch(entry.words()::contains));
  }

  private List<JournalEntry> journal(String item) {
    return world
        .ledger()
        .read(
            books ->
                items.stream()
                    .filter(it -> it.id().value().equals(item))
                    .flatMap(it -> books.journal().ofItem(it.id()).stream())
                    .toList());
  }

  /** Whatever becomes of the words and the place of a promise. */
  private void oneTicketForOnePromise() {
    Map<Integer, Set<String>> byPromise = new TreeMap<>();
    for (ActionItem item : items) {
      Optional<Integer> promise = world.authors().promiseOf(item.firstTitle());
      boolean filed = tickets.stream().anyMatch(ticket -> carries(ticket, item));
      if (promise.isPresent() && filed) {
        byPromise
            .computeIfAbsent(promise.get(), p -> new java.util.TreeSet<>())
            .add(item.id().value());
      }
    }
    byPromise.forEach(
        (promise, ids) ->
            hold(
                ids.size() <= world.authors().most(promise),
                "one promise, several items: " + Promises.title(promise) + ": " + ids));
    for (Page.Entry entry : world.authors().promised()) {
      if (mustHaveItsTicket(entry)) {
        hold(
            byPromise.containsKey(entry.promise) || isParked(entry.promise),
            "a promise without a ticket: " + entry.title);
      }
    }
  }

  private boolean mustHaveItsTicket(Page.Entry entry) {
    return entry.promise >= 0
        && !entry.done
        && !entry.owner.equals("TBD")
        && !world.authors().isCopied(entry.promise)
        && world.authors().most(entry.promise) == 1;
  }

  private boolean isParked(int promise) {
    return items.stream()
        .filter(item -> world.authors().promiseOf(item.firstTitle()).equals(Optional.of(promise)))
        .anyMatch(item -> entries(item).stream().anyMatch(e -> e.state() == OutboxState.PARKED));
  }

  private static boolean carries(MemoryTicket ticket, ActionItem item) {
    return ticket.ticket().marker().filter(m -> m.item().equals(item.id().value())).isPresent()
        || item.filing().filter(filing -> filing.ref().id().equals(ticket.id())).isPresent();
  }

  private List<OutboxEntry> entries(ActionItem item) {
    return world.ledger().read(books -> books.outbox().ofItem(item.id()));
  }

  private void oneCommentForOneStep() {
    for (MemoryTicket ticket : tickets) {
      Map<String, Integer> times = new HashMap<>();
      ours(ticket).forEach(comment -> times.merge(comment.key().orElseThrow(), 1, Integer::sum));
      times.forEach(
          (key, count) -> {
            if (count > 1) {
              hold(excused.contains(key), ticket.id() + " is told twice: " + key);
              hold(isReported(key.split("/", -1)[1], List.of(key)), "untold twin of " + key);
            }
          });
    }
  }

  private static List<Comment> ours(MemoryTicket ticket) {
    return ticket.comments().stream().filter(comment -> comment.key().isPresent()).toList();
  }

  private void commentsKeepTheirDistance() {
    for (MemoryTicket ticket : tickets) {
      List<Comment> said = ours(ticket);
      int tooNear = 0;
      for (int i = 1; i < said.size(); i++) {
        Comment before = said.get(i - 1);
        Comment after = said.get(i);
        boolean excuse = isExcused(before) || isExcused(after);
        Duration between = Duration.between(before.createdAt(), after.createdAt());
        tooNear += !excuse && between.compareTo(SPACING) < 0 ? 1 : 0;
      }
      hold(tooNear <= world.jumps(), "too much at once on " + ticket.id() + ": " + told(said));
    }
  }

  private boolean isExcused(Comment comment) {
    return excused.contains(comment.key().orElseThrow());
  }

  private static List<String> told(List<Comment> said) {
    return said.stream().map(comment -> comment.createdAt() + " " + comment.key().get()).toList();
  }

  private void nothingIsLost() {
    for (ActionItem item : items) {
      boolean owed = item.stage() == Stage.ACCEPTED && item.removedAt().isEmpty();
      if (owed && item.filing().isEmpty()) {
        boolean parked = entries(item).stream().anyMatch(e -> e.state() == OutboxState.PARKED);
        hold(parked, "an accepted item without a ticket: " + item.promise().title());
      }
    }
  }

  private void nothingIsUnsettled() {
    List<OutboxEntry> left =
        world
            .ledger()
            .read(
                books ->
                    Stream.of(OutboxState.values())
                        .flatMap(state -> books.outbox().in(state, 10_000).stream())
                        .filter(entry -> !isAtRest(books, entry))
                        .toList());
    left.forEach(
        entry -> hold(false, "unsettled: " + entry.key() + " " + entry.state() + entry.problem()));
  }

  /** Settled, or in a person's hands with words, or behind one that is. */
  private static boolean isAtRest(Books books, OutboxEntry entry) {
    return switch (entry.state()) {
      case DONE, SUPERSEDED -> true;
      case PARKED -> entry.problem().filter(words -> !words.isBlank()).isPresent();
      case PENDING, IN_FLIGHT, UNKNOWN ->
          books.outbox().of(entry.subject()).stream()
              .anyMatch(
                  other ->
                      other.state() == OutboxState.PARKED && other.sequence() < entry.sequence());
    };
  }

  private void ledgerAndTrackerAgree() {
    for (ActionItem item : items) {
      item.filing()
          .ifPresent(
              filing -> {
                Optional<MemoryTicket> held =
                    tickets.stream().filter(t -> t.id().equals(filing.ref().id())).findFirst();
                hold(held.isPresent(), item.id() + " is filed as what is not there");
                Optional<Mirror> mirror =
                    world.ledger().read(books -> books.mirrors().find(item.id()));
                hold(
                    held.isEmpty() || agree(mirror, held.get()),
                    filing.ref().key() + " is not as the ledger has it");
              });
    }
  }

  /** Only open tickets are looked after: that a closed one was deleted is not seen. */
  private static boolean agree(Optional<Mirror> mirror, MemoryTicket held) {
    if (mirror.isEmpty()) {
      return false;
    }
    Ticket seen = mirror.get().ticket();
    Ticket there = held.ticket();
    return held.deleted()
        ? seen.state() == TicketState.GONE || seen.state().isClosed()
        : seen.state() == there.state()
            && seen.title().equals(there.title())
            && seen.assignees().equals(there.assignees())
            && seen.due().equals(there.due());
  }

  private void whatPeopleWroteStays() {
    for (MemoryTicket ticket : tickets) {
      Handwriting hand = world.people().on(ticket);
      Ticket now = ticket.ticket();
      hold(now.state() == hand.state, ticket.id() + " was moved to " + now.state());
      hand.title.ifPresent(
          title -> hold(now.title().equals(title), ticket.id() + " was retitled: " + title));
      hand.due.ifPresent(
          due -> hold(now.due().equals(Optional.of(due)), ticket.id() + " was re-dated: " + due));
      hand.assignee.ifPresent(
          handle ->
              hold(
                  now.assignees().stream().anyMatch(account -> account.handle().equals(handle)),
                  ticket.id() + " was taken from " + handle));
      hand.words.forEach(
          words ->
              hold(ticket.body().contains(words), ticket.id() + " has lost the words " + words));
    }
  }

  private void nothingSecretIsSaid() {
    for (MemoryTracker tracker : world.trackers().values()) {
      for (MemoryTicket ticket : tracker.snapshot().tickets()) {
        hold(!isSecret(ticket.ticket().title() + ticket.body()), ticket.id() + " tells a secret");
        ours(ticket)
            .forEach(comment -> hold(!isSecret(comment.body()), ticket.id() + " is told a secret"));
      }
    }
  }

  /** True for a text that says what nobody may repeat. */
  static boolean isSecret(String text) {
    return text.contains(Page.CANARY) || text.contains(People.CANARY);
  }
}
