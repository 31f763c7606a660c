package io.followthrough.followup;

import io.followthrough.followup.Notice.Kind;
import io.followthrough.item.ActionItem;
import io.followthrough.item.Filing;
import io.followthrough.item.Lapse;
import io.followthrough.item.People;
import io.followthrough.item.Person;
import io.followthrough.item.Priority;
import io.followthrough.ledger.FollowUpState;
import io.followthrough.ledger.Mirror;
import io.followthrough.tracker.TicketState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An item whose ticket is followed, and what may be said about it from when on.
 *
 * @param begin since when it is followed: the first run, or the ticket's birth where that is later
 * @param zone of whoever is asked first
 * @param quiet why nothing is said for a while
 * @param ownership what has become of whoever is to own it
 */
record Situation(
    FollowUpCase followed,
    Filing filing,
    Mirror mirror,
    FollowUpPolicy policy,
    FollowUpState state,
    Standing standing,
    Recipients recipients,
    Instant begin,
    ZoneId zone,
    Optional<Quiet> quiet,
    List<Ownership> ownership) {
  static final String EVIDENCE = FollowUpState.EVIDENCE;
  static final String REMOVED = "removed";
  static final String DONE_IN_DOCUMENT = "done-in-document";
  static final String DEFERRALS = "deferrals";
  static final String REASON = "reason";
  private static final int MANY_DEFERRALS = 3;
  private static final int QUARTER = 91;

  /** Of planned work the plan is asked about first. */
  private static final int PLANNED = 3;

  static Situation of(
      FollowUpCase followed,
      Filing filing,
      Mirror mirror,
      FollowUpPolicy policy,
      People people,
      String contact,
      Instant now) {
    ZoneId common = policy.calendar().zone();
    Recipients recipients = new Recipients(people, followed, contact, now, common);
    ZoneId zone = recipients.listener().flatMap(Person::zone).orElse(common);
    return new Situation(
        followed,
        filing,
        mirror,
        policy,
        followed.state(),
        Standing.of(followed.item(), mirror, followed.state().answers()),
        recipients,
        later(policy.start(), filing.at()),
        zone,
        Silence.of(followed, mirror, zone),
        Ownership.of(followed, recipients, people, common));
  }

  Situation with(FollowUpState newState) {
    return new Situation(
        followed,
        filing,
        mirror,
        policy,
        newState,
        standing,
        recipients,
        begin,
        zone,
        quiet,
        ownership);
  }

  ActionItem item() {
    return followed.item();
  }

  Optional<Ladder> ladder() {
    return mirror.due().map(due -> new Ladder(policy, due, begin, zone));
  }

  /** Since when neither a person nor we have said anything. */
  Instant silentSince() {
    Instant said = state.lastSaidAt().orElse(Instant.MIN);
    return later(later(mirror.humanActAt(), said), begin);
  }

  /** Whether we have asked since a person last did anything. */
  boolean wasAsked() {
    return state.lastSaidAt().filter(last -> last.isAfter(mirror.humanActAt())).isPresent();
  }

  /** Nothing is said before this instant, whatever is due. */
  Instant floor() {
    Instant spaced =
        state
            .lastSaidAt()
            .map(said -> policy.atMostOneCommentEvery().after(said, zone))
            .orElse(Instant.MIN);
    return later(spaced, quiet.map(Quiet::until).orElse(Instant.MIN));
  }

  boolean isSettling(Instant now) {
    return now.isBefore(policy.settle().after(filing.at(), zone));
  }

  List<Occasion> occasions() {
    return switch (standing.state()) {
      case ACCEPTED, IN_PROGRESS, UNKNOWN ->
          Stream.concat(questions().stream(), reminders().stream()).toList();
      case BLOCKED ->
          Stream.concat(questions().stream(), Stream.of(silence(Kind.BLOCKED))).toList();
      case DONE -> evidence().stream().toList();
      case DECLINED -> reason().stream().toList();
      case PROPOSED, AWARE, GONE -> List.of();
    };
  }

  private List<Occasion> questions() {
    List<Occasion> questions = new ArrayList<>();
    for (Repeat repeat : followed.repeats()) {
      if (isNew(repeat.question()) && !repeat.seenAt().isBefore(begin)) {
        questions.add(Occasion.of(repeat));
      }
    }
    if (item().removedAt().isPresent() && isNew(REMOVED)) {
      Instant settled = policy.settle().after(item().removedAt().get(), zone);
      questions.add(Occasion.of(Kind.REMOVED, settled));
    } else if (item().promise().done() && isNew(DONE_IN_DOCUMENT)) {
      Instant settled = policy.settle().after(filing.at(), zone);
      questions.add(Occasion.of(Kind.DONE_IN_DOCUMENT, settled));
    }
    ownership.stream()
        .filter(it -> isNew(it.question()))
        .forEach(it -> questions.add(Occasion.of(it, later(it.from(), begin))));
    reviewDay().ifPresent(day -> questions.add(Occasion.of(Kind.REVIEW, start(day))));
    if (state.deferrals() >= MANY_DEFERRALS && isNew(DEFERRALS)) {
      questions.add(Occasion.of(Kind.DEFERRED, begin));
    }
    return questions;
  }

  private List<Occasion> reminders() {
    List<Occasion> reminders = new ArrayList<>(List.of(silence(Kind.NUDGE)));
    stillMeant().ifPresent(reminders::add);
    ladder()
        .ifPresent(
            ladder -> {
              if (ladder.goesOn(state.stepsSaid())) {
                reminders.add(Occasion.of(Kind.OVERDUE, ladder.at(state.stepsSaid())));
              }
              if (isDueSoonWorthSaying(ladder)) {
                reminders.add(
                    Occasion.until(ladder.overdueFrom(), Kind.DUE_SOON, ladder.dueSoonFrom()));
              }
            });
    return reminders;
  }

  /** Not for a ticket that was born within these days: its birth has just told the date. */
  private boolean isDueSoonWorthSaying(Ladder ladder) {
    boolean told = state.dueSoonFor().filter(said -> !ladder.due().isAfter(said)).isPresent();
    boolean justBorn = !filing.adopted() && ladder.dueSoonFrom().isBefore(filing.at());
    return !told && !justBorn;
  }

  /**
   * What is to be looked at again on a day is not asked about before; what is planned for a sprint
   * that is not over, later.
   */
  private Occasion silence(Kind kind) {
    Lapse pause = policy.nudgeEvery();
    Instant silent = pause.after(silentSince(), zone);
    for (int i = 1;
        i < PLANNED && kind == Kind.NUDGE && mirror.ticket().planned().isPresent();
        i++) {
      silent = pause.after(silent, zone);
    }
    return Occasion.of(kind, later(silent, reviewDay().map(this::start).orElse(Instant.MIN)));
  }

  /** Low priority and no date: nothing else would ever ask whether it is still meant. */
  private Optional<Occasion> stillMeant() {
    boolean rots = priority().filter(Priority.LOW::equals).isPresent() && mirror.due().isEmpty();
    Lapse quarter = Lapse.ofDays(QUARTER * (quartersAsked() + 1));
    Instant settled = Lapse.ofDays(QUARTER).after(mirror.humanActAt(), zone);
    return rots
        ? Optional.of(Occasion.of(Kind.STILL_MEANT, later(quarter.after(begin, zone), settled)))
        : Optional.empty();
  }

  private int quartersAsked() {
    return (int) state.asked().stream().filter(it -> it.startsWith("meant:")).count();
  }

  /** The question whether it is still meant, by its number. */
  String stillMeantQuestion() {
    return "meant:" + (quartersAsked() + 1);
  }

  /** How urgent it is by now. */
  Optional<Priority> priority() {
    return state.answers().priority().or(() -> item().promise().priority());
  }

  /** Whether what is being said has just raised it. */
  boolean isRaised() {
    return !followed.state().answers().priority().equals(state.answers().priority());
  }

  /** What a step that raises the priority makes of it; empty where it is not ours to raise. */
  Optional<Priority> raised() {
    boolean ours =
        !filing.adopted() && mirror.ticket().priority().equals(filing.written().priority());
    return priority().filter(now -> ours && now != Priority.CRITICAL).map(Priority::raised);
  }

  /** Asked of whoever closed it without a word; a duplicate says by itself why. */
  private Optional<Occasion> reason() {
    Instant closed = standing.closedAt().orElse(Instant.MIN);
    boolean owed =
        mirror.ticket().state() == TicketState.DECLINED
            && state.answers().declined().isEmpty()
            && mirror.transition().filter(last -> last.words().isEmpty()).isPresent()
            && !mirror.humanActAt().isAfter(closed)
            && mirror.ticket().resolution().filter(Situation::isDuplicate).isEmpty();
    return owed && isNew(REASON) && !closed.isBefore(begin)
        ? Optional.of(Occasion.of(Kind.REASON, closed))
        : Optional.empty();
  }

  private static boolean isDuplicate(String resolution) {
    return resolution.toLowerCase(Locale.ROOT).contains("duplicate");
  }

  private Instant start(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }

  /** The day on which to ask whether it still stands, where that was not asked yet. */
  Optional<LocalDate> reviewDay() {
    return state
        .answers()
        .review()
        .or(() -> item().promise().review())
        .filter(day -> isNew(review(day)));
  }

  static String review(LocalDate day) {
    return "review:" + day;
  }

  private Optional<Occasion> evidence() {
    Instant closed = standing.closedAt().orElse(begin);
    boolean owed = policy.evidence() && !standing.verified() && isNew(EVIDENCE);
    return owed && !closed.isBefore(begin)
        ? Optional.of(Occasion.of(Kind.EVIDENCE, closed))
        : Optional.empty();
  }

  private boolean isNew(String question) {
    return !state.asked().contains(question);
  }

  static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
