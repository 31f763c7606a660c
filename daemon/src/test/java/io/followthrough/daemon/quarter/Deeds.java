package io.followthrough.daemon.quarter;

import io.followthrough.tracker.MemoryPerson;
import io.followthrough.tracker.MemoryTicket;
import io.followthrough.tracker.MemoryTracker;
import io.followthrough.tracker.Ticket;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/**
 * What people do about their tickets. Each ticket has a fate by its number; most days nothing
 * happens to it.
 */
final class Deeds {
  private static final int FATES = 12;
  private static final String CHANGE = "https://git.example/acme/change/";

  /** Whatever people do on a day. */
  void done(LocalDate day, Map<String, MemoryTracker> trackers) {
    if (day.getDayOfWeek().getValue() > 5) {
      return;
    }
    for (MemoryTracker tracker : trackers.values()) {
      for (MemoryTicket held : tracker.snapshot().tickets()) {
        Ticket ticket = held.ticket();
        if (!ticket.state().isClosed() && !ticket.assignees().isEmpty()) {
          long age = ChronoUnit.DAYS.between(dayOf(ticket.createdAt()), day);
          MemoryPerson owner = tracker.person(ticket.assignees().get(0).handle());
          act(ticket, owner, (int) age, day);
        }
      }
    }
  }

  private static LocalDate dayOf(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }

  /** Weekends shift a deed to nobody's day, so each fate looks at a span of days. */
  private static boolean at(int age, int day) {
    return age >= day && age < day + 3;
  }

  private static void act(Ticket ticket, MemoryPerson owner, int age, LocalDate day) {
    String key = ticket.ref().id();
    int number = Integer.parseInt(key.substring(key.indexOf('-') + 1));
    boolean untouched = age < 10;
    switch (number % FATES) {
      case 0 -> {
        if (at(age, 9)) {
          owner.close(key, CHANGE + number);
        }
      }
      case 1 -> {
        if (age == 5) {
          owner.comment(key, "Started on it, half of it is there.");
        } else if (at(age, 40)) {
          owner.close(key, CHANGE + number);
        }
      }
      case 2 -> {
        // Nobody ever touches it.
      }
      case 3 -> {
        if (at(age, 12) || at(age, 26) || at(age, 40)) {
          owner.setDue(key, day.plusDays(16));
        }
      }
      case 4 -> {
        if (age == 20) {
          owner.comment(key, "/followthrough snooze 3w");
        }
      }
      case 5 -> {
        if (age == 15) {
          owner.comment(key, "/followthrough decline because the service is being replaced");
        }
      }
      case 6 -> {
        if (age == 8) {
          owner.comment(key, "/followthrough blocked by PLA-1");
        } else if (at(age, 50)) {
          owner.comment(key, "/followthrough unblocked");
        }
      }
      case 7 -> {
        if (age == 6) {
          owner.comment(key, "/followthrough owner " + other(number));
        }
      }
      case 8 -> {
        if (at(age, 25)) {
          owner.close(key);
        }
      }
      case 9 -> {
        if (untouched && age == 4) {
          owner.plan(key, "Sprint " + day.getMonthValue());
        } else if (at(age, 33)) {
          owner.start(key);
        }
      }
      case 10 -> {
        if (age == 30) {
          owner.assign(key, Organisation.login(other(number)));
        }
      }
      default -> {
        if (at(age, 18)) {
          owner.decline(key);
        }
      }
    }
  }

  private static String other(int number) {
    List<String> everybody = Organisation.people();
    return everybody.get(number * 7 % everybody.size());
  }
}
