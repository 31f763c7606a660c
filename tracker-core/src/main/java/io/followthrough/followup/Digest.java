package io.followthrough.followup;

import static java.util.Objects.requireNonNull;

import io.followthrough.followup.DigestLine.Section;
import io.followthrough.item.ActionItem;
import io.followthrough.item.Finding;
import io.followthrough.item.ItemState;
import io.followthrough.item.People;
import io.followthrough.item.Person;
import io.followthrough.item.Stage;
import io.followthrough.ledger.Mirror;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Decides what one person is told of a period: what of theirs is overdue, due soon, blocked, quiet
 * or held. Pure and immutable.
 */
public final class Digest {
  private final Profiles profiles;
  private final People people;
  private final DigestRhythm rhythm;
  private final String contact;

  /** A decider. */
  public Digest(DigestRhythm rhythm, String contact, Profiles profiles, People people) {
    this.rhythm = requireNonNull(rhythm, "rhythm is null");
    this.contact = requireNonNull(contact, "contact is null");
    this.profiles = requireNonNull(profiles, "profiles is null");
    this.people = requireNonNull(people, "people is null");
  }

  /** The period for which a person may be told something now; empty while they are away. */
  public Optional<DigestRhythm.Period> period(Person person, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, zone(person));
    return person.hasLeft(today) || person.awayUntil(today).isPresent()
        ? Optional.empty()
        : rhythm.now(profiles.standard().calendar(), zone(person), now);
  }

  /** The zone whose days a person lives by. */
  public ZoneId zone(Person person) {
    return person.zone().orElse(profiles.standard().calendar().zone());
  }

  /** The words for a person; see {@link DigestWording}. */
  public DigestWording wording() {
    return new DigestWording(rhythm, contact);
  }

  /**
   * Whom an item concerns and why; empty where nobody has to be told of it.
   *
   * @param followed whose handles are those of the tracker or of a channel
   */
  public Optional<DigestLine> line(FollowUpCase followed, Instant now) {
    ActionItem item = followed.item();
    if (item.filing().isEmpty()) {
      return held(followed, now);
    }
    if (item.stage() != Stage.ACCEPTED || followed.mirror().isEmpty()) {
      return Optional.empty();
    }
    Mirror mirror = followed.mirror().get();
    Situation situation =
        Situation.of(
            followed, item.filing().get(), mirror, profiles.of(item), people, contact, now);
    boolean asleep = situation.quiet().filter(it -> it.until().isAfter(now)).isPresent();
    if (asleep || !situation.standing().state().isOpen()) {
      return Optional.empty();
    }
    LocalDate today = LocalDate.ofInstant(now, situation.zone());
    return section(situation, today, now)
        .flatMap(
            section ->
                line(
                    followed,
                    situation.recipients(),
                    section,
                    situation.standing().state(),
                    words(section, situation, today)));
  }

  private Optional<Section> section(Situation situation, LocalDate today, Instant now) {
    if (situation.standing().state() == ItemState.BLOCKED) {
      return Optional.of(Section.BLOCKED);
    }
    Optional<LocalDate> due = situation.mirror().due();
    if (due.filter(today::isAfter).isPresent()) {
      return Optional.of(Section.OVERDUE);
    }
    if (due.filter(day -> !day.isAfter(today.plusDays(rhythm.horizon()))).isPresent()) {
      return Optional.of(Section.DUE_SOON);
    }
    Instant quiet =
        situation
            .policy()
            .nudgeEvery()
            .after(
                Situation.later(situation.mirror().humanActAt(), situation.begin()),
                situation.zone());
    boolean planned = situation.reviewDay().filter(today::isBefore).isPresent();
    return quiet.isAfter(now) || planned ? Optional.empty() : Optional.of(Section.SILENT);
  }

  private static String words(Section section, Situation situation, LocalDate today) {
    Optional<LocalDate> due = situation.mirror().due();
    return switch (section) {
      case OVERDUE ->
          "was due on "
              + Phrases.due(situation)
              + due.map(day -> ", " + Phrases.ago(ChronoUnit.DAYS.between(day, today))).orElse("");
      case DUE_SOON ->
          due.filter(today::equals).isPresent()
              ? "is due today"
              : "is due on " + Phrases.due(situation);
      case BLOCKED ->
          situation
              .state()
              .answers()
              .blockedBy()
              .map(what -> "waits for " + what)
              .orElse("waits for something");
      case SILENT -> "has been quiet since " + since(situation.mirror(), situation.zone());
      case HELD -> "";
    };
  }

  private static String since(Mirror mirror, ZoneId zone) {
    return Phrases.DAY.format(LocalDate.ofInstant(mirror.humanActAt(), zone));
  }

  private Optional<DigestLine> held(FollowUpCase followed, Instant now) {
    ActionItem item = followed.item();
    if (item.stage() != Stage.PROPOSED || item.holds().isEmpty() || item.removedAt().isPresent()) {
      return Optional.empty();
    }
    String lacks = item.holds().stream().map(Finding::message).collect(Collectors.joining(" "));
    return line(
        followed,
        new Recipients(people, followed, contact, now, profiles.standard().calendar().zone()),
        Section.HELD,
        ItemState.PROPOSED,
        lacks);
  }

  private Optional<DigestLine> line(
      FollowUpCase followed,
      Recipients recipients,
      Section section,
      ItemState state,
      String words) {
    Optional<LocalDate> due =
        followed.mirror().isPresent()
            ? followed.mirror().get().due()
            : followed.item().promise().due();
    return recipients
        .listener()
        .map(
            person ->
                new DigestLine(
                    person.name(),
                    section,
                    followed.item(),
                    state,
                    due,
                    followed.mirror().map(mirror -> mirror.ticket().ref()),
                    words,
                    recipients.owner().because()));
  }
}
