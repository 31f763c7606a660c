package io.followthrough.ledger;

import static io.followthrough.ledger.LedgerSamples.NOW;
import static io.followthrough.ledger.LedgerSamples.id;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.followthrough.item.Carried;
import io.followthrough.item.Filing;
import io.followthrough.tracker.TicketState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every ledger does with what is no action item: tickets of our own, and entries for them. */
public abstract class SubjectsContract {
  private static final Instant LATER = NOW.plusSeconds(3600);
  private static final Subject POSTMORTEM =
      Subject.of(Subject.Kind.POSTMORTEM, "acme-sre", "docs:a.md");

  Ledger ledger = new MemoryLedger();

  /** Creates the part of a contract. */
  SubjectsContract() {}

  /** Opens an empty store. */
  protected abstract Ledger open() throws Exception;

  /** Opens the store of a closed ledger anew. */
  protected abstract Ledger reopen(Ledger closed) throws Exception;

  @BeforeEach
  final void openAnEmptyStore() throws Exception {
    ledger = open();
  }

  @AfterEach
  final void closeTheStore() {
    ledger.close();
  }

  final <T> T read(Function<Books, T> work) {
    return ledger.read(work);
  }

  final void reopen() throws Exception {
    ledger.close();
    ledger = reopen(ledger);
  }

  @Test
  void everyEffectComesBackWithItsSubject() throws Exception {
    List<OutboxEntry> effects = LedgerSamples.effects(POSTMORTEM, "backend");
    ledger.run(books -> effects.forEach(effect -> assertTrue(books.outbox().add(effect))));
    reopen();
    List<OutboxEntry> kept = read(books -> books.outbox().of(POSTMORTEM));
    assertEquals(effects, kept.stream().map(each -> each.at(0)).toList());
    assertEquals(Optional.empty(), kept.get(0).item());
    assertEquals(List.of(), read(books -> books.outbox().ofItem(id(1))));
    assertEquals(
        kept.subList(0, 1), read(books -> books.outbox().workable("backend", NOW, 10)), "in turn");
  }

  @Test
  void anEmptyLedgerHasNoTicketsOfOurs() {
    assertEquals(Optional.empty(), read(books -> books.ownTickets().find(POSTMORTEM)));
    assertEquals(List.of(), read(books -> books.ownTickets().about("docs:a.md")));
    assertEquals(Optional.empty(), read(books -> books.ownTickets().earliest()));
    assertEquals(List.of(), read(books -> books.ownTickets().due(Instant.MAX, 10)));
  }

  @Test
  void aTicketOfOurOwnComesBackAsItWasPut() throws Exception {
    OwnTicket whole =
        OwnTicket.of(POSTMORTEM, "docs:a.md", "Follow-up of \u0000 'INC-42' 🛒")
            .filed(filing(1))
            .carrying(new Carried(3, "0f1e"))
            .seen(
                LedgerSamples.mirror(1, "backend", TicketState.OPEN).ticket(),
                List.of(LedgerSamples.said("accept 3 owner @bob")),
                NOW)
            .saying("held");
    put(whole);
    reopen();
    assertEquals(Optional.of(whole), read(books -> books.ownTickets().find(POSTMORTEM)));
    put(whole.allRead());
    assertEquals(
        List.of(whole.allRead()), read(books -> books.ownTickets().about("docs:a.md")), "replaced");
  }

  @Test
  void aTicketOfOurOwnIsFoundByItsTicketAndByWhatPeopleType() {
    OwnTicket one = OwnTicket.of(POSTMORTEM, "docs:a.md", "a").filed(filing(1));
    Subject other = Subject.of(Subject.Kind.REVIEW, "acme-sre", "2026-10", "backend");
    OwnTicket unfiled = OwnTicket.of(other, "2026-10", "b");
    put(one);
    put(unfiled);
    assertEquals(Optional.of(one), read(books -> books.ownTickets().filedAs("backend", "id-1")));
    assertEquals(Optional.empty(), read(books -> books.ownTickets().filedAs("other", "id-1")));
    for (String typed : List.of("ACME/backend#1", one.subject().value(), "postmortem-")) {
      assertEquals(List.of(one), read(books -> books.ownTickets().matching(typed)), typed);
    }
    assertEquals(List.of(), read(books -> books.ownTickets().matching(" ")));
    put(one.renamed("docs:b.md"));
    assertEquals(List.of(), read(books -> books.ownTickets().about("docs:a.md")));
  }

  @Test
  void ticketsOfOurOwnAreLookedAtWhenTheirTimeHasCome() {
    OwnTicket never = OwnTicket.of(POSTMORTEM, "docs:a.md", "a");
    OwnTicket later = at("docs:b.md", LATER);
    OwnTicket now = at("docs:c.md", NOW);
    List.of(never, later, now).forEach(this::put);
    assertEquals(Optional.of(NOW), read(books -> books.ownTickets().earliest()));
    assertEquals(List.of(now), read(books -> books.ownTickets().due(NOW, 10)));
    assertEquals(List.of(now, later), read(books -> books.ownTickets().due(LATER, 10)));
    assertEquals(List.of(now), read(books -> books.ownTickets().due(LATER, 1)));
    put(now.lookedAt(Optional.empty()));
    assertEquals(Optional.of(LATER), read(books -> books.ownTickets().earliest()));
  }

  private static OwnTicket at(String document, Instant next) {
    return OwnTicket.of(
            Subject.of(Subject.Kind.POSTMORTEM, "acme-sre", document), document, "title")
        .lookedAt(Optional.of(next));
  }

  private void put(OwnTicket ticket) {
    ledger.run(books -> books.ownTickets().put(ticket));
  }

  private static Filing filing(int number) {
    return LedgerSamples.filing("backend", number);
  }
}
