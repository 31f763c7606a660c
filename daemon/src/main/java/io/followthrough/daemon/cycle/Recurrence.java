package io.followthrough.daemon.cycle;

import io.followthrough.followup.Prior;
import io.followthrough.followup.Repeat;
import io.followthrough.followup.Repeats;
import io.followthrough.followup.Standing;
import io.followthrough.item.ActionItem;
import io.followthrough.item.Incident;
import io.followthrough.item.ItemId;
import io.followthrough.item.Origin;
import io.followthrough.item.Words;
import io.followthrough.ledger.Answers;
import io.followthrough.ledger.Books;
import io.followthrough.ledger.DocumentRecord;
import io.followthrough.ledger.FollowUpState;
import io.followthrough.ledger.JournalEntry;
import io.followthrough.review.ReviewPostmortem.Predecessor;
import io.followthrough.sync.Confidential;
import io.followthrough.sync.Restraint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Incidents that came back: found when a postmortem is first read, and kept in the ledger. */
public final class Recurrence {
  private static final String OF_ITEM = "repeat/item/";
  private static final String OF_DOCUMENT = "repeat/document/";

  /** A likeness that a person has denied. */
  private static final String DENIED = "repeat/denied/";

  private final Repeats repeats;

  /** A recurrence by the rules of likeness. */
  public Recurrence(Repeats repeats) {
    this.repeats = repeats;
  }

  /** Compares a postmortem that was just read with the back catalogue. */
  void record(Books books, DocumentRecord later, Instant now) {
    String key = later.origin().documentKey();
    boolean known = !books.settings().startingWith(OF_DOCUMENT + key + "\n").isEmpty();
    boolean secret = Confidential.of(books).has(key);
    if (known || secret || later.history() || later.readyAt().isEmpty() || !names(later)) {
      return;
    }
    List<Prior> priors = new ArrayList<>();
    for (DocumentRecord earlier : books.documents().bearing(sought(later))) {
      if (!earlier.origin().documentKey().equals(key) && names(earlier)) {
        priors.addAll(priors(books, earlier));
      }
    }
    for (Repeat repeat : repeats.of(later.origin(), later.firstSeenAt(), priors)) {
      String earlier = repeat.earlier().documentKey();
      if (books.settings().get(DENIED + key + "\n" + earlier).isPresent()) {
        continue;
      }
      books.settings().put(OF_DOCUMENT + key + "\n" + earlier, repeat.kind().words());
      for (ItemId item : repeat.items()) {
        String value = repeat.kind().name() + "\n" + repeat.seenAt() + "\n" + repeat.why();
        books.settings().put(OF_ITEM + item + "/" + key + "\n" + earlier, value);
        books
            .journal()
            .append(
                JournalEntry.ours(
                    now,
                    item,
                    "repeat",
                    repeat.kind().words()
                        + ": "
                        + later.origin().title()
                        + " ("
                        + repeat.why()
                        + ")",
                    ""));
        Intake.lookAgain(books, item, now);
      }
    }
  }

  /** What a predecessor is called, or has in common. */
  private static Set<String> sought(DocumentRecord later) {
    Incident incident = later.origin().incident();
    return Stream.concat(incident.failureModes().stream(), incident.repeatOf().stream())
        .map(Words::normalise)
        .collect(Collectors.toSet());
  }

  private static boolean names(DocumentRecord document) {
    return !document.origin().incident().services().isEmpty()
        || !document.origin().incident().repeatOf().isEmpty()
        || document.origin().incident().id().isPresent();
  }

  private static List<Prior> priors(Books books, DocumentRecord document) {
    return books.items().ofDocument(document.origin().documentKey()).stream()
        .map(item -> new Prior(item, standing(books, item)))
        .toList();
  }

  private static Standing standing(Books books, ActionItem item) {
    Answers answers =
        books.followUps().find(item.id()).map(FollowUpState::answers).orElse(Answers.NONE);
    return books
        .mirrors()
        .find(item.id())
        .map(mirror -> Standing.of(item, mirror, answers))
        .orElseGet(() -> Standing.of(item));
  }

  /** The later postmortems that resemble an item's own. */
  List<Repeat> of(Books books, ActionItem item) {
    List<Repeat> found = new ArrayList<>();
    books
        .settings()
        .startingWith(OF_ITEM + item.id() + "/")
        .forEach((key, value) -> repeat(books, item, key, value).ifPresent(found::add));
    return found;
  }

  private static Optional<Repeat> repeat(Books books, ActionItem item, String key, String value) {
    String[] documents = key.substring((OF_ITEM + item.id() + "/").length()).split("\n", 2);
    String[] facts = value.split("\n", 3);
    Optional<DocumentRecord> later = books.documents().find(documents[0]);
    return later.map(
        record ->
            new Repeat(
                item.origin(),
                record.origin(),
                Repeat.Kind.valueOf(facts[0]),
                List.of(item.id()),
                Instant.parse(facts[1]),
                facts[2]));
  }

  /** What a postmortem repeats, as far as it may be named there. */
  static List<Repeat> repeatsOf(Books books, Origin later, Restraint restraint) {
    List<Repeat> found = new ArrayList<>();
    String prefix = OF_DOCUMENT + later.documentKey() + "\n";
    for (String key : books.settings().startingWith(prefix).keySet()) {
      String earlier = key.substring(prefix.length());
      books
          .documents()
          .find(earlier)
          .filter(record -> restraint.mayBeNamed(record.origin(), later))
          .flatMap(record -> first(books, later, earlier))
          .ifPresent(found::add);
    }
    return List.copyOf(found);
  }

  private static Optional<Repeat> first(Books books, Origin later, String earlier) {
    String tail = "/" + later.documentKey() + "\n" + earlier;
    return books.items().ofDocument(earlier).stream()
        .flatMap(
            item ->
                books.settings().get(OF_ITEM + item.id() + tail).stream()
                    .flatMap(
                        value -> repeat(books, item, OF_ITEM + item.id() + tail, value).stream()))
        .findFirst();
  }

  /**
   * A person denies that a postmortem repeats an earlier one: it is not said again.
   *
   * @param earlier the earlier incident's id or title, as a person writes it
   * @return whether there was such a likeness
   */
  static boolean deny(Books books, Origin later, String earlier, String person, Instant now) {
    String prefix = OF_DOCUMENT + later.documentKey() + "\n";
    Optional<DocumentRecord> meant =
        books.settings().startingWith(prefix).keySet().stream()
            .flatMap(key -> books.documents().find(key.substring(prefix.length())).stream())
            .filter(record -> isCalled(record.origin(), Words.normalise(earlier)))
            .findFirst();
    meant.ifPresent(
        record -> {
          String key = record.origin().documentKey();
          String tail = later.documentKey() + "\n" + key;
          books.settings().put(DENIED + tail, now.toString());
          books.settings().remove(OF_DOCUMENT + tail);
          for (ActionItem item : books.items().ofDocument(key)) {
            books.settings().remove(OF_ITEM + item.id() + "/" + tail);
          }
          books
              .journal()
              .append(
                  new JournalEntry(
                      now,
                      person,
                      Optional.empty(),
                      "repeat-denied",
                      later.title() + " does not repeat " + record.origin().title(),
                      ""));
        });
    return meant.isPresent();
  }

  private static boolean isCalled(Origin origin, String words) {
    return !words.isEmpty()
        && (origin.incident().id().map(Words::normalise).filter(words::equals).isPresent()
            || Words.normalise(origin.title()).equals(words));
  }

  /** What a postmortem repeats, in words; empty where it repeats nothing. */
  public static Optional<String> repeatOf(Books books, String documentKey) {
    return books.settings().startingWith(OF_DOCUMENT + documentKey + "\n").keySet().stream()
        .map(key -> key.substring(key.indexOf('\n') + 1))
        .map(
            earlier ->
                books
                    .documents()
                    .find(earlier)
                    .flatMap(record -> record.origin().incident().id())
                    .orElse(earlier))
        .findFirst();
  }

  /** What a postmortem repeats, and what had become of the earlier items by then. */
  static List<Predecessor> predecessors(Books books, String documentKey) {
    List<Predecessor> found = new ArrayList<>();
    books
        .settings()
        .startingWith(OF_DOCUMENT + documentKey + "\n")
        .forEach(
            (key, words) -> {
              String earlier = key.substring(key.indexOf('\n') + 1);
              Optional<DocumentRecord> record = books.documents().find(earlier);
              String title = record.map(one -> one.origin().title()).orElse(earlier);
              Stream.of(Repeat.Kind.values())
                  .filter(kind -> kind.words().equals(words))
                  .forEach(kind -> found.add(new Predecessor(title, kind)));
            });
    return List.copyOf(found);
  }

  /** The items whose incident came back, whatever had become of them by then. */
  static Set<ItemId> itemsThatCameBack(Books books) {
    return books.settings().startingWith(OF_ITEM).keySet().stream()
        .map(key -> key.substring(OF_ITEM.length()).split("/", 2)[0])
        .map(ItemId::new)
        .collect(Collectors.toSet());
  }
}
