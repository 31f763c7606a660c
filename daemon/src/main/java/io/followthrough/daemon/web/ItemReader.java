package io.followthrough.daemon.web;

import io.followthrough.daemon.status.StatusItem;
import io.followthrough.item.ActionItem;
import io.followthrough.item.ActionKind;
import io.followthrough.item.Finding;
import io.followthrough.item.ItemId;
import io.followthrough.item.Priority;
import io.followthrough.item.Words;
import io.followthrough.ledger.Books;
import io.followthrough.ledger.Effect;
import io.followthrough.ledger.JournalEntry;
import io.followthrough.ledger.Ledger;
import io.followthrough.ledger.OutboxEntry;
import io.followthrough.ledger.OutboxState;
import io.followthrough.tracker.Account;
import io.followthrough.tracker.Comment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the story of one item. */
final class ItemReader {
  private static final int EVENTS = 200;
  private static final int COMMENTS = 100;
  private static final String US = "Followthrough";

  private final Ledger ledger;
  private final WebFacts facts;

  ItemReader(Ledger ledger, WebFacts facts) {
    this.ledger = ledger;
    this.facts = facts;
  }

  Optional<ItemView> read(ItemId id, Times times) {
    List<Comment> told = facts.comments().map(of -> of.apply(id)).orElse(List.of());
    return ledger.read(books -> books.items().find(id).map(item -> view(books, item, told, times)));
  }

  private ItemView view(Books books, ActionItem item, List<Comment> told, Times times) {
    StatusItem status = StatusItem.of(books, item);
    List<OutboxEntry> entries = books.outbox().ofItem(item.id());
    List<JournalEntry> journal = books.journal().ofItem(item.id());
    int earlier = Math.max(0, journal.size() - EVENTS);
    return new ItemView(
        Row.of(status, times),
        Words.fingerprint(item.origin().documentKey()),
        Plain.line(item.origin().title()),
        Row.Link.of(item.origin().path(), item.origin().link().orElse("")),
        "line " + item.promise().line() + ", found by " + Plain.line(item.promise().rule()),
        Plain.text(item.promise().text()),
        facts(status, times),
        warnings(status),
        ProseView.ofOurs(new Sequel(facts, times).of(books, status, entries)),
        status.standing().evidence().stream().map(url -> Row.Link.of(url, url)).toList(),
        entries.stream()
            .filter(entry -> !entry.state().isSettled())
            .map(ItemReader::underway)
            .toList(),
        facts.comments().isPresent() ? remarks(told, entries, times) : ours(entries, times),
        journal.subList(earlier, journal.size()).stream()
            .map(entry -> event(entry, times))
            .toList(),
        earlier);
  }

  private static List<Row.Hold> warnings(StatusItem status) {
    List<Finding> held = status.held();
    return status.item().judgement().findings().stream()
        .filter(finding -> !held.contains(finding))
        .map(finding -> new Row.Hold(Plain.line(finding.rule()), Plain.text(finding.message())))
        .toList();
  }

  private static List<ItemView.Fact> facts(StatusItem status, Times times) {
    ActionItem item = status.item();
    List<ItemView.Fact> facts = new ArrayList<>();
    facts.add(ItemView.Fact.of("Owner", status.owner().orElse("nobody")));
    add(facts, "Team", item.judgement().team());
    status
        .due()
        .map(times::on)
        .ifPresent(due -> facts.add(new ItemView.Fact("Due", due.text(), Optional.of(due))));
    item.promise()
        .dueText()
        .filter(text -> status.due().filter(day -> day.toString().equals(text.strip())).isEmpty())
        .ifPresent(text -> facts.add(ItemView.Fact.of("Due as written", text)));
    add(facts, "Priority", item.promise().priority().map(Priority::word));
    add(facts, "Kind", item.promise().kind().map(ActionKind::word));
    add(facts, "Seen to be done when", item.promise().criterion());
    add(facts, "Services", joined(status.services()));
    add(facts, "Tracker", status.tracker());
    status
        .mirror()
        .ifPresent(
            mirror -> {
              facts.add(ItemView.Fact.of("Ticket’s own state", mirror.ticket().status()));
              List<String> assigned =
                  mirror.ticket().assignees().stream().map(Account::handle).toList();
              facts.add(ItemView.Fact.of("Assigned to", joined(assigned).orElse("nobody")));
            });
    add(facts, "Closed by", status.standing().closedBy());
    status
        .standing()
        .closedAt()
        .map(times::at)
        .ifPresent(at -> facts.add(new ItemView.Fact("Closed", at.text(), Optional.of(at))));
    status
        .followUp()
        .filter(state -> state.deferrals() > 0)
        .ifPresent(state -> facts.add(ItemView.Fact.of("Put off", often(state.deferrals()))));
    return facts;
  }

  private static String often(int times) {
    return times == 1 ? "once" : times + " times";
  }

  private static void add(List<ItemView.Fact> facts, String name, Optional<String> words) {
    words
        .filter(text -> !text.isBlank())
        .ifPresent(text -> facts.add(ItemView.Fact.of(name, text)));
  }

  private static Optional<String> joined(List<String> words) {
    return Optional.of(String.join(", ", words)).filter(text -> !text.isEmpty());
  }

  private static ItemView.Underway underway(OutboxEntry entry) {
    String what = entry.effect().accept(Said.OF_EFFECT);
    String state =
        switch (entry.state()) {
          case PENDING -> "to be sent";
          case IN_FLIGHT -> "being sent";
          case UNKNOWN -> "sent, and looked up whether it arrived";
          case PARKED -> "waits for a person";
          case DONE, SUPERSEDED -> entry.state().name().toLowerCase(Locale.ROOT);
        };
    return new ItemView.Underway(
        what + " for " + Plain.line(entry.destination()), state, entry.problem().map(Plain::text));
  }

  /** What we said, where nobody tells what people said. */
  private static List<ItemView.Remark> ours(List<OutboxEntry> entries, Times times) {
    List<ItemView.Remark> remarks = new ArrayList<>();
    for (OutboxEntry entry : entries) {
      if (entry.state() == OutboxState.DONE) {
        comment(entry)
            .map(said -> ours(said, times.at(entry.settledAt().orElse(entry.createdAt()))))
            .ifPresent(remarks::add);
      }
    }
    return last(remarks);
  }

  private static List<ItemView.Remark> remarks(
      List<Comment> told, List<OutboxEntry> entries, Times times) {
    Map<String, Effect.PostComment> known = new HashMap<>();
    entries.forEach(entry -> comment(entry).ifPresent(said -> known.put(entry.key(), said)));
    return last(
        told.stream()
            .map(
                comment ->
                    comment
                        .key()
                        .flatMap(key -> Optional.ofNullable(known.get(key)))
                        .map(said -> ours(said, times.at(comment.createdAt())))
                        .orElseGet(() -> theirs(comment, times)))
            .collect(Collectors.toList()));
  }

  private static Optional<Effect.PostComment> comment(OutboxEntry entry) {
    return entry.effect() instanceof Effect.PostComment comment
        ? Optional.of(comment)
        : Optional.empty();
  }

  private static ItemView.Remark ours(Effect.PostComment said, Moment when) {
    return new ItemView.Remark(
        US,
        when,
        Optional.of(Said.of(said.kind())),
        Optional.of(ProseView.of(said.draft().body())),
        Optional.empty());
  }

  private static ItemView.Remark theirs(Comment comment, Times times) {
    return new ItemView.Remark(
        Plain.line(comment.author().handle()),
        times.at(comment.createdAt()),
        Optional.empty(),
        Optional.empty(),
        Optional.of(Plain.text(comment.body())));
  }

  private static <T> List<T> last(List<T> all) {
    return all.subList(Math.max(0, all.size() - COMMENTS), all.size());
  }

  private static ItemView.Event event(JournalEntry entry, Times times) {
    boolean isOurs = entry.actor().equals(JournalEntry.US);
    return new ItemView.Event(
        times.at(entry.at()),
        isOurs ? US : Plain.line(entry.actor()),
        Plain.line(entry.kind()),
        Plain.text(entry.words()),
        Plain.line(entry.rule()));
  }
}
