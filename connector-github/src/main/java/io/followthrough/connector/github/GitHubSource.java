package io.followthrough.connector.github;

import static java.util.Objects.requireNonNull;

import io.followthrough.document.DocumentSource;
import io.followthrough.document.PostmortemDocument;
import io.followthrough.document.SourceException;
import io.followthrough.tracker.CheckFinding;
import io.followthrough.tracker.CheckFinding.Level;
import io.followthrough.tracker.TrackerException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The documents of one repository, or of several of an owner. A path begins with the repository's
 * name where there may be several. A limit that GitHub states is waited for without asking again.
 */
final class GitHubSource implements DocumentSource {
  private static final Duration LOOK_FOR_OTHERS = Duration.ofHours(1);

  private final String name;
  private final GitHubApi api;
  private final RepositoryChoice choice;
  private final Optional<Boolean> isPrivate;
  private final Function<GitHubApi, Shelf> opener;
  private final Map<String, String> needed;
  private final Map<String, Shelf> shelves = new LinkedHashMap<>();
  private Instant chosenAt = Instant.MIN;
  private Instant closedUntil = Instant.MIN;

  /**
   * A source.
   *
   * @param isPrivate what the configuration says of it; found out where it says nothing
   * @param opener makes the shelf of one repository
   * @param needed the permissions that an App needs for it
   */
  GitHubSource(
      String name,
      GitHubApi api,
      RepositoryChoice choice,
      Optional<Boolean> isPrivate,
      Function<GitHubApi, Shelf> opener,
      Map<String, String> needed) {
    this.name = requireNonNull(name, "name is null");
    this.api = requireNonNull(api, "api is null");
    this.choice = requireNonNull(choice, "choice is null");
    this.isPrivate = requireNonNull(isPrivate, "isPrivate is null");
    this.opener = requireNonNull(opener, "opener is null");
    this.needed = Map.copyOf(needed);
  }

  @Override
  public String name() {
    return name;
  }

  /** What cannot be found out is private, and so is a source of which one repository is. */
  @Override
  public boolean isPrivate() {
    if (isPrivate.isPresent()) {
      return isPrivate.get();
    }
    try {
      return attempt(() -> !shelves().values().stream().allMatch(Shelf::isPublic));
    } catch (SourceException e) {
      return true;
    }
  }

  @Override
  public List<Entry> list() {
    return attempt(
        () -> {
          List<Entry> entries = new ArrayList<>();
          shelves()
              .forEach(
                  (prefix, shelf) ->
                      shelf
                          .list()
                          .forEach(
                              entry ->
                                  entries.add(new Entry(prefix + entry.path(), entry.version()))));
          return List.copyOf(entries);
        });
  }

  @Override
  public PostmortemDocument read(Entry entry) {
    return attempt(
        () -> {
          Place place = place(entry.path());
          return place.shelf().read(new Entry(place.path(), entry.version()), entry.path());
        });
  }

  @Override
  public boolean isGone(String path) {
    return attempt(
        () -> {
          boolean isElsewhere = shelves().keySet().stream().noneMatch(path::startsWith);
          if (isElsewhere) {
            return true;
          }
          Place place = place(path);
          return place.shelf().isGone(place.path());
        });
  }

  @Override
  public List<CheckFinding> check() {
    List<CheckFinding> findings = new ArrayList<>();
    attempt(() -> findings.addAll(Permissions.missing(api.credential(), needed)));
    if (findings.isEmpty()) {
      findings.addAll(DocumentSource.super.check());
      boolean closed = isPrivate();
      findings.add(new CheckFinding(Level.OK, "visibility", closed ? "private" : "public"));
      findings.addAll(api.foresight().findings(api.now()));
    }
    return findings;
  }

  @Override
  public void close() {
    api.close();
  }

  private record Place(Shelf shelf, String path) {}

  private Place place(String path) {
    return shelves().entrySet().stream()
        .filter(entry -> path.startsWith(entry.getKey()))
        .map(entry -> new Place(entry.getValue(), path.substring(entry.getKey().length())))
        .findFirst()
        .orElseThrow(
            () ->
                new SourceException(
                    "source " + name + ": the repository of " + path + " is there no longer",
                    null));
  }

  /** By the beginnings of their paths; those that fit a pattern are looked for each hour. */
  private Map<String, Shelf> shelves() {
    if (!api.now().isBefore(chosenAt.plus(LOOK_FOR_OTHERS))
        && (choice.isPattern() || shelves.isEmpty())) {
      List<Repository> present = choice.present(api);
      if (present.isEmpty()) {
        throw new SourceException(
            "source " + name + ": no repository of the App's installation fits the pattern", null);
      }
      Map<String, Shelf> known = new LinkedHashMap<>(shelves);
      shelves.clear();
      for (Repository repository : present) {
        String prefix = choice.isPattern() ? repository.name() + "/" : "";
        Shelf shelf = known.get(prefix);
        shelves.put(prefix, shelf == null ? opener.apply(api.at(repository)) : shelf);
      }
      chosenAt = api.now();
    }
    return shelves;
  }

  private <T> T attempt(Supplier<T> call) {
    if (api.now().isBefore(closedUntil)) {
      throw new SourceException(
          "source " + name + ": GitHub asked to wait until " + closedUntil, null);
    }
    try {
      return call.get();
    } catch (TrackerException e) {
      e.retryAt().ifPresent(at -> closedUntil = at);
      throw new SourceException("source " + name + ": " + e.getMessage(), e);
    }
  }
}
