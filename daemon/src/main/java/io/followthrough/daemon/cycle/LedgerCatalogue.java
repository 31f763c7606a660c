package io.followthrough.daemon.cycle;

import static java.util.Objects.requireNonNull;

import io.followthrough.daemon.status.StatusItem;
import io.followthrough.followup.Standing;
import io.followthrough.item.ActionItem;
import io.followthrough.item.Incident;
import io.followthrough.item.ItemId;
import io.followthrough.item.ItemState;
import io.followthrough.item.People;
import io.followthrough.item.ServiceEntry;
import io.followthrough.item.Stage;
import io.followthrough.ledger.Books;
import io.followthrough.ledger.DocumentRecord;
import io.followthrough.ledger.Effect;
import io.followthrough.ledger.FollowUpState;
import io.followthrough.ledger.Ledger;
import io.followthrough.ledger.Mirror;
import io.followthrough.review.Catalogue;
import io.followthrough.review.Chapter;
import io.followthrough.review.ReviewItem;
import io.followthrough.review.ReviewPostmortem;
import io.followthrough.tracker.Redating;
import io.followthrough.tracker.TicketRef;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The postmortems of a ledger, read a few at a time, as a review wants to know them. */
public final class LedgerCatalogue implements Catalogue {
  private static final int PAGE = 100;

  private final Ledger ledger;
  private final People people;
  private final ZoneId zone;

  /**
   * The catalogue of a ledger.
   *
   * @param people by whose directory services are called
   * @param zone in which instants are days
   */
  public LedgerCatalogue(Ledger ledger, People people, ZoneId zone) {
    this.ledger = requireNonNull(ledger, "ledger is null");
    this.people = requireNonNull(people, "people is null");
    this.zone = requireNonNull(zone, "zone is null");
  }

  @Override
  public void each(Consumer<? super Chapter> reader) {
    Set<ItemId> returned = ledger.read(Recurrence::itemsThatCameBack);
    Optional<String> last = Optional.empty();
    boolean more = true;
    while (more) {
      Optional<String> after = last;
      List<DocumentRecord> page = ledger.read(books -> books.documents().after(after, PAGE));
      List<Chapter> chapters =
          ledger.read(
              books -> page.stream().flatMap(it -> chapter(books, it, returned).stream()).toList());
      chapters.forEach(reader);
      more = page.size() == PAGE;
      last = page.isEmpty() ? last : Optional.of(keyOf(page.get(page.size() - 1)));
    }
  }

  private static String keyOf(DocumentRecord document) {
    return document.origin().documentKey();
  }

  /** A draft, and a document that is gone and left nothing, are no postmortems. */
  private Optional<Chapter> chapter(Books books, DocumentRecord document, Set<ItemId> returned) {
    List<ReviewItem> items = new ArrayList<>();
    for (ActionItem item : books.items().ofDocument(keyOf(document))) {
      boolean withdrawn = item.removedAt().isPresent() && item.filing().isEmpty();
      if (item.stage() != Stage.MERGED && !withdrawn) {
        items.add(item(books, item, returned.contains(item.id())));
      }
    }
    boolean counts =
        document.goneAt().isEmpty() && (document.readyAt().isPresent() || document.history());
    return items.isEmpty() && !counts
        ? Optional.empty()
        : Optional.of(new Chapter(postmortem(books, document), items));
  }

  private ReviewPostmortem postmortem(Books books, DocumentRecord document) {
    Incident incident = document.origin().incident();
    return new ReviewPostmortem(
        keyOf(document),
        incident.key(),
        document.origin().title(),
        document.origin().link(),
        incident.date().orElse(day(document.firstSeenAt())),
        services(incident.services()),
        incident.failureModes(),
        incident.factors(),
        Recurrence.predecessors(books, keyOf(document)));
  }

  private ReviewItem item(Books books, ActionItem item, boolean cameBack) {
    StatusItem status = StatusItem.of(books, item);
    Standing standing = status.standing();
    int deferrals = status.followUp().map(FollowUpState::deferrals).orElse(0);
    boolean learned = item.stage() == Stage.LEARNED;
    boolean bornDone = item.stage() == Stage.DONE_AT_BIRTH || learned;
    LocalDate opened =
        item.origin().incident().date().filter(date -> learned).orElse(day(item.firstSeenAt()));
    Optional<LocalDate> closed =
        standing.closedAt().map(this::day).or(() -> Optional.of(opened).filter(any -> bornDone));
    return new ReviewItem(
        item.id(),
        item.promise().title(),
        status.ticket().map(TicketRef::key),
        status.ticket().map(TicketRef::url).filter(url -> !url.isEmpty()),
        services(status.services()),
        item.judgement().team(),
        status.tracker(),
        status.mirror().map(mirror -> mirror.ticket().labels()).orElse(List.of()),
        item.promise().priority(),
        item.promise().kind(),
        standing.state(),
        standing.verified(),
        bornDone && standing.state() == ItemState.DONE,
        opened,
        closed.filter(any -> !standing.state().isOpen()),
        status.held().stream().map(finding -> finding.rule()).toList(),
        isOwned(status),
        deferrals > 0 ? firstDue(books, item) : status.due(),
        status.due(),
        deferrals,
        status
            .mirror()
            .flatMap(Mirror::redating)
            .map(Redating::at)
            .map(this::day)
            .filter(any -> deferrals > 0),
        status.blockedBy(),
        cameBack,
        status.mirror().map(Mirror::humanActAt).map(this::day));
  }

  private static boolean isOwned(StatusItem status) {
    return status.item().owner().isPresent()
        || status.mirror().filter(seen -> !seen.ticket().assignees().isEmpty()).isPresent();
  }

  /** The date that the ticket was born with, else that of the document. */
  private static Optional<LocalDate> firstDue(Books books, ActionItem item) {
    return books.outbox().ofItem(item.id()).stream()
        .map(entry -> entry.effect())
        .filter(Effect.CreateTicket.class::isInstance)
        .map(Effect.CreateTicket.class::cast)
        .flatMap(create -> create.draft().due().stream())
        .findFirst()
        .or(() -> item.promise().due());
  }

  private List<String> services(List<String> written) {
    return written.stream()
        .map(name -> people.service(name).map(ServiceEntry::name).orElse(name))
        .distinct()
        .toList();
  }

  private LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, zone);
  }
}
