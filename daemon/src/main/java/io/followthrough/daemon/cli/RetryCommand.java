package io.followthrough.daemon.cli;

import io.followthrough.daemon.app.Houses;
import io.followthrough.daemon.config.Configuration;
import io.followthrough.ledger.Books;
import io.followthrough.ledger.JournalEntry;
import io.followthrough.ledger.Ledger;
import io.followthrough.ledger.OutboxEntry;
import io.followthrough.ledger.OutboxState;
import io.followthrough.ledger.OwnTicket;
import io.followthrough.ledger.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code retry}: parked deliveries once more. */
@Command(
    name = "retry",
    mixinStandardHelpOptions = true,
    description = "Tries parked deliveries once more, after their cause is mended.")
final class RetryCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private ConfigOption config = new ConfigOption();

  @Parameters(
      arity = "0..1",
      paramLabel = "ITEM",
      description = "The beginning of an item's id, a ticket's key or URL. Default: all.")
  private @Nullable String text;

  RetryCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Configuration configuration = config.load(terminal.environment(), terminal.features());
    try (Ledger ledger = Houses.open(configuration)) {
      String wanted = text;
      if (wanted != null && ledger.read(books -> meant(books, wanted)).isEmpty()) {
        terminal
            .err()
            .println("nothing is known of " + wanted + "; `followthrough status` lists all items");
        return ExitCode.WRONG;
      }
      List<OutboxEntry> released =
          ledger.write(books -> release(books, terminal.clock().instant()));
      released.forEach(entry -> terminal.out().println("  " + entry.key()));
      terminal.out().println(released.size() + " released; the next cycle tries again.");
    }
    return ExitCode.DONE;
  }

  private List<OutboxEntry> release(Books books, Instant now) {
    Set<Subject> asked = text == null ? Set.of() : meant(books, text);
    return books.outbox().in(OutboxState.PARKED, Integer.MAX_VALUE).stream()
        .filter(entry -> text == null || asked.contains(entry.subject()))
        .filter(entry -> books.outbox().replace(entry, entry.again("released by a person", now)))
        .peek(
            entry ->
                books
                    .journal()
                    .append(
                        new JournalEntry(
                            now,
                            JournalEntry.US,
                            entry.item(),
                            "retried",
                            "released by a person",
                            "retry")))
        .toList();
  }

  /** The items and other subjects that a person may mean; what is parked is known by itself. */
  private static Set<Subject> meant(Books books, String text) {
    return Stream.of(
            books.items().matching(text).stream().map(item -> Subject.of(item.id())),
            books.ownTickets().matching(text).stream().map(OwnTicket::subject),
            books.outbox().in(OutboxState.PARKED, Integer.MAX_VALUE).stream()
                .map(OutboxEntry::subject)
                .filter(subject -> subject.value().equals(text)))
        .flatMap(found -> found)
        .collect(Collectors.toSet());
  }
}
