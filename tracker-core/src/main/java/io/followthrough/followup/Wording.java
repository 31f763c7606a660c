package io.followthrough.followup;

import static io.followthrough.followup.Phrases.DAY;
import static io.followthrough.followup.Phrases.ago;
import static io.followthrough.followup.Phrases.days;
import static io.followthrough.followup.Phrases.due;
import static io.followthrough.followup.Phrases.evidence;
import static io.followthrough.followup.Phrases.named;
import static io.followthrough.followup.Phrases.origin;
import static io.followthrough.followup.Phrases.promised;
import static io.followthrough.followup.Phrases.silence;

import io.followthrough.item.Priority;
import io.followthrough.tracker.Prose;
import io.followthrough.tracker.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The words of notices: whom it concerns, a question that can be answered in a line, where the
 * promise comes from, what happens next, and whom to turn to. Nobody is blamed.
 */
final class Wording {
  private static final String ONCE = "This is asked once.";

  private final String contact;

  Wording(String contact) {
    this.contact = contact;
  }

  Prose of(
      Situation situation,
      Occasion occasion,
      List<Recipient> recipients,
      Optional<Upcoming> next,
      Optional<Template> own,
      Instant now) {
    LocalDate today = LocalDate.ofInstant(now, situation.zone());
    if (own.isPresent()) {
      Optional<String> closing = next.flatMap(upcoming -> closing(situation, upcoming));
      return own.get()
          .fill(
              new Facts(situation, occasion, today)
                  .all(addressed(recipients), recipients, closing, contact));
    }
    Prose body = question(situation, occasion, recipients, today);
    for (Recipient recipient : recipients) {
      body = standIn(body, recipient);
    }
    Optional<String> closing = next.flatMap(upcoming -> closing(situation, upcoming));
    if (closing.isPresent()) {
      body = body.paragraph(Span.plain(closing.get()));
    }
    return body.paragraph(
        Span.plain("Followthrough, on behalf of the postmortem. Questions: " + contact));
  }

  private Prose question(
      Situation situation, Occasion occasion, List<Recipient> recipients, LocalDate today) {
    return switch (occasion.kind()) {
      case NUDGE ->
          open(
              recipients,
              ": how is this coming along? " + silence(situation, today),
              promised(situation, today),
              "One line is enough: where it stands. Or answer with:",
              "snooze 2w",
              "blocked by …",
              "decline because …");
      case BLOCKED ->
          open(
              recipients,
              waiting(situation) + silence(situation, today),
              promised(situation, today),
              "A link or a name is enough. While it is blocked, its date is not asked about. Or"
                  + " answer with:",
              "unblocked",
              "blocked by …",
              "decline because …");
      case DUE_SOON ->
          open(
              recipients,
              ": this is due on " + due(situation) + ". Will it be ready by then?",
              origin(situation, "It comes from the postmortem ", "."),
              "If so, close it when it is done, with a link to what shows it. If not, set the date"
                  + " that you believe in and say in a line what changed. Or answer with:",
              "due " + today.plusWeeks(4),
              "blocked by …",
              "decline because …");
      case OWNERSHIP ->
          open(
              recipients,
              ": " + occasion.ownership().orElseThrow().words() + ". Whose is it from now on?",
              promised(situation, today),
              "Please assign the ticket, or answer as below. If it is in good hands, nothing needs"
                  + " to be done. "
                  + ONCE,
              "owner @name");
      case REVIEW ->
          open(
              recipients,
              ": this was to be looked at again about now. Does it still stand?",
              promised(situation, today),
              "If so, a line about what comes next is enough. If not, decline it with the reason, or"
                  + " set another day. "
                  + ONCE,
              "review " + today.plusMonths(3),
              "decline because …");
      case OVERDUE -> overdue(situation, recipients, today);
      case DEFERRED ->
          open(
              recipients,
              ": the date of this was moved "
                  + situation.state().deferrals()
                  + " times and is now "
                  + due(situation)
                  + ". What would make this one hold?",
              origin(situation, "It comes from the postmortem ", "."),
              "A smaller first part, another owner, help with what is in the way, or declining it"
                  + " with the reason are all good answers. "
                  + ONCE,
              "owner @name",
              "blocked by …",
              "decline because …");
      case REMOVED ->
          open(
              recipients,
              ": is this still meant?",
              origin(situation, "The postmortem ", " no longer lists it."),
              "If not, close it as not planned with a word why. If so, nothing needs to be done: it"
                  + " is followed up as before. "
                  + ONCE,
              "decline because …");
      case DONE_IN_DOCUMENT ->
          open(
              recipients,
              ": is this done?",
              origin(situation, "The postmortem ", " says so, while this ticket is open."),
              "If it is, close the ticket with a link to what shows it. If not, a line about what is"
                  + " left is enough. "
                  + ONCE);
      case EVIDENCE ->
          open(
              recipients,
              ": thank you for finishing this. What shows that it is done?",
              evidence(situation),
              "Without a link it counts as done, not yet verified. " + ONCE,
              "evidence https://…");
      case REASON ->
          open(
              recipients,
              ": this was closed as not planned. What was the reason?",
              promised(situation, today),
              "A line is enough, for whoever reads the postmortem later. " + ONCE,
              "decline because …");
      case STILL_MEANT ->
          open(
              recipients,
              ": is this still meant? " + silence(situation, today),
              origin(
                  situation,
                  "It is of low priority, has no date, and comes from the postmortem ",
                  "."),
              "If not, declining it is a good answer. If so, a date or a day to look again helps."
                  + " This is asked once a quarter.",
              "decline because …",
              "due " + today.plusWeeks(4),
              "review " + today.plusMonths(3));
      case REPEAT -> repeat(recipients, occasion.repeat().orElseThrow());
    };
  }

  private static Prose open(
      List<Recipient> recipients,
      String question,
      List<Span> origin,
      String answers,
      String... commands) {
    List<Span> first = new ArrayList<>(addressed(recipients));
    first.add(Span.plain(question));
    Prose body =
        Prose.empty()
            .with(Prose.Shape.PARAGRAPH, first)
            .with(Prose.Shape.PARAGRAPH, origin)
            .paragraph(Span.plain(answers));
    for (String command : commands) {
      body = body.bullet(Span.code(Commands.WORD + " " + command));
    }
    return body;
  }

  private static List<Span> addressed(List<Recipient> recipients) {
    List<Span> spans = new ArrayList<>();
    for (Recipient recipient : recipients) {
      spans.add(Span.plain(spans.isEmpty() ? "" : ", "));
      spans.add(
          recipient
              .handle()
              .map(handle -> Span.mention(recipient.name(), handle))
              .orElse(Span.strong(recipient.name())));
      if (recipient.role() != Role.OWNER && recipient.because().isEmpty()) {
        spans.add(Span.plain(" (" + recipient.role().title() + ")"));
      }
    }
    return spans;
  }

  private static Prose standIn(Prose body, Recipient recipient) {
    return Phrases.standIn(recipient).map(words -> body.paragraph(Span.plain(words))).orElse(body);
  }

  private static Prose overdue(Situation situation, List<Recipient> recipients, LocalDate today) {
    LocalDate due = situation.mirror().due().orElseThrow();
    long late = ChronoUnit.DAYS.between(due, today);
    boolean ownerIsAsked =
        recipients.stream().anyMatch(recipient -> recipient.role() == Role.OWNER);
    String question =
        ownerIsAsked
            ? ": this was due on "
                + DAY.format(due)
                + ", "
                + ago(late)
                + (recipients.size() == 1
                    ? ". Is it done, and if not, which date is realistic now?"
                    : ". Is it done, and if not, what would help and which date is realistic?")
            : ": this is still open, "
                + days(late)
                + " after its date, "
                + DAY.format(due)
                + ". Is there room for it, or should its date, its owner or the plan change?";
    String with =
        ownerIsAsked ? "." : ". It is with " + situation.recipients().owner().name() + ".";
    return open(
        recipients,
        question,
        origin(situation, "It comes from the postmortem ", with),
        (situation.isRaised() ? "Its priority is now " + urgency(situation) + ". " : "")
            + "Good answers: close it with a link to what shows it, set a new date, name what is in"
            + " the way, or decline it with the reason.",
        "due " + today.plusWeeks(2),
        "blocked by …",
        "decline because …");
  }

  private static String urgency(Situation situation) {
    return situation.priority().map(Priority::word).orElse("higher");
  }

  private static String waiting(Situation situation) {
    return situation
        .state()
        .answers()
        .blockedBy()
        .map(by -> ": this waits for " + by + ". Is that still so, and who could clear it? ")
        .orElse(": what is this waiting for, and who could clear it? ");
  }

  private static Prose repeat(List<Recipient> recipients, Repeat repeat) {
    List<Span> origin = new ArrayList<>();
    origin.add(Span.plain("The new postmortem: "));
    origin.addAll(named(repeat.later()));
    origin.add(Span.plain(". It is shown here because " + repeat.why() + "."));
    return open(
        recipients,
        ": an incident like the one that this comes from has happened again. Would this have"
            + " prevented it, or made it shorter?",
        origin,
        "If so, what would help to finish it? If not, is there something better to do in its place?");
  }

  /** What happens next and when, so that nobody is surprised. */
  private static Optional<String> closing(Situation situation, Upcoming upcoming) {
    String day = DAY.format(upcoming.at().atZone(situation.zone()));
    return switch (upcoming.occasion().kind()) {
      case NUDGE, BLOCKED, STILL_MEANT ->
          Optional.of("If it stays quiet, the next reminder comes on " + day + ".");
      case DUE_SOON ->
          Optional.of("The next reminder comes shortly before its date, on " + day + ".");
      case OVERDUE -> Optional.of(climbing(situation, upcoming, day));
      case EVIDENCE, REPEAT, DONE_IN_DOCUMENT, REMOVED, DEFERRED, REVIEW, OWNERSHIP, REASON ->
          Optional.empty();
    };
  }

  private static String climbing(Situation situation, Upcoming upcoming, String day) {
    Ladder ladder = situation.ladder().orElseThrow();
    int step = ladder.present(situation.state().stepsSaid(), upcoming.at());
    String others =
        situation.policy().steps().get(step).tells().stream()
            .filter(role -> role != Role.OWNER)
            .map(role -> "the " + role.title())
            .collect(Collectors.joining(" and "));
    return others.isEmpty()
        ? "If it is still open after its date, the next reminder comes on " + day + "."
        : "If it is still open and its date still stands, "
            + others
            + " will be asked for help on "
            + day
            + ".";
  }
}
