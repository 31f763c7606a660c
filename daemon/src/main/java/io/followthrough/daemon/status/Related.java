package io.followthrough.daemon.status;

import static java.util.Objects.requireNonNull;

import io.followthrough.item.Incident;
import io.followthrough.item.Origin;
import io.followthrough.ledger.Books;
import io.followthrough.ledger.DocumentRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An earlier postmortem of a service or a failure mode, for whoever is on call or writes the next
 * one.
 *
 * @param items those that count, the open ones first
 */
public record Related(Origin origin, List<StatusItem> items) {
  private static final Comparator<Related> YOUNGEST_FIRST =
      Comparator.comparing((Related one) -> one.day().orElse(LocalDate.MIN))
          .reversed()
          .thenComparing(one -> one.origin().documentKey());

  public Related {
    requireNonNull(origin, "origin is null");
    items = List.copyOf(items);
  }

  /**
   * The postmortems that name one of some services or failure modes, the youngest incident first.
   *
   * @param services all names of the services that are meant; of a document or of its items
   * @param modes the failure modes that are meant
   */
  public static List<Related> of(Books books, Set<String> services, Set<String> modes) {
    Set<String> named = plain(services);
    Set<String> failed = plain(modes);
    List<Related> found = new ArrayList<>();
    for (DocumentRecord document : books.documents().all()) {
      Incident incident = document.origin().incident();
      List<StatusItem> items =
          books.items().ofDocument(document.origin().documentKey()).stream()
              .map(item -> StatusItem.of(books, item))
              .filter(StatusItem::counts)
              .sorted(Comparator.comparing((StatusItem it) -> !it.standing().state().isOpen()))
              .toList();
      boolean isOf =
          incident.services().stream().anyMatch(it -> named.contains(plain(it)))
              || incident.failureModes().stream().anyMatch(it -> failed.contains(plain(it)))
              || items.stream()
                  .flatMap(it -> it.services().stream())
                  .anyMatch(it -> named.contains(plain(it)));
      if (isOf && document.goneAt().isEmpty()) {
        found.add(new Related(document.origin(), items));
      }
    }
    found.sort(YOUNGEST_FIRST);
    return List.copyOf(found);
  }

  /** The day of the incident. */
  public Optional<LocalDate> day() {
    return origin.incident().date();
  }

  /** The items that somebody still owes. */
  public List<StatusItem> open() {
    return items.stream().filter(item -> item.standing().state().isOpen()).toList();
  }

  private static Set<String> plain(Set<String> words) {
    return words.stream().map(Related::plain).collect(Collectors.toSet());
  }

  private static String plain(String words) {
    return words.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }
}
