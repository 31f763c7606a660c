package io.followthrough.daemon.quarter;

import io.followthrough.daemon.app.House;
import io.followthrough.daemon.app.Houses;
import io.followthrough.daemon.app.OpenHouse;
import io.followthrough.daemon.config.ConfigFile;
import io.followthrough.daemon.config.Configuration;
import io.followthrough.daemon.config.Features;
import io.followthrough.daemon.cycle.CycleReport;
import io.followthrough.daemon.schedule.VirtualTimeline;
import io.followthrough.daemon.source.DirectorySource;
import io.followthrough.ledger.Ledger;
import io.followthrough.ledger.MemoryLedger;
import io.followthrough.tracker.Comment;
import io.followthrough.tracker.MemoryTracker;
import io.followthrough.tracker.Tracker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Thirteen weeks of the {@link Organisation} on a manual clock: postmortems appear, people work,
 * answer, put off and leave, and the whole program runs over it with all its parts in memory. The
 * same each time.
 */
public final class Quarter implements AutoCloseable {
  /** When the program is first started. */
  public static final Instant START = Incidents.FIRST.atTime(6, 0).toInstant(ZoneOffset.UTC);

  /** The last day. */
  public static final LocalDate LAST = Incidents.FIRST.plusWeeks(13);

  /** For ten days nothing runs. */
  static final LocalDate DOWN_FROM = LocalDate.of(2026, 11, 28);

  static final LocalDate DOWN_TO = DOWN_FROM.plusDays(10);

  private static final Duration POLL = Duration.ofMinutes(30);
  private static final Duration READ = Duration.ofHours(6);

  private final Path folder;
  private final VirtualTimeline time = new VirtualTimeline(START);
  private final Ledger ledger = new MemoryLedger();
  private final Map<String, MemoryTracker> trackers = new LinkedHashMap<>();
  private final List<Message> messages = new ArrayList<>();
  private final List<Incidents.Written> unwritten = new ArrayList<>(Incidents.all());
  private final Deeds deeds = new Deeds();
  private final Configuration configuration;
  private final House house;

  /** Something that the program decided to say on a ticket. */
  public record Message(Instant at, String tracker, CycleReport.Said said) {}

  private Quarter(Path folder) throws IOException {
    this.folder = folder;
    Path yaml = folder.resolve("followthrough.yaml");
    Files.writeString(yaml, Organisation.yaml());
    Files.createDirectories(folder.resolve("postmortems"));
    this.configuration =
        ConfigFile.load(
            yaml,
            Map.of(),
            Features.of(Set.of("directory"), Set.of("embedded")).with("raise-priority"));
    for (String name : List.of("payments", "web", "platform")) {
      String project = name.substring(0, 3).toUpperCase(Locale.ROOT);
      trackers.put(
          name,
          MemoryTracker.builder(name, time)
              .project(project)
              .address("https://tracker.example/")
              .build());
    }
    Map<String, Tracker> ports = new LinkedHashMap<>(trackers);
    this.house =
        OpenHouse.of(
            configuration,
            ledger,
            ports,
            List.of(
                new DirectorySource(
                    "docs", folder.resolve("postmortems"), List.of("**/*.md"), true)),
            time,
            "quarter",
            true);
    Houses.confirm(configuration, ledger, List.of(), START);
  }

  /**
   * Lives the whole quarter.
   *
   * @param folder empty, for the configuration and the postmortems
   */
  public static Quarter lived(Path folder) throws IOException {
    return livedUntil(folder, LAST);
  }

  /** Lives the quarter up to the evening before a day. */
  public static Quarter livedUntil(Path folder, LocalDate end) throws IOException {
    Quarter quarter = new Quarter(folder);
    quarter.live(end);
    return quarter;
  }

  private void live(LocalDate end) throws IOException {
    time.every("documents", READ, () -> runs(() -> house.mirror(time.instant())));
    for (String name : trackers.keySet()) {
      time.every("tickets of " + name, POLL, () -> runs(() -> note(name)));
    }
    time.start();
    for (LocalDate day = Incidents.FIRST; day.isBefore(end); day = day.plusDays(1)) {
      publish(day);
      time.advanceTo(day.atTime(12, 10).toInstant(ZoneOffset.UTC), instant -> {});
      deeds.done(day, trackers);
      time.advanceTo(day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC), instant -> {});
    }
  }

  /** A postmortem is written down in the morning of its day. */
  private void publish(LocalDate day) throws IOException {
    while (!unwritten.isEmpty() && !unwritten.get(0).day().isAfter(day)) {
      Incidents.Written next = unwritten.remove(0);
      Files.writeString(folder.resolve("postmortems").resolve(next.file()), next.text());
    }
  }

  private void runs(Runnable turn) {
    LocalDate today = LocalDate.ofInstant(time.instant(), ZoneOffset.UTC);
    if (today.isBefore(DOWN_FROM) || !today.isBefore(DOWN_TO)) {
      turn.run();
    }
  }

  private void note(String tracker) {
    Instant now = time.instant();
    house
        .followUp(tracker, now)
        .said()
        .forEach(said -> messages.add(new Message(now, tracker, said)));
  }

  /** What was said, in the order of time. */
  public List<Message> messages() {
    return List.copyOf(messages);
  }

  /** What the program knows in the end. */
  public Ledger ledger() {
    return ledger;
  }

  /** The trackers by name, each with its tickets and comments. */
  public Map<String, MemoryTracker> trackers() {
    return Map.copyOf(trackers);
  }

  /** The configuration that was lived by. */
  public Configuration configuration() {
    return configuration;
  }

  /** The present. */
  public Instant now() {
    return time.instant();
  }

  /** All comments of ours on all tickets, oldest first on each. */
  public List<Comment> comments() {
    return trackers.values().stream()
        .flatMap(tracker -> tracker.snapshot().tickets().stream())
        .flatMap(ticket -> ticket.comments().stream())
        .filter(comment -> comment.key().isPresent())
        .toList();
  }

  @Override
  public void close() {
    house.close();
  }
}
