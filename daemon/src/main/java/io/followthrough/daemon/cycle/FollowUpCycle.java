package io.followthrough.daemon.cycle;

import io.followthrough.daemon.status.Discretion;
import io.followthrough.followup.Decision;
import io.followthrough.followup.FollowUp;
import io.followthrough.followup.FollowUpCase;
import io.followthrough.followup.Notice;
import io.followthrough.followup.Recipient;
import io.followthrough.item.ActionItem;
import io.followthrough.item.Filing;
import io.followthrough.item.ItemId;
import io.followthrough.ledger.Books;
import io.followthrough.ledger.Effect;
import io.followthrough.ledger.FollowUpState;
import io.followthrough.ledger.JournalEntry;
import io.followthrough.ledger.Ledger;
import io.followthrough.ledger.OutboxEntry;
import io.followthrough.ledger.OutboxState;
import io.followthrough.plan.Drafts;
import io.followthrough.sync.Dispatcher;
import io.followthrough.sync.Lanes;
import io.followthrough.sync.Poller;
import io.followthrough.sync.Registrar;
import io.followthrough.sync.Restraint;
import io.followthrough.sync.Standstill;
import io.followthrough.tracker.CommentDraft;
import io.followthrough.tracker.FailureKind;
import io.followthrough.tracker.Tracker;
import io.followthrough.tracker.TrackerException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;

/**
 * From tickets to follow-ups: tracker, poller, mirror, follow-up decision, outbox, dispatcher,
 * tracker. Each tracker for itself, one thread at a time for each.
 */
public final class FollowUpCycle {
  private static final Duration LATER = Duration.ofHours(1);
  private static final int PAGE = 500;

  private final Ledger ledger;
  private final Map<String, Tracker> trackers;
  private final Set<String> silent;
  private final Poller poller;
  private final FollowUp followUp;
  private final Drafts drafts;
  private final Recurrence recurrence;
  private final Confirmations confirmations;
  private final Registrar registrar;
  private final Amendment amendment;
  private final Aside aside;
  private final Dispatcher dispatcher;
  private final Lanes lanes;
  private final BooleanSupplier stopping;

  /**
   * A cycle over trackers.
   *
   * @param silent trackers on which nothing is said ({@code comments: off})
   * @param lanes how several trackers are followed
   */
  public FollowUpCycle(
      Ledger ledger,
      Map<String, Tracker> trackers,
      Set<String> silent,
      Poller poller,
      FollowUp followUp,
      Drafts drafts,
      Recurrence recurrence,
      Confirmations confirmations,
      Registrar registrar,
      Aside aside,
      Dispatcher dispatcher,
      Lanes lanes,
      BooleanSupplier stopping) {
    this.ledger = ledger;
    this.trackers = Map.copyOf(trackers);
    this.silent = Set.copyOf(silent);
    this.poller = poller;
    this.followUp = followUp;
    this.drafts = drafts;
    this.recurrence = recurrence;
    this.confirmations = confirmations;
    this.registrar = registrar;
    this.amendment = new Amendment(drafts, registrar);
    this.aside = aside;
    this.dispatcher = dispatcher;
    this.lanes = lanes;
    this.stopping = stopping;
  }

  /** Runs once for every tracker. Whatever fails is in the report; the rest goes on. */
  public CycleReport run(Instant now) {
    return lanes.each(new TreeSet<>(trackers.keySet()), name -> run(name, now)).stream()
        .reduce(new CycleReport(), CycleReport::and);
  }

  /** Runs once for one tracker; others may be run beside it. */
  public CycleReport run(String name, Instant now) {
    Tracker tracker = Objects.requireNonNull(trackers.get(name), name);
    CycleReport report = new CycleReport();
    poll(tracker, now, report);
    decide(tracker, now, report);
    report.delivered(dispatcher.deliver(name, stopping));
    return report;
  }

  private void poll(Tracker tracker, Instant now, CycleReport report) {
    if (stopping.getAsBoolean()) {
      return;
    }
    Optional<Instant> wait = poller.waitsUntil(tracker, now);
    if (wait.isPresent()) {
      report.problem(tracker.name() + ": asked not to be called before " + wait.get());
      return;
    }
    try {
      poller.poll(tracker, now);
      report.trackerReached(tracker.name());
      ledger
          .read(books -> Standstill.of(books, tracker.name()))
          .ifPresent(why -> report.stopped(tracker.name(), why));
    } catch (TrackerException e) {
      poller.failed(tracker, e, now);
      String words = e.kind() == FailureKind.DENIED ? e.words() : String.valueOf(e.getMessage());
      report.trackerFailed(tracker.name(), words);
    }
  }

  /** Decides all that is due on a tracker; what is due on others is left to their turns. */
  private void decide(Tracker tracker, Instant now, CycleReport report) {
    Set<ItemId> decided = new HashSet<>();
    int limit = PAGE;
    boolean more = true;
    while (more && !stopping.getAsBoolean()) {
      int looked = limit;
      List<FollowUpState> due =
          ledger.read(books -> books.followUps().due(now, followUp.fingerprint(), looked));
      List<FollowUpState> own =
          ledger.read(books -> due.stream().filter(it -> isOn(books, it, tracker)).toList());
      List<FollowUpState> open = own.stream().filter(state -> decided.add(state.item())).toList();
      open.forEach(state -> decide(state, now, report));
      more = !open.isEmpty() || due.size() == limit;
      limit = open.isEmpty() ? limit * 2 : limit;
    }
  }

  /** What is on no tracker that we have is anybody's. */
  private boolean isOn(Books books, FollowUpState state, Tracker tracker) {
    Optional<String> place =
        books.items().find(state.item()).flatMap(ActionItem::filing).map(Filing::tracker);
    return place.filter(trackers::containsKey).map(tracker.name()::equals).orElse(true);
  }

  /** The decision, what is to be said and when to look again are one transaction. */
  private void decide(FollowUpState seen, Instant now, CycleReport report) {
    ledger.run(
        books -> {
          FollowUpState due = books.followUps().find(seen.item()).orElse(seen);
          Optional<ActionItem> item = books.items().find(due.item());
          Optional<Filing> filing = item.flatMap(ActionItem::filing);
          Restraint restraint = Restraint.of(books, now);
          if (filing.isEmpty() || !maySpeak(books, item.get(), filing.get(), restraint)) {
            books.followUps().put(due.unsaid(now.plus(LATER), followUp.fingerprint()));
            return;
          }
          decide(books, item.get(), filing.get(), due, restraint, now, report);
        });
  }

  private boolean maySpeak(Books books, ActionItem item, Filing filing, Restraint restraint) {
    return !silent.contains(filing.tracker())
        && confirmations.isLive(books, filing.tracker())
        && Standstill.of(books, filing.tracker()).isEmpty()
        && restraint.on(item, filing.tracker()).isEmpty()
        && confirmations.isLiveSource(books, item.origin().source());
  }

  private void decide(
      Books books,
      ActionItem item,
      Filing filing,
      FollowUpState state,
      Restraint restraint,
      Instant now,
      CycleReport report) {
    Optional<OutboxEntry> unheard = registrar.underWay(books, item.id());
    if (unheard.isPresent() && !mayGiveWay(unheard.get())) {
      books.followUps().put(state.decidedAt(now.plus(LATER)));
      return;
    }
    FollowUpCase subject =
        new FollowUpCase(
            item,
            books.mirrors().find(item.id()),
            state,
            person -> drafts.handles().apply(person, filing.tracker()),
            Optional.empty(),
            recurrence.of(books, item).stream()
                .filter(repeat -> restraint.mayBeNamed(repeat.later(), item.origin()))
                .toList());
    Decision decision = followUp.decide(subject, now);
    if (decision.notice().filter(notice -> isRestrained(restraint, notice)).isPresent()) {
      books.followUps().put(state.decidedAt(now.plus(LATER)));
      return;
    }
    if (unheard.isPresent() && decision.notice().isPresent()) {
      if (!decision.notice().get().kind().isReminder()) {
        books.followUps().put(state.decidedAt(now.plus(LATER)));
        return;
      }
      registrar.giveWay(books, unheard.get(), now);
    }
    books.followUps().put(decision.next());
    decision.noted().forEach(words -> journal(books, item, "noted", words, now));
    decision.notice().ifPresent(notice -> say(books, item, filing, notice, decision, now, report));
  }

  /** Who is paused is not spoken to, whoever else is asked as well. */
  private static boolean isRestrained(Restraint restraint, Notice notice) {
    List<String> names = notice.recipients().stream().map(Recipient::name).toList();
    return restraint.onPeople(names).isPresent();
  }

  /** Of reminders that could not be sent yet only the present one is; a question is kept. */
  private static boolean mayGiveWay(OutboxEntry entry) {
    return entry.state() == OutboxState.PENDING
        && entry.effect() instanceof Effect.PostComment comment
        && Notice.Kind.isReminder(comment.kind());
  }

  private void say(
      Books books,
      ActionItem item,
      Filing filing,
      Notice notice,
      Decision decision,
      Instant now,
      CycleReport report) {
    String kind = notice.kind().word();
    CommentDraft draft = new CommentDraft(drafts.markerOf(item), notice.key(), notice.body());
    Effect effect = new Effect.PostComment(kind, draft);
    OutboxEntry entry = OutboxEntry.pending(notice.key(), filing.tracker(), item.id(), effect, now);
    registrar.overtake(books, item.id(), now);
    if (notice.raisePriority()) {
      amendment.make(books, item, decision.next().answers(), now);
    }
    if (registrar.offer(books, entry, now)) {
      List<String> names = notice.recipients().stream().map(Recipient::name).toList();
      journal(books, item, "decided", decision.why(), now);
      aside.tell(books, item, filing, notice, now);
      report.said(
          new CycleReport.Said(
              item.id().value(),
              Discretion.of(books).item(item).promise().title(),
              filing.ref().key(),
              kind,
              names));
    }
  }

  private static void journal(
      Books books, ActionItem item, String kind, String words, Instant now) {
    books.journal().append(JournalEntry.ours(now, item.id(), kind, words, ""));
  }
}
