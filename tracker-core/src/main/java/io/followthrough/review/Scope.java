package io.followthrough.review;

import static java.util.Objects.requireNonNull;

import io.followthrough.item.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which items a review is about; what is absent leaves nothing out. Names are compared folded. */
public record Scope(
    Optional<String> team,
    Optional<String> service,
    Optional<String> tracker,
    Optional<String> label) {
  /** Everything. */
  public static final Scope ALL =
      new Scope(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  public Scope {
    requireNonNull(team, "team is null");
    requireNonNull(service, "service is null");
    requireNonNull(tracker, "tracker is null");
    requireNonNull(label, "label is null");
  }

  /** The items of one team. */
  public static Scope ofTeam(String team) {
    return new Scope(Optional.of(team), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** True where nothing is left out. */
  public boolean isAll() {
    return equals(ALL);
  }

  /** The chapter with the items of this scope alone; empty where none of it belongs here. */
  Optional<Chapter> of(Chapter chapter) {
    if (isAll()) {
      return Optional.of(chapter);
    }
    List<ReviewItem> items = chapter.items().stream().filter(this::has).toList();
    boolean concerns =
        team.isEmpty()
            && tracker.isEmpty()
            && label.isEmpty()
            && has(service, chapter.postmortem().services());
    return items.isEmpty() && !concerns
        ? Optional.empty()
        : Optional.of(new Chapter(chapter.postmortem(), items));
  }

  private boolean has(ReviewItem item) {
    return has(team, item.team().map(List::of).orElse(List.of()))
        && has(service, item.services())
        && has(tracker, item.tracker().map(List::of).orElse(List.of()))
        && has(label, item.labels());
  }

  private static boolean has(Optional<String> wanted, List<String> names) {
    return wanted
        .map(Words::normalise)
        .map(name -> names.stream().map(Words::normalise).anyMatch(name::equals))
        .orElse(true);
  }

  /** Such as {@code team Payments}; empty for everything. */
  public String words() {
    List<String> words = new ArrayList<>();
    team.ifPresent(name -> words.add("team " + name));
    service.ifPresent(name -> words.add("service " + name));
    tracker.ifPresent(name -> words.add("tracker " + name));
    label.ifPresent(name -> words.add("label " + name));
    return String.join(", ", words);
  }
}
