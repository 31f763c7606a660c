package io.followthrough.daemon.app;

import io.followthrough.daemon.config.Configuration;
import io.followthrough.daemon.config.Nearest;
import io.followthrough.daemon.config.PersonConfig;
import io.followthrough.daemon.config.SourceConfig;
import io.followthrough.daemon.config.TeamConfig;
import io.followthrough.daemon.config.TrackerConfig;
import io.followthrough.item.Lapse;
import io.followthrough.ledger.Ledger;
import io.followthrough.sync.Pause;
import io.followthrough.sync.Pauses;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Pulls and releases the brakes of an installation, beside whoever delivers. */
public final class Brakes {
  private final Configuration configuration;
  private final Ledger ledger;
  private final Instant now;

  /** The brakes of a store. */
  public Brakes(Configuration configuration, Ledger ledger, Instant now) {
    this.configuration = configuration;
    this.ledger = ledger;
    this.now = now;
  }

  /**
   * What a person asks to be paused or resumed.
   *
   * @param written the name as typed
   */
  public record Name(Pause.Kind kind, String written) {}

  /**
   * Pauses what is named, everything where nothing is.
   *
   * @param length for how long; until it is released where absent
   * @throws IllegalArgumentException where a name is not known
   */
  public List<Pause> pull(List<Name> names, Optional<Lapse> length) {
    Optional<Instant> until =
        length.map(lapse -> lapse.after(now, configuration.followUp().timeZone()));
    List<Pause> pauses = new ArrayList<>();
    for (Name name : names) {
      pauses.add(new Pause(name.kind(), known(name), now, until, Houses.person()));
    }
    if (names.isEmpty()) {
      pauses.add(new Pause(Pause.Kind.EVERYTHING, "", now, until, Houses.person()));
    }
    ledger.run(
        books -> {
          Pauses.tidy(books, now);
          pauses.forEach(pause -> Pauses.pull(books, pause));
        });
    return List.copyOf(pauses);
  }

  /**
   * Releases what is named, every brake where nothing is. What left the configuration meanwhile is
   * known by the name that it was paused under.
   *
   * @return what was paused and goes on
   * @throws IllegalArgumentException where a name is not known
   */
  public List<Pause> release(List<Name> names) {
    List<Pause> active = active();
    List<Pause> released = new ArrayList<>();
    for (Name name : names) {
      Optional<Pause> held =
          active.stream().filter(it -> is(it, name.kind(), name.written())).findFirst();
      String known = held.map(Pause::name).orElseGet(() -> known(name));
      active.stream().filter(it -> is(it, name.kind(), known)).forEach(released::add);
    }
    if (names.isEmpty()) {
      released.addAll(active);
    }
    ledger.run(
        books -> {
          Pauses.tidy(books, now);
          released.forEach(pause -> Pauses.release(books, pause, Houses.person(), now));
        });
    return List.copyOf(released);
  }

  /** The brakes that hold. */
  public List<Pause> active() {
    return ledger.read(books -> Pauses.active(books, now));
  }

  private static boolean is(Pause pause, Pause.Kind kind, String name) {
    return pause.kind() == kind && pause.name().equalsIgnoreCase(name.strip());
  }

  private String known(Name name) {
    List<String> all = names(name.kind());
    String typed = name.written().strip();
    return all.stream()
        .filter(typed::equalsIgnoreCase)
        .findFirst()
        .or(() -> name.kind() == Pause.Kind.PERSON ? alias(typed) : Optional.empty())
        .orElseThrow(() -> unknown(name, all));
  }

  private static IllegalArgumentException unknown(Name name, List<String> all) {
    String known =
        all.isEmpty() ? "the configuration has none" : "known: " + String.join(", ", all);
    return new IllegalArgumentException(
        "there is no "
            + name.kind().word()
            + " `"
            + name.written()
            + "`; "
            + Nearest.hint(name.written(), all).orElse(known));
  }

  private List<String> names(Pause.Kind kind) {
    return switch (kind) {
      case EVERYTHING -> List.of();
      case TRACKER -> configuration.trackers().stream().map(TrackerConfig::name).toList();
      case SOURCE -> configuration.sources().stream().map(SourceConfig::name).toList();
      case TEAM -> configuration.teams().stream().map(TeamConfig::name).toList();
      case PERSON -> configuration.people().stream().map(PersonConfig::name).toList();
    };
  }

  private Optional<String> alias(String typed) {
    return configuration.people().stream()
        .filter(
            person ->
                Stream.concat(person.aliases().stream(), person.email().stream())
                    .anyMatch(typed::equalsIgnoreCase))
        .map(PersonConfig::name)
        .findFirst();
  }
}
