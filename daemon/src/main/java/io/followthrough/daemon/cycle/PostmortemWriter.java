package io.followthrough.daemon.cycle;

import io.followthrough.followup.PostmortemPage;
import io.followthrough.item.Carried;
import io.followthrough.item.Filing;
import io.followthrough.item.Person;
import io.followthrough.item.Placement;
import io.followthrough.item.Words;
import io.followthrough.ledger.Books;
import io.followthrough.ledger.Effect;
import io.followthrough.ledger.EffectKey;
import io.followthrough.ledger.OutboxEntry;
import io.followthrough.ledger.OutboxState;
import io.followthrough.ledger.OwnTicket;
import io.followthrough.plan.Drafts;
import io.followthrough.sync.Registrar;
import io.followthrough.tracker.CommentDraft;
import io.followthrough.tracker.Marker;
import io.followthrough.tracker.Prose;
import io.followthrough.tracker.TicketDraft;
import io.followthrough.tracker.TicketEdit;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Puts on its way what a postmortem's own ticket is to hold and what is said on it. */
final class PostmortemWriter {
  private static final Duration BETWEEN_EDITS = Duration.ofHours(1);

  private final String installation;
  private final Drafts drafts;
  private final Registrar registrar;
  private final Set<String> silent;

  PostmortemWriter(String installation, Drafts drafts, Registrar registrar, Set<String> silent) {
    this.installation = installation;
    this.drafts = drafts;
    this.registrar = registrar;
    this.silent = Set.copyOf(silent);
  }

  /** Puts its birth on its way. */
  OwnTicket open(
      Books books,
      OwnTicket own,
      PostmortemPage page,
      Placement place,
      Optional<Person> owner,
      Instant now) {
    OwnTicket titled = own.titled(page.title()).carrying(new Carried(0, print(page)));
    TicketDraft draft =
        new TicketDraft(
            marker(titled),
            page.title(),
            page.block(),
            owner.flatMap(who -> drafts.handles().apply(who, place.tracker())),
            Optional.empty(),
            Optional.empty(),
            place.labels(),
            place.project(),
            Optional.empty(),
            Optional.empty());
    String key = EffectKey.create(installation, own.subject());
    Effect effect = new Effect.CreateTicket(draft);
    registrar.offer(
        books, OutboxEntry.pending(key, place.tracker(), own.subject(), effect, now), now);
    return titled;
  }

  private Marker marker(OwnTicket own) {
    return own.filing()
        .flatMap(Filing::marker)
        .orElseGet(
            () ->
                new Marker(
                    installation,
                    own.subject().value(),
                    Words.fingerprint(own.about()),
                    Drafts.titlePrint(own.title())));
  }

  private static String print(PostmortemPage page) {
    return Words.fingerprint(page.title(), page.block().toString());
  }

  /** Puts what changed on its way; a pending edit gives way to it, and edits are gathered. */
  OwnTicket edit(Books books, OwnTicket own, PostmortemPage page, Instant now) {
    String print = print(page);
    if (print.equals(own.carried().fingerprint())) {
      return own;
    }
    Filing filing = own.filing().orElseThrow();
    List<OutboxEntry> edits =
        books.outbox().of(own.subject()).stream()
            .filter(entry -> entry.effect() instanceof Effect.EditTicket)
            .toList();
    edits.stream()
        .filter(entry -> entry.state() == OutboxState.PENDING)
        .forEach(
            entry ->
                books.outbox().replace(entry, entry.superseded("a later edit says more", now)));
    Instant from =
        edits.stream()
            .filter(entry -> entry.state() == OutboxState.DONE)
            .flatMap(entry -> entry.settledAt().stream())
            .max(Comparator.naturalOrder())
            .map(last -> last.plus(BETWEEN_EDITS))
            .filter(now::isBefore)
            .orElse(now);
    Carried carried = new Carried(own.carried().revision() + 1, print);
    TicketEdit edit =
        new TicketEdit(
            marker(own),
            filing.written(),
            page.title().equals(filing.written().title())
                ? Optional.empty()
                : Optional.of(page.title()),
            Optional.of(page.block()),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    String key = EffectKey.edit(installation, own.subject(), carried.revision());
    Effect effect = new Effect.EditTicket(edit);
    registrar.offer(
        books, OutboxEntry.pending(key, filing.tracker(), own.subject(), effect, from), from);
    return own.carrying(carried);
  }

  /** Says something, unless it was said. */
  OwnTicket once(Books books, OwnTicket own, String what, Prose words, Instant now) {
    if (own.said().contains(what)) {
      return own;
    }
    String key = EffectKey.question(installation, own.subject(), what);
    post(books, own, what, key, words, now);
    return own.saying(what);
  }

  /** Acknowledges a comment. */
  void reply(Books books, OwnTicket own, PostmortemAnswers.Reply reply, Instant now) {
    String key = EffectKey.reply(installation, own.subject(), reply.commentId());
    post(books, own, "reply", key, reply.words(), now);
  }

  private void post(Books books, OwnTicket own, String kind, String key, Prose words, Instant now) {
    String tracker = own.filing().orElseThrow().tracker();
    if (silent.contains(tracker)) {
      return;
    }
    Effect effect = new Effect.PostComment(kind, new CommentDraft(marker(own), key, words));
    registrar.offer(books, OutboxEntry.pending(key, tracker, own.subject(), effect, now), now);
  }
}
