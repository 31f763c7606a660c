package io.followthrough.item;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The search of the directory for whom a document means by an owner. */
final class OwnerSearch {
  private static final Pattern MENTION_OF_A_HANDLE = Pattern.compile("@[^\\p{Lu}].*");

  private final PersonIndex persons;
  private final List<Team> teams;

  OwnerSearch(Collection<Person> persons, List<Team> teams) {
    this.persons = new PersonIndex(persons);
    this.teams = List.copyOf(teams);
  }

  /** See {@link People#find}. */
  Owner find(String written) {
    String plain = OwnerReading.plain(written);
    Owner whole = one(written, plain);
    if (isCertain(whole)) {
      return whole;
    }
    List<String> names = OwnerReading.names(plain);
    List<String> aside = OwnerReading.aside(plain);
    if (names.size() == 1 && one(written, names.get(0)).standing() == Owner.Standing.UNKNOWN) {
      Optional<Person> explained =
          aside.stream().flatMap(it -> persons.exactly(it).stream()).findFirst();
      if (explained.isPresent()) {
        return person(written, explained.get());
      }
    }
    List<Owner> several =
        Stream.concat(names.stream(), aside.stream()).map(name -> one(written, name)).toList();
    return first(several, EnumSet.of(Owner.Standing.PERSON, Owner.Standing.UNKNOWN))
        .or(() -> first(several, EnumSet.of(Owner.Standing.TEAM)))
        .or(() -> first(several, EnumSet.of(Owner.Standing.NOBODY)))
        .orElse(whole);
  }

  private static boolean isCertain(Owner owner) {
    return switch (owner.standing()) {
      case PERSON, NOBODY -> true;
      case TEAM -> owner.team().isPresent();
      case UNKNOWN -> false;
    };
  }

  private static Optional<Owner> first(List<Owner> several, Set<Owner.Standing> standings) {
    return several.stream().filter(owner -> standings.contains(owner.standing())).findFirst();
  }

  /** Whom one name stands for. */
  private Owner one(String written, String name) {
    String folded = Names.fold(name);
    if (name.endsWith("?") || name.endsWith("？")) {
      return nobody(written);
    }
    Optional<Person> person = persons.exactly(name).or(() -> lastNameFirst(name));
    if (person.isPresent()) {
      return person(written, person.get());
    }
    Optional<Team> team = team(name);
    if (team.isPresent()) {
      return team(written, Optional.of(team.get().name()));
    }
    if (OwnerWords.isNobody(folded)) {
      return nobody(written);
    }
    if (soundsLikeATeam(name, folded)) {
      return team(written, Optional.empty());
    }
    return MENTION_OF_A_HANDLE.matcher(name).matches()
        ? unknown(written)
        : byPartOfName(written, folded);
  }

  private Owner byPartOfName(String written, String folded) {
    String bare = OwnerWords.withoutTitle(folded);
    return persons
        .byPartOfName(folded)
        .or(() -> persons.exactly(bare))
        .or(() -> persons.byPartOfName(bare))
        .map(person -> person(written, person))
        .orElseGet(() -> unknown(written));
  }

  private Optional<Person> lastNameFirst(String name) {
    int comma = name.indexOf(',');
    return comma < 0
        ? Optional.empty()
        : persons.exactly(name.substring(comma + 1) + " " + name.substring(0, comma));
  }

  private Optional<Team> team(String name) {
    String bare = OwnerReading.isTeamHandle(name) ? name.substring(name.indexOf('/') + 1) : name;
    String sought = teamKey(bare);
    return sought.isEmpty()
        ? Optional.empty()
        : teams.stream()
            .filter(
                team -> {
                  String key = teamKey(team.name());
                  return key.equals(sought) || ("team" + key).equals(sought);
                })
            .findFirst();
  }

  private static String teamKey(String name) {
    return OwnerWords.withoutTeam(Names.fold(name)).replace(" ", "");
  }

  private static boolean soundsLikeATeam(String name, String folded) {
    return OwnerReading.isTeamHandle(name)
        || name.startsWith("#")
        || OwnerWords.hasTeamWord(folded);
  }

  private static Owner person(String written, Person person) {
    return new Owner(written, Owner.Standing.PERSON, Optional.of(person), Optional.empty());
  }

  private static Owner team(String written, Optional<String> team) {
    return new Owner(written, Owner.Standing.TEAM, Optional.empty(), team);
  }

  private static Owner nobody(String written) {
    return new Owner(written, Owner.Standing.NOBODY, Optional.empty(), Optional.empty());
  }

  private static Owner unknown(String written) {
    return new Owner(written, Owner.Standing.UNKNOWN, Optional.empty(), Optional.empty());
  }
}
