package io.followthrough.followup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.followthrough.item.Lapse;
import io.followthrough.tracker.TicketState;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds whatever people and clocks do; {@link Simulation} asserts it at every look. */
final class FollowUpLawsTest {
  private static final List<String> ZONES =
      List.of("Europe/Paris", "America/New_York", "Australia/Lord_Howe", "America/Santiago");

  /** Something that a person does to the ticket some hours after the act before. */
  record Act(int hours, Kind kind, int days) {
    enum Kind {
      WRITES,
      MOVES_THE_DATE,
      TAKES_THE_DATE_AWAY,
      CLOSES,
      REOPENS,
      BLOCKS,
      REMOVES,
      NOTHING
    }

    void on(Scene scene, Instant now) {
      scene.humanActAt = now;
      switch (kind) {
        case WRITES, NOTHING -> {}
        case MOVES_THE_DATE ->
            scene.due = Optional.of(LocalDate.ofInstant(now, scene.zone).plusDays(days));
        case TAKES_THE_DATE_AWAY -> scene.due = Optional.empty();
        case CLOSES -> scene.closed(TicketState.DONE, now.toString());
        case REOPENS -> scene.ticketState = TicketState.OPEN;
        case BLOCKS -> scene.ticketState = TicketState.BLOCKED;
        case REMOVES -> scene.removedAt = Optional.of(now);
      }
    }
  }

  @Provide
  Arbitrary<List<Act>> acts() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 400),
            Arbitraries.of(Act.Kind.class),
            Arbitraries.integers().between(-20, 40))
        .as(Act::new)
        .list()
        .ofMaxSize(8);
  }

  @Provide
  Arbitrary<Scene> scenes() {
    return Combinators.combine(
            Arbitraries.of(ZONES),
            Arbitraries.integers().between(0, 8760),
            Arbitraries.integers().between(-60, 60),
            Arbitraries.integers().between(1, 9),
            Arbitraries.of(true, false),
            calendars())
        .as(
            (zone, hour, dueIn, spacing, adopted, calendar) -> {
              Scene scene = new Scene();
              scene.calendar = calendar;
              Instant birth = Instant.parse("2026-01-01T00:00:00Z").plus(Duration.ofHours(hour));
              scene.zone = ZoneId.of(zone);
              scene.start = birth;
              scene.filedAt = birth;
              scene.humanActAt = birth;
              scene.adopted = adopted;
              scene.spacing = Lapse.ofDays(spacing);
              scene.due = Optional.of(LocalDate.ofInstant(birth, scene.zone).plusDays(dueIn));
              return scene;
            });
  }

  /** Nights and Sundays too, as long as there is an hour to speak in. */
  private static Arbitrary<WorkCalendar> calendars() {
    return Combinators.combine(
            Arbitraries.of(ZONES),
            Arbitraries.integers().between(0, 22),
            Arbitraries.integers().between(1, 12),
            Arbitraries.of(DayOfWeek.class).set().ofMinSize(1),
            Arbitraries.integers().between(0, 700).set().ofMaxSize(20))
        .as(
            (zone, from, hours, days, holidays) ->
                new WorkCalendar(
                    ZoneId.of(zone),
                    LocalTime.of(from, 0),
                    LocalTime.of(Math.min(from + hours, 23), 30),
                    days,
                    holidays.stream()
                        .map(day -> LocalDate.of(2026, 1, 1).plusDays(day))
                        .collect(Collectors.toSet())));
  }

  @Property
  void theLawsHoldWhateverPeopleDo(
      @ForAll("scenes") Scene scene,
      @ForAll("acts") List<Act> acts,
      @ForAll @IntRange(min = 60, max = 900) int minutes) {
    Simulation simulation = new Simulation(scene);
    Duration every = Duration.ofMinutes(minutes);
    Instant now = scene.filedAt;
    for (Act act : acts) {
      Instant next = now.plus(Duration.ofHours(act.hours()));
      simulation.run(now, next, every);
      act.on(scene, next);
      now = next;
    }
    simulation.run(now, now.plus(Duration.ofDays(30)), every);
  }

  @Property
  void aMonthOfDowntimeEndsInOneMessageAtMost(
      @ForAll("scenes") Scene scene, @ForAll @IntRange(max = 1500) int hours) {
    scene.calendar = Scene.usualCalendar();
    Simulation simulation = new Simulation(scene);
    Instant down = scene.filedAt.plus(Duration.ofHours(hours));
    simulation.run(scene.filedAt, down, Duration.ofHours(5));
    int before = simulation.said.size();
    Instant up = down.plus(Duration.ofDays(31));
    Instant settled = scene.spacing.after(up, scene.zone);
    simulation.run(up, settled, Duration.ofHours(1));
    assertTrue(simulation.said.size() - before <= 1);
    simulation.run(settled, settled.plus(Duration.ofDays(4)), Duration.ofHours(1));
    assertTrue(simulation.said.size() > before, "a month of silence is not left at that");
  }

  @Property
  void aClockSetBackSaysNothingTwice(
      @ForAll("scenes") Scene scene,
      @ForAll @IntRange(max = 1500) int hours,
      @ForAll boolean byAYear) {
    Simulation simulation = new Simulation(scene);
    Instant reset = scene.filedAt.plus(Duration.ofHours(hours));
    simulation.run(scene.filedAt, reset, Duration.ofHours(2));
    int before = simulation.said.size();
    Instant back = reset.minus(byAYear ? Duration.ofDays(365) : Duration.ofHours(1));
    simulation.run(back, back.plus(Duration.ofDays(20)), Duration.ofHours(2));
    assertTrue(!byAYear || simulation.said.size() == before, "a year ago nothing was due");
  }

  static Stream<String> zones() {
    return ZONES.stream();
  }

  @ParameterizedTest
  @MethodSource("zones")
  void aYearOfSilenceIsNudgedAtTheSameHourThroughBothChangesOfTheClocks(String zone) {
    Scene scene = new Scene();
    scene.zone = ZoneId.of(zone);
    Instant tuesday = LocalDate.of(2026, 1, 6).atTime(9, 30).atZone(scene.zone).toInstant();
    scene.start = tuesday;
    scene.filedAt = tuesday;
    scene.humanActAt = tuesday;
    Simulation simulation = new Simulation(scene);
    simulation.run(tuesday, tuesday.plus(Duration.ofDays(360)), Duration.ofMinutes(30));
    assertEquals(25, simulation.said.size());
    for (Simulation.Said said : simulation.said) {
      assertEquals("09:30", said.at().atZone(scene.zone).toLocalTime().toString());
    }
  }
}
