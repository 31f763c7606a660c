package io.followthrough.daemon.web;

import io.followthrough.daemon.status.StatusItem;
import io.followthrough.item.Incident;
import io.followthrough.item.Origin;
import io.followthrough.ledger.Books;
import io.followthrough.ledger.DocumentRecord;
import io.followthrough.ledger.Ledger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one postmortem. */
final class PostmortemReader {
  private static final int ROWS = 75;

  private final Ledger ledger;
  private final Overviews overviews;

  PostmortemReader(Ledger ledger, Overviews overviews) {
    this.ledger = ledger;
    this.overviews = overviews;
  }

  /**
   * A page of a postmortem.
   *
   * @param query {@code after}, the last item of the page before
   */
  Optional<PostmortemView> read(String fingerprint, Query query, Times times) {
    return overviews
        .current()
        .postmortem(fingerprint)
        .map(one -> ledger.read(books -> view(books, one, query, times)));
  }

  private static PostmortemView view(
      Books books, Overview.Postmortem postmortem, Query query, Times times) {
    String key = postmortem.origin().documentKey();
    Optional<DocumentRecord> document = books.documents().find(key);
    Origin origin = document.map(DocumentRecord::origin).orElse(postmortem.origin());
    List<StatusItem> all =
        books.items().ofDocument(key).stream()
            .map(item -> StatusItem.of(books, item))
            .sorted(DashboardReader.AS_WRITTEN)
            .toList();
    List<StatusItem> rest = rest(all, query.get("after"));
    List<StatusItem> page = rest.subList(0, Math.min(ROWS, rest.size()));
    Optional<String> more =
        page.size() == rest.size()
            ? Optional.empty()
            : Optional.of("after=" + page.get(page.size() - 1).item().id());
    return new PostmortemView(
        postmortem.fingerprint(),
        Plain.line(origin.title()),
        Row.Link.of(origin.path(), origin.link().orElse("")),
        document.flatMap(DocumentRecord::problem).map(Plain::text),
        facts(origin, document, times),
        page.stream().map(status -> Row.of(status, times)).toList(),
        all.size(),
        more);
  }

  private static List<StatusItem> rest(List<StatusItem> all, Optional<String> after) {
    if (after.isEmpty()) {
      return all;
    }
    List<StatusItem> rest =
        all.stream().dropWhile(one -> !one.item().id().value().equals(after.get())).toList();
    return rest.isEmpty() ? rest : rest.subList(1, rest.size());
  }

  private static List<ItemView.Fact> facts(
      Origin origin, Optional<DocumentRecord> document, Times times) {
    Incident incident = origin.incident();
    List<ItemView.Fact> facts = new ArrayList<>();
    incident.id().ifPresent(id -> facts.add(ItemView.Fact.of("Incident", id)));
    incident
        .date()
        .map(times::on)
        .ifPresent(day -> facts.add(new ItemView.Fact("Began", day.text(), Optional.of(day))));
    incident.severity().ifPresent(words -> facts.add(ItemView.Fact.of("Severity", words)));
    list(facts, "Services", incident.services());
    incident.owner().ifPresent(words -> facts.add(ItemView.Fact.of("Incident owner", words)));
    incident.author().ifPresent(words -> facts.add(ItemView.Fact.of("Author", words)));
    list(facts, "Failure modes", incident.failureModes());
    list(facts, "Repeats", incident.repeatOf());
    facts.add(ItemView.Fact.of("Source", origin.source()));
    document.ifPresent(
        read -> {
          Moment at = times.at(read.readAt());
          facts.add(new ItemView.Fact("Last read", at.text(), Optional.of(at)));
          facts.add(ItemView.Fact.of("Counts", counts(read, times)));
        });
    return facts;
  }

  private static String counts(DocumentRecord document, Times times) {
    if (document.goneAt().isPresent()) {
      return "no longer: its source no longer has it";
    }
    if (document.history()) {
      return "as history: it teaches, and opens no ticket";
    }
    return document
        .readyAt()
        .map(at -> "since " + times.at(at).text())
        .orElse("not yet: it is a draft");
  }

  private static void list(List<ItemView.Fact> facts, String name, List<String> words) {
    if (!words.isEmpty()) {
      facts.add(ItemView.Fact.of(name, String.join(", ", words)));
    }
  }
}
