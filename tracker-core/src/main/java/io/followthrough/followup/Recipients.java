package io.followthrough.followup;

import static java.util.stream.Collectors.joining;

import io.followthrough.item.ActionItem;
import io.followthrough.item.Incident;
import io.followthrough.item.Lapse;
import io.followthrough.item.People;
import io.followthrough.item.Person;
import io.followthrough.item.Placement;
import io.followthrough.item.Team;
import io.followthrough.tracker.Account;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Whom a notice about one item reaches. Whoever is assigned in the tracker is the owner; who can't
 * be reached falls to somebody who can, in the end to the contact, never to nobody.
 */
final class Recipients {
  private final People people;
  private final FollowUpCase followed;
  private final ActionItem item;
  private final String contact;
  private final Instant now;
  private final ZoneId zone;
  private final List<Account> assigned;
  private final Optional<Person> ownerInPerson;
  private final Recipient owner;

  /** Whom a notice reaches now; {@code zone} is where days are counted for whoever has none. */
  Recipients(People people, FollowUpCase followed, String contact, Instant now, ZoneId zone) {
    this.now = now;
    this.zone = zone;
    this.people = people;
    this.followed = followed;
    this.item = followed.item();
    this.contact = contact;
    this.assigned =
        followed.mirror().map(mirror -> mirror.ticket().assignees()).orElse(List.of()).stream()
            .filter(account -> !account.bot())
            .toList();
    Optional<Person> answered = answered().flatMap(people::person);
    Optional<Person> promised = answered.or(() -> item.owner().flatMap(people::person));
    Optional<Person> working =
        answered
            .filter(this::isReachable)
            .or(() -> promised.filter(this::isAssigned))
            .or(this::anyAssigned);
    Optional<Account> stranger = assigned.stream().filter(Account::active).findFirst();
    this.ownerInPerson = working.or(() -> stranger.isPresent() ? Optional.empty() : promised);
    this.owner =
        working
            .filter(this::isThere)
            .map(person -> told(Role.OWNER, person))
            .or(() -> stranger.filter(it -> working.isEmpty()).map(Recipients::told))
            .or(() -> ownerInPerson.filter(this::isReachable).map(it -> told(Role.OWNER, it)))
            .orElseGet(() -> inPlaceOfTheOwner(ownerInPerson));
  }

  /** The owner, reached or not; empty where nobody of the directory is. */
  Optional<Person> ownerInPerson() {
    return ownerInPerson;
  }

  /** The accounts that the ticket is assigned to, where all of them were switched off. */
  Optional<String> switchedOff() {
    boolean off = !assigned.isEmpty() && assigned.stream().noneMatch(Account::active);
    return off
        ? Optional.of(assigned.stream().map(Account::handle).sorted().collect(joining(",")))
        : Optional.empty();
  }

  /**
   * When an owner who is away at an instant for a short while is back; empty where they are there,
   * or somebody stands in for them, or it takes too long.
   */
  Optional<Instant> backAfter(Instant at, Lapse patience) {
    if (ownerInPerson.isEmpty() || ownerInPerson.flatMap(this::standIn).isPresent()) {
      return Optional.empty();
    }
    ZoneId where = ownerInPerson.flatMap(Person::zone).orElse(zone);
    LocalDate day = LocalDate.ofInstant(at, where);
    return ownerInPerson
        .flatMap(person -> person.awayUntil(day))
        .map(last -> last.plusDays(1).atStartOfDay(where).toInstant())
        .filter(back -> !back.isAfter(patience.after(at, where)));
  }

  private Optional<Person> standIn(Person person) {
    return person.delegate().flatMap(people::person).filter(this::isReachable);
  }

  /** Whom somebody named on the ticket, until its assignees say otherwise. */
  private Optional<String> answered() {
    return followed.mirror().flatMap(mirror -> followed.state().answers().ownerOf(mirror.ticket()));
  }

  /** Who answers for the item, or who is asked in their place. */
  Recipient owner() {
    return owner;
  }

  /** Whose clock and calendar count; absent for the contact and for strangers. */
  Optional<Person> listener() {
    return people.person(owner.name());
  }

  /** Those whom some roles come down to, each once; never empty. */
  List<Recipient> of(List<Role> roles) {
    Map<String, Recipient> told = new LinkedHashMap<>();
    for (Role role : roles) {
      reached(role).forEach(recipient -> told.putIfAbsent(recipient.name(), recipient));
    }
    if (told.isEmpty()) {
      Role role = roles.get(roles.size() - 1);
      Recipient next =
          substitute(role, ownerInPerson, "no " + role.title() + " is known").orElse(owner);
      told.put(next.name(), next);
    }
    return List.copyOf(told.values());
  }

  /** Who is meant by some roles, is there, and has no account in the tracker. */
  List<String> beyond(List<Role> roles) {
    return roles.stream()
        .flatMap(this::targets)
        .filter(person -> isThere(person) && followed.handle().apply(person).isEmpty())
        .map(Person::name)
        .distinct()
        .toList();
  }

  private Stream<Recipient> reached(Role role) {
    if (role == Role.OWNER) {
      return Stream.of(owner);
    }
    return targets(role)
        .filter(this::isNotTheOwner)
        .flatMap(person -> reach(role, person).stream());
  }

  private Stream<Person> targets(Role role) {
    return switch (role) {
      case OWNER -> ownerInPerson.stream();
      case INCIDENT_OWNER -> incidentOwner().stream();
      case SERVICE_OWNER -> serviceOwner().flatMap(people::person).stream();
      case TEAM_LEAD -> lead(ownerInPerson).stream();
      case MANAGER -> ownerInPerson.flatMap(Person::manager).flatMap(people::person).stream();
      case LEADERSHIP -> people.leadership().stream();
    };
  }

  private Optional<Recipient> reach(Role role, Person person) {
    return isReachable(person)
        ? Optional.of(told(role, person))
        : substitute(role, Optional.of(person), whyNot(person));
  }

  private Recipient inPlaceOfTheOwner(Optional<Person> promised) {
    Optional<String> name = promised.map(Person::name).or(() -> item.promise().owner());
    String because =
        promised
            .map(this::whyNot)
            .or(() -> name.map(Recipients::cannotBeReached))
            .orElse("no owner is known");
    return substitute(Role.OWNER, promised, because)
        .orElseGet(
            () -> new Recipient(Role.OWNER, contact, Optional.empty(), Optional.of(because)));
  }

  private Optional<Recipient> substitute(Role role, Optional<Person> person, String because) {
    return substitutes(person)
        .filter(this::isReachable)
        .filter(other -> role == Role.OWNER || isNotTheOwner(other))
        .findFirst()
        .map(
            other ->
                new Recipient(
                    role, other.name(), followed.handle().apply(other), Optional.of(because)));
  }

  private Stream<Person> substitutes(Optional<Person> person) {
    Stream<Optional<String>> named =
        Stream.of(
            person.filter(it -> !isAway(it)).flatMap(Person::successor),
            person.flatMap(Person::delegate),
            lead(person).map(Person::name),
            person.flatMap(Person::manager),
            serviceOwner(),
            incidentOwner().map(Person::name),
            item.placement().flatMap(Placement::triage));
    return named.flatMap(Optional::stream).flatMap(name -> people.person(name).stream());
  }

  private Optional<Person> lead(Optional<Person> person) {
    Optional<Team> own = person.flatMap(member -> people.teamOf(member.name()));
    Predicate<Team> judged =
        team -> item.judgement().team().filter(team.name()::equalsIgnoreCase).isPresent();
    return own.or(() -> people.teams().stream().filter(judged).findFirst())
        .flatMap(Team::lead)
        .flatMap(people::person);
  }

  private Optional<String> serviceOwner() {
    return Stream.of(item.promise().services(), item.origin().incident().services())
        .flatMap(Collection::stream)
        .flatMap(name -> people.service(name).stream())
        .flatMap(service -> service.owner().stream())
        .findFirst();
  }

  private Optional<Person> incidentOwner() {
    Incident incident = item.origin().incident();
    return incident
        .owner()
        .flatMap(this::written)
        .or(() -> incident.author().flatMap(this::written));
  }

  private Optional<Person> written(String words) {
    return people.find(words).person();
  }

  private Optional<Person> anyAssigned() {
    return assigned.isEmpty()
        ? Optional.empty()
        : people.all().stream().filter(this::isAssigned).findFirst();
  }

  private boolean isAssigned(Person person) {
    return assigned.stream().filter(Account::active).anyMatch(account -> is(person, account));
  }

  private LocalDate today(Person person) {
    return LocalDate.ofInstant(now, person.zone().orElse(zone));
  }

  private boolean isAway(Person person) {
    return person.awayUntil(today(person)).isPresent() && !person.hasLeft(today(person));
  }

  private boolean isThere(Person person) {
    return !person.hasLeft(today(person)) && person.awayUntil(today(person)).isEmpty();
  }

  /** A handle whose account was switched off reaches nobody. */
  private boolean isReachable(Person person) {
    return isThere(person)
        && followed.handle().apply(person).isPresent()
        && assigned.stream().noneMatch(account -> !account.active() && is(person, account));
  }

  private boolean is(Person person, Account account) {
    return followed
        .handle()
        .apply(person)
        .filter(handle -> handle.equalsIgnoreCase(account.handle()) || handle.equals(account.id()))
        .isPresent();
  }

  private boolean isNotTheOwner(Person person) {
    return !person.name().equals(owner.name());
  }

  private Recipient told(Role role, Person person) {
    return new Recipient(role, person.name(), followed.handle().apply(person), Optional.empty());
  }

  private static Recipient told(Account account) {
    return new Recipient(
        Role.OWNER, account.handle(), Optional.of(account.handle()), Optional.empty());
  }

  private String whyNot(Person person) {
    LocalDate today = today(person);
    if (person.hasLeft(today)) {
      return person.name() + " has left";
    }
    return person
        .awayUntil(today)
        .map(last -> person.name() + " is away until " + Phrases.DAY.format(last))
        .orElseGet(() -> cannotBeReached(person.name()));
  }

  private static String cannotBeReached(String name) {
    return name + " can't be reached here";
  }
}
