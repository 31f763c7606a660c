package io.followthrough.daemon.cycle;

import io.followthrough.document.DocumentSource;
import io.followthrough.document.SourceException;
import io.followthrough.item.ActionItem;
import io.followthrough.item.Incident;
import io.followthrough.item.ItemId;
import io.followthrough.item.Origin;
import io.followthrough.item.Words;
import io.followthrough.ledger.Books;
import io.followthrough.ledger.DocumentRecord;
import io.followthrough.ledger.JournalEntry;
import io.followthrough.ledger.Ledger;
import io.followthrough.sync.Confidential;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which documents of a source have to be read, and which are gone. */
public final class Intake {
  private final Ledger ledger;
  private final String rules;

  /** In the place of the rules, where a document was not judged. */
  private final String withheld;

  /**
   * An intake.
   *
   * @param rules the fingerprint of the rules that documents are judged by; a document that was
   *     judged by others is read again
   */
  public Intake(Ledger ledger, String rules) {
    this.ledger = ledger;
    this.rules = rules;
    this.withheld = "withheld " + rules;
  }

  /**
   * What a source has.
   *
   * @param changed to be read; new ones first, since what is gone may have been renamed to one
   * @param gone no longer there; their items are kept until {@link #close}, since a document may
   *     only have been renamed
   */
  public record Listing(List<DocumentSource.Entry> changed, List<DocumentRecord> gone) {
    public Listing {
      changed = List.copyOf(changed);
      gone = List.copyOf(gone);
    }

    /** The keys of the documents that are gone. */
    Set<String> goneKeys() {
      return gone.stream().map(d -> d.origin().documentKey()).collect(Collectors.toSet());
    }
  }

  /**
   * Lists a source.
   *
   * @throws SourceException where it cannot be listed, or lists nothing at all although it had
   *     documents: a missing mount is not a mass removal
   */
  public Listing list(DocumentSource source) {
    List<DocumentSource.Entry> entries = source.list();
    Listing listing = ledger.read(books -> list(books, source.name(), entries));
    return new Listing(
        listing.changed(),
        listing.gone().stream().filter(d -> source.isGone(d.origin().path())).toList());
  }

  private Listing list(Books books, String source, List<DocumentSource.Entry> entries) {
    Map<String, DocumentRecord> known = new HashMap<>();
    books.documents().ofSource(source).forEach(d -> known.put(d.origin().path(), d));
    long live = known.values().stream().filter(d -> d.goneAt().isEmpty()).count();
    if (entries.isEmpty() && live > 0) {
      throw new SourceException(
          "source "
              + source
              + ": lists no document where there were "
              + live
              + "; nothing is taken as removed. Is the folder mounted, and `include` right?",
          null);
    }
    List<DocumentSource.Entry> changed = new ArrayList<>();
    List<DocumentSource.Entry> seenBefore = new ArrayList<>();
    for (DocumentSource.Entry entry : entries) {
      Optional<DocumentRecord> unnamed =
          Optional.ofNullable(known.remove(hidden(source, entry.path())));
      Optional<DocumentRecord> record =
          Optional.ofNullable(known.remove(entry.path())).or(() -> unnamed);
      if (record.isEmpty()) {
        changed.add(entry);
      } else if (!isCurrent(record.get(), entry)) {
        seenBefore.add(entry);
      }
    }
    changed.addAll(seenBefore);
    List<DocumentRecord> gone = new ArrayList<>();
    for (DocumentRecord record : known.values()) {
      if (record.goneAt().isEmpty() && !isOutOfSight(record, entries)) {
        gone.add(record);
      }
    }
    return new Listing(changed, gone);
  }

  /** A folder that cannot be listed stands in its source's list: what was below it may be there. */
  private static boolean isOutOfSight(DocumentRecord record, List<DocumentSource.Entry> entries) {
    return entries.stream().anyMatch(e -> record.origin().path().startsWith(e.path() + "/"));
  }

  private boolean isCurrent(DocumentRecord record, DocumentSource.Entry entry) {
    boolean judged = record.rules().equals(rules) && record.readyAt().isPresent();
    return record.version().equals(entry.version())
        && (judged || record.rules().equals(withheld))
        && record.goneAt().isEmpty()
        && record.problem().isEmpty();
  }

  /**
   * Ends a listing after its documents were read: what is left in documents that are gone is
   * removed.
   */
  List<ItemId> close(Listing listing, Instant now) {
    return ledger.write(
        books -> {
          List<ItemId> removed = new ArrayList<>();
          for (DocumentRecord record : listing.gone()) {
            books.documents().put(withGone(record, now));
            for (ActionItem item : books.items().ofDocument(record.origin().documentKey())) {
              if (item.removedAt().isEmpty()) {
                remove(books, item, "its document " + record.origin().path() + " is gone", now);
                removed.add(item.id());
              }
            }
          }
          return removed;
        });
  }

  /** Takes an item as removed from its document; if it has a ticket, people are asked about it. */
  static void remove(Books books, ActionItem item, String why, Instant now) {
    books.items().put(item.removed(now));
    books.journal().append(JournalEntry.ours(now, item.id(), "removed", why, ""));
    lookAgain(books, item.id(), now);
  }

  /** Has the follow-up decide on an item at its next turn. */
  static void lookAgain(Books books, ItemId item, Instant now) {
    books.followUps().find(item).ifPresent(state -> books.followUps().put(state.decidedAt(now)));
  }

  /**
   * Keeps that a document is there which is confidential, and nothing of what it says, not even its
   * name, where it was not known before. Items that it had are held from now on.
   *
   * @return the tickets that carry its words already, where it turned confidential just now
   */
  List<String> withhold(DocumentSource source, DocumentSource.Entry entry, Instant now) {
    return ledger.write(
        books -> {
          Origin named = unknown(source, entry);
          Optional<DocumentRecord> known = books.documents().find(named.documentKey());
          Origin unknown =
              known.isPresent()
                  ? named
                  : new Origin(
                      source.name(),
                      hidden(source.name(), entry.path()),
                      Optional.empty(),
                      Incident.unknown());
          books
              .documents()
              .put(
                  new DocumentRecord(
                      known.map(DocumentRecord::origin).orElse(unknown),
                      entry.version(),
                      known.map(DocumentRecord::firstSeenAt).orElse(now),
                      now,
                      known.flatMap(DocumentRecord::readyAt),
                      known.map(DocumentRecord::history).orElse(false),
                      withheld,
                      Optional.empty(),
                      Optional.empty()));
          return known.isPresent() ? turned(books, named.documentKey(), now) : List.of();
        });
  }

  private static List<String> turned(Books books, String documentKey, Instant now) {
    List<String> exposed = new ArrayList<>();
    if (Confidential.mark(books, documentKey, Optional.empty())) {
      Set<ActionItem> carried = Set.copyOf(Confidential.of(books).exposed(books));
      for (ActionItem item : books.items().ofDocument(documentKey)) {
        String words = "its document is confidential now: nothing more is written about it";
        books.journal().append(JournalEntry.ours(now, item.id(), "held", words, "confidential"));
        if (carried.contains(item)) {
          exposed.add(Confidential.words(item));
        }
      }
    }
    return exposed;
  }

  /** In the place of a name that is not to be known. */
  private static String hidden(String source, String path) {
    return "confidential-" + Words.fingerprint(source, path);
  }

  private static Origin unknown(DocumentSource source, DocumentSource.Entry entry) {
    return new Origin(source.name(), entry.path(), Optional.empty(), Incident.unknown());
  }

  /**
   * Keeps a document that cannot be read; its items stay as they were.
   *
   * @param secret true where its name alone says that it is confidential
   * @return the problem in words, without the name of a confidential document
   */
  String unreadable(
      DocumentSource source,
      DocumentSource.Entry entry,
      boolean secret,
      SourceException failure,
      Instant now) {
    return ledger.write(
        books -> {
          Origin named = unknown(source, entry);
          Origin unnamed =
              new Origin(
                  source.name(),
                  hidden(source.name(), entry.path()),
                  Optional.empty(),
                  Incident.unknown());
          boolean isHidden =
              secret
                  || Confidential.of(books).has(named.documentKey())
                  || books.documents().find(unnamed.documentKey()).isPresent();
          Optional<DocumentRecord> known = books.documents().find(named.documentKey());
          Origin origin = known.map(DocumentRecord::origin).orElse(isHidden ? unnamed : named);
          String why =
              isHidden
                  ? "source "
                      + source.name()
                      + ": a confidential document cannot be read; its items stay as they were"
                  : String.valueOf(failure.getMessage());
          if (known.flatMap(DocumentRecord::problem).filter(why::equals).isEmpty()) {
            books
                .journal()
                .append(
                    new JournalEntry(
                        now, JournalEntry.US, Optional.empty(), "unreadable", why, ""));
          }
          books
              .documents()
              .put(
                  new DocumentRecord(
                      origin,
                      known.map(DocumentRecord::version).orElse(""),
                      known.map(DocumentRecord::firstSeenAt).orElse(now),
                      now,
                      known.flatMap(DocumentRecord::readyAt),
                      known.map(DocumentRecord::history).orElse(false),
                      isHidden ? withheld : rules,
                      Optional.of(why),
                      Optional.empty()));
          return why;
        });
  }

  private static DocumentRecord withGone(DocumentRecord record, Instant now) {
    return new DocumentRecord(
        record.origin(),
        record.version(),
        record.firstSeenAt(),
        record.readAt(),
        record.readyAt(),
        record.history(),
        record.rules(),
        record.problem(),
        Optional.of(now));
  }
}
