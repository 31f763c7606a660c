package io.followthrough.daemon.cycle;

import io.followthrough.followup.PostmortemPage;
import io.followthrough.followup.Repeat;
import io.followthrough.followup.Standing;
import io.followthrough.item.ActionItem;
import io.followthrough.item.Filing;
import io.followthrough.item.Incident;
import io.followthrough.item.ItemId;
import io.followthrough.item.ItemState;
import io.followthrough.item.Owner;
import io.followthrough.item.People;
import io.followthrough.item.Person;
import io.followthrough.item.Placement;
import io.followthrough.item.ServiceEntry;
import io.followthrough.ledger.Answers;
import io.followthrough.ledger.Books;
import io.followthrough.ledger.DocumentRecord;
import io.followthrough.ledger.FollowUpState;
import io.followthrough.ledger.Mirror;
import io.followthrough.ledger.OwnTicket;
import io.followthrough.sync.Restraint;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the ledger says of a postmortem and its items, for its own ticket.
 *
 * @param zone where its days are counted
 */
record PostmortemReader(String installation, String contact, People people, ZoneId zone) {
  /** What nobody answers for so long counts as known. */
  private static final Duration UNANSWERED = Duration.ofDays(30);

  /** From when on an item that nobody answered counts as known. */
  Instant awareAt(ActionItem item, Instant opened) {
    Instant first = item.firstSeenAt().isAfter(opened) ? item.firstSeenAt() : opened;
    return first.plus(UNANSWERED);
  }

  PostmortemPage page(Books books, OwnTicket own, DocumentRecord document, Instant opened) {
    List<PostmortemPage.Entry> entries = own.items().stream().map(id -> entry(books, id)).toList();
    Instant awareAt =
        entries.stream()
            .filter(PostmortemPage.Entry::isHeld)
            .map(entry -> awareAt(entry.item(), opened))
            .min(Comparator.naturalOrder())
            .orElse(opened.plus(UNANSWERED));
    List<Repeat> repeats =
        Recurrence.repeatsOf(books, document.origin(), Restraint.of(books, opened));
    return new PostmortemPage(
        installation, contact, document.origin(), entries, repeats, awareAt, zone);
  }

  private static PostmortemPage.Entry entry(Books books, ItemId id) {
    ActionItem item = books.items().find(id).orElseThrow();
    Optional<Mirror> mirror = books.mirrors().find(id);
    Answers answers = books.followUps().find(id).map(FollowUpState::answers).orElse(Answers.NONE);
    boolean dropped = item.removedAt().isPresent() && item.filing().isEmpty();
    Standing standing =
        mirror.map(seen -> Standing.of(item, seen, answers)).orElseGet(() -> Standing.of(item));
    return new PostmortemPage.Entry(
        item,
        dropped ? ItemState.GONE : standing.state(),
        mirror.map(seen -> seen.ticket().ref()).or(() -> item.filing().map(Filing::ref)),
        mirror.flatMap(Mirror::due).or(() -> item.promise().due()),
        item.owner().or(() -> item.promise().owner()));
  }

  /**
   * Whoever answers for a postmortem: incident owner, author, service owner, the route's triage.
   */
  Optional<Person> owner(DocumentRecord document, Placement place) {
    Incident incident = document.origin().incident();
    return Stream.of(
            incident.owner().flatMap(this::person),
            incident.author().flatMap(this::person),
            incident.services().stream()
                .flatMap(name -> people.service(name).flatMap(ServiceEntry::owner).stream())
                .flatMap(name -> people.person(name).stream())
                .findFirst(),
            place.triage().flatMap(people::person))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<Person> person(String written) {
    return Optional.of(people.find(written)).flatMap(Owner::person);
  }
}
