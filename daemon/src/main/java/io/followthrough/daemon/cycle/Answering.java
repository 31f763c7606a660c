package io.followthrough.daemon.cycle;

import io.followthrough.followup.Hearing;
import io.followthrough.item.ActionItem;
import io.followthrough.item.Filing;
import io.followthrough.item.Stage;
import io.followthrough.ledger.Answers;
import io.followthrough.ledger.Books;
import io.followthrough.ledger.Effect;
import io.followthrough.ledger.EffectKey;
import io.followthrough.ledger.FollowUpState;
import io.followthrough.ledger.JournalEntry;
import io.followthrough.ledger.OutboxEntry;
import io.followthrough.plan.Drafts;
import io.followthrough.sync.Listener;
import io.followthrough.sync.Registrar;
import io.followthrough.tracker.Comment;
import io.followthrough.tracker.CommentDraft;
import io.followthrough.tracker.Ticket;
import io.followthrough.tracker.Written;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Obeys what people answer on the tickets of items: what they decided is kept, what the ticket is
 * to say is put on its way, and each comment is acknowledged once.
 */
public final class Answering implements Listener {
  private static final String ANSWERED = "answered/";

  private final String installation;
  private final Hearing hearing;
  private final Drafts drafts;
  private final Registrar registrar;
  private final Amendment amendment;
  private final Confirmations confirmations;
  private final Set<String> silent;

  /**
   * An answering.
   *
   * @param silent trackers on which nothing is said ({@code comments: off}): people are obeyed
   *     without a word
   */
  public Answering(
      String installation,
      Hearing hearing,
      Drafts drafts,
      Registrar registrar,
      Confirmations confirmations,
      Set<String> silent) {
    this.installation = installation;
    this.hearing = hearing;
    this.drafts = drafts;
    this.registrar = registrar;
    this.amendment = new Amendment(drafts, registrar);
    this.confirmations = confirmations;
    this.silent = Set.copyOf(silent);
  }

  @Override
  public void heard(Books books, Heard heard) {
    Comment comment = heard.comment();
    String once = ANSWERED + heard.tracker() + "/" + comment.id();
    Optional<ActionItem> item = books.items().filedAs(heard.tracker(), comment.ticketId());
    boolean followed = item.filter(it -> it.stage() == Stage.ACCEPTED).isPresent();
    if (!followed || heard.ticket().isEmpty() || books.settings().get(once).isPresent()) {
      return;
    }
    FollowUpState state =
        books
            .followUps()
            .find(item.get().id())
            .orElseGet(() -> FollowUpState.untouched(item.get().id(), heard.now()));
    Ticket ticket = heard.ticket().get();
    Optional<Hearing.Heard> said =
        hearing.hear(comment, item.get(), state.answers(), ticket, heard.again());
    if (said.isEmpty()) {
      return;
    }
    books.settings().put(once, item.get().id().value());
    if (comment.insider()) {
      obey(books, item.get(), state, said.get(), heard);
    } else {
      journal(books, item.get(), comment, "ignored", "does not belong here", heard.now());
    }
  }

  private void obey(
      Books books, ActionItem item, FollowUpState state, Hearing.Heard said, Heard heard) {
    Instant now = heard.now();
    books.followUps().put(state.answering(said.after()).decidedAt(now));
    said.acts().forEach(act -> journal(books, item, heard.comment(), act.kind(), act.words(), now));
    if (!said.acts().isEmpty()) {
      registrar.answered(books, item.id(), now);
    }
    if (said.edits() && !heard.again()) {
      edit(books, item, said.after(), heard.ticket().orElseThrow(), now);
    }
    reply(books, item, said, heard);
  }

  /**
   * Somebody asked for it, so the present assignee and date give way, whoever set them: what the
   * ticket holds now is what the edit expects to find.
   */
  private void edit(Books books, ActionItem item, Answers answers, Ticket ticket, Instant now) {
    Filing filing = item.filing().orElseThrow();
    Written written = filing.written();
    Written expected =
        new Written(
            written.title(),
            answers.ownerOver().isPresent()
                ? ticket.assignees().stream().map(account -> account.handle()).findFirst()
                : written.assignee(),
            answers.dueOver().isPresent() ? ticket.due().or(written::due) : written.due(),
            written.priority(),
            written.block());
    amendment.make(books, item.filed(filing.with(ticket.ref(), expected)), answers, now);
  }

  private void reply(Books books, ActionItem item, Hearing.Heard said, Heard heard) {
    if (silent.contains(heard.tracker()) || !confirmations.isLive(books, heard.tracker())) {
      return;
    }
    String key = EffectKey.reply(installation, item.id(), heard.comment().id());
    CommentDraft draft = new CommentDraft(drafts.markerOf(item), key, said.reply());
    Effect effect = new Effect.PostComment("reply", draft);
    registrar.offer(
        books,
        OutboxEntry.pending(key, heard.tracker(), item.id(), effect, heard.now()),
        heard.now());
  }

  private static void journal(
      Books books, ActionItem item, Comment comment, String kind, String words, Instant now) {
    books
        .journal()
        .append(
            new JournalEntry(
                now,
                comment.author().handle(),
                Optional.of(item.id()),
                kind,
                words,
                comment.url()));
  }
}
