package io.followthrough.daemon.app;

import io.followthrough.daemon.config.ConfigFile;
import io.followthrough.daemon.config.Configuration;
import io.followthrough.daemon.config.Features;
import io.followthrough.daemon.embedded.Embedded;
import io.followthrough.daemon.schedule.VirtualTimeline;
import io.followthrough.daemon.source.DirectorySource;
import io.followthrough.ledger.JournalEntry;
import io.followthrough.ledger.Ledger;
import io.followthrough.ledger.MemoryLedger;
import io.followthrough.tracker.MemoryTracker;
import io.followthrough.tracker.TrackerSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The whole product with no account: sample postmortems in a folder of their own, the embedded
 * tracker, invented people, and a clock that runs as fast as it is told.
 */
public final class Demo implements AutoCloseable {
  /** The whole story, in days. */
  public static final int DAYS = 75;

  private static final Duration LOOK = Duration.ofHours(1);
  private static final Pattern DAY = Pattern.compile("\\{\\{([+-]?\\d+)d}}");
  private static final List<String> POSTMORTEMS =
      List.of(
          "01-checkout-replica-lag.md",
          "02-payment-certificate.md",
          "03-search-empty-index.md",
          "04-mail-delayed.md",
          "05-billing-charged-twice.md",
          "06-checkout-replica-lag-again.md");

  private final Path folder;
  private final LocalDate firstDay;
  private final VirtualTimeline timeline;
  private final Ledger ledger = new MemoryLedger();
  private final MemoryTracker tracker;
  private final House house;
  private final Configuration configuration;
  private final Consumer<JournalEntry> listener;
  private Instant told;

  /**
   * Prepares the demo.
   *
   * @param today the real day; the story begins on the Monday of its week
   * @param address what the address of a ticket's page is before its key
   * @param listener told each thing that happens, on the thread of {@link #play}
   */
  public Demo(LocalDate today, String address, Consumer<JournalEntry> listener) {
    this.firstDay = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    Instant start = firstDay.atStartOfDay(ZoneOffset.UTC).plusHours(8).toInstant();
    this.timeline = new VirtualTimeline(start);
    this.listener = listener;
    this.told = start;
    this.folder = folder();
    this.configuration = write();
    this.tracker =
        new Embedded()
            .create(
                new TrackerSettings(
                    "sandbox",
                    configuration.installation(),
                    Map.of("project", "DEMO", "url", address),
                    Map.of(),
                    List.of("postmortem"),
                    Map.of(),
                    timeline));
    this.house =
        new House(
            configuration,
            ledger,
            Map.of("sandbox", tracker),
            List.of(
                new DirectorySource(
                    "postmortems", folder.resolve("postmortems"), List.of("**/*.md"), true)),
            timeline,
            "demo",
            false);
    Houses.confirm(configuration, ledger, List.of(), start);
    DemoActs acts =
        new DemoActs(
            configuration.installation(),
            tracker,
            firstDay.atStartOfDay(ZoneOffset.UTC).toInstant(),
            this::publish);
    timeline.every("people", LOOK, () -> acts.act(timeline.instant()));
    timeline.every("documents", LOOK, () -> house.mirror(timeline.instant()));
    timeline.every("tickets", LOOK, () -> house.followUp(timeline.instant()));
    timeline.every("reviews", LOOK, () -> house.review(timeline.instant()));
    timeline.every("listener", LOOK, this::tell);
    timeline.start();
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("followthrough-demo");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Configuration write() {
    try {
      Path file = folder.resolve("followthrough.yaml");
      Files.writeString(file, resource("followthrough.yaml"));
      Files.createDirectories(folder.resolve("postmortems"));
      Set<String> later = DemoActs.publishedLater();
      POSTMORTEMS.stream().filter(name -> !later.contains(name)).forEach(this::publish);
      Features features = Features.of(Set.of("directory"), Set.of("embedded")).with("reports");
      return ConfigFile.load(file, Map.of(), features);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void publish(String name) {
    Matcher days = DAY.matcher(resource("postmortems/" + name));
    String text =
        days.replaceAll(day -> firstDay.plusDays(Long.parseLong(day.group(1))).toString());
    try {
      Files.writeString(folder.resolve("postmortems").resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String resource(String name) {
    try (InputStream in = Demo.class.getResourceAsStream("/demo/" + name)) {
      if (in == null) {
        throw new IllegalStateException("the program has lost its demo/" + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void tell() {
    Instant now = timeline.instant();
    ledger.read(books -> books.journal().between(told, now.plusNanos(1))).forEach(listener);
    told = now.plusNanos(1);
  }

  /**
   * Lets the story go on.
   *
   * @param days since its beginning, at which it stops
   * @param pace told each instant before it is reached, and takes the time that this takes
   */
  public void play(int days, Consumer<Instant> pace) {
    timeline.advanceTo(start().plus(Duration.ofDays(days)), pace);
  }

  /** When the story begins. */
  public Instant start() {
    return firstDay.atStartOfDay(ZoneOffset.UTC).plusHours(8).toInstant();
  }

  /** The story's clock. */
  public VirtualTimeline clock() {
    return timeline;
  }

  /** The story's ledger. */
  public Ledger ledger() {
    return ledger;
  }

  /** The story's tracker. */
  public MemoryTracker tracker() {
    return tracker;
  }

  /** The story's configuration. */
  public Configuration configuration() {
    return configuration;
  }

  @Override
  public void close() {
    house.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
