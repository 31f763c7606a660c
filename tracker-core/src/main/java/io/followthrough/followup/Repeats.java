package io.followthrough.followup;

import io.followthrough.item.ActionItem;
import io.followthrough.item.Incident;
import io.followthrough.item.ItemState;
import io.followthrough.item.Origin;
import io.followthrough.item.People;
import io.followthrough.item.ServiceEntry;
import io.followthrough.item.Stage;
import io.followthrough.item.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the earlier postmortems whose incident came back: they share a service and a failure mode
 * with a new one, or it names them. Pure.
 */
public final class Repeats {
  private final People people;

  /** Services are compared by the names and aliases of a directory. */
  public Repeats(People people) {
    this.people = people;
  }

  /**
   * What a new postmortem repeats, an entry for each earlier document that it does. A document is
   * not its own predecessor, nor is another one about the same incident or a later incident.
   *
   * @param later the new postmortem
   * @param seenAt when it was first seen
   * @param priors items of other postmortems, in any order
   */
  public List<Repeat> of(Origin later, Instant seenAt, Collection<Prior> priors) {
    Map<String, List<Prior>> byDocument =
        priors.stream()
            .filter(prior -> prior.item().stage() != Stage.MERGED)
            .collect(
                Collectors.groupingBy(Prior::documentKey, LinkedHashMap::new, Collectors.toList()));
    List<Repeat> repeats = new ArrayList<>();
    for (List<Prior> items : byDocument.values()) {
      Origin earlier = items.get(0).item().origin();
      if (isEarlier(earlier, later)) {
        inCommon(earlier, later)
            .flatMap(why -> repeat(earlier, later, items, seenAt, why))
            .ifPresent(repeats::add);
      }
    }
    return List.copyOf(repeats);
  }

  private static boolean isEarlier(Origin earlier, Origin later) {
    Optional<String> incident = later.incident().key();
    boolean same =
        earlier.documentKey().equals(later.documentKey())
            || (incident.isPresent() && incident.equals(earlier.incident().key()));
    Optional<LocalDate> date = later.incident().date();
    boolean after =
        earlier.incident().date().filter(day -> date.filter(day::isAfter).isPresent()).isPresent();
    return !same && !after;
  }

  private Optional<String> inCommon(Origin earlier, Origin later) {
    if (names(later.incident(), earlier)) {
      return Optional.of("it names the earlier one");
    }
    Map<String, String> services = services(later.incident());
    services.keySet().retainAll(services(earlier.incident()).keySet());
    Map<String, String> modes = modes(later.incident());
    modes.keySet().retainAll(modes(earlier.incident()).keySet());
    return services.isEmpty() || modes.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "both concern "
                + String.join(", ", services.values())
                + ": "
                + String.join(", ", modes.values()));
  }

  private static boolean names(Incident later, Origin earlier) {
    Set<String> names = new LinkedHashSet<>();
    earlier.incident().id().ifPresent(names::add);
    earlier.incident().title().ifPresent(names::add);
    earlier.link().ifPresent(names::add);
    names.add(earlier.path());
    Set<String> folded = names.stream().map(Words::normalise).collect(Collectors.toSet());
    folded.remove("");
    return later.repeatOf().stream().map(Words::normalise).anyMatch(folded::contains);
  }

  /** By their folded names, as the new postmortem writes them. */
  private Map<String, String> services(Incident incident) {
    Map<String, String> services = new LinkedHashMap<>();
    for (String written : incident.services()) {
      String name = people.service(written).map(ServiceEntry::name).orElse(written);
      services.putIfAbsent(Words.normalise(name), name);
    }
    services.remove("");
    return services;
  }

  private static Map<String, String> modes(Incident incident) {
    Map<String, String> modes = new LinkedHashMap<>();
    incident.failureModes().forEach(mode -> modes.putIfAbsent(Words.normalise(mode), mode));
    modes.remove("");
    return modes;
  }

  private static Optional<Repeat> repeat(
      Origin earlier, Origin later, List<Prior> items, Instant seenAt, String why) {
    List<Prior> open = items.stream().filter(prior -> wasOpen(prior, later.incident())).toList();
    List<Prior> done =
        items.stream().filter(prior -> prior.standing().state() == ItemState.DONE).toList();
    if (open.isEmpty() && done.isEmpty()) {
      return Optional.empty();
    }
    Repeat.Kind kind = open.isEmpty() ? Repeat.Kind.DESPITE_COMPLETE : Repeat.Kind.WHILE_OPEN;
    return Optional.of(
        new Repeat(
            earlier,
            later,
            kind,
            Prior.items(open.isEmpty() ? done : open).stream().map(ActionItem::id).toList(),
            seenAt,
            why));
  }

  /** An item that was closed only after the new incident began had been open when it did. */
  private static boolean wasOpen(Prior prior, Incident later) {
    if (prior.item().stage() != Stage.ACCEPTED) {
      return false;
    }
    Optional<LocalDate> closed =
        prior.standing().closedAt().map(at -> LocalDate.ofInstant(at, ZoneOffset.UTC));
    return prior.standing().state().isOpen()
        || closed.filter(day -> later.date().filter(day::isAfter).isPresent()).isPresent();
  }
}
