package io.followthrough.daemon.simulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** Those who write postmortems, and what they know of their promises. */
final class Authors {
  private static final List<String> OWNERS = List.of("Alice Martin", "Bob Stone", "Dmitri Volkov");
  private static final int PAGES = 6;

  private final Shelf shelf;
  private final Map<String, Integer> promises = new HashMap<>();
  private final Set<Integer> copied = new TreeSet<>();
  private final Set<Integer> split = new TreeSet<>();
  private final List<Integer> unused = new ArrayList<>();
  private int incidents;
  private int names;

  Authors(Shelf shelf, Random dice) {
    this.shelf = shelf;
    for (int promise = 0; promise < Promises.count(); promise++) {
      unused.add(promise);
    }
    Collections.shuffle(unused, dice);
  }

  /** Which promise a title is; the title may be in any of its wordings. */
  Optional<Integer> promiseOf(String title) {
    return Optional.ofNullable(promises.get(plain(title)));
  }

  /** A promise that stands in two documents at once may go on in either. */
  boolean isCopied(int promise) {
    return copied.contains(promise);
  }

  /** How many tickets a promise may have had in all. */
  int most(int promise) {
    return split.contains(promise) ? 3 : 1;
  }

  private static String plain(String title) {
    return title.toLowerCase(Locale.ROOT);
  }

  private String write(int promise, String title) {
    promises.put(plain(title), promise);
    return title;
  }

  private List<Map.Entry<String, Page>> present() {
    return shelf.pages.entrySet().stream().filter(page -> page.getValue().there).toList();
  }

  private Optional<Page> page(Random dice) {
    List<Map.Entry<String, Page>> all = present();
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(all.get(dice.nextInt(all.size())).getValue());
  }

  private static Optional<Page.Entry> entry(Optional<Page> page, Random dice) {
    return page.filter(it -> !it.entries.isEmpty())
        .map(it -> it.entries.get(dice.nextInt(it.entries.size())));
  }

  /** Changes a document; says what was done, and nothing where nothing could be. */
  String write(Move.Kind kind, Random dice, LocalDate today) {
    Optional<Page> page = page(dice);
    return switch (kind) {
      case NEW_DOCUMENT -> newPage(dice, today);
      case NEW_ITEM -> page.map(it -> add(it, dice, today)).orElse("");
      case REWORD -> entry(page, dice).map(it -> reword(it, dice)).orElse("");
      case REORDER -> page.map(it -> reorder(it, dice)).orElse("");
      case OTHER_SECTION -> entry(page, dice).map(Authors::move).orElse("");
      case SPLIT -> page.map(it -> split(it, dice)).orElse("");
      case REMOVE_ITEM -> page.map(it -> remove(it, dice)).orElse("");
      case RESTORE_ITEM -> page.map(Authors::restore).orElse("");
      case REDATE_ITEM -> entry(page, dice).map(it -> redate(it, dice, today)).orElse("");
      case REASSIGN_ITEM -> entry(page, dice).map(it -> reassign(it, dice)).orElse("");
      case TICK -> entry(page, dice).map(Authors::tick).orElse("");
      case RENAME_DOCUMENT -> rename(dice);
      case COPY_DOCUMENT -> page.map(this::copy).orElse("");
      case DELETE_DOCUMENT -> page.map(this::delete).orElse("");
      case RESTORE_DOCUMENT -> bringBack();
      case HALF_SAVED -> page.map(Authors::halfSave).orElse("");
      default -> throw new IllegalArgumentException(kind + " is not done to a document");
    };
  }

  private String newPage(Random dice, LocalDate today) {
    if (shelf.pages.size() >= PAGES) {
      return "";
    }
    incidents++;
    String service = dice.nextBoolean() ? "checkout" : "payments";
    Page page = new Page("INC-" + incidents, today, service);
    int entries = 1 + dice.nextInt(3);
    for (int i = 0; i < entries; i++) {
      add(page, dice, today);
    }
    String path = "incident-" + incidents + ".md";
    shelf.pages.put(path, page);
    return path + " for " + service + " with " + page.entries.size() + " items";
  }

  private String add(Page page, Random dice, LocalDate today) {
    if (unused.isEmpty()) {
      return "";
    }
    int promise = unused.remove(unused.size() - 1);
    String title = write(promise, Promises.title(promise));
    page.entries.add(new Page.Entry(promise, title, owner(dice), due(dice, today)));
    return title;
  }

  private static String owner(Random dice) {
    return dice.nextInt(12) == 0 ? "TBD" : OWNERS.get(dice.nextInt(OWNERS.size()));
  }

  /** Days of the month that authors choose are even, those that people choose are odd. */
  private static LocalDate due(Random dice, LocalDate today) {
    LocalDate due = today.plusDays(dice.nextInt(80) - 10);
    return due.getDayOfMonth() % 2 == 0 ? due : due.plusDays(due.getDayOfMonth() == 31 ? 2 : 1);
  }

  private String reword(Page.Entry entry, Random dice) {
    if (entry.promise < 0 || split.contains(entry.promise)) {
      return "";
    }
    entry.title = write(entry.promise, Promises.reworded(entry.promise, dice));
    return entry.title;
  }

  private static String reorder(Page page, Random dice) {
    Collections.shuffle(page.entries, dice);
    return page.incident;
  }

  private static String move(Page.Entry entry) {
    entry.elsewhere = !entry.elsewhere;
    return entry.title;
  }

  private String split(Page page, Random dice) {
    Optional<Page.Entry> whole =
        page.entries.stream()
            .filter(it -> Promises.isTwofold(it.promise) && !split.contains(it.promise))
            .findFirst();
    if (whole.isEmpty()) {
      return "";
    }
    Page.Entry first = whole.get();
    split.add(first.promise);
    first.title = write(first.promise, Promises.half(first.promise, 1));
    String second = write(first.promise, Promises.half(first.promise, 2));
    page.entries.add(
        dice.nextInt(page.entries.size() + 1),
        new Page.Entry(first.promise, second, first.owner, first.due));
    return first.title + " | " + second;
  }

  private static String remove(Page page, Random dice) {
    if (page.entries.isEmpty()) {
      return "";
    }
    Page.Entry entry = page.entries.remove(dice.nextInt(page.entries.size()));
    page.removed.add(entry);
    return entry.title;
  }

  private static String restore(Page page) {
    if (page.removed.isEmpty()) {
      return "";
    }
    Page.Entry entry = page.removed.remove(page.removed.size() - 1);
    page.entries.add(entry);
    return entry.title;
  }

  private static String redate(Page.Entry entry, Random dice, LocalDate today) {
    entry.due = due(dice, today);
    return entry.title + " due " + entry.due;
  }

  private static String reassign(Page.Entry entry, Random dice) {
    entry.owner = owner(dice);
    return entry.title + " to " + entry.owner;
  }

  private static String tick(Page.Entry entry) {
    entry.done = !entry.done;
    return entry.title;
  }

  private String rename(Random dice) {
    List<Map.Entry<String, Page>> all = present();
    if (all.isEmpty()) {
      return "";
    }
    Map.Entry<String, Page> old = all.get(dice.nextInt(all.size()));
    names++;
    String path = "renamed-" + names + ".md";
    Page page = old.getValue();
    shelf.pages.remove(old.getKey());
    shelf.pages.put(path, page);
    return old.getKey() + " to " + path;
  }

  private String copy(Page page) {
    if (shelf.pages.size() >= PAGES || page.halfSaved) {
      return "";
    }
    names++;
    page.entries.forEach(entry -> copied.add(entry.promise));
    page.removed.forEach(entry -> copied.add(entry.promise));
    String path = "copy-" + names + ".md";
    shelf.pages.put(path, page.copy());
    return page.incident + " to " + path;
  }

  private String delete(Page page) {
    if (present().size() < 2) {
      return "";
    }
    page.there = false;
    return page.incident;
  }

  private String bringBack() {
    Optional<Page> gone = shelf.pages.values().stream().filter(page -> !page.there).findFirst();
    gone.ifPresent(page -> page.there = true);
    Optional<Page> half = shelf.pages.values().stream().filter(page -> page.halfSaved).findFirst();
    half.ifPresent(page -> page.halfSaved = false);
    return gone.or(() -> half).map(page -> page.incident).orElse("");
  }

  private static String halfSave(Page page) {
    page.halfSaved = true;
    return page.incident;
  }

  /** A new item that names a ticket. */
  String link(String ticket, String title, Random dice, LocalDate today) {
    Optional<Page> page = page(dice);
    if (page.isEmpty()) {
      return "";
    }
    Page.Entry entry = new Page.Entry(-1, title, owner(dice), due(dice, today));
    entry.ticket = Optional.of(ticket);
    page.get().entries.add(entry);
    return title + " is " + ticket;
  }

  /** Whoever was in the middle of saving a document has saved it. */
  void finish() {
    shelf.pages.values().forEach(page -> page.halfSaved = false);
  }

  /** What every reader of the documents would say is promised now. */
  List<Page.Entry> promised() {
    return shelf.pages.values().stream()
        .filter(page -> page.there && !page.halfSaved)
        .flatMap(page -> page.entries.stream())
        .toList();
  }
}
