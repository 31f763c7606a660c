package io.followthrough.sync;

import static java.util.Objects.requireNonNull;

import io.followthrough.item.Filing;
import io.followthrough.ledger.Effect;
import io.followthrough.ledger.OutboxEntry;
import io.followthrough.tracker.Comment;
import io.followthrough.tracker.CommentDraft;
import io.followthrough.tracker.FailureKind;
import io.followthrough.tracker.Outcome;
import io.followthrough.tracker.Receipt;
import io.followthrough.tracker.TicketDraft;
import io.followthrough.tracker.TicketEdit;
import io.followthrough.tracker.Tracker;
import io.followthrough.tracker.TrackerException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes the one call of an outbox entry. */
final class Sender {
  private Sender() {}

  /**
   * An effect that happened.
   *
   * @param filing how the subject is filed now, where that changed
   * @param kind the journal's word for it
   * @param saidAt since when a comment stands on the ticket, by the tracker's clock
   * @param remarks what the tracker dropped or people had changed
   */
  record Landed(
      Optional<Filing> filing,
      String kind,
      String words,
      Optional<Instant> saidAt,
      List<String> remarks) {
    Landed {
      requireNonNull(filing, "filing is null");
      requireNonNull(saidAt, "saidAt is null");
      requireNonNull(kind, "kind is null");
      requireNonNull(words, "words is null");
      remarks = List.copyOf(remarks);
    }

    /** An effect that changes nothing of what the ledger keeps. */
    static Landed of(String kind, String words) {
      return new Landed(Optional.empty(), kind, words, Optional.empty(), List.of());
    }
  }

  /**
   * Sends an entry.
   *
   * @throws TrackerException where it failed or nobody knows
   */
  static Landed send(Tracker tracker, OutboxEntry entry, Dossier about, Instant now) {
    return entry
        .effect()
        .accept(
            new Effect.Reader<Landed>() {
              @Override
              public Landed create(Effect.CreateTicket create) {
                return Sender.create(tracker, entry, create.draft(), now);
              }

              @Override
              public Landed edit(Effect.EditTicket edit) {
                return Sender.edit(tracker, edit, about.filed());
              }

              @Override
              public Landed comment(Effect.PostComment comment) {
                return said(
                    comment, about.filed(), tracker.comment(about.filed().ref(), comment.draft()));
              }

              @Override
              public Landed amend(Effect.AmendComment amend) {
                return Sender.amend(tracker, amend, about.filed());
              }

              @Override
              public Landed close(Effect.CloseTicket close) {
                return Sender.close(tracker, close, about.filed());
              }

              @Override
              public Landed message(Effect.SendMessage message) {
                throw new TrackerException(
                    FailureKind.REJECTED,
                    "tell",
                    tracker.name() + " is a tracker and takes no messages");
              }
            });
  }

  /**
   * Sends several creations in one call.
   *
   * @return one outcome an entry, in their order
   */
  static List<Outcome> create(Tracker tracker, List<OutboxEntry> creations) {
    List<TicketDraft> drafts = creations.stream().flatMap(entry -> draft(entry.effect())).toList();
    try {
      return tracker.create(drafts);
    } catch (TrackerException e) {
      return drafts.stream().<Outcome>map(draft -> new Outcome.Failed(e)).toList();
    }
  }

  private static Stream<TicketDraft> draft(Effect effect) {
    return effect instanceof Effect.CreateTicket create
        ? Stream.of(create.draft())
        : Stream.empty();
  }

  private static Landed create(Tracker tracker, OutboxEntry entry, TicketDraft draft, Instant now) {
    Outcome outcome = tracker.create(List.of(draft)).get(0);
    return outcome.match(
        receipt -> born(tracker, entry, receipt, now),
        failure -> {
          throw failure;
        });
  }

  /**
   * Dying meanwhile leaves the entry unknown, so that its ticket is looked up and this is done
   * again. What cannot be set is said, and loses nothing.
   */
  private static Receipt completed(Tracker tracker, TicketDraft draft, Receipt receipt) {
    if (!tracker.needsCompletion(draft)) {
      return receipt;
    }
    List<String> remarks = new ArrayList<>(receipt.remarks());
    try {
      remarks.addAll(tracker.complete(receipt.ticket().ref(), draft));
    } catch (TrackerException e) {
      remarks.add("Not all of it could be set, please do it by hand: " + e.getMessage());
    }
    return new Receipt(receipt.ticket(), receipt.written(), remarks);
  }

  /**
   * A ticket that a create call or a look-up found to be there, with all that no create call takes.
   */
  static Landed born(Tracker tracker, OutboxEntry entry, Receipt found, Instant now) {
    return born(
        tracker,
        draft(entry.effect())
            .map(draft -> completed(tracker, draft, found))
            .findFirst()
            .orElse(found),
        now);
  }

  /** A ticket that is there as it is. */
  static Landed born(Tracker tracker, Receipt receipt, Instant now) {
    Filing filing =
        new Filing(
            tracker.name(),
            receipt.ticket().ref(),
            now,
            false,
            receipt.written(),
            receipt.ticket().marker());
    return new Landed(
        Optional.of(filing),
        "created",
        "created " + receipt.ticket().ref().key(),
        Optional.empty(),
        receipt.remarks());
  }

  private static Landed edit(Tracker tracker, Effect.EditTicket effect, Filing filing) {
    TicketEdit planned = effect.edit();
    TicketEdit edit =
        new TicketEdit(
            planned.marker(),
            filing.written(),
            planned.title(),
            planned.block(),
            planned.assignee(),
            planned.due(),
            planned.priority());
    Receipt receipt = tracker.update(filing.ref(), edit);
    return new Landed(
        Optional.of(filing.with(receipt.ticket().ref(), receipt.written())),
        "edited",
        "carried the postmortem's change to " + receipt.ticket().ref().key(),
        Optional.empty(),
        receipt.remarks());
  }

  /** Whoever wrote on it since it was last seen has made it theirs. */
  private static Landed close(Tracker tracker, Effect.CloseTicket close, Filing filing) {
    String key = filing.ref().key();
    if (tracker.comments(filing.ref()).stream().anyMatch(Comment::isHuman)) {
      return Landed.of("left", key + " was left open: a person has written there");
    }
    tracker.close(filing.ref());
    return Landed.of("closed", "closed " + key + ": " + close.why());
  }

  /** A comment that is not there any more needs no other words. */
  private static Landed amend(Tracker tracker, Effect.AmendComment effect, Filing filing) {
    CommentDraft draft = effect.draft();
    Comment comment =
        tracker
            .findComment(filing.ref(), draft.key())
            .orElseThrow(
                () ->
                    new TrackerException(
                        FailureKind.GONE,
                        "amend",
                        "the comment " + draft.key() + " is not there any more"));
    tracker.editComment(filing.ref(), comment.id(), draft);
    return Landed.of("amended", "gave " + place(filing, comment) + " other words");
  }

  /** A comment that a call or a look-up found to be there. */
  static Landed said(Effect.PostComment effect, Filing filing, Comment comment) {
    return new Landed(
        Optional.empty(),
        effect.kind(),
        "said on " + place(filing, comment) + " (" + effect.kind() + ")",
        Optional.of(comment.createdAt()),
        List.of());
  }

  private static String place(Filing filing, Comment comment) {
    return comment.url().isEmpty() ? filing.ref().key() : comment.url();
  }
}
