package io.followthrough.daemon.cycle;

import io.followthrough.document.DocumentFormat;
import io.followthrough.document.ParsedDocument;
import io.followthrough.document.PostmortemDocument;
import io.followthrough.document.SourceException;
import io.followthrough.extract.Candidate;
import io.followthrough.extract.Extracted;
import io.followthrough.item.ActionItem;
import io.followthrough.item.Incident;
import io.followthrough.item.ItemId;
import io.followthrough.item.Judgement;
import io.followthrough.item.Origin;
import io.followthrough.item.Promise;
import io.followthrough.ledger.Books;
import io.followthrough.ledger.DocumentRecord;
import io.followthrough.ledger.JournalEntry;
import io.followthrough.ledger.Ledger;
import io.followthrough.plan.Identity;
import io.followthrough.sync.Confidential;
import io.followthrough.tracker.Tracker;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** From one document to its action items, judged and kept. */
public final class Appraiser {
  private final String installation;
  private final Ledger ledger;
  private final DocumentPolicies policies;
  private final Secrecy secrecy;
  private final Judge judge;
  private final Links links;
  private final Recurrence recurrence;
  private final String rules;

  /**
   * An appraiser.
   *
   * @param rules the fingerprint of the rules, see {@link Intake}
   */
  public Appraiser(
      String installation,
      Ledger ledger,
      DocumentPolicies policies,
      Secrecy secrecy,
      Judge judge,
      Collection<Tracker> trackers,
      Recurrence recurrence,
      String rules) {
    this.installation = installation;
    this.ledger = ledger;
    this.policies = policies;
    this.secrecy = secrecy;
    this.judge = judge;
    this.links = new Links(trackers);
    this.recurrence = recurrence;
    this.rules = rules;
  }

  /**
   * Reads a document and keeps its items.
   *
   * @param gone keys of documents that are no longer there: this one may be one of them, renamed
   * @return the items that it has now, and those that it has no longer; empty where it is
   *     confidential and nobody may hold it: nothing of it was kept then
   * @throws SourceException where it is not wholly understood: what is missing from it proves
   *     nothing then, so nothing is changed
   */
  Optional<List<ActionItem>> appraise(PostmortemDocument document, Set<String> gone, Instant now) {
    ParsedDocument parsed = DocumentFormat.of(document.path()).parse(document.text());
    boolean whole = !document.text().isBlank() && parsed.problems().isEmpty();
    if (!whole && secrecy.suspects(document)) {
      return Optional.empty();
    }
    requireWhole(document, parsed);
    DocumentPolicies.Policy policy = policies.of(document.source());
    Extracted extracted = policy.extract(parsed, document);
    boolean secret = secrecy.holds(document, parsed, extracted.incident());
    if (secret && secrecy.onlyTracker().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(appraise(document, parsed, extracted, secret, gone, now));
  }

  private List<ActionItem> appraise(
      PostmortemDocument document,
      ParsedDocument parsed,
      Extracted extracted,
      boolean secret,
      Set<String> gone,
      Instant now) {
    DocumentPolicies.Policy policy = policies.of(document.source());
    return ledger.write(
        books -> {
          if (secret) {
            Confidential.mark(books, document.key(), secrecy.onlyTracker());
          } else if (Confidential.clear(books, document.key())) {
            books
                .items()
                .ofDocument(document.key())
                .forEach(item -> Intake.lookAgain(books, item.id(), now));
          }
          DocumentRecord record = record(books, document, parsed, extracted, policy, now);
          if (record.history() && !policy.learns()) {
            books.documents().put(record);
            return List.of();
          }
          List<ActionItem> items = items(books, record, extracted, gone, now);
          books.documents().put(record);
          recurrence.record(books, record, now);
          return items;
        });
  }

  private static void requireWhole(PostmortemDocument document, ParsedDocument parsed) {
    String name = document.source() + ": " + document.path();
    if (document.text().isBlank()) {
      throw new SourceException(
          name + " is empty: write it, or delete it; its items stay as they were", null);
    }
    parsed.problems().stream()
        .findFirst()
        .ifPresent(
            problem -> {
              throw new SourceException(
                  name
                      + ", line "
                      + problem.line()
                      + ": "
                      + problem.message()
                      + ". Mend it; its items stay as they were",
                  null);
            });
  }

  private DocumentRecord record(
      Books books,
      PostmortemDocument document,
      ParsedDocument parsed,
      Extracted extracted,
      DocumentPolicies.Policy policy,
      Instant now) {
    Incident incident = extracted.incident().incident();
    Origin origin = new Origin(document.source(), document.path(), document.link(), incident);
    Optional<DocumentRecord> before = books.documents().find(origin.documentKey());
    Instant firstSeen = before.map(DocumentRecord::firstSeenAt).orElse(now);
    Optional<Instant> ready =
        before
            .flatMap(DocumentRecord::readyAt)
            .or(
                () ->
                    policy.isReady(document, parsed, extracted.incident().labels(), now)
                        ? Optional.of(now)
                        : Optional.empty());
    return new DocumentRecord(
        origin,
        document.version(),
        firstSeen,
        now,
        ready,
        policy.isHistory(document, incident, DocumentPolicies.firstRun(books, now)),
        rules,
        Optional.empty(),
        Optional.empty());
  }

  private List<ActionItem> items(
      Books books, DocumentRecord record, Extracted extracted, Set<String> gone, Instant now) {
    String key = record.origin().documentKey();
    List<Promise> promises = extracted.candidates().stream().map(Candidate::promise).toList();
    List<ActionItem> own = books.items().ofDocument(key);
    List<ActionItem> renamed = Kin.renamed(books, record.origin(), promises, gone);
    List<ActionItem> others = new ArrayList<>(renamed);
    Kin.orphans(books, record.origin()).stream()
        .filter(item -> !renamed.contains(item))
        .forEach(others::add);
    Identity.Match match = Kin.match(promises, own, others);
    Set<Integer> twins = Kin.twins(books, record.origin(), promises, match, gone);
    List<Judge.Brief> briefs = new ArrayList<>();
    for (int i = 0; i < promises.size(); i++) {
      Promise promise = promises.get(i);
      boolean linked = links.of(promise).isPresent();
      briefs.add(new Judge.Brief(promise, match.items().get(i), twins.contains(i), linked));
    }
    List<Judge.Judged> judged = judge.judge(books, record, briefs, now);
    Set<ItemId> taken = new HashSet<>();
    List<ActionItem> items = new ArrayList<>();
    for (int i = 0; i < judged.size(); i++) {
      Promise promise = judged.get(i).promise();
      Judgement judgement = judged.get(i).judgement();
      Optional<ActionItem> known = match.items().get(i);
      ActionItem read =
          known.isPresent()
              ? known.get().readAgain(record.origin(), promise, judgement)
              : born(books, record.origin(), promise, judgement, taken, now);
      ActionItem item = PostmortemTickets.answered(books, read);
      taken.add(item.id());
      keep(books, known, item, now);
      items.add(item);
    }
    for (ActionItem missing : match.missing()) {
      boolean moved = renamed.contains(missing);
      ActionItem lost = moved ? missing.movedTo(record.origin()) : missing;
      if (missing.removedAt().isEmpty() && (moved || missing.origin().documentKey().equals(key))) {
        Intake.remove(books, lost, "the postmortem no longer has it", now);
        items.add(lost.removed(now));
      } else if (moved) {
        books.items().put(lost);
      }
    }
    return items;
  }

  private ActionItem born(
      Books books,
      Origin origin,
      Promise promise,
      Judgement judgement,
      Set<ItemId> taken,
      Instant now) {
    int occurrence = 0;
    ItemId id = ItemId.of(installation, origin.documentKey(), promise.title(), occurrence);
    while (taken.contains(id) || books.items().find(id).isPresent()) {
      occurrence++;
      id = ItemId.of(installation, origin.documentKey(), promise.title(), occurrence);
    }
    return ActionItem.born(id, origin, promise, judgement, now);
  }

  private static void keep(Books books, Optional<ActionItem> before, ActionItem item, Instant now) {
    if (before.filter(item::equals).isPresent()) {
      return;
    }
    books.items().put(item);
    boolean isNew = before.isEmpty();
    boolean judgedAnew = !isNew && !before.get().judgement().equals(item.judgement());
    if (isNew) {
      say(
          books,
          item,
          "found",
          "line "
              + item.promise().line()
              + " of "
              + item.origin().path()
              + ": "
              + item.promise().title(),
          item.promise().rule(),
          now);
    } else if (before.get().removedAt().isPresent()) {
      say(books, item, "restored", "the postmortem has it again", "", now);
      Intake.lookAgain(books, item.id(), now);
    }
    if (isNew || judgedAnew) {
      item.judgement()
          .findings()
          .forEach(
              finding ->
                  say(
                      books,
                      item,
                      finding.holds() ? "held" : "noted",
                      finding.message(),
                      finding.rule(),
                      now));
      say(books, item, "judged", words(item), "", now);
    }
  }

  private static String words(ActionItem item) {
    return switch (item.stage()) {
      case PROPOSED -> "waits for the postmortem to be mended";
      case ACCEPTED -> "accepted" + item.placement().map(p -> " for " + p.tracker()).orElse("");
      case DONE_AT_BIRTH -> "the postmortem calls it done: no ticket";
      case LEARNED -> "history: no ticket and no message";
      case AWARE -> "known and not committed to: no ticket";
      case DECLINED -> "declined on the postmortem's ticket: no ticket";
      case MERGED -> "another document of the same incident has it: followed there";
    };
  }

  private static void say(
      Books books, ActionItem item, String kind, String words, String rule, Instant now) {
    books.journal().append(JournalEntry.ours(now, item.id(), kind, words, rule));
  }
}
