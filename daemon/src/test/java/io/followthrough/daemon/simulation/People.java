package io.followthrough.daemon.simulation;

import io.followthrough.tracker.MemoryPerson;
import io.followthrough.tracker.MemoryTicket;
import io.followthrough.tracker.MemoryTracker;
import io.followthrough.tracker.TicketState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/** Those who work on the tickets, and what they have written there. */
final class People {
  /** Stands in people's comments, which nobody repeats. */
  static final String CANARY = "PMTOK-canary-comment";

  private static final String END_OF_BLOCK = "<!-- /followthrough -->";

  private final List<MemoryTracker> trackers;
  private final Map<String, Handwriting> written = new TreeMap<>();
  private int acts;

  People(List<MemoryTracker> trackers) {
    this.trackers = List.copyOf(trackers);
  }

  /** What people did to a ticket. */
  Handwriting on(MemoryTicket ticket) {
    return written.computeIfAbsent(ticket.id(), id -> new Handwriting());
  }

  private record Held(MemoryTracker tracker, MemoryTicket ticket) {
    boolean isKnown(BiPredicate<String, String> isFiled) {
      return isFiled.test(tracker.name(), ticket.id());
    }
  }

  /** Without its mark, a ticket that we don't know of yet cannot be told from none. */
  private static boolean takesTheMark(Move.Kind kind) {
    return switch (kind) {
      case TAKE_OUR_BLOCK, DELETE, DELETE_MANY -> true;
      default -> false;
    };
  }

  private List<Held> tickets() {
    List<Held> all = new ArrayList<>();
    for (MemoryTracker tracker : trackers) {
      tracker.snapshot().tickets().stream()
          .filter(ticket -> !ticket.deleted())
          .forEach(ticket -> all.add(new Held(tracker, ticket)));
    }
    return all;
  }

  /** Opens a ticket of their own; its key. */
  String open(Random dice, String title) {
    MemoryTracker tracker = trackers.get(dice.nextInt(trackers.size()));
    String key = tracker.person("nora-l").open(title, "By hand.").key();
    written.put(key, new Handwriting());
    return key;
  }

  /**
   * Does something to a ticket; says what, and nothing where there is no ticket.
   *
   * @param isFiled whether the ledger knows a ticket of a tracker
   */
  String act(Move.Kind kind, Random dice, LocalDate today, BiPredicate<String, String> isFiled) {
    List<Held> all =
        tickets().stream().filter(held -> !takesTheMark(kind) || held.isKnown(isFiled)).toList();
    if (all.isEmpty()) {
      return "";
    }
    if (kind == Move.Kind.CLOSE_ALL) {
      all.forEach(held -> act(Move.Kind.CLOSE, held, dice, today));
      return all.size() + " tickets";
    }
    if (kind == Move.Kind.DELETE_MANY) {
      List<Held> half = all.stream().filter(held -> dice.nextBoolean()).toList();
      half.forEach(held -> act(Move.Kind.DELETE, held, dice, today));
      return half.size() + " tickets";
    }
    return act(kind, all.get(dice.nextInt(all.size())), dice, today);
  }

  private String act(Move.Kind kind, Held held, Random dice, LocalDate today) {
    acts++;
    String id = held.ticket().id();
    Handwriting hand = on(held.ticket());
    MemoryPerson nora = held.tracker().person("nora-l");
    switch (kind) {
      case CLOSE -> {
        nora.close(id);
        hand.state = TicketState.DONE;
      }
      case DECLINE -> {
        nora.decline(id);
        hand.state = TicketState.DECLINED;
      }
      case REOPEN -> {
        nora.reopen(id);
        hand.state = TicketState.OPEN;
      }
      case START -> {
        nora.start(id);
        hand.state = TicketState.IN_PROGRESS;
      }
      case BLOCK -> {
        nora.block(id);
        hand.state = TicketState.BLOCKED;
      }
      case REDATE -> redate(nora, id, hand, dice, today);
      case ASSIGN -> {
        nora.assign(id, "hand-" + acts);
        hand.assignee = Optional.of("hand-" + acts);
      }
      case COMMENT -> {
        String link = dice.nextBoolean() ? " https://git.example/pull/" + acts : "";
        nora.comment(id, "On it, " + CANARY + link);
      }
      case RETITLE -> {
        nora.retitle(id, "By hand " + acts);
        hand.title = Optional.of("By hand " + acts);
      }
      case WRITE_AROUND -> {
        String words = "Note " + acts + " by hand";
        nora.rewrite(id, body -> dice.nextBoolean() ? words + "\n\n" + body : body + "\n" + words);
        hand.words.add(words);
      }
      case WRITE_INTO -> writeInto(nora, held, hand);
      case TAKE_OUR_BLOCK -> {
        nora.rewrite(id, body -> "Nothing of theirs " + acts);
        hand.words.clear();
        hand.words.add("Nothing of theirs " + acts);
        hand.blockIsGone = true;
      }
      case DELETE -> nora.delete(id);
      case OTHER_BOT -> held.tracker().machine("stale-bot").comment(id, "Stale since " + acts);
      default -> throw new IllegalArgumentException(kind + " is not done to a ticket");
    }
    return id;
  }

  private static void redate(
      MemoryPerson nora, String id, Handwriting hand, Random dice, LocalDate today) {
    LocalDate due = today.plusDays(dice.nextInt(60) - 5);
    LocalDate odd = due.getDayOfMonth() % 2 == 1 ? due : due.minusDays(1);
    nora.setDue(id, odd);
    hand.due = Optional.of(odd);
  }

  private void writeInto(MemoryPerson nora, Held held, Handwriting hand) {
    String words = "Within, by hand " + acts;
    if (held.ticket().body().contains(END_OF_BLOCK)) {
      nora.rewrite(
          held.ticket().id(), body -> body.replace(END_OF_BLOCK, words + "\n" + END_OF_BLOCK));
      hand.words.add(words);
      hand.blockIsTheirs = true;
    }
  }
}
