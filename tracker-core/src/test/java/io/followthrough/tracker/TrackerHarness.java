package io.followthrough.tracker;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A fresh, empty tracker for one test of {@link TrackerContractTest}, and what people do on it
 * behind our back. Acts name a ticket by any address that the tracker gave.
 */
public interface TrackerHarness extends AutoCloseable {
  /** The tracker under test. */
  Tracker tracker();

  /** The present instant of both the tracker and its server. */
  Instant now();

  /** Lets time pass on both. */
  void pass(Duration time);

  /** The number of tickets on the server, by whatever way does not go through the tracker. */
  int tickets();

  /** A handle that can be assigned; every {@code index} from 0 to 1 is another one. */
  String handle(int index);

  /** What of a mention of {@link #handle} stands in a comment, where the tracker notifies. */
  default String mention(int index) {
    return handle(index);
  }

  /** A handle that cannot be assigned. */
  String strangersHandle();

  /** The whole description of a ticket as people see it in its source. */
  String description(TicketRef ticket);

  /** A person opens a ticket. */
  TicketRef open(String title, String description);

  /** A person comments. */
  void comment(TicketRef ticket, String words);

  /** A bot that is not ours comments. */
  void commentByMachine(TicketRef ticket, String words);

  /** A person makes this handle the only assignee. */
  void assign(TicketRef ticket, String handle);

  /** A person sets the due date; only called where the tracker has such a field. */
  void setDue(TicketRef ticket, LocalDate due);

  /** True where the tracker tells who moved a due date. */
  default boolean tellsWhoRedated() {
    return false;
  }

  /** A person changes the title. */
  void retitle(TicketRef ticket, String title);

  /** A person replaces words of the description, our block's or others. */
  void replaceWords(TicketRef ticket, String words, String replacement);

  /** A person adds a paragraph at the end of the description, after our block. */
  void addWords(TicketRef ticket, String words);

  /** A person begins to work; only called where the tracker has such a state. */
  void start(TicketRef ticket);

  /** A person closes the ticket as done. */
  void closeAsDone(TicketRef ticket);

  /** A person closes the ticket as not planned. */
  void decline(TicketRef ticket);

  /** A person opens the ticket again. */
  void reopen(TicketRef ticket);

  /** A person deletes the ticket. */
  void delete(TicketRef ticket);

  @Override
  void close();
}
