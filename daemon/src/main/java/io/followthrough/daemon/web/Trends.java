package io.followthrough.daemon.web;

import io.followthrough.daemon.status.StatusItem;
import io.followthrough.item.ActionKind;
import io.followthrough.item.ItemState;
import io.followthrough.item.Priority;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Items counted for the charts: by week, age, kind and service. Filled by one thread. */
final class Trends {
  /** A quarter of a year. */
  static final int WEEKS = 13;

  private static final int YOUNG_DAYS = 30;
  private static final int OLD_DAYS = 90;

  private final LocalDate today;
  private final ZoneId zone;
  private final int[] opened = new int[WEEKS];
  private final int[] closed = new int[WEEKS];
  private int openedBefore;
  private int closedBefore;
  private final Map<String, int[]> ages = new LinkedHashMap<>();
  private final Map<String, int[]> kinds = new LinkedHashMap<>();
  private final Map<String, Integer> services = new TreeMap<>();
  private Optional<Oldest> oldest = Optional.empty();

  /** The open item that was first seen the longest ago. */
  record Oldest(String id, String title, LocalDate since) {}

  Trends(LocalDate today, ZoneId zone) {
    this.today = today;
    this.zone = zone;
    for (Priority priority : Priority.values()) {
      ages.put(priority.word(), new int[3]);
    }
    ages.put("none", new int[3]);
    for (ActionKind kind : ActionKind.values()) {
      kinds.put(kind.word(), new int[2]);
    }
    kinds.put("not said", new int[2]);
  }

  void add(StatusItem status) {
    ItemState state = status.standing().state();
    if (!status.counts() || state == ItemState.PROPOSED || state == ItemState.AWARE) {
      return;
    }
    Instant seen = status.item().firstSeenAt();
    openedBefore += put(opened, seen);
    status
        .standing()
        .closedAt()
        .or(() -> Optional.of(seen).filter(any -> state == ItemState.DONE))
        .ifPresent(at -> closedBefore += put(closed, at));
    String kind = status.item().promise().kind().map(ActionKind::word).orElse("not said");
    kinds.getOrDefault(kind, new int[2])[state == ItemState.DONE ? 0 : 1] +=
        state == ItemState.DONE || status.isOwed() ? 1 : 0;
    if (status.isOwed()) {
      owed(status, day(seen));
    }
  }

  private void owed(StatusItem status, LocalDate since) {
    long age = ChronoUnit.DAYS.between(since, today);
    String priority = status.item().promise().priority().map(Priority::word).orElse("none");
    ages.getOrDefault(priority, new int[3])[age <= YOUNG_DAYS ? 0 : age <= OLD_DAYS ? 1 : 2]++;
    status.services().forEach(service -> services.merge(service, 1, Integer::sum));
    if (oldest.filter(one -> !since.isBefore(one.since())).isEmpty()) {
      String id = status.item().id().value();
      oldest = Optional.of(new Oldest(id, status.item().promise().title(), since));
    }
  }

  private LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, zone);
  }

  /** Counts in its week; 1 where that is before the first one. */
  private int put(int[] weeks, Instant at) {
    long back = ChronoUnit.DAYS.between(day(at), today) / 7;
    if (back >= WEEKS) {
      return 1;
    }
    weeks[WEEKS - 1 - (int) Math.max(0, back)]++;
    return 0;
  }

  List<Integer> openedByWeek() {
    return sums(opened, openedBefore);
  }

  List<Integer> closedByWeek() {
    return sums(closed, closedBefore);
  }

  private static List<Integer> sums(int[] weeks, int before) {
    List<Integer> sums = new ArrayList<>();
    int sum = before;
    for (int week : weeks) {
      sum += week;
      sums.add(sum);
    }
    return sums;
  }

  /** Open items by priority: those up to 30 days old, up to 90, and older ones. */
  Map<String, int[]> ages() {
    return ages;
  }

  /** Done and open items by kind. */
  Map<String, int[]> kinds() {
    return kinds;
  }

  /** Open items by service. */
  Map<String, Integer> services() {
    return services;
  }

  Optional<Oldest> oldest() {
    return oldest;
  }
}
