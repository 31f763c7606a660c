package io.followthrough.daemon.cycle;

import io.followthrough.followup.HeldAnswer;
import io.followthrough.followup.PostmortemPage;
import io.followthrough.followup.WorkCalendar;
import io.followthrough.item.ActionItem;
import io.followthrough.item.Filing;
import io.followthrough.item.ItemId;
import io.followthrough.item.Person;
import io.followthrough.item.Placement;
import io.followthrough.item.Stage;
import io.followthrough.ledger.Books;
import io.followthrough.ledger.DocumentRecord;
import io.followthrough.ledger.Ledger;
import io.followthrough.ledger.OwnTicket;
import io.followthrough.ledger.Subject;
import io.followthrough.plan.Drafts;
import io.followthrough.sync.Dispatcher;
import io.followthrough.sync.Registrar;
import io.followthrough.sync.Restraint;
import io.followthrough.sync.Standstill;
import io.followthrough.tracker.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;

/**
 * Keeps a ticket for each postmortem: opened for whoever answers for it, in step with its items,
 * and the place where what is held can be answered.
 */
public final class PostmortemTickets {
  private static final String ANSWER = "held-answer/";
  private static final String LISTED = "postmortem/";
  private static final Duration LATER = Duration.ofHours(1);

  /** Its items get their tickets first, so that it is born whole; so long it waits for them. */
  private static final Duration PATIENCE = Duration.ofDays(1);

  private static final Duration BEFORE_HELD_NOTICE = Duration.ofDays(2);
  private static final int PAGE = 200;
  private static final int MANY = 5_000;

  private final String installation;
  private final Ledger ledger;
  private final Drafts drafts;
  private final PostmortemWriter writer;
  private final Confirmations confirmations;
  private final WorkCalendar calendar;
  private final Dispatcher dispatcher;
  private final BooleanSupplier stopping;
  private final PostmortemReader reader;

  /**
   * Tickets of postmortems.
   *
   * @param silent trackers on which nothing is said
   */
  public PostmortemTickets(
      String installation,
      Ledger ledger,
      Drafts drafts,
      Registrar registrar,
      Confirmations confirmations,
      Set<String> silent,
      WorkCalendar calendar,
      Dispatcher dispatcher,
      BooleanSupplier stopping) {
    this.installation = installation;
    this.ledger = ledger;
    this.drafts = drafts;
    this.writer = new PostmortemWriter(installation, drafts, registrar, silent);
    this.confirmations = confirmations;
    this.calendar = calendar;
    this.dispatcher = dispatcher;
    this.stopping = stopping;
    this.reader =
        new PostmortemReader(installation, drafts.contact(), drafts.people(), calendar.zone());
  }

  /** The item with what a person answered about it on its postmortem's ticket. */
  static ActionItem answered(Books books, ActionItem item) {
    return books
        .settings()
        .get(ANSWER + item.id())
        .map(HeldAnswer::decode)
        .map(answer -> answer.in(item))
        .orElse(item);
  }

  /** Keeps an answer, and the item as it is with it. */
  static ActionItem answer(Books books, ActionItem item, HeldAnswer answer) {
    books.settings().put(ANSWER + item.id(), answer.encode());
    ActionItem after = answer.in(item);
    books.items().put(after);
    return after;
  }

  /** Items were read: their postmortems are looked at. */
  void noticed(Collection<ItemId> touched, Instant now) {
    ledger.run(
        books -> {
          Set<String> documents = new TreeSet<>();
          touched.stream()
              .flatMap(id -> books.items().find(id).stream())
              .forEach(item -> documents.add(item.origin().documentKey()));
          documents.forEach(key -> notice(books, key, now));
        });
  }

  private void notice(Books books, String key, Instant now) {
    List<OwnTicket> known = books.ownTickets().about(key);
    if (known.isEmpty()) {
      known = renamed(books, key).stream().toList();
    }
    if (known.isEmpty()) {
      Subject subject = Subject.of(Subject.Kind.POSTMORTEM, installation, key);
      OwnTicket own =
          books.ownTickets().find(subject).orElseGet(() -> OwnTicket.of(subject, key, ""));
      known = List.of(own.renamed(key));
    }
    known.forEach(own -> books.ownTickets().put(own.lookedAt(Optional.of(now))));
  }

  /** The ticket of the document that this one was before it was renamed. */
  private static Optional<OwnTicket> renamed(Books books, String key) {
    return books.items().ofDocument(key).stream()
        .flatMap(item -> books.settings().get(LISTED + item.id()).stream())
        .flatMap(subject -> books.ownTickets().find(new Subject(subject)).stream())
        .filter(
            own ->
                books
                    .documents()
                    .find(own.about())
                    .filter(document -> document.goneAt().isEmpty())
                    .isEmpty())
        .findFirst()
        .map(own -> own.renamed(key));
  }

  /** Decides all that is due, and delivers it. */
  public CycleReport run(Instant now) {
    CycleReport report = new CycleReport();
    List<OwnTicket> due = ledger.read(books -> books.ownTickets().due(now, PAGE));
    if (due.isEmpty()) {
      return report;
    }
    long unreleased = ledger.read(books -> unreleased(books, now));
    boolean flood = confirmations.isFlood(unreleased);
    if (flood) {
      report.stopped(
          "the ticket of each postmortem",
          unreleased
              + " postmortems wait for theirs, more than `limits.max-creates-per-cycle`;"
              + " `followthrough confirm` releases them");
    }
    while (!due.isEmpty() && !stopping.getAsBoolean()) {
      due.forEach(own -> ledger.run(books -> decide(books, own.subject(), flood, now, report)));
      due = ledger.read(books -> books.ownTickets().due(now, PAGE));
      report.delivered(dispatcher.deliver(stopping));
    }
    return report;
  }

  /** How many tickets would be opened that no person has released. */
  private long unreleased(Books books, Instant now) {
    return books.ownTickets().due(now.plus(LATER), MANY).stream()
        .filter(own -> own.filing().isEmpty())
        .flatMap(own -> books.documents().find(own.about()).stream())
        .filter(document -> !document.history() && document.readyAt().isPresent())
        .filter(document -> !confirmations.isReleased(books, document))
        .count();
  }

  private void decide(
      Books books, Subject subject, boolean flood, Instant now, CycleReport report) {
    OwnTicket own = books.ownTickets().find(subject).orElseThrow();
    Optional<DocumentRecord> document = books.documents().find(own.about());
    if (subject.kind() != Subject.Kind.POSTMORTEM
        || document.isEmpty()
        || document.get().history()
        || document.get().readyAt().isEmpty()) {
      books.ownTickets().put(own.lookedAt(Optional.empty()));
      return;
    }
    OwnTicket listed = list(books, own);
    if (listed.items().isEmpty()) {
      books.ownTickets().put(listed.lookedAt(Optional.empty()));
    } else if (listed.filing().isEmpty()) {
      if (flood && !confirmations.isReleased(books, document.get())) {
        books.ownTickets().put(listed.lookedAt(Optional.of(now.plus(LATER))));
      } else {
        open(books, listed, document.get(), now);
      }
    } else {
      keep(books, listed, document.get(), now, report);
    }
  }

  /** Gives each item a number that it keeps. */
  private static OwnTicket list(Books books, OwnTicket own) {
    List<ItemId> numbers = new ArrayList<>(own.items());
    books.items().ofDocument(own.about()).stream()
        .filter(item -> item.stage() != Stage.MERGED && item.stage() != Stage.LEARNED)
        .filter(item -> item.removedAt().isEmpty() && !numbers.contains(item.id()))
        .sorted(Comparator.comparing((ActionItem item) -> item.promise().line()))
        .forEach(item -> numbers.add(item.id()));
    numbers.forEach(id -> books.settings().put(LISTED + id, own.subject().value()));
    return own.listing(numbers);
  }

  private void open(Books books, OwnTicket own, DocumentRecord document, Instant now) {
    PostmortemPage page = reader.page(books, own, document, now);
    Optional<Placement> place =
        page.entries().stream().flatMap(entry -> entry.item().placement().stream()).findFirst();
    boolean waits =
        page.entries().stream()
            .anyMatch(
                entry ->
                    entry.item().stage() == Stage.ACCEPTED
                        && entry.ticket().isEmpty()
                        && entry.item().removedAt().isEmpty());
    boolean patient = now.isBefore(document.readAt().plus(PATIENCE));
    if (page.isAllDone() || place.isEmpty()) {
      books.ownTickets().put(own.lookedAt(Optional.empty()));
      return;
    }
    if ((waits && patient) || !mayWrite(books, document, place.get().tracker(), now)) {
      books.ownTickets().put(own.lookedAt(Optional.of(now.plus(LATER))));
      return;
    }
    Optional<Person> owner = reader.owner(document, place.get());
    OwnTicket titled = writer.open(books, own, page, place.get(), owner, now);
    books.ownTickets().put(titled.lookedAt(Optional.of(now.plus(LATER))));
  }

  private boolean mayWrite(Books books, DocumentRecord document, String tracker, Instant now) {
    return confirmations.isLive(books, tracker)
        && confirmations.isLiveSource(books, document.origin().source())
        && Standstill.of(books, tracker).isEmpty()
        && Restraint.of(books, now).on(document.origin(), tracker).isEmpty();
  }

  private void keep(
      Books books, OwnTicket own, DocumentRecord document, Instant now, CycleReport report) {
    Filing filing = own.filing().orElseThrow();
    boolean closed = own.ticket().filter(ticket -> ticket.state().isClosed()).isPresent();
    if (!mayWrite(books, document, filing.tracker(), now)) {
      books.ownTickets().put(own.lookedAt(Optional.of(now.plus(LATER))));
      return;
    }
    PostmortemAnswers answers = new PostmortemAnswers(drafts.people(), drafts.contact());
    answers.obey(books, own, document, now).forEach(reply -> writer.reply(books, own, reply, now));
    answers.settleUnanswered(books, own, item -> reader.awareAt(item, filing.at()), now);
    OwnTicket read = own.allRead();
    PostmortemPage page = reader.page(books, read, document, filing.at());
    OwnTicket carried = writer.edit(books, read, page, now);
    books
        .ownTickets()
        .put(
            closed
                ? carried.lookedAt(Optional.empty())
                : notices(books, carried, document, page, now, report));
  }

  /** What is said once, and when to look again. */
  private OwnTicket notices(
      Books books,
      OwnTicket own,
      DocumentRecord document,
      PostmortemPage page,
      Instant now,
      CycleReport report) {
    Filing filing = own.filing().orElseThrow();
    Optional<Person> owner = reader.owner(document, Placement.in(filing.tracker()));
    if (page.isAllDone()) {
      told(own, "all-done", owner, report);
      return writer.once(books, own, "all-done", page.doneNotice(), now).lookedAt(Optional.empty());
    }
    if (page.held() == 0) {
      return own.lookedAt(Optional.empty());
    }
    ZoneId zone = owner.flatMap(Person::zone).orElse(calendar.zone());
    Instant noticeAt = calendar.nextWorkingInstant(filing.at().plus(BEFORE_HELD_NOTICE), zone);
    Optional<Instant> awareAt = Optional.of(later(page.awareAt(), now.plus(LATER)));
    if (own.said().contains("held")) {
      return own.lookedAt(awareAt);
    }
    if (now.isBefore(noticeAt) || !calendar.isWorking(now, zone)) {
      return own.lookedAt(Optional.of(calendar.nextWorkingInstant(later(now, noticeAt), zone)));
    }
    Span to =
        owner
            .map(
                person ->
                    drafts
                        .handles()
                        .apply(person, filing.tracker())
                        .map(handle -> Span.mention(person.name(), handle))
                        .orElse(Span.plain(person.name())))
            .orElse(Span.plain(drafts.contact()));
    told(own, "held", owner, report);
    return writer.once(books, own, "held", page.heldNotice(to), now).lookedAt(awareAt);
  }

  private static void told(OwnTicket own, String kind, Optional<Person> owner, CycleReport report) {
    if (!own.said().contains(kind)) {
      report.said(
          new CycleReport.Said(
              own.subject().value(),
              own.title(),
              own.filing().orElseThrow().ref().key(),
              kind,
              owner.map(Person::name).stream().toList()));
    }
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
