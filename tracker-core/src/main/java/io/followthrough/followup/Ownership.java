package io.followthrough.followup;

import io.followthrough.item.ActionItem;
import io.followthrough.item.People;
import io.followthrough.item.Person;
import io.followthrough.item.ServiceEntry;
import io.followthrough.ledger.FollowUpState;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Something that has become of whoever owns an item, asked about once.
 *
 * @param question the name of the question
 * @param from since when it is so
 * @param words what has happened, a sentence without its full stop
 * @param roles who is asked
 */
record Ownership(String question, Instant from, String words, List<Role> roles) {
  private static final String SERVICE = "service-owner:";

  Ownership {
    roles = List.copyOf(roles);
  }

  /** All that is to be asked, what was asked before included. */
  static List<Ownership> of(
      FollowUpCase followed, Recipients recipients, People people, ZoneId zone) {
    List<Ownership> found = new ArrayList<>();
    recipients.ownerInPerson().flatMap(person -> left(person, zone)).ifPresent(found::add);
    recipients
        .switchedOff()
        .map(
            handles ->
                new Ownership(
                    "account:" + handles,
                    Instant.MIN,
                    "the account " + handles + ", which has this, was switched off",
                    List.of(Role.OWNER, Role.MANAGER)))
        .ifPresent(found::add);
    services(followed.item(), people)
        .flatMap(service -> handedOver(service, followed.state().asked()).stream())
        .forEach(found::add);
    return found;
  }

  private static Optional<Ownership> left(Person person, ZoneId zone) {
    return person
        .left()
        .map(
            day ->
                new Ownership(
                    "left:" + person.name(),
                    day.atStartOfDay(person.zone().orElse(zone)).toInstant(),
                    person.name() + ", who had this, has left",
                    List.of(Role.OWNER, Role.MANAGER)));
  }

  /** A service whose owner is none that the item was asked or seen under. */
  private static Optional<Ownership> handedOver(ServiceEntry service, Set<String> asked) {
    String prefix = SERVICE + service.name() + "=";
    boolean known = asked.stream().anyMatch(it -> it.startsWith(prefix));
    return service
        .owner()
        .filter(owner -> known && !asked.contains(prefix + owner))
        .map(
            owner ->
                new Ownership(
                    prefix + owner,
                    Instant.MIN,
                    service.name() + " is looked after by " + owner + " now",
                    List.of(Role.OWNER, Role.SERVICE_OWNER)));
  }

  /** The state that knows who looks after the item's services, so that a change is seen. */
  static FollowUpState noted(FollowUpState state, ActionItem item, People people) {
    FollowUpState noted = state;
    for (ServiceEntry service : services(item, people).toList()) {
      String prefix = SERVICE + service.name() + "=";
      if (service.owner().isPresent()
          && state.asked().stream().noneMatch(it -> it.startsWith(prefix))) {
        noted = noted.asking(prefix + service.owner().get());
      }
    }
    return noted;
  }

  private static Stream<ServiceEntry> services(ActionItem item, People people) {
    return Stream.of(item.promise().services(), item.origin().incident().services())
        .filter(names -> !names.isEmpty())
        .findFirst()
        .stream()
        .flatMap(Collection::stream)
        .flatMap(name -> people.service(name).stream())
        .distinct();
  }
}
