package io.followthrough.daemon.web;

import io.followthrough.item.ActionItem;
import io.followthrough.item.ActionKind;
import io.followthrough.item.Filing;
import io.followthrough.item.Finding;
import io.followthrough.item.Incident;
import io.followthrough.item.ItemId;
import io.followthrough.item.Judgement;
import io.followthrough.item.Origin;
import io.followthrough.item.Placement;
import io.followthrough.item.Priority;
import io.followthrough.item.Promise;
import io.followthrough.item.Stage;
import io.followthrough.ledger.Books;
import io.followthrough.ledger.Claim;
import io.followthrough.ledger.DocumentRecord;
import io.followthrough.ledger.Effect;
import io.followthrough.ledger.EffectKey;
import io.followthrough.ledger.FollowUpState;
import io.followthrough.ledger.JournalEntry;
import io.followthrough.ledger.MemoryLedger;
import io.followthrough.ledger.Mirror;
import io.followthrough.ledger.OutboxEntry;
import io.followthrough.tracker.Account;
import io.followthrough.tracker.CommentDraft;
import io.followthrough.tracker.Marker;
import io.followthrough.tracker.Prose;
import io.followthrough.tracker.Span;
import io.followthrough.tracker.Ticket;
import io.followthrough.tracker.TicketDraft;
import io.followthrough.tracker.TicketRef;
import io.followthrough.tracker.TicketState;
import io.followthrough.tracker.Transition;
import io.followthrough.tracker.Written;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A quarter of a small shop, in a ledger: a bit of everything that a page has to show. */
final class Quarter {
  static final Instant NOW = Instant.parse("2026-11-20T10:15:00Z");
  static final String HOSTILE =
      "<script>document.title='owned'</script>\"'><img src=x onerror=alert(1)>";

  private static final String REPOSITORY = "https://tracker.example/acme/backend/issues/";
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
  private static final Instant BORN = NOW.minus(Duration.ofDays(17));
  private static final Origin CHECKOUT =
      origin(
          "2026/checkout-outage.md",
          "Checkout outage: carts lost for 48 minutes",
          "INC-42",
          LocalDate.of(2026, 11, 2),
          "checkout");
  private static final Origin SEARCH =
      origin(
          "2026/search-latency.md",
          "Search slow after the index rebuild",
          "INC-39",
          LocalDate.of(2026, 10, 12),
          "search");
  private static final Origin CERTIFICATE =
      origin(
          "2026/certificate.md",
          "Expired certificate on the partner gateway",
          "INC-31",
          LocalDate.of(2026, 9, 3),
          "gateway");
  private static final Origin BROKEN =
      new Origin("docs", "2026/draft.md", Optional.empty(), Incident.unknown());

  private Quarter() {}

  /** The quarter as it stands at {@link #NOW}. */
  static MemoryLedger lived() {
    MemoryLedger ledger = new MemoryLedger();
    ledger.run(Quarter::fill);
    return ledger;
  }

  /** Many postmortems with some accepted items each. */
  static void crowd(Books books, int postmortems, int items) {
    for (int i = 0; i < postmortems; i++) {
      LocalDate day = TODAY.minusDays(i / 2);
      Origin origin = origin("crowd/" + i + ".md", "Outage " + i, "INC-" + i, day, "checkout");
      books.documents().put(document(origin, Optional.empty()));
      for (int j = 0; j < items; j++) {
        int number = 1_000 + i * items + j;
        books.items().put(accepted(number, origin, "Do thing " + number, "Alice Martin", 9));
      }
    }
  }

  static ItemId id(int number) {
    return new ItemId(String.format("%020x", number));
  }

  private static void fill(Books books) {
    for (Origin origin : List.of(CHECKOUT, SEARCH, CERTIFICATE)) {
      books.documents().put(document(origin, Optional.empty()));
    }
    books
        .documents()
        .put(document(BROKEN, Optional.of("docs: 2026/draft.md: not UTF-8 from byte 812 on")));
    checkout(books);
    search(books);
    certificate(books);
    books.settings().put("denied/payments", "payments: DENIED poll: 401, the token has expired");
  }

  private static void checkout(Books books) {
    ActionItem alert =
        accepted(1, CHECKOUT, "Add an alert for replication lag above 30 s", "Alice Martin", 11);
    file(books, alert, 17, TicketState.IN_PROGRESS, 2);
    expect(books, alert, "nudge", 12, 0);
    tell(books, alert);
    ActionItem limit =
        accepted(
            2, CHECKOUT, "Limit the nightly reconciliation to 5,000 rows a batch", "Bob Stone", -8);
    file(books, limit, 18, TicketState.OPEN, 20);
    expect(books, limit, "overdue", 13, 2);
    List<Finding> vague =
        List.of(
            new Finding(
                "vague",
                true,
                "“Improve monitoring” cannot be seen to be done: say what is measured and from "
                    + "which value on, such as “alert when p99 of /cart exceeds 800 ms”."),
            new Finding(
                "owner-missing", true, "No owner: write one name, such as (Alice Martin)."));
    books.items().put(item(3, CHECKOUT, "Improve monitoring", Stage.PROPOSED, vague));
    ActionItem parked = accepted(4, CHECKOUT, HOSTILE, "Carol Diaz", 30);
    books.items().put(parked);
    OutboxEntry creation = creation(parked);
    books.outbox().add(creation);
    OutboxEntry added = books.outbox().find(creation.key()).orElseThrow();
    books
        .outbox()
        .replace(added, added.parked("backend: 422, assignee carol-d cannot be assigned", NOW));
  }

  private static void search(Books books) {
    ActionItem shown =
        accepted(5, SEARCH, "Double the heap of the index nodes before a rebuild", "Dana Wu", -20);
    file(books, shown, 9, TicketState.DONE, 25);
    ActionItem unshown =
        accepted(6, SEARCH, "Write the runbook for a slow index", "Erin Kovacs", -3);
    file(books, unshown, 10, TicketState.DONE, 4);
    ActionItem declined = accepted(7, SEARCH, "Move search to its own cluster", "Dana Wu", 60);
    file(books, declined, 11, TicketState.DECLINED, 9);
  }

  private static void certificate(Books books) {
    ActionItem blocked =
        accepted(8, CERTIFICATE, "Renew certificates thirty days ahead", "Bob Stone", 40);
    file(books, blocked, 3, TicketState.BLOCKED, 6);
    expect(books, blocked, "blocked", 8, 0);
    books
        .items()
        .put(
            accepted(
                9,
                CERTIFICATE,
                "Page the owner ten days before a certificate expires",
                "Alice Martin",
                21));
  }

  private static Origin origin(
      String path, String title, String id, LocalDate day, String service) {
    return new Origin(
        "docs",
        path,
        Optional.of("https://wiki.example/" + path),
        new Incident(
            Optional.of(id),
            Optional.of(title),
            Optional.of(day),
            Optional.of("SEV1"),
            List.of(service),
            Optional.of("Carol Diaz"),
            Optional.of("Erin Kovacs"),
            List.of("replication lag"),
            List.of()));
  }

  private static DocumentRecord document(Origin origin, Optional<String> problem) {
    return new DocumentRecord(
        origin,
        "v1",
        NOW.minus(Duration.ofDays(18)),
        NOW.minus(Duration.ofHours(1)),
        Optional.of(BORN),
        false,
        "rules",
        problem,
        Optional.empty());
  }

  private static ActionItem accepted(
      int number, Origin origin, String title, String owner, int dueInDays) {
    ActionItem bare =
        item(
            number,
            origin,
            title,
            Stage.ACCEPTED,
            List.of(new Finding("no-target", false, "No target: say by how much.")));
    Judgement judged =
        new Judgement(
            Stage.ACCEPTED,
            Optional.of(owner),
            Optional.of("Payments"),
            Optional.of(Placement.in("backend")),
            bare.judgement().findings());
    return bare.readAgain(origin, bare.promise().withDue(TODAY.plusDays(dueInDays)), judged);
  }

  private static ActionItem item(
      int number, Origin origin, String title, Stage stage, List<Finding> findings) {
    Promise promise =
        new Promise(
            title,
            "- [ ] " + title,
            40 + number,
            "list-under-action-heading",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            List.of(),
            Optional.of(Priority.HIGH),
            Optional.of(ActionKind.DETECTION),
            Optional.of("the alert fires in the staging drill"),
            List.of());
    Judgement judgement =
        new Judgement(stage, Optional.empty(), Optional.empty(), Optional.empty(), findings);
    return ActionItem.born(id(number), origin, promise, judgement, NOW.minus(Duration.ofDays(18)));
  }

  private static void file(
      Books books, ActionItem item, int number, TicketState state, int silentDays) {
    String title = item.promise().title();
    Optional<LocalDate> due = item.promise().due();
    TicketRef ref = new TicketRef("id-" + number, "acme/backend#" + number, REPOSITORY + number);
    Written written = new Written(title, Optional.empty(), due, Optional.empty(), "block");
    books.items().put(item.filed(new Filing("backend", ref, BORN, false, written)));
    Account owner = new Account("7", "alice-m", true, false);
    Instant acted = NOW.minus(Duration.ofDays(silentDays));
    Ticket ticket =
        new Ticket(
            ref,
            title,
            state,
            state.name().toLowerCase(Locale.ROOT),
            Optional.empty(),
            List.of(owner),
            List.of("postmortem"),
            Optional.empty(),
            due,
            Optional.empty(),
            Optional.empty(),
            "block",
            BORN,
            acted,
            Optional.of(acted).filter(at -> state.isClosed()),
            Optional.of(owner).filter(by -> state.isClosed()));
    List<String> evidence =
        number == 9 ? List.of("https://tracker.example/acme/infra/pull/88") : List.of();
    Transition closing =
        new Transition(state, acted, Optional.of(owner), Optional.empty(), evidence);
    books
        .mirrors()
        .put(
            new Mirror(
                item.id(),
                "backend",
                ticket,
                NOW,
                acted,
                Optional.of(closing).filter(last -> state.isClosed()),
                Optional.empty(),
                List.of(),
                due));
  }

  private static void expect(Books books, ActionItem item, String kind, int inDays, int deferrals) {
    books
        .followUps()
        .put(
            new FollowUpState(
                item.id(),
                Optional.empty(),
                item.promise().due(),
                0,
                deferrals,
                Optional.empty(),
                Set.of(),
                Optional.of(NOW.plus(Duration.ofDays(inDays))),
                Optional.of(kind),
                "policy"));
  }

  private static Marker marker(ActionItem item) {
    return new Marker("acme-sre", item.id().value(), "0a1b", "2c3d");
  }

  private static OutboxEntry creation(ActionItem item) {
    TicketDraft draft =
        new TicketDraft(
            marker(item),
            item.promise().title(),
            Prose.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return OutboxEntry.pending(
        EffectKey.create("acme-sre", item.id()),
        "backend",
        item.id(),
        new Effect.CreateTicket(draft),
        NOW);
  }

  private static void tell(Books books, ActionItem item) {
    Instant nudged = NOW.minus(Duration.ofDays(3));
    String key = EffectKey.nudge("acme-sre", item.id(), nudged);
    Prose body =
        Prose.empty()
            .paragraph(
                Span.mention("Alice Martin", "alice-m"),
                Span.plain(": two weeks without a sign on this ticket. Is it still on the way?"))
            .bullet(
                Span.plain("From "),
                Span.link("Checkout outage", "https://wiki.example/2026/checkout-outage.md"))
            .bullet(Span.code("a drill"), Span.link(" or a trap", "javascript:alert(1)"))
            .quote(HOSTILE);
    CommentDraft draft = new CommentDraft(marker(item), key, body);
    Effect effect = new Effect.PostComment("nudge", draft);
    books.outbox().add(OutboxEntry.pending(key, "backend", item.id(), effect, nudged));
    OutboxEntry entry = books.outbox().find(key).orElseThrow();
    OutboxEntry claimed = entry.claimed(new Claim("node", 1, nudged.plusSeconds(60)), nudged);
    books.outbox().replace(entry, claimed);
    books.outbox().replace(claimed, claimed.done(nudged));
    Instant found = NOW.minus(Duration.ofDays(18));
    String where = "line 41 of 2026/checkout-outage.md: " + item.promise().title();
    happened(books, item, found, "found", where, "list-under-action-heading");
    happened(books, item, found, "noted", "No target: say by how much.", "no-target");
    happened(books, item, BORN, "created", "acme/backend#17 was opened", "");
    happened(books, item, nudged, "nudge", "said on acme/backend#17", "nudge-every");
    books
        .journal()
        .append(
            new JournalEntry(
                NOW.minus(Duration.ofDays(2)),
                "alice-m",
                Optional.of(item.id()),
                "started",
                "acme/backend#17 is in progress",
                ""));
  }

  private static void happened(
      Books books, ActionItem item, Instant at, String kind, String words, String rule) {
    books.journal().append(JournalEntry.ours(at, item.id(), kind, words, rule));
  }
}
