package io.followthrough.gate;

import io.followthrough.item.Owner;
import io.followthrough.item.Person;
import io.followthrough.item.Promise;
import io.followthrough.item.Similarity;
import io.followthrough.item.Words;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The rule about work that is promised already: in about these words in another postmortem, or in
 * these words, for the same owner and services, higher up in this one. A number or a service that
 * differs makes it other work.
 */
final class Duplicates {
  private final List<Other> others;
  private final Map<Work, GateCase.Item> firstOf = new HashMap<>();

  private record Other(GateCase.OpenItem item, Similarity title) {}

  private record Work(String title, Set<String> services, Optional<String> owner) {
    static Work of(GateCase.Item item) {
      Promise promise = item.promise();
      return new Work(
          Words.normalise(promise.title()),
          folded(promise.services()),
          item.owner().map(Duplicates::name).map(Words::normalise));
    }
  }

  Duplicates(GateCase postmortem) {
    others =
        postmortem.others().stream().map(it -> new Other(it, Similarity.of(it.title()))).toList();
    postmortem.items().stream()
        .filter(item -> !item.promise().done())
        .forEach(item -> firstOf.merge(Work.of(item), item, Duplicates::first));
  }

  /** Of two the one that has its ticket, else the upper one. */
  private static GateCase.Item first(GateCase.Item one, GateCase.Item other) {
    return Comparator.comparing((GateCase.Item item) -> !item.ticketed())
                .thenComparing(item -> item.promise().line())
                .compare(one, other)
            <= 0
        ? one
        : other;
  }

  void judge(GateCase.Item item, Findings findings) {
    Promise promise = item.promise();
    Similarity title = Similarity.of(promise.title());
    others.stream()
        .filter(other -> mayShare(promise.services(), other.item().services()))
        .filter(other -> other.title().isNear(title))
        .min(Comparator.comparing((Other other) -> other.item().name()))
        .ifPresent(
            other ->
                findings.add(
                    Rule.DUPLICATE,
                    other.item().name()
                        + " is open and promises the same; link it beside this item to follow it"
                        + " there, or say here what is different."));
    GateCase.Item first = firstOf.getOrDefault(Work.of(item), item);
    if (!promise.done() && first.promise().line() != promise.line()) {
      findings.add(
          Rule.DUPLICATE,
          "line "
              + first.promise().line()
              + " promises the same; remove one of the two, or say what is different.");
    }
  }

  private static boolean mayShare(List<String> some, List<String> others) {
    Set<String> folded = folded(others);
    return some.isEmpty() || others.isEmpty() || folded(some).stream().anyMatch(folded::contains);
  }

  private static Set<String> folded(List<String> services) {
    return services.stream().map(Words::normalise).collect(Collectors.toSet());
  }

  private static String name(Owner owner) {
    return owner.person().map(Person::name).orElse(owner.written());
  }
}
