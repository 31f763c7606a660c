package io.followthrough.daemon.quarter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.followthrough.item.ActionItem;
import io.followthrough.tracker.Comment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Months of a whole organisation: who hears what, and when. */
final class QuarterTest {
  private static final Path PAGE =
      Path.of("src/test/resources/io/followthrough/daemon/quarter/messages.txt");
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("EEE dd MMM HH:mm", Locale.ENGLISH);
  private static final Set<LocalDate> HOLIDAYS =
      Set.of(LocalDate.of(2026, 11, 11), LocalDate.of(2026, 11, 26), LocalDate.of(2026, 12, 25));

  @TempDir private static Path folder = Path.of("");
  private static Optional<Quarter> lived = Optional.empty();

  @BeforeAll
  static void live() throws IOException {
    lived = Optional.of(Quarter.lived(folder));
  }

  @AfterAll
  static void end() {
    lived.ifPresent(Quarter::close);
  }

  private static Quarter quarter() {
    return lived.orElseThrow();
  }

  @Test
  void fortyPeopleMakeAHundredAndTwentyPromises() {
    int documents = quarter().ledger().read(books -> books.documents().all().size());
    List<ActionItem> items =
        quarter().ledger().read(books -> books.items().after(Optional.empty(), 1000));

    assertEquals(40, Organisation.people().size());
    assertEquals(25, documents);
    assertEquals(120, items.size());
  }

  /** Run with {@code -Dfollowthrough.write=true} to write the page anew, and read it. */
  @Test
  void everyMessageIsOnThePageThatPeopleReviewed() throws IOException {
    StringBuilder page = new StringBuilder(1 << 14);
    page.append("What was said in the quarter: when (by the first reader's clock), where, what,")
        .append(" to whom.\n");
    int week = 0;
    for (Quarter.Message message : quarter().messages()) {
      int present = 1 + (int) Incidents.FIRST.until(day(message)).toTotalMonths();
      if (present != week) {
        week = present;
        page.append("\nMonth ").append(week).append("\n\n");
      }
      page.append(line(message)).append('\n');
    }
    if (Boolean.getBoolean("followthrough.write")) {
      Files.createDirectories(PAGE.toAbsolutePath().getParent());
      Files.writeString(PAGE, page);
    }
    assertEquals(Files.readString(PAGE), page.toString());
  }

  private static LocalDate day(Quarter.Message message) {
    return LocalDate.ofInstant(message.at(), ZoneOffset.UTC);
  }

  private static ZonedDateTime wall(Quarter.Message message) {
    return message.at().atZone(Organisation.zoneOf(message.said().to().get(0)));
  }

  private static String line(Quarter.Message message) {
    return String.format(
        Locale.ROOT,
        "%s  %-7s %-16s -> %-40s | %s",
        WHEN.format(wall(message)),
        message.said().ticket(),
        message.said().kind(),
        String.join(", ", message.said().to()),
        message.said().title());
  }

  @Test
  void nobodyIsDisturbedOutsideOfTheirWorkingHours() {
    for (Quarter.Message message : quarter().messages()) {
      ZonedDateTime wall = wall(message);
      assertTrue(wall.getHour() >= 9 && wall.getHour() < 17, () -> line(message));
      assertFalse(
          EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY).contains(wall.getDayOfWeek()),
          () -> line(message));
      assertFalse(HOLIDAYS.contains(wall.toLocalDate()), () -> line(message));
    }
  }

  @Test
  void aTicketIsLeftAloneForThreeDaysAfterEachMessage() {
    Map<String, Quarter.Message> last = new HashMap<>();
    for (Quarter.Message message : quarter().messages()) {
      Optional<Quarter.Message> before =
          Optional.ofNullable(last.put(message.said().item(), message));
      assertTrue(
          before.filter(it -> day(it).plusDays(3).isAfter(day(message))).isEmpty(),
          () -> line(message));
    }
  }

  @Test
  void nothingIsSaidTwice() {
    Set<String> keys = new HashSet<>();
    for (Comment comment : quarter().comments()) {
      assertTrue(keys.add(comment.key().orElseThrow()), () -> comment.body());
    }
  }

  @Test
  void afterTenDaysOfSilenceATicketHearsOneThing() {
    Set<String> heard = new HashSet<>();
    for (Quarter.Message message : quarter().messages()) {
      LocalDate day = day(message);
      boolean down = !day.isBefore(Quarter.DOWN_FROM) && day.isBefore(Quarter.DOWN_TO);
      assertFalse(down, () -> line(message));
      if (!day.isBefore(Quarter.DOWN_TO) && day.isBefore(Quarter.DOWN_TO.plusDays(3))) {
        assertTrue(heard.add(message.said().item()), () -> line(message));
      }
    }
    assertFalse(heard.isEmpty());
  }

  @Test
  void whatIsForeseenOnAWeekendIsSaidOnMondayMorning(@TempDir Path other) throws IOException {
    LocalDate monday = LocalDate.of(2026, 11, 2);
    Instant noon = monday.atTime(12, 0).toInstant(ZoneOffset.UTC);
    Set<String> foreseen = new TreeSet<>();
    try (Quarter weekend = Quarter.livedUntil(other, monday)) {
      weekend
          .ledger()
          .read(books -> books.followUps().due(noon, "", 1_000))
          .forEach(
              state ->
                  state
                      .nextAt()
                      .filter(at -> at.isBefore(noon))
                      .ifPresent(
                          at -> foreseen.add(state.item() + " " + state.nextKind().orElse(""))));
    }
    Set<String> said = new TreeSet<>();
    for (Quarter.Message message : quarter().messages()) {
      if (day(message).equals(monday) && message.at().isBefore(noon)) {
        said.add(message.said().item() + " " + message.said().kind());
      }
    }
    assertEquals(foreseen, said);
    assertFalse(said.isEmpty());
  }
}
