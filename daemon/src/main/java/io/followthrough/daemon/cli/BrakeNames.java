package io.followthrough.daemon.cli;

import io.followthrough.daemon.app.Brakes;
import io.followthrough.sync.Pause;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The options that name what is paused or resumed. */
final class BrakeNames {
  @Option(names = "--tracker", paramLabel = "NAME", description = "One tracker.")
  private List<String> trackers = new ArrayList<>();

  @Option(names = "--team", paramLabel = "NAME", description = "The items of one team.")
  private List<String> teams = new ArrayList<>();

  @Option(
      names = "--person",
      paramLabel = "NAME",
      description = "The items of one person, and whatever would be said to them.")
  private List<String> people = new ArrayList<>();

  @Option(names = "--source", paramLabel = "NAME", description = "The items of one source.")
  private List<String> sources = new ArrayList<>();

  /** All that was named, in no order of its own. */
  List<Brakes.Name> names() {
    List<Brakes.Name> names = new ArrayList<>();
    trackers.forEach(name -> names.add(new Brakes.Name(Pause.Kind.TRACKER, name)));
    teams.forEach(name -> names.add(new Brakes.Name(Pause.Kind.TEAM, name)));
    people.forEach(name -> names.add(new Brakes.Name(Pause.Kind.PERSON, name)));
    sources.forEach(name -> names.add(new Brakes.Name(Pause.Kind.SOURCE, name)));
    return List.copyOf(names);
  }
}
