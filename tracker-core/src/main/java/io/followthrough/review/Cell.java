package io.followthrough.review;

import static java.util.Objects.requireNonNull;

import io.followthrough.item.ItemId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A value of a figure: a number with its unit, or words.
 *
 * @param number absent for words, and where there is nothing to count
 * @param before the same number of the last period
 * @param words what is read; for a number, empty
 * @param address where the words lead
 * @param item the item that the words name
 */
public record Cell(
    Unit unit,
    Optional<Integer> number,
    Optional<Integer> before,
    String words,
    Optional<String> address,
    Optional<String> item) {
  /** What a number counts. */
  public enum Unit {
    COUNT,
    DAYS,
    PERCENT,
    WORDS,
  }

  public Cell {
    requireNonNull(unit, "unit is null");
    requireNonNull(number, "number is null");
    requireNonNull(before, "before is null");
    requireNonNull(words, "words is null");
    requireNonNull(address, "address is null");
    requireNonNull(item, "item is null");
  }

  /** So many. */
  public static Cell count(int number) {
    return number(Unit.COUNT, Optional.of(number));
  }

  /** So many days; absent where there is nothing to measure. */
  public static Cell days(Optional<Integer> number) {
    return number(Unit.DAYS, number);
  }

  /** The hundredths that a part is of a whole, rounded; absent where the whole is nothing. */
  public static Cell percent(int part, int whole) {
    return number(
        Unit.PERCENT,
        whole == 0
            ? Optional.empty()
            : Optional.of(Math.toIntExact(Math.round(100.0 * part / whole))));
  }

  private static Cell number(Unit unit, Optional<Integer> number) {
    return new Cell(unit, number, Optional.empty(), "", Optional.empty(), Optional.empty());
  }

  /** Words. */
  public static Cell words(String words) {
    return new Cell(
        Unit.WORDS, Optional.empty(), Optional.empty(), words, Optional.empty(), Optional.empty());
  }

  /** Words that lead somewhere, where there is somewhere to go. */
  public static Cell link(String words, Optional<String> address) {
    return new Cell(
        Unit.WORDS, Optional.empty(), Optional.empty(), words, address, Optional.empty());
  }

  /** A day, or a dash. */
  static Cell day(Optional<LocalDate> day) {
    return words(day.map(LocalDate::toString).orElse("–"));
  }

  /** An item by its title. */
  static Cell item(ReviewItem item) {
    return new Cell(
        Unit.WORDS,
        Optional.empty(),
        Optional.empty(),
        item.title(),
        item.address(),
        Optional.of(item.id()).map(ItemId::value));
  }

  /** A ticket by its key, or a dash. */
  static Cell ticket(ReviewItem item) {
    return link(item.ticket().orElse("–"), item.address());
  }

  /** How much it changed since the last period, where both are known. */
  public Optional<Integer> change() {
    return number.flatMap(now -> before.map(then -> now - then));
  }

  /** What is read, without the change. */
  public String text() {
    return switch (unit) {
      case WORDS -> words;
      case COUNT -> number.map(String::valueOf).orElse("–");
      case DAYS -> number.map(days -> days + (days == 1 ? " day" : " days")).orElse("–");
      case PERCENT -> number.map(part -> part + " %").orElse("–");
    };
  }

  /** The change as it is read, such as {@code +3}; empty where none is known. */
  public String changeText() {
    return change().map(by -> by == 0 ? "±0" : by > 0 ? "+" + by : "−" + -by).orElse("");
  }

  Cell since(Cell then) {
    return unit == then.unit && unit != Unit.WORDS
        ? new Cell(unit, number, then.number, words, address, item)
        : this;
  }
}
