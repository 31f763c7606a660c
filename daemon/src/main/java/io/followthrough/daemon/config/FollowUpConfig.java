package io.followthrough.daemon.config;

import static java.util.Objects.requireNonNull;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * When the daemon speaks up, and when it keeps still.
 *
 * @param timeZone of working hours and dates; a person's own comes first
 * @param ladder the ladder where a route names no other
 * @param start from when on tickets are followed up; the first run if absent
 * @param digest how often a person gets one
 * @param profiles other ladders by name
 */
public record FollowUpConfig(
    ZoneId timeZone,
    WorkingHours workingHours,
    Set<DayOfWeek> workingDays,
    Holidays holidays,
    LadderConfig ladder,
    Optional<LocalDate> start,
    Digest digest,
    Map<String, LadderConfig> profiles) {
  /** How often a person gets a digest. */
  public enum Digest {
    WEEKLY,
    DAILY,
    OFF
  }

  public FollowUpConfig {
    requireNonNull(timeZone, "timeZone is null");
    requireNonNull(workingHours, "workingHours is null");
    workingDays = Collections.unmodifiableSet(new TreeSet<>(workingDays));
    requireNonNull(holidays, "holidays is null");
    requireNonNull(ladder, "ladder is null");
    requireNonNull(start, "start is null");
    requireNonNull(digest, "digest is null");
    profiles = Collections.unmodifiableMap(new LinkedHashMap<>(profiles));
  }

  static FollowUpConfig of(Section section) {
    LadderConfig ladder = LadderConfig.of(section);
    Section profiles = section.section("profiles");
    return new FollowUpConfig(
        ZoneId.of(section.text("time-zone")),
        WorkingHours.parse(section.text("working-hours")),
        Weekdays.parse(section.texts("working-days")),
        section.holidays("holidays"),
        ladder,
        section.optionalText("start").filter(it -> !it.equals("first run")).map(LocalDate::parse),
        section.word("digest", Digest.class),
        profiles.each(it -> ladder.profile(profiles.section(it))));
  }
}
