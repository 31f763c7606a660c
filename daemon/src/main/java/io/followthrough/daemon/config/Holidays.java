package io.followthrough.daemon.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The days on which nobody is spoken to.
 *
 * @param dates in order; days of every year are there through 2099
 */
public record Holidays(Set<LocalDate> dates) {
  /** No holiday at all. */
  public static final Holidays NONE = new Holidays(Set.of());

  private static final int LARGEST = 4 << 20;

  public Holidays {
    dates = Collections.unmodifiableSet(new TreeSet<>(dates));
  }

  /** Whether the date is a holiday. */
  public boolean contains(LocalDate date) {
    return dates.contains(date);
  }

  static Optional<Objection> objection(String text, Path folder) {
    try {
      of(List.of(text), folder);
      return Optional.empty();
    } catch (DateTimeException | UncheckedIOException e) {
      String expected = "a date such as 2026-12-25, or an .ics file that can be read";
      return Optional.of(Objection.expected(expected));
    } catch (IllegalArgumentException e) {
      return Optional.of(new Objection(String.valueOf(e.getMessage()), Optional.empty(), true));
    }
  }

  static Holidays of(List<String> written, Path folder) {
    Set<LocalDate> dates = new HashSet<>();
    for (String text : written) {
      if (text.endsWith(".ics")) {
        dates.addAll(Calendars.read(content(folder.resolve(text))));
      } else {
        dates.add(LocalDate.parse(text));
      }
    }
    return new Holidays(dates);
  }

  private static String content(Path file) {
    try {
      if (Files.size(file) > LARGEST) {
        throw new IllegalArgumentException("the calendar is larger than 4 MB");
      }
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
