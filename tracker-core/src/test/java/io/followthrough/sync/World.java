package io.followthrough.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.followthrough.item.ActionItem;
import io.followthrough.item.Incident;
import io.followthrough.item.ItemId;
import io.followthrough.item.Judgement;
import io.followthrough.item.Origin;
import io.followthrough.item.People;
import io.followthrough.item.Placement;
import io.followthrough.item.Promise;
import io.followthrough.item.Stage;
import io.followthrough.ledger.Books;
import io.followthrough.ledger.Effect;
import io.followthrough.ledger.EffectKey;
import io.followthrough.ledger.Ledger;
import io.followthrough.ledger.MemoryLedger;
import io.followthrough.ledger.OutboxEntry;
import io.followthrough.ledger.OutboxState;
import io.followthrough.plan.Change;
import io.followthrough.plan.Drafts;
import io.followthrough.plan.Plan;
import io.followthrough.tracker.Capability;
import io.followthrough.tracker.Comment;
import io.followthrough.tracker.CommentDraft;
import io.followthrough.tracker.Cursor;
import io.followthrough.tracker.FaultScript;
import io.followthrough.tracker.FaultyTracker;
import io.followthrough.tracker.ForwardingTracker;
import io.followthrough.tracker.MarkQuery;
import io.followthrough.tracker.MemoryTracker;
import io.followthrough.tracker.MemoryTrackerBuilder;
import io.followthrough.tracker.Prose;
import io.followthrough.tracker.Span;
import io.followthrough.tracker.Ticket;
import io.followthrough.tracker.TicketDraft;
import io.followthrough.tracker.TicketRef;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A ledger, a faulty tracker and processes that come and go between them. */
final class World {
  static final String INSTALLATION = "acme-sre";
  static final List<String> TITLES =
      List.of("Add an alert for lag", "Write the failover runbook", "Drill the restore");

  private final Drafts drafts =
      new Drafts(INSTALLATION, "#reliability", People.nobody(), (p, t) -> Optional.empty());
  private final Registrar registrar = new Registrar(INSTALLATION);
  private Instant now = Instant.parse("2026-11-02T09:00:00Z");
  private final MemoryTracker tracker;
  private final FaultyTracker faulty;
  private final Set<String> completed = new TreeSet<>();
  private int lives;
  Ledger ledger = new MemoryLedger();

  World(FaultScript script, Duration lag, Capability... lacking) {
    MemoryTrackerBuilder builder = MemoryTracker.builder("backend", this::now).findLag(lag);
    List.of(lacking).forEach(builder::without);
    tracker = builder.build();
    faulty = new FaultyTracker(new Completing(), this::now, Duration.ofMinutes(2), script);
  }

  private Instant now() {
    return now;
  }

  FaultyTracker faulty() {
    return faulty;
  }

  /** Late effects arrive in their second, as they would whoever looks. */
  void pass(Duration time) {
    for (long second = 0; second < time.toSeconds(); second++) {
      now = now.plusSeconds(1);
      faulty.arrive();
    }
  }

  /** One process from its start to its end, or to its death. */
  void live() {
    lives++;
    Dispatcher dispatcher =
        new Dispatcher(
            INSTALLATION,
            ledger,
            Map.of("backend", faulty),
            new Destinations(name -> true),
            this::now,
            "node-" + lives);
    try {
      dispatcher.takeOverOrphans();
      ledger.run(this::promise);
      dispatcher.deliver(() -> false);
      ledger.run(this::nudge);
      dispatcher.deliver(() -> false);
    } catch (FaultyTracker.Death death) {
      assertTrue(lives < 1000, "the process dies for ever");
    }
  }

  /** Lives until nothing is left to be done. */
  void comeToRest() {
    faulty.setScript(FaultScript.never());
    for (int i = 0; i < 20; i++) {
      pass(Duration.ofMinutes(10));
      live();
    }
  }

  private void promise(Books books) {
    TITLES.stream()
        .map(World::item)
        .filter(item -> books.items().find(item.id()).isEmpty())
        .forEach(item -> books.items().put(item));
    List<ActionItem> items = books.items().after(Optional.empty(), 100);
    for (Change change : Plan.between(items, item -> Optional.empty(), drafts)) {
      change.match(
          create -> {
            registrar.create(books, create, now);
            return true;
          },
          adopt -> false,
          edit -> {
            registrar.edit(books, edit, now);
            return true;
          });
    }
  }

  private void nudge(Books books) {
    for (ActionItem item : books.items().after(Optional.empty(), 100)) {
      if (item.filing().isPresent()) {
        String key = EffectKey.nudge(INSTALLATION, item.id(), item.firstSeenAt());
        CommentDraft draft =
            new CommentDraft(
                drafts.markerOf(item),
                key,
                Prose.empty().paragraph(Span.plain("How is it going?")));
        Effect effect = new Effect.PostComment("nudge", draft);
        registrar.offer(books, OutboxEntry.pending(key, "backend", item.id(), effect, now), now);
      }
    }
  }

  static ActionItem item(String title) {
    return item("checkout.md", title);
  }

  static ActionItem item(String document, String title) {
    Origin origin = new Origin("docs", document, Optional.empty(), Incident.unknown());
    Promise promise =
        new Promise(
            title,
            title,
            7,
            "list",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of());
    Judgement judgement =
        new Judgement(
            Stage.ACCEPTED,
            Optional.empty(),
            Optional.empty(),
            Optional.of(Placement.in("backend")),
            List.of());
    ItemId id = ItemId.of(INSTALLATION, origin.documentKey(), title, 0);
    return ActionItem.born(id, origin, promise, judgement, Instant.parse("2026-11-02T09:00:00Z"));
  }

  /** Every ticket has what no create call takes. */
  void checkWhole(String history) {
    Set<String> tickets =
        tracker.find(new MarkQuery(INSTALLATION, Set.of(), Instant.EPOCH)).stream()
            .map(ticket -> ticket.ref().key())
            .collect(Collectors.toSet());
    assertEquals(tickets, completed, history);
  }

  /** The tracker, which takes some of each ticket in a second call. */
  private final class Completing extends ForwardingTracker {
    Completing() {
      super(tracker);
    }

    @Override
    public boolean needsCompletion(TicketDraft draft) {
      return true;
    }

    @Override
    public List<String> complete(TicketRef ref, TicketDraft draft) {
      completed.add(ref.key());
      return List.of();
    }
  }

  /** One ticket for each item, one comment for each nudge, nothing lost, nothing unsettled. */
  void check(String history) {
    List<Ticket> tickets = tracker.find(new MarkQuery(INSTALLATION, Set.of(), Instant.EPOCH));
    assertEquals(
        TITLES.stream().sorted().toList(),
        tickets.stream().map(Ticket::title).sorted().toList(),
        history);
    List<Comment> comments = tracker.changesSince(Cursor.startingAt(Instant.EPOCH)).comments();
    Map<String, Long> byKey =
        comments.stream()
            .collect(Collectors.groupingBy(c -> c.key().orElse(""), Collectors.counting()));
    assertEquals(Set.of(1L), Set.copyOf(byKey.values()), history + ": " + byKey);
    assertEquals(TITLES.size(), byKey.size(), history + ": " + byKey);
    List<OutboxEntry> left =
        ledger.read(
            books ->
                Stream.of(
                        OutboxState.PENDING,
                        OutboxState.IN_FLIGHT,
                        OutboxState.UNKNOWN,
                        OutboxState.PARKED)
                    .flatMap(state -> books.outbox().in(state, 100).stream())
                    .toList());
    assertEquals(List.of(), left, history);
    for (ActionItem item : ledger.read(books -> books.items().after(Optional.empty(), 100))) {
      String key = item.filing().orElseThrow().ref().key();
      assertTrue(tickets.stream().anyMatch(ticket -> ticket.ref().key().equals(key)), history);
    }
  }
}
