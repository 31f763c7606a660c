package io.followthrough.ledger;

import io.followthrough.item.ActionItem;
import io.followthrough.item.ActionKind;
import io.followthrough.item.Carried;
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
import io.followthrough.notify.Message;
import io.followthrough.notify.Recipient;
import io.followthrough.tracker.Account;
import io.followthrough.tracker.Comment;
import io.followthrough.tracker.CommentDraft;
import io.followthrough.tracker.Marker;
import io.followthrough.tracker.Prose;
import io.followthrough.tracker.Redating;
import io.followthrough.tracker.Span;
import io.followthrough.tracker.Ticket;
import io.followthrough.tracker.TicketDraft;
import io.followthrough.tracker.TicketEdit;
import io.followthrough.tracker.TicketRef;
import io.followthrough.tracker.TicketState;
import io.followthrough.tracker.Transition;
import io.followthrough.tracker.Written;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Values with every field filled, for whoever tests a ledger. */
public final class LedgerSamples {
  /** The instant at which everything here happens. */
  public static final Instant NOW = Instant.parse("2026-11-02T09:30:00.123456789Z");

  private static final LocalDate DUE = LocalDate.of(2026, 12, 1);

  private LedgerSamples() {}

  /** An id that sorts as its number does. */
  public static ItemId id(int number) {
    return new ItemId(String.format("%020x", number));
  }

  /** A document of an incident. */
  public static Origin origin(String path, String incident) {
    return new Origin(
        "docs",
        path,
        Optional.of("https://wiki.example/" + path),
        new Incident(
            Optional.of(incident),
            Optional.of("Checkout outage – \"half\" the carts 🛒"),
            Optional.of(LocalDate.of(2026, 10, 30)),
            Optional.of("SEV1"),
            List.of("checkout", "basket"),
            Optional.of("Carol Diaz"),
            Optional.of("Bob Stone"),
            List.of("replication lag"),
            List.of("INC-7")));
  }

  /** An accepted item that is not filed. */
  public static ActionItem item(int number) {
    return item(number, Stage.ACCEPTED, "2026/checkout.md", "INC-42", "Add an alert " + number);
  }

  /** An item that is not filed. */
  public static ActionItem item(
      int number, Stage stage, String path, String incident, String title) {
    return new ActionItem(
        id(number),
        title,
        origin(path, incident),
        promise(title),
        judgement(stage),
        Optional.empty(),
        new Carried(3, "0f1e"),
        NOW,
        Optional.empty());
  }

  private static Judgement judgement(Stage stage) {
    return new Judgement(
        stage,
        Optional.of("Alice Martin"),
        Optional.of("Payments"),
        Optional.of(placement()),
        List.of(new Finding("vague", true, "say what is measured"), new Finding("x", false, "y")));
  }

  private static Promise promise(String title) {
    return new Promise(
        title,
        "- [ ] " + title + "\n  (Alice)\u0000\t'); drop table items; --",
        57,
        "table-under-action-heading",
        Optional.of("Alice"),
        Optional.of(DUE),
        Optional.of("end of Sprint 14"),
        false,
        List.of("PAY-17"),
        Optional.of(Priority.HIGH),
        Optional.of(ActionKind.DETECTION),
        Optional.of("the alert fires in the drill"),
        List.of("checkout"));
  }

  private static Placement placement() {
    return new Placement(
        "backend",
        Optional.of("PAY2"),
        Optional.of("Bug"),
        List.of("sev1"),
        Optional.of("PAY-1"),
        Optional.of("urgent"),
        Optional.of("Bob Stone"));
  }

  /** A filing as a ticket of a tracker. */
  public static Filing filing(String tracker, int number) {
    return new Filing(tracker, ref(number), NOW, true, written());
  }

  private static TicketRef ref(int number) {
    return new TicketRef(
        "id-" + number, "acme/Backend#" + number, "https://tracker.example/Backend/" + number);
  }

  private static Written written() {
    return new Written(
        "Add an alert", Optional.of("alice-m"), Optional.of(DUE), Optional.of("high"), "block");
  }

  private static Marker marker(int number) {
    return new Marker("acme-sre", id(number).value(), "0a1b", "2c3d");
  }

  private static Prose prose() {
    return Prose.empty()
        .paragraph(Span.plain("Now "), Span.mention("Alice", "alice-m"))
        .bullet(Span.link("INC-42", "https://wiki.example"), Span.code("lag"))
        .quote("30 s");
  }

  /** The birth of an item's ticket. */
  public static OutboxEntry creation(int number, String destination) {
    TicketDraft draft =
        new TicketDraft(
            marker(number),
            "Add an alert",
            prose(),
            Optional.of("alice-m"),
            Optional.of(DUE),
            Optional.of("high"),
            List.of("postmortem"),
            Optional.of("PAY2"),
            Optional.of("Bug"),
            Optional.of("PAY-1"));
    return OutboxEntry.pending(
        EffectKey.create("acme-sre", id(number)),
        destination,
        id(number),
        new Effect.CreateTicket(draft),
        NOW);
  }

  /** A comment on an item's ticket. */
  public static OutboxEntry comment(int number, String destination, Instant silentSince) {
    String key = EffectKey.nudge("acme-sre", id(number), silentSince);
    return OutboxEntry.pending(
        key,
        destination,
        id(number),
        new Effect.PostComment("nudge", new CommentDraft(marker(number), key, prose())),
        NOW);
  }

  /** An edit of an item's ticket. */
  public static OutboxEntry edit(int number, String destination, int revision) {
    TicketEdit edit =
        new TicketEdit(
            marker(number),
            written(),
            Optional.of("Add two alerts"),
            Optional.of(prose()),
            Optional.of("bob"),
            Optional.of(DUE.plusDays(1)),
            Optional.of("low"));
    return OutboxEntry.pending(
        EffectKey.edit("acme-sre", id(number), revision),
        destination,
        id(number),
        new Effect.EditTicket(edit),
        NOW);
  }

  /** A document as it was last read. */
  public static DocumentRecord document(String path) {
    return new DocumentRecord(
        origin(path, "INC-42"),
        "v1",
        NOW,
        NOW.plusSeconds(1),
        Optional.of(NOW),
        true,
        "rules-1",
        Optional.of("it is 20 MB"),
        Optional.of(NOW.plusSeconds(2)));
  }

  /** A ticket as last polled. */
  public static Mirror mirror(int number, String tracker, TicketState state) {
    Account bob = new Account("7", "bob", true, false);
    Ticket ticket =
        new Ticket(
            ref(number),
            "Add an alert",
            state,
            "Won't fix",
            Optional.of("not_planned"),
            List.of(bob),
            List.of("postmortem"),
            Optional.of("P1"),
            Optional.of(DUE),
            Optional.of("Sprint 14"),
            Optional.of(marker(number)),
            "block",
            NOW,
            NOW.plusSeconds(60),
            Optional.of(NOW.plusSeconds(61)),
            Optional.of(bob));
    return new Mirror(
        id(number),
        tracker,
        ticket,
        NOW.plusSeconds(99),
        NOW.plusSeconds(98),
        Optional.of(
            new Transition(
                state, NOW, Optional.of(bob), Optional.of("bye"), List.of("https://x/pull/1"))),
        Optional.of(
            new Redating(Optional.of(DUE), NOW, Optional.of(bob), Optional.of("after the freeze"))),
        List.of("https://x/runbook"),
        Optional.of(DUE));
  }

  /** A follow-up state that is to be decided at an instant. */
  public static FollowUpState followUp(int number, Instant nextAt, String policy) {
    return new FollowUpState(
            id(number),
            Optional.of(NOW),
            Optional.of(DUE),
            2,
            1,
            Optional.of(DUE),
            Set.of("evidence", "repeat:INC-7"),
            Optional.of(nextAt),
            Optional.of("overdue"),
            policy)
        .answering(answers());
  }

  /** Everything that people can answer on a ticket, all at once. */
  private static Answers answers() {
    return Answers.NONE
        .snoozed(DUE)
        .blocked(Optional.of("PAY-12"))
        .declining(new Answers.Declined("it is replaced", "alice-m", NOW))
        .shown("https://x/pull/7")
        .owned("Bob Stone", Optional.of("alice-m"))
        .dated(DUE, Optional.of(""))
        .reviewed(DUE)
        .raised(Priority.HIGH);
  }

  /** One entry for each effect that there is. */
  public static List<OutboxEntry> effects(Subject subject, String destination) {
    String said = EffectKey.question("acme-sre", subject, "held");
    CommentDraft draft = new CommentDraft(marker(1), said, prose());
    String told = EffectKey.message("acme-sre", subject, destination);
    Message message =
        new Message(
            told,
            "digest",
            new Recipient("Alice", Optional.of("alice@acme.io"), Optional.of("U123"), false),
            NOW,
            "2 items of yours are overdue",
            prose(),
            List.of(new Message.Topic("1", "t", "docs:a.md", "INC-42", "open", "", "", "A-1", "")),
            "INC-42",
            Optional.of(NOW.plusSeconds(60)));
    String birth = EffectKey.create("acme-sre", subject);
    return List.of(
        OutboxEntry.pending(birth, destination, subject, creation(1, destination).effect(), NOW),
        OutboxEntry.pending(
            EffectKey.edit("acme-sre", subject, 1),
            destination,
            subject,
            edit(1, destination, 1).effect(),
            NOW),
        OutboxEntry.pending(said, destination, subject, new Effect.PostComment("held", draft), NOW),
        OutboxEntry.pending(
            EffectKey.retract("acme-sre", subject, said),
            destination,
            subject,
            new Effect.AmendComment(draft),
            NOW),
        OutboxEntry.pending(
            EffectKey.retract("acme-sre", subject, birth),
            destination,
            subject,
            new Effect.CloseTicket("sent in error"),
            NOW),
        OutboxEntry.pending(told, destination, subject, new Effect.SendMessage(message), NOW));
  }

  /** A comment of a person. */
  public static Comment said(String words) {
    return new Comment(
        "c-1",
        "id-1",
        new Account("7", "bob", true, false),
        NOW,
        words,
        "https://tracker.example/1#c-1",
        Optional.empty());
  }
}
