package io.followthrough.daemon.cycle;

import io.followthrough.daemon.review.ReviewArchive;
import io.followthrough.followup.WorkCalendar;
import io.followthrough.item.Person;
import io.followthrough.ledger.Books;
import io.followthrough.ledger.Effect;
import io.followthrough.ledger.EffectKey;
import io.followthrough.ledger.JournalEntry;
import io.followthrough.ledger.Ledger;
import io.followthrough.ledger.OutboxEntry;
import io.followthrough.ledger.OwnTicket;
import io.followthrough.ledger.Subject;
import io.followthrough.notify.Recipient;
import io.followthrough.review.Catalogue;
import io.followthrough.review.Period;
import io.followthrough.review.PlanningList;
import io.followthrough.review.Review;
import io.followthrough.review.Reviewing;
import io.followthrough.review.Scope;
import io.followthrough.sync.Border;
import io.followthrough.sync.Dispatcher;
import io.followthrough.sync.Registrar;
import io.followthrough.tracker.Span;
import io.followthrough.tracker.TicketDraft;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * From the ledger to those who decide: ledger, review, outbox, dispatcher, tracker or channel. Each
 * review once for its period and destination, each planning list once for its day. One thread at a
 * time.
 */
public final class ReviewCycle {
  private static final int LATEST = 3;

  private final String installation;
  private final Ledger ledger;
  private final Catalogue catalogue;
  private final WorkCalendar calendar;
  private final List<ReviewOrder> orders;
  private final List<Planning> plannings;
  private final ReviewDrafts drafts;
  private final Registrar registrar;
  private final Dispatcher dispatcher;
  private final BooleanSupplier stopping;

  /**
   * A cycle over reviews and planning lists.
   *
   * @param catalogue of what may be shown
   */
  public ReviewCycle(
      String installation,
      Ledger ledger,
      Catalogue catalogue,
      WorkCalendar calendar,
      List<ReviewOrder> orders,
      List<Planning> plannings,
      ReviewDrafts drafts,
      Registrar registrar,
      Dispatcher dispatcher,
      BooleanSupplier stopping) {
    this.installation = installation;
    this.ledger = ledger;
    this.catalogue = catalogue;
    this.calendar = calendar;
    this.orders = List.copyOf(orders);
    this.plannings = List.copyOf(plannings);
    this.drafts = drafts;
    this.registrar = registrar;
    this.dispatcher = dispatcher;
    this.stopping = stopping;
  }

  /** Runs once. Whatever fails is in the report; the rest goes on. */
  public CycleReport run(Instant now) {
    CycleReport report = new CycleReport();
    LocalDate today = LocalDate.ofInstant(now, calendar.zone());
    for (ReviewOrder order : orders) {
      for (Period.Kind kind : order.kinds()) {
        Period period = Period.of(kind, today).previous();
        if (isTime(period.next().first(), now) && hasLived(period)) {
          give(order, period, now, report);
        }
      }
    }
    for (Planning planning : plannings) {
      if (planning.isOn(today) && isTime(today, now)) {
        list(planning, today, now, report);
      }
    }
    report.delivered(dispatcher.deliver(stopping));
    return report;
  }

  /** From the first working hour of a day on. */
  private boolean isTime(LocalDate day, Instant now) {
    Instant morning = day.atStartOfDay(calendar.zone()).toInstant();
    return !now.isBefore(calendar.nextWorkingInstant(morning, calendar.zone()));
  }

  /** A period of which nothing was seen is not reviewed. */
  private boolean hasLived(Period period) {
    Instant end = period.next().first().atStartOfDay(calendar.zone()).toInstant();
    return ledger.read(books -> DocumentPolicies.firstRun(books, end)).isBefore(end);
  }

  private void give(ReviewOrder order, Period period, Instant now, CycleReport report) {
    boolean done =
        ledger.<Boolean>read(
            books ->
                order.trackers().stream().allMatch(to -> isGiven(books, order, period, to))
                    && order.channels().stream().allMatch(to -> isTold(books, order, period, to)));
    if (done) {
      return;
    }
    Review review = review(period, order.scope(), now);
    ledger.run(
        books -> {
          Review kept = ReviewArchive.keep(books, review);
          order.trackers().forEach(to -> open(books, order, kept, to, now, report));
          order.channels().forEach(to -> tell(books, order, kept, to, now, report));
        });
  }

  private Review review(Period period, Scope scope, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, calendar.zone());
    return new Reviewing(
            scope,
            today,
            LATEST,
            earlier -> ledger.read(books -> ReviewArchive.find(books, earlier, scope.words())))
        .of(period, catalogue);
  }

  private Subject subject(ReviewOrder order, Period period, String to) {
    return Subject.of(Subject.Kind.REVIEW, installation, period.name(), to, order.scope().words());
  }

  private boolean isGiven(Books books, ReviewOrder order, Period period, String to) {
    return books.ownTickets().find(subject(order, period, to)).isPresent();
  }

  private boolean isTold(Books books, ReviewOrder order, Period period, String to) {
    Subject subject = subject(order, period, to);
    return order.recipients().stream()
        .allMatch(person -> books.outbox().find(messageKey(subject, to, person)).isPresent());
  }

  private String messageKey(Subject subject, String to, Person person) {
    return EffectKey.message(installation, subject, to + "/" + person.name());
  }

  private void open(
      Books books, ReviewOrder order, Review review, String to, Instant now, CycleReport report) {
    if (isGiven(books, order, review.period(), to)) {
      return;
    }
    Subject subject = subject(order, review.period(), to);
    Optional<Span> last =
        books
            .ownTickets()
            .find(subject(order, review.period().previous(), to))
            .flatMap(OwnTicket::filing)
            .map(filing -> Span.link(filing.ref().key(), filing.ref().url()));
    Review shown = mayShow(books, to) ? review : review.numbersOnly();
    TicketDraft draft = drafts.ticket(shown, subject, to, order.recipients(), last);
    file(books, subject, "review " + review.period().name(), to, draft, now);
    report.reviewed(review.title() + " -> " + to);
  }

  /** A public tracker takes no words of private sources. */
  private static boolean mayShow(Books books, String tracker) {
    return !Border.publicTrackers(books).contains(tracker)
        || Border.privateSources(books).isEmpty();
  }

  private void file(
      Books books, Subject subject, String about, String to, TicketDraft draft, Instant now) {
    books.ownTickets().put(OwnTicket.of(subject, about, draft.title()));
    String key = EffectKey.create(installation, subject);
    Effect effect = new Effect.CreateTicket(draft);
    registrar.offer(books, OutboxEntry.pending(key, to, subject, effect, now), now);
    String words = draft.title() + ": on its way to " + to;
    books
        .journal()
        .append(new JournalEntry(now, JournalEntry.US, Optional.empty(), "reviewed", words, ""));
  }

  private void tell(
      Books books, ReviewOrder order, Review review, String to, Instant now, CycleReport report) {
    Subject subject = subject(order, review.period(), to);
    for (Person person : order.recipients()) {
      String key = messageKey(subject, to, person);
      Recipient recipient =
          new Recipient(person.name(), person.email(), person.handle(to, "slack"), false);
      Effect effect = new Effect.SendMessage(drafts.message(key, review, recipient, now));
      if (registrar.offer(books, OutboxEntry.pending(key, to, subject, effect, now), now)) {
        report.reviewed(review.title() + " -> " + person.name() + " by " + to);
      }
    }
  }

  private void list(Planning planning, LocalDate today, Instant now, CycleReport report) {
    Subject subject =
        Subject.of(
            Subject.Kind.REVIEW, installation, "planning", planning.team(), today.toString());
    if (ledger.read(books -> books.ownTickets().find(subject)).isPresent()) {
      return;
    }
    PlanningList list =
        new PlanningList(planning.team(), today, planning.next(today), planning.last(today));
    catalogue.each(list::add);
    String title = "Planning list of " + planning.team() + ", " + today;
    list.tracker()
        .filter(tracker -> ledger.read(books -> mayShow(books, tracker)))
        .ifPresent(
            tracker -> {
              List<Span> to = drafts.addressed(planning.lead().stream().toList(), tracker);
              TicketDraft draft =
                  drafts.planning(
                      subject,
                      title,
                      list.prose(to, drafts.foot("Close it after the planning.")),
                      tracker,
                      planning.lead());
              ledger.run(
                  books ->
                      file(books, subject, "planning " + planning.team(), tracker, draft, now));
              report.reviewed(title + " -> " + tracker);
            });
  }
}
