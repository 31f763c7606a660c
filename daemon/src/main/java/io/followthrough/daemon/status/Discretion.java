package io.followthrough.daemon.status;

import io.followthrough.item.ActionItem;
import io.followthrough.item.Filing;
import io.followthrough.item.Finding;
import io.followthrough.item.Incident;
import io.followthrough.item.ItemId;
import io.followthrough.item.Judgement;
import io.followthrough.item.Origin;
import io.followthrough.item.Promise;
import io.followthrough.item.Words;
import io.followthrough.ledger.Books;
import io.followthrough.ledger.DocumentRecord;
import io.followthrough.ledger.Effect;
import io.followthrough.ledger.JournalEntry;
import io.followthrough.ledger.Mirror;
import io.followthrough.ledger.OutboxEntry;
import io.followthrough.ledger.OwnTicket;
import io.followthrough.ledger.Subject;
import io.followthrough.plan.Change;
import io.followthrough.sync.Confidential;
import io.followthrough.tracker.CommentDraft;
import io.followthrough.tracker.Marker;
import io.followthrough.tracker.Prose;
import io.followthrough.tracker.Span;
import io.followthrough.tracker.Ticket;
import io.followthrough.tracker.Written;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes the words of confidential documents out of whatever is shown: titles, texts, names, links
 * and people. What is left is that there is something, and where its ticket is.
 */
public final class Discretion {
  /** What is read in the place of what is not. */
  public static final String WORD = "(confidential)";

  private static final int LEAST = 4;

  private final Confidential confidential;
  private final Set<ItemId> items = new HashSet<>();
  private final Set<Subject> subjects = new HashSet<>();
  private final Set<String> phrases = new HashSet<>();

  private Discretion(Books books) {
    this.confidential = Confidential.of(books);
    for (String document : confidential.documents()) {
      books.documents().find(document).ifPresent(record -> learn(record.origin()));
      books.ownTickets().about(document).forEach(own -> subjects.add(own.subject()));
      for (ActionItem item : books.items().ofDocument(document)) {
        items.add(item.id());
        subjects.add(Subject.of(item.id()));
        learn(item.origin());
        phrases.add(item.promise().title());
        phrases.add(item.firstTitle());
      }
    }
    phrases.removeIf(phrase -> phrase.strip().length() < LEAST);
  }

  private void learn(Origin origin) {
    phrases.add(origin.path());
    phrases.add(origin.title());
    origin.link().ifPresent(phrases::add);
    origin.incident().id().ifPresent(phrases::add);
  }

  /** The discretion that the present documents ask for. */
  public static Discretion of(Books books) {
    return new Discretion(books);
  }

  /** True where nothing is confidential. */
  public boolean isIdle() {
    return confidential.isNone();
  }

  boolean hides(String documentKey) {
    return confidential.has(documentKey);
  }

  /** The key of a document, also where it is known only by what stands in its place. */
  String key(String shown) {
    return confidential.documents().stream()
        .filter(key -> shown.endsWith(":" + unnamed(key)))
        .findFirst()
        .orElse(shown);
  }

  private static String unnamed(String documentKey) {
    return WORD + " " + Words.fingerprint(documentKey);
  }

  /** An item as it may be shown. */
  public ActionItem item(ActionItem item) {
    if (!hides(item.origin().documentKey())) {
      return item;
    }
    Judgement made = item.judgement();
    Promise promise = item.promise();
    return new ActionItem(
        item.id(),
        WORD,
        origin(item.origin()),
        new Promise(
            WORD,
            WORD,
            promise.line(),
            promise.rule(),
            Optional.empty(),
            promise.due(),
            Optional.empty(),
            promise.done(),
            List.of(),
            promise.priority(),
            promise.kind(),
            Optional.empty(),
            List.of()),
        new Judgement(
            made.stage(),
            Optional.empty(),
            Optional.empty(),
            made.placement(),
            made.findings().stream().map(it -> new Finding(it.rule(), it.holds(), WORD)).toList()),
        item.filing().map(Discretion::filing),
        item.carried(),
        item.firstSeenAt(),
        item.removedAt());
  }

  private static Filing filing(Filing filing) {
    Written nothing = new Written(WORD, Optional.empty(), Optional.empty(), Optional.empty(), "");
    return new Filing(
        filing.tracker(), filing.ref(), filing.at(), filing.adopted(), nothing, filing.marker());
  }

  /** A document as it may be named. */
  public Origin origin(Origin origin) {
    return hides(origin.documentKey())
        ? new Origin(
            origin.source(), unnamed(origin.documentKey()), Optional.empty(), Incident.unknown())
        : origin;
  }

  DocumentRecord document(DocumentRecord record) {
    return hides(record.origin().documentKey())
        ? new DocumentRecord(
            origin(record.origin()),
            record.version(),
            record.firstSeenAt(),
            record.readAt(),
            record.readyAt(),
            record.history(),
            record.rules(),
            record.problem().map(words -> WORD),
            record.goneAt())
        : record;
  }

  Mirror mirror(Mirror mirror) {
    if (!items.contains(mirror.item())) {
      return mirror;
    }
    Ticket ticket = mirror.ticket();
    Ticket bare =
        new Ticket(
            ticket.ref(),
            WORD,
            ticket.state(),
            ticket.status(),
            ticket.resolution(),
            List.of(),
            List.of(),
            ticket.priority(),
            ticket.due(),
            ticket.planned(),
            ticket.marker(),
            "",
            ticket.createdAt(),
            ticket.updatedAt(),
            ticket.closedAt(),
            Optional.empty());
    return new Mirror(
        mirror.item(),
        mirror.tracker(),
        bare,
        mirror.seenAt(),
        mirror.humanActAt(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        mirror.due());
  }

  JournalEntry entry(JournalEntry entry) {
    boolean hidden = entry.item().filter(items::contains).isPresent();
    return hidden || !words(entry.words()).equals(entry.words())
        ? new JournalEntry(
            entry.at(),
            entry.actor(),
            entry.item(),
            entry.kind(),
            hidden ? WORD : words(entry.words()),
            entry.rule(),
            List.of(),
            entry.state())
        : entry;
  }

  /** Words without the names that no more than confidential documents have. */
  String words(String words) {
    String shown = words;
    for (String phrase : phrases) {
      shown = shown.replace(phrase, WORD);
    }
    return shown;
  }

  OwnTicket ownTicket(OwnTicket own) {
    return hides(own.about())
        ? new OwnTicket(
            own.subject(),
            unnamed(own.about()),
            WORD,
            own.filing().map(Discretion::filing),
            own.carried(),
            Optional.empty(),
            List.of(),
            own.said(),
            own.items(),
            own.nextAt())
        : own;
  }

  OutboxEntry entry(OutboxEntry entry) {
    if (!subjects.contains(entry.subject())) {
      return entry;
    }
    Marker marker = new Marker("-", entry.subject().value(), "0", "0");
    Prose nothing = Prose.empty().paragraph(Span.plain(WORD));
    return new OutboxEntry(
        entry.key(),
        entry.sequence(),
        entry.destination(),
        entry.subject(),
        new Effect.PostComment("confidential", new CommentDraft(marker, entry.key(), nothing)),
        entry.state(),
        entry.createdAt(),
        entry.notBefore(),
        entry.claim(),
        entry.sentAt(),
        entry.attempts(),
        entry.problem().map(words -> WORD),
        entry.settledAt());
  }

  /** Changes as they may be shown. */
  public List<Change> changes(List<Change> changes) {
    return changes.stream().map(this::change).toList();
  }

  /** A change as it may be shown. */
  public Change change(Change change) {
    return change.match(
        create ->
            new Change.Create(
                item(create.item()), create.tracker(), create.draft(), create.carried()),
        adopt -> new Change.Adopt(item(adopt.item()), adopt.tracker(), adopt.ref()),
        edit -> new Change.Edit(item(edit.item()), edit.tracker(), edit.edit(), edit.carried()));
  }
}
