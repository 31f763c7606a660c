package io.followthrough.item;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Every person of the directory by every name, alias, e-mail and handle. Immutable. */
final class PersonIndex {
  private static final Pattern BLANK = Pattern.compile(" ");

  private final Map<String, Set<Person>> byName = new HashMap<>();
  private final Map<String, Set<Person>> byAlias = new HashMap<>();
  private final Map<String, Set<Person>> byHandle = new HashMap<>();
  private final Map<String, Set<Person>> byFirstName = new HashMap<>();
  private final Map<String, Set<Person>> byPart = new HashMap<>();

  PersonIndex(Collection<Person> persons) {
    for (Person person : persons) {
      put(byName, Names.fold(person.name()), person);
      Names.foldSpelledOut(person.name()).ifPresent(name -> put(byAlias, name, person));
      person.aliases().forEach(alias -> put(byAlias, Names.fold(alias), person));
      person.email().ifPresent(email -> put(byHandle, handleKey(email), person));
      person.accounts().values().forEach(id -> put(byHandle, handleKey(id), person));
      indexParts(person);
    }
  }

  private void indexParts(Person person) {
    List<String> words = BLANK.splitAsStream(Names.fold(person.name())).toList();
    if (words.size() < 2) {
      return;
    }
    String first = words.get(0);
    String last = words.get(words.size() - 1);
    put(byFirstName, first, person);
    put(byPart, first, person);
    put(byPart, last, person);
    put(byPart, last + " " + first, person);
    put(byPart, first + " " + initial(last), person);
    put(byPart, initial(first) + " " + last, person);
  }

  /** The person of a name, an alias, a handle or an e-mail, each whole but for case and accents. */
  Optional<Person> exactly(String written) {
    String folded = Names.fold(written);
    return only(byName, folded)
        .or(() -> only(byHandle, handleKey(written)))
        .or(() -> only(byAlias, folded));
  }

  /**
   * The person of a part of a name that no other person shares: the first name, else any, else one
   * name and the initial of the other.
   */
  Optional<Person> byPartOfName(String folded) {
    return only(byFirstName.containsKey(folded) ? byFirstName : byPart, folded);
  }

  private static String initial(String word) {
    return word.substring(0, word.offsetByCodePoints(0, 1));
  }

  private static String handleKey(String handle) {
    String bare = handle.strip().toLowerCase(Locale.ROOT);
    return bare.startsWith("@") ? bare.substring(1) : bare;
  }

  private static void put(Map<String, Set<Person>> index, String key, Person person) {
    if (!key.isEmpty()) {
      index.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(person);
    }
  }

  private static Optional<Person> only(Map<String, Set<Person>> index, String key) {
    Set<Person> found = index.getOrDefault(key, Set.of());
    return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
  }
}
