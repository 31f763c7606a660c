package io.followthrough.daemon.app;

import io.followthrough.daemon.config.Configuration;
import io.followthrough.daemon.config.TrackerConfig;
import io.followthrough.daemon.cycle.Way;
import io.followthrough.document.DocumentSource;
import io.followthrough.document.SourceException;
import io.followthrough.item.Person;
import io.followthrough.ledger.Ledger;
import io.followthrough.ledger.LedgerException;
import io.followthrough.sync.Confidential;
import io.followthrough.tracker.CheckFinding;
import io.followthrough.tracker.CheckFinding.Level;
import io.followthrough.tracker.Tracker;
import io.followthrough.tracker.TrackerException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks at every source, tracker, channel and person of a configuration. Writes nothing. */
public final class Check {
  /** Types of trackers that have a key of their own in `people`. */
  private static final Set<String> VENDORS = Set.of("github", "jira", "linear");

  private Check() {}

  /** What was found, sources first. */
  public static List<CheckFinding> of(Configuration configuration, InstantSource clock) {
    List<CheckFinding> findings = new ArrayList<>();
    for (DocumentSource source : Sources.open(configuration, clock)) {
      findings.addAll(source(source));
      source.close();
    }
    Map<String, Tracker> trackers = Trackers.open(configuration, Optional.empty(), clock);
    for (TrackerConfig config : configuration.trackers()) {
      Tracker tracker = Optional.ofNullable(trackers.get(config.name())).orElseThrow();
      findings.addAll(tracker(configuration, config, tracker));
      tracker.close();
    }
    for (Way way : Channels.open(configuration, clock)) {
      findings.addAll(channel(configuration, way));
      way.channel().close();
    }
    findings.addAll(exposed(configuration));
    return findings;
  }

  /** Tickets that carry what is confidential by now, as far as a store can be read. */
  private static List<CheckFinding> exposed(Configuration configuration) {
    try (Ledger ledger = Houses.openReadOnly(configuration)) {
      return ledger.read(
          books ->
              Confidential.of(books).exposed(books).stream()
                  .map(
                      item ->
                          new CheckFinding(Level.WARNING, "confidential", Confidential.words(item)))
                  .toList());
    } catch (LedgerException e) {
      return List.of();
    }
  }

  private static List<CheckFinding> source(DocumentSource source) {
    String subject = "source " + source.name();
    try {
      return source.check().stream().map(finding -> under(subject, finding)).toList();
    } catch (SourceException e) {
      return List.of(new CheckFinding(Level.PROBLEM, subject, String.valueOf(e.getMessage())));
    }
  }

  private static CheckFinding under(String subject, CheckFinding finding) {
    return new CheckFinding(finding.level(), subject + ", " + finding.subject(), finding.message());
  }

  private static List<CheckFinding> tracker(
      Configuration configuration, TrackerConfig config, Tracker tracker) {
    List<CheckFinding> findings = new ArrayList<>();
    try {
      for (CheckFinding finding : tracker.check()) {
        findings.add(under("tracker " + config.name(), finding));
      }
      if (!config.type().equals("embedded") && tracker.isPublic().isEmpty()) {
        String words = "counts as private: it does not tell who may read it";
        findings.add(new CheckFinding(Level.OK, "tracker " + config.name(), words));
      }
      if (findings.stream().noneMatch(finding -> finding.level() == Level.PROBLEM)) {
        for (Person person : Directory.of(configuration).all()) {
          findings.add(person(config, tracker, person));
        }
      }
    } catch (TrackerException e) {
      findings.add(
          new CheckFinding(
              Level.PROBLEM, "tracker " + config.name(), String.valueOf(e.getMessage())));
    }
    return findings;
  }

  /** Whether it takes messages, and whom it does not reach. */
  private static List<CheckFinding> channel(Configuration configuration, Way way) {
    String subject = "channel " + way.channel().name();
    List<CheckFinding> findings = new ArrayList<>();
    try {
      way.channel().check().forEach(finding -> findings.add(under(subject, finding)));
    } catch (TrackerException e) {
      findings.add(new CheckFinding(Level.PROBLEM, subject, e.words()));
    }
    for (Person person : Directory.of(configuration).all()) {
      if (!way.channel().reaches(way.recipient(person))) {
        String key = way.type().equals("email") ? "email: …" : "email: …` or `slack: U…";
        String words = "has no address there: add `" + key + "` to the person";
        findings.add(
            new CheckFinding(Level.WARNING, person.name() + " in " + way.channel().name(), words));
      }
    }
    return findings;
  }

  private static CheckFinding person(TrackerConfig config, Tracker tracker, Person person) {
    String subject = person.name() + " in " + config.name();
    Optional<String> handle = Directory.handle(person, config);
    if (handle.isEmpty()) {
      String key =
          VENDORS.contains(config.type())
              ? config.type() + ": …"
              : "accounts: { " + config.name() + ": … }";
      String mend = "has no handle there: add `" + key + "` to the person";
      return new CheckFinding(Level.WARNING, subject, mend);
    }
    boolean found = tracker.account(handle.get()).isPresent();
    return found
        ? new CheckFinding(Level.OK, subject, "is " + handle.get())
        : new CheckFinding(Level.WARNING, subject, tracker.obstacle(handle.get()));
  }
}
