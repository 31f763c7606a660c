package io.followthrough.daemon.store;

import static io.followthrough.ledger.LedgerSamples.NOW;
import static io.followthrough.ledger.LedgerSamples.comment;
import static io.followthrough.ledger.LedgerSamples.creation;
import static io.followthrough.ledger.LedgerSamples.edit;
import static io.followthrough.ledger.LedgerSamples.filing;
import static io.followthrough.ledger.LedgerSamples.followUp;
import static io.followthrough.ledger.LedgerSamples.id;
import static io.followthrough.ledger.LedgerSamples.item;
import static io.followthrough.ledger.LedgerSamples.mirror;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.followthrough.item.Stage;
import io.followthrough.ledger.Books;
import io.followthrough.ledger.Claim;
import io.followthrough.ledger.JournalEntry;
import io.followthrough.ledger.Ledger;
import io.followthrough.ledger.MemoryLedger;
import io.followthrough.ledger.Outbox;
import io.followthrough.ledger.OutboxEntry;
import io.followthrough.ledger.OutboxState;
import io.followthrough.tracker.TicketState;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random histories, some transactions of which fail, read the same in SQLite and in memory. */
final class SqliteModelTest {
  private static final int TRANSACTIONS = 100;
  private static final int ITEMS = 8;
  private static final List<OutboxState> STATES = List.of(OutboxState.values());
  private static final List<TicketState> TICKET_STATES = List.of(TicketState.values());
  private static final List<String> PLACES = List.of("backend", "chat");

  private static final class Failed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void bothLedgersAnswerTheSame(long seed) {
    Path store = folder.resolve("followthrough.db");
    Ledger memory = new MemoryLedger();
    Random seeds = new Random(seed);
    Ledger sqlite = SqliteLedger.open(store);
    try {
      for (int i = 0; i < TRANSACTIONS; i++) {
        long step = seeds.nextLong();
        assertEquals(act(memory, step), act(sqlite, step));
        if (i % 25 == 0) {
          sqlite.close();
          sqlite = SqliteLedger.open(store);
        }
        Instant at = instant(new Random(step));
        assertEquals(
            memory.<List<Object>>read(books -> answers(books, at)),
            sqlite.<List<Object>>read(books -> answers(books, at)),
            () -> "seed " + seed + ", step " + step);
      }
    } finally {
      sqlite.close();
    }
  }

  private static boolean act(Ledger ledger, long step) {
    try {
      ledger.run(
          books -> {
            Random random = new Random(step);
            for (int i = random.nextInt(6); i >= 0; i--) {
              change(books, random);
            }
            if (random.nextInt(5) == 0) {
              throw new Failed();
            }
          });
      return true;
    } catch (Failed e) {
      return false;
    }
  }

  private static void change(Books books, Random random) {
    int number = random.nextInt(ITEMS);
    String place = any(PLACES, random);
    Instant at = instant(random);
    switch (random.nextInt(9)) {
      case 0 -> books.items().put(item(number, Stage.ACCEPTED, "a.md", "INC-1", "A " + number));
      case 1 -> books.items().put(item(number).filed(filing(place, random.nextInt(3))));
      case 2 -> books.items().put(item(number).removed(at));
      case 3 -> books.followUps().put(followUp(number, at, "p" + random.nextInt(3)));
      case 4 -> books.mirrors().put(mirror(number, place, any(TICKET_STATES, random)));
      case 5 -> books.journal().append(JournalEntry.ours(at, id(number), "found", "", ""));
      case 6 -> books.settings().put("key/" + number, at.toString());
      default -> send(books.outbox(), random, number, place, at);
    }
  }

  private static void send(Outbox outbox, Random random, int number, String place, Instant at) {
    OutboxEntry fresh =
        switch (random.nextInt(3)) {
          case 0 -> creation(number, "backend");
          case 1 -> edit(number, "backend", random.nextInt(9));
          default -> comment(number, place, at);
        };
    boolean added = outbox.add(fresh);
    OutboxEntry seen = outbox.find(fresh.key()).orElseThrow();
    List<OutboxEntry> open = outbox.ofItem(id(number));
    seen = added ? seen : any(open, random);
    OutboxEntry stale = random.nextInt(4) == 0 ? fresh.at(seen.sequence()) : seen;
    if (stale.key().equals(seen.key())) {
      boolean replaced = outbox.replace(stale, moved(seen, random, at));
      outbox.add(replaced ? fresh : creation(number, place));
    }
  }

  private static OutboxEntry moved(OutboxEntry seen, Random random, Instant at) {
    OutboxState next = any(STATES, random);
    if (!seen.state().mayBecome(next)) {
      return seen;
    }
    return switch (next) {
      case PENDING -> seen.again("again", at);
      case IN_FLIGHT -> seen.claimed(new Claim("node", seen.attempts() + 1, at), at);
      case UNKNOWN -> seen.unknown("reset", at);
      case DONE -> seen.done(at);
      case SUPERSEDED -> seen.superseded("untrue", at);
      case PARKED -> seen.parked("mend", at);
    };
  }

  private static <T> T any(List<T> choices, Random random) {
    return choices.get(random.nextInt(choices.size()));
  }

  private static Instant instant(Random random) {
    return NOW.plusSeconds(random.nextInt(100) - 50).plusNanos(random.nextInt(3));
  }

  private static List<Object> answers(Books books, Instant at) {
    List<Object> answers = new ArrayList<>();
    answers.add(books.items().after(Optional.empty(), 100));
    answers.add(books.items().unfiled());
    answers.add(books.items().ofDocument("docs:a.md"));
    answers.add(books.items().ofIncident("inc 1"));
    answers.add(books.items().near("A 1"));
    answers.add(books.items().matching("acme/backend#1"));
    answers.add(books.items().filedAs("backend", "id-1"));
    answers.add(books.followUps().due(at, "p1", 3));
    answers.add(books.followUps().due(at, "p1", 100));
    answers.add(books.followUps().earliest());
    answers.add(books.mirrors().open("backend", Optional.of(id(2)), 3));
    answers.add(books.journal().between(NOW, at));
    answers.add(books.settings().startingWith("key/"));
    answers.add(books.outbox().destinations());
    answers.add(books.outbox().earliest());
    answers.add(unplaced(books.outbox().doneBetween(NOW, at)));
    PLACES.forEach(place -> answers.add(unplaced(books.outbox().workable(place, at, 3))));
    for (OutboxState state : STATES) {
      answers.add(unplaced(books.outbox().in(state, 100)));
    }
    return answers;
  }

  /** Ledgers may count with gaps: only the order is compared. */
  private static List<OutboxEntry> unplaced(List<OutboxEntry> entries) {
    return entries.stream().map(entry -> entry.at(0)).toList();
  }
}
