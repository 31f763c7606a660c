package io.followthrough.item;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The directory: persons, teams and services by every name that documents use. Immutable. */
public final class People {
  private final Map<String, Person> persons = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final List<Team> teams;
  private final List<ServiceEntry> services;
  private final List<String> leadership;
  private final OwnerSearch owners;

  /** A directory of people, teams, services, and the names that are leadership. */
  public People(
      List<Person> persons,
      List<Team> teams,
      List<ServiceEntry> services,
      List<String> leadership) {
    persons.forEach(person -> this.persons.put(person.name(), person));
    this.teams = List.copyOf(teams);
    this.services = List.copyOf(services);
    this.leadership = List.copyOf(leadership);
    this.owners = new OwnerSearch(this.persons.values(), teams);
  }

  /** A directory of nobody. */
  public static People nobody() {
    return new People(List.of(), List.of(), List.of(), List.of());
  }

  /** A person by the directory's own name. */
  public Optional<Person> person(String name) {
    return Optional.ofNullable(persons.get(name));
  }

  /**
   * What the words that a document writes for an owner stand for: a person by any name, alias,
   * e-mail or handle, by a first name that is unique, as "Last, First"; of several people the one
   * who is asked, which is the first. Case, accents and markup do not matter.
   */
  public Owner find(String written) {
    return owners.find(written);
  }

  /** The whole directory, by name. */
  public List<Person> all() {
    return List.copyOf(persons.values());
  }

  /** The team that a person is a member or the lead of; the first where there are several. */
  public Optional<Team> teamOf(String person) {
    return teams.stream()
        .filter(
            team ->
                team.members().contains(person) || team.lead().filter(person::equals).isPresent())
        .findFirst();
  }

  /** The teams. */
  public List<Team> teams() {
    return teams;
  }

  /** Whether somebody is the manager of anybody, leads a team, or is leadership. */
  public boolean leads(String name) {
    return leadership.contains(name)
        || teams.stream().anyMatch(team -> team.lead().filter(name::equals).isPresent())
        || persons.values().stream().anyMatch(it -> it.manager().filter(name::equals).isPresent());
  }

  /** The services. */
  public List<ServiceEntry> services() {
    return services;
  }

  /** The service of a name or an alias. */
  public Optional<ServiceEntry> service(String name) {
    return services.stream()
        .filter(
            entry ->
                entry.name().equalsIgnoreCase(name)
                    || entry.aliases().stream().anyMatch(name::equalsIgnoreCase))
        .findFirst();
  }

  /** The people who are leadership, in the order of the configuration. */
  public List<Person> leadership() {
    return leadership.stream()
        .map(this::person)
        .flatMap(Optional::stream)
        .collect(Collectors.toUnmodifiableList());
  }
}
