package io.followthrough.daemon.app;

import static java.util.Objects.requireNonNull;

import io.followthrough.daemon.config.Configuration;
import io.followthrough.item.ActionItem;
import io.followthrough.item.Carried;
import io.followthrough.item.Filing;
import io.followthrough.item.ItemId;
import io.followthrough.item.Judgement;
import io.followthrough.item.Placement;
import io.followthrough.item.Stage;
import io.followthrough.ledger.Books;
import io.followthrough.ledger.Effect;
import io.followthrough.ledger.EffectKey;
import io.followthrough.ledger.FollowUpState;
import io.followthrough.ledger.JournalEntry;
import io.followthrough.ledger.Ledger;
import io.followthrough.ledger.OutboxEntry;
import io.followthrough.ledger.OutboxState;
import io.followthrough.plan.Change;
import io.followthrough.plan.Drafts;
import io.followthrough.plan.Plan;
import io.followthrough.sync.Poller;
import io.followthrough.tracker.Comment;
import io.followthrough.tracker.MarkQuery;
import io.followthrough.tracker.Marker;
import io.followthrough.tracker.Ticket;
import io.followthrough.tracker.TicketRef;
import io.followthrough.tracker.Tracker;
import io.followthrough.tracker.TrackerException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Moves live items to the tickets that a migration made in another tracker. What was said on the
 * old ticket stays said; what had not left for it yet never does.
 */
public final class Rehoming {
  private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>()\\[\\]\"'`]+");
  private static final Pattern MOVING = Pattern.compile("(?i)mov|migrat|import|transfer|copied");
  private static final int PAGE = 500;

  private final String installation;
  private final Set<String> installations;
  private final Ledger ledger;
  private final Map<String, Tracker> trackers;
  private final Poller poller;
  private final Drafts drafts;

  /** A rehoming; marks of former installations are ours as well. */
  Rehoming(
      Configuration configuration,
      Ledger ledger,
      Map<String, Tracker> trackers,
      Poller poller,
      Drafts drafts) {
    this.installation = configuration.installation();
    this.installations =
        Stream.concat(configuration.former().stream(), Stream.of(installation))
            .collect(Collectors.toSet());
    this.ledger = requireNonNull(ledger, "ledger is null");
    this.trackers = Map.copyOf(trackers);
    this.poller = requireNonNull(poller, "poller is null");
    this.drafts = requireNonNull(drafts, "drafts is null");
  }

  /**
   * Where one item goes.
   *
   * @param old its present ticket's key
   * @param to its new ticket; absent where none was found
   * @param by how that was found, in words
   */
  public record Move(ActionItem item, String old, Optional<TicketRef> to, String by) {
    public Move {
      requireNonNull(item, "item is null");
      requireNonNull(old, "old is null");
      requireNonNull(to, "to is null");
      requireNonNull(by, "by is null");
    }
  }

  /** True where an open item has its ticket in a tracker. */
  public boolean hasLive(String tracker) {
    return ledger.read(books -> !live(books, tracker).isEmpty());
  }

  /** The items whose tickets are open in a tracker, as far as was seen. */
  static List<ActionItem> live(Books books, String tracker) {
    List<ActionItem> live = new ArrayList<>();
    List<ActionItem> page = books.items().after(Optional.empty(), PAGE);
    while (!page.isEmpty()) {
      page.stream()
          .filter(item -> item.filing().filter(it -> it.tracker().equals(tracker)).isPresent())
          .filter(item -> isOpen(books, item))
          .forEach(live::add);
      ItemId last = page.get(page.size() - 1).id();
      page = books.items().after(Optional.of(last), PAGE);
    }
    return live;
  }

  static boolean isOpen(Books books, ActionItem item) {
    return item.stage() == Stage.ACCEPTED
        && books
            .mirrors()
            .find(item.id())
            .filter(seen -> seen.ticket().state().isClosed())
            .isEmpty();
  }

  /**
   * Looks for the new tickets: by pairs, then where the old tracker follows a ticket that was
   * transferred, then by our mark, then by the link that an importer left on the old ticket.
   *
   * @param pairs keys or addresses of new tickets by those of old ones
   * @throws TrackerException where the new tracker cannot be read
   */
  public List<Move> plan(String from, String to, Map<String, String> pairs) {
    Tracker target = Optional.ofNullable(trackers.get(to)).orElseThrow();
    Optional<Tracker> old = Optional.ofNullable(trackers.get(from));
    List<ActionItem> live = ledger.read(books -> live(books, from));
    Map<String, TicketRef> marked = marked(target, live);
    List<Move> moves = new ArrayList<>();
    for (ActionItem item : live) {
      moves.add(move(item, target, old, pairs, marked));
    }
    return List.copyOf(moves);
  }

  private Map<String, TicketRef> marked(Tracker target, List<ActionItem> live) {
    Map<String, TicketRef> marked = new HashMap<>();
    Set<String> ids = live.stream().map(item -> item.id().value()).collect(Collectors.toSet());
    for (String installation : ids.isEmpty() ? Set.<String>of() : installations) {
      target.find(new MarkQuery(installation, ids, Instant.EPOCH)).stream()
          .sorted(Comparator.comparing(Ticket::createdAt))
          .forEach(
              ticket ->
                  ticket
                      .marker()
                      .map(Marker::item)
                      .ifPresent(item -> marked.putIfAbsent(item, ticket.ref())));
    }
    return marked;
  }

  private Move move(
      ActionItem item,
      Tracker target,
      Optional<Tracker> old,
      Map<String, String> pairs,
      Map<String, TicketRef> marked) {
    TicketRef ref = item.filing().orElseThrow().ref();
    Optional<TicketRef> paired =
        Optional.ofNullable(pairs.get(ref.key()))
            .or(() -> Optional.ofNullable(pairs.get(ref.url())))
            .flatMap(target::recognise);
    if (paired.isPresent()) {
      return new Move(item, ref.key(), paired, "the map");
    }
    Optional<TicketRef> transferred = old.flatMap(tracker -> transferred(tracker, target, ref));
    if (transferred.isPresent()) {
      return new Move(item, ref.key(), transferred, "its transfer");
    }
    Optional<TicketRef> mark = Optional.ofNullable(marked.get(item.id().value()));
    if (mark.isPresent()) {
      return new Move(item, ref.key(), mark, "its mark");
    }
    Optional<TicketRef> linked = old.flatMap(tracker -> linked(tracker, target, ref));
    return new Move(
        item,
        ref.key(),
        linked,
        linked.isPresent() ? "the importer's link" : "no ticket was found");
  }

  private static Optional<TicketRef> transferred(Tracker old, Tracker target, TicketRef ref) {
    try {
      TicketRef now = old.read(ref).ref();
      return now.url().equals(ref.url()) ? Optional.empty() : target.recognise(now.url());
    } catch (TrackerException e) {
      return Optional.empty();
    }
  }

  /** The one ticket of the new tracker that a comment about moving leads to. */
  private static Optional<TicketRef> linked(Tracker old, Tracker target, TicketRef ref) {
    Map<String, TicketRef> found = new HashMap<>();
    try {
      for (Comment comment : old.comments(ref)) {
        Matcher links = ADDRESS.matcher(comment.body());
        while (MOVING.matcher(comment.body()).find() && links.find()) {
          target.recognise(links.group()).ifPresent(it -> found.put(it.key(), it));
        }
      }
    } catch (TrackerException e) {
      return Optional.empty();
    }
    return found.size() == 1 ? found.values().stream().findFirst() : Optional.empty();
  }

  /**
   * Moves what was found.
   *
   * @param creates whether what was not found gets a new ticket
   * @return what could not be moved, a line each
   */
  public List<String> obey(
      List<Move> moves, String from, String to, boolean creates, String person, Instant now) {
    List<String> problems = new ArrayList<>();
    Tracker target = Optional.ofNullable(trackers.get(to)).orElseThrow();
    for (Move move : moves) {
      if (move.to().isPresent()) {
        adopt(move, target, from, person, now).ifPresent(problems::add);
      } else if (creates) {
        ledger.run(books -> create(books, move, from, to, person, now));
      }
    }
    return problems;
  }

  private Optional<String> adopt(
      Move move, Tracker target, String from, String person, Instant now) {
    ItemId id = move.item().id();
    TicketRef ref = move.to().orElseThrow();
    try {
      Optional<FollowUpState> said = ledger.read(books -> books.followUps().find(id));
      Ticket there = target.read(ref);
      boolean taken =
          ledger.read(books -> books.items().filedAs(target.name(), there.ref().id()).isPresent());
      if (taken) {
        return Optional.of(move.old() + ": another item is followed as " + ref.key() + " already");
      }
      boolean moved =
          poller.adopt(target, new Change.Adopt(move.item(), target.name(), there.ref()), now);
      if (moved) {
        ledger.run(
            books -> {
              said.ifPresent(state -> books.followUps().put(state.decidedAt(now)));
              leave(books, id, from, now);
              journal(
                  books,
                  id,
                  person,
                  move.old() + " is " + ref.key() + " now, by " + move.by(),
                  now);
            });
      }
      return Optional.empty();
    } catch (TrackerException e) {
      return Optional.of(move.old() + ": " + ref.key() + ": " + e.getMessage());
    }
  }

  private void create(Books books, Move move, String from, String to, String person, Instant now) {
    ActionItem item = books.items().find(move.item().id()).orElseThrow();
    Judgement made = item.judgement();
    ActionItem homeless =
        new ActionItem(
            item.id(),
            item.firstTitle(),
            item.origin(),
            item.promise(),
            new Judgement(
                made.stage(),
                made.owner(),
                made.team(),
                Optional.of(Placement.in(to)),
                made.findings()),
            Optional.<Filing>empty(),
            Carried.NOTHING,
            item.firstSeenAt(),
            item.removedAt());
    leave(books, item.id(), from, now);
    for (Change change : Plan.between(List.of(homeless), it -> Optional.empty(), drafts)) {
      if (change instanceof Change.Create birth) {
        String key = EffectKey.create(installation, item.id()) + "/" + to;
        Effect effect = new Effect.CreateTicket(birth.draft());
        boolean added = books.outbox().add(OutboxEntry.pending(key, to, item.id(), effect, now));
        if (added) {
          books.items().put(homeless.carrying(birth.carried()));
          journal(books, item.id(), person, move.old() + " gets a new ticket in " + to, now);
        }
      }
    }
  }

  /** What was to be said on the old ticket is not said there any more. */
  private static void leave(Books books, ItemId item, String from, Instant now) {
    for (OutboxEntry entry : books.outbox().ofItem(item)) {
      boolean waits = entry.state() == OutboxState.PENDING || entry.state() == OutboxState.PARKED;
      if (waits && entry.destination().equals(from)) {
        boolean done =
            books.outbox().replace(entry, entry.superseded("its ticket moved elsewhere", now));
        assert done;
      }
    }
  }

  private static void journal(Books books, ItemId item, String person, String words, Instant now) {
    books
        .journal()
        .append(new JournalEntry(now, person, Optional.of(item), "rehomed", words, "rehome"));
  }
}
