package io.followthrough.followup;

import static java.util.Objects.requireNonNull;

import io.followthrough.item.ActionItem;
import io.followthrough.item.ItemState;
import io.followthrough.item.People;
import io.followthrough.item.Person;
import io.followthrough.item.Stage;
import io.followthrough.item.Words;
import io.followthrough.ledger.FollowUpState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Decides what is said on a ticket now, and when to look again. Pure and immutable.
 *
 * <p>A decision made again with nothing changed is the same decision; one made at its {@code
 * nextAt} says what was expected, one made earlier says nothing.
 */
public final class FollowUp {
  /** Another number makes every stored {@code nextAt} be computed again. */
  private static final String RULES = "2";

  private static final String GONE = "gone";

  private final String installation;
  private final Profiles profiles;
  private final People people;
  private final Wording wording;
  private final Map<String, Templates> templates;
  private final String contact;
  private final String fingerprint;

  /**
   * A decider.
   *
   * @param installation part of every key
   * @param contact whom people turn to, at the foot of each message
   */
  public FollowUp(String installation, String contact, Profiles profiles, People people) {
    this(installation, contact, profiles, people, Map.of());
  }

  /**
   * A decider in somebody's own words.
   *
   * @param installation part of every key
   * @param contact whom people turn to, at the foot of each message
   * @param templates by the names of trackers
   */
  public FollowUp(
      String installation,
      String contact,
      Profiles profiles,
      People people,
      Map<String, Templates> templates) {
    this.templates = Map.copyOf(templates);
    this.installation = requireNonNull(installation, "installation is null");
    this.contact = requireNonNull(contact, "contact is null");
    this.profiles = requireNonNull(profiles, "profiles is null");
    this.people = requireNonNull(people, "people is null");
    this.wording = new Wording(contact);
    this.fingerprint = fingerprint(profiles, people);
  }

  /** The {@code policy} of every state that is decided here; see {@code FollowUps.due}. */
  public String fingerprint() {
    return fingerprint;
  }

  /** Decides about one item. */
  public Decision decide(FollowUpCase followed, Instant now) {
    Optional<String> silence = whyNotFollowed(followed);
    if (silence.isPresent()) {
      return silent(followed.state(), silence.get());
    }
    ActionItem item = followed.item();
    Situation found =
        Situation.of(
            followed,
            item.filing().orElseThrow(),
            followed.mirror().orElseThrow(),
            profiles.of(item),
            people,
            contact,
            now);
    if (found.standing().state() == ItemState.GONE) {
      return gone(found);
    }
    List<String> noted = new ArrayList<>();
    Situation settled = found.with(settled(found));
    Situation situation = settled.with(redated(settled, now, noted));
    Optional<Upcoming> first = Upcoming.first(situation, now);
    if (first.isEmpty()) {
      String why = "nothing is due while it is " + situation.standing().state().word();
      return new Decision(Optional.empty(), expecting(situation.state(), first), why, noted);
    }
    return first.get().at().equals(now)
        ? said(situation, first.get().occasion(), now, noted)
        : new Decision(
            Optional.empty(),
            expecting(situation.state(), first),
            first.get().whyLater(situation, now),
            noted);
  }

  private static Optional<String> whyNotFollowed(FollowUpCase followed) {
    if (followed.item().stage() != Stage.ACCEPTED) {
      return Optional.of("it is no accepted item of its postmortem");
    }
    if (followed.item().filing().isEmpty()) {
      return Optional.of("it has no ticket yet");
    }
    return followed.mirror().isEmpty()
        ? Optional.of("its ticket has not been read yet")
        : Optional.empty();
  }

  private Decision silent(FollowUpState state, String why) {
    return new Decision(
        Optional.empty(),
        state.expectingNothing(fingerprint),
        "nothing is said: " + why,
        List.of());
  }

  /** Said once, and only in the journal: on a ticket that is gone nobody reads. */
  private Decision gone(Situation situation) {
    String why = "its ticket is gone; it is not followed up and never created again";
    FollowUpState state = situation.state();
    return state.asked().contains(GONE)
        ? silent(state, why)
        : new Decision(
            Optional.empty(),
            state.asking(GONE).expectingNothing(fingerprint),
            "nothing is said: " + why,
            List.of(situation.filing().ref().key() + ": " + why));
  }

  private FollowUpState settled(Situation situation) {
    FollowUpState state = situation.state();
    return Ownership.noted(state, situation.item(), people)
        .answering(state.answers().settled(situation.mirror().ticket()));
  }

  /** A later date starts the ladder anew and is a deferral; an earlier one is neither. */
  private static FollowUpState redated(Situation situation, Instant now, List<String> noted) {
    FollowUpState state = situation.state();
    Optional<LocalDate> seen = situation.mirror().due();
    if (!situation.standing().state().isOpen() || seen.isEmpty()) {
      return state;
    }
    LocalDate due = seen.get();
    LocalDate known = state.ladderDue().orElse(due);
    if (due.isAfter(known)) {
      boolean settling = situation.isSettling(now);
      int deferrals = state.deferrals() + (settling ? 0 : 1);
      noted.add(
          "the due date moved from "
              + known
              + " to "
              + due
              + (settling ? " while it settles" : ": deferral " + deferrals));
      return state.climbing(due, 0, deferrals);
    }
    if (due.isBefore(known)) {
      noted.add("the due date moved forward from " + known + " to " + due);
    }
    return state.climbing(due, state.stepsSaid(), state.deferrals());
  }

  private Decision said(Situation situation, Occasion occasion, Instant now, List<String> noted) {
    Saying saying = Saying.of(installation, situation, occasion, now);
    FollowUpState state = saying.after().saidAt(now);
    Optional<Upcoming> next = Upcoming.first(situation.with(state), now);
    List<Recipient> recipients = situation.recipients().of(saying.roles());
    Notice notice =
        new Notice(
            saying.key(),
            occasion.kind(),
            recipients,
            situation.recipients().beyond(saying.roles()),
            wording.of(
                situation.with(state), occasion, recipients, next, own(situation, occasion), now),
            saying.raisesPriority());
    return new Decision(
        Optional.of(notice), expecting(state, next), why(occasion, saying, recipients), noted);
  }

  private Optional<Template> own(Situation situation, Occasion occasion) {
    return templates.getOrDefault(situation.filing().tracker(), Templates.NONE).of(occasion.kind());
  }

  private static String why(Occasion occasion, Saying saying, List<Recipient> recipients) {
    String names =
        recipients.stream()
            .map(
                recipient ->
                    recipient.name()
                        + " ("
                        + recipient.role().title()
                        + recipient.because().map(because -> ", because " + because).orElse("")
                        + ")")
            .collect(Collectors.joining(", "));
    return occasion.kind().word() + " to " + names + ": " + saying.why();
  }

  private FollowUpState expecting(FollowUpState state, Optional<Upcoming> next) {
    return next.map(it -> state.expecting(it.occasion().kind().word(), it.at(), fingerprint))
        .orElseGet(() -> state.expectingNothing(fingerprint));
  }

  /** Zones and reporting lines move the hour of a message, so they count as policy. */
  private static String fingerprint(Profiles profiles, People people) {
    List<String> parts = new ArrayList<>(List.of(RULES, profiles.fingerprint()));
    for (Person person : people.all()) {
      parts.add(person.name());
      parts.add(person.zone().map(ZoneId::getId).orElse(""));
      parts.add(person.successor().orElse("") + "/" + person.delegate().orElse(""));
      parts.add(person.away().toString() + person.left() + person.manager());
    }
    people.services().forEach(service -> parts.add(service.name() + "=" + service.owner()));
    people.teams().forEach(team -> parts.add(team.name() + "=" + team.lead()));
    return Words.fingerprint(parts.toArray(String[]::new));
  }
}
