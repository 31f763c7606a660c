package io.followthrough.plan;

import static java.util.Objects.requireNonNull;

import io.followthrough.item.ActionKind;
import io.followthrough.item.Incident;
import io.followthrough.item.Origin;
import io.followthrough.item.Owner;
import io.followthrough.item.People;
import io.followthrough.item.Person;
import io.followthrough.item.Placement;
import io.followthrough.item.Promise;
import io.followthrough.item.ServiceEntry;
import io.followthrough.item.Team;
import io.followthrough.item.Words;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The routing table: which tracker takes an action item. The first route that fits wins; the table
 * is read for the item first, by what the item says of itself, and then for its document. Case and
 * the aliases of services do not matter. Immutable.
 */
public final class Routes {
  private final List<Route> routes;
  private final Optional<Placement> only;
  private final People people;

  /**
   * A routing table.
   *
   * @param trackers the names of the trackers: one alone needs no route
   */
  public Routes(List<Route> routes, Collection<String> trackers, People people) {
    this.routes = List.copyOf(routes);
    this.only =
        routes.isEmpty() && trackers.size() == 1
            ? Optional.of(Placement.in(trackers.iterator().next()))
            : Optional.empty();
    this.people = requireNonNull(people, "people is null");
  }

  /**
   * The place of an action item; absent where no route fits.
   *
   * @param owner the promise's owner; without one of the directory no team is known
   * @param labels the document's labels in its source
   */
  public Optional<Placement> place(
      Origin origin, Promise promise, Owner owner, Collection<String> labels) {
    Incident incident = origin.incident();
    Set<String> own = services(promise.services());
    Set<String> ownTeams = teams(owner);
    Set<String> severity = words(incident.severity().stream());
    Set<String> source = words(Stream.of(origin.source()));
    Set<String> labelled = words(labels.stream());
    Facts item = new Facts(own, ownTeams, severity, source, promise.kind(), labelled);
    Facts document =
        new Facts(
            both(own, services(incident.services())),
            both(ownTeams, teams(incident)),
            severity,
            source,
            promise.kind(),
            labelled);
    return routes.stream()
        .filter(route -> route.asksTheItem() && fits(route, item))
        .findFirst()
        .or(() -> routes.stream().filter(route -> fits(route, document)).findFirst())
        .map(Route::placement)
        .or(() -> only);
  }

  /** What conditions are judged by, in folded words. */
  private record Facts(
      Set<String> services,
      Set<String> teams,
      Set<String> severity,
      Set<String> source,
      Optional<ActionKind> kind,
      Set<String> labels) {}

  private boolean fits(Route route, Facts facts) {
    return meets(services(route.services()), facts.services())
        && meets(words(route.teams().stream()), facts.teams())
        && meets(words(route.severities().stream()), facts.severity())
        && meets(words(route.sources().stream()), facts.source())
        && meets(words(route.labels().stream()), facts.labels())
        && (route.kinds().isEmpty() || facts.kind().filter(route.kinds()::contains).isPresent());
  }

  private static boolean meets(Set<String> condition, Set<String> facts) {
    return condition.isEmpty() || condition.stream().anyMatch(facts::contains);
  }

  private Set<String> services(List<String> names) {
    return words(
        names.stream().map(name -> people.service(name).map(ServiceEntry::name).orElse(name)));
  }

  private Set<String> teams(Owner owner) {
    Optional<String> ofPerson =
        owner.person().map(Person::name).flatMap(people::teamOf).map(Team::name);
    return words(ofPerson.or(owner::team).stream());
  }

  /** The teams that answer for the incident: those of its services, else that of its owner. */
  private Set<String> teams(Incident incident) {
    Set<String> services = services(incident.services());
    Set<String> answering =
        words(
            people.teams().stream()
                .filter(team -> services(team.services()).stream().anyMatch(services::contains))
                .map(Team::name));
    return answering.isEmpty()
        ? incident.owner().map(people::find).map(this::teams).orElse(Set.of())
        : answering;
  }

  private static Set<String> both(Set<String> some, Set<String> others) {
    return Stream.concat(some.stream(), others.stream()).collect(Collectors.toUnmodifiableSet());
  }

  private static Set<String> words(Stream<String> names) {
    return names.map(Words::normalise).collect(Collectors.toUnmodifiableSet());
  }
}
