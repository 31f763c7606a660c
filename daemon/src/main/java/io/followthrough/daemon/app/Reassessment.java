package io.followthrough.daemon.app;

import static java.util.Objects.requireNonNull;

import io.followthrough.daemon.config.Configuration;
import io.followthrough.daemon.status.StatusItem;
import io.followthrough.item.ActionItem;
import io.followthrough.item.Filing;
import io.followthrough.item.ItemId;
import io.followthrough.item.People;
import io.followthrough.item.Words;
import io.followthrough.ledger.Books;
import io.followthrough.ledger.Effect;
import io.followthrough.ledger.EffectKey;
import io.followthrough.ledger.JournalEntry;
import io.followthrough.ledger.OutboxEntry;
import io.followthrough.tracker.Account;
import io.followthrough.tracker.CommentDraft;
import io.followthrough.tracker.Marker;
import io.followthrough.tracker.Prose;
import io.followthrough.tracker.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Asks once, on each open ticket of some items, whether its promise still stands. */
public final class Reassessment {
  private static final int PAGE = 500;

  private final Configuration configuration;
  private final People people;
  private final String reason;

  /** A reassessment for a reason; the same reason asks nobody twice. */
  public Reassessment(Configuration configuration, String reason) {
    this.configuration = requireNonNull(configuration, "configuration is null");
    this.people = Directory.of(configuration);
    this.reason = reason.strip();
  }

  /** The open items that have a ticket and that a question is meant for. */
  public List<StatusItem> meant(Books books, Predicate<StatusItem> wanted) {
    List<StatusItem> meant = new ArrayList<>();
    List<ActionItem> page = books.items().after(Optional.empty(), PAGE);
    while (!page.isEmpty()) {
      for (ActionItem item : page) {
        StatusItem status = StatusItem.of(books, item);
        boolean asked = books.outbox().find(key(item)).isPresent();
        boolean open = item.filing().isPresent() && status.isOwed() && !asked;
        if (open && wanted.test(status)) {
          meant.add(status);
        }
      }
      ItemId last = page.get(page.size() - 1).id();
      page = books.items().after(Optional.of(last), PAGE);
    }
    return List.copyOf(meant);
  }

  /** Puts the question on its way to each. */
  public void ask(Books books, List<StatusItem> meant, Instant now) {
    for (StatusItem status : meant) {
      ActionItem item = status.item();
      Filing filing = item.filing().orElseThrow();
      CommentDraft draft = new CommentDraft(marker(item, filing), key(item), body(status, filing));
      Effect effect = new Effect.PostComment("reassess", draft);
      OutboxEntry entry = OutboxEntry.pending(key(item), filing.tracker(), item.id(), effect, now);
      if (books.outbox().add(entry)) {
        books.followUps().find(item.id()).ifPresent(it -> books.followUps().put(it.saidAt(now)));
        books
            .journal()
            .append(
                new JournalEntry(
                    now,
                    Houses.person(),
                    Optional.of(item.id()),
                    "reassessed",
                    "asked whether it still stands: " + reason,
                    "reassess"));
      }
    }
  }

  private String key(ActionItem item) {
    return EffectKey.question(
        configuration.installation(), item.id(), "reassess:" + Words.fingerprint(reason));
  }

  private Marker marker(ActionItem item, Filing filing) {
    return filing
        .marker()
        .orElseGet(
            () ->
                new Marker(
                    configuration.installation(),
                    item.id().value(),
                    Words.fingerprint(item.origin().documentKey()),
                    Words.fingerprint(item.firstTitle())));
  }

  private Prose body(StatusItem status, Filing filing) {
    List<Span> question = new ArrayList<>();
    Optional<Span> whom = whom(status, filing);
    whom.ifPresent(question::add);
    question.add(Span.plain((whom.isPresent() ? ", does" : "Does") + " this still stand? "));
    question.add(Span.plain(reason));
    return Prose.empty()
        .with(Prose.Shape.PARAGRAPH, question)
        .paragraph(
            Span.plain("If it does, say so here. If not, answer "),
            Span.code("/followthrough decline because …"),
            Span.plain("; if it is somebody else's, "),
            Span.code("/followthrough owner @name"),
            Span.plain("; if it has to move, "),
            Span.code("/followthrough due 2027-01-31"),
            Span.plain("."))
        .paragraph(Span.plain("Asked once by Followthrough for " + configuration.contact() + "."));
  }

  /** Whoever has the ticket, else whoever promised it. */
  private Optional<Span> whom(StatusItem status, Filing filing) {
    Optional<String> handle =
        status.mirror().stream()
            .flatMap(seen -> seen.ticket().assignees().stream())
            .map(Account::handle)
            .findFirst();
    return handle
        .map(it -> Span.mention(it, it))
        .or(
            () ->
                status
                    .item()
                    .owner()
                    .map(
                        name ->
                            people
                                .person(name)
                                .flatMap(
                                    person ->
                                        configuration
                                            .tracker(filing.tracker())
                                            .flatMap(it -> Directory.handle(person, it)))
                                .map(it -> Span.mention(name, it))
                                .orElse(Span.plain(name))));
  }
}
