package io.followthrough.followup;

import static java.util.Objects.requireNonNull;

import io.followthrough.item.ActionItem;
import io.followthrough.item.ItemState;
import io.followthrough.item.Origin;
import io.followthrough.item.Stage;
import io.followthrough.tracker.Prose;
import io.followthrough.tracker.Span;
import io.followthrough.tracker.TicketRef;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The words of a postmortem's own ticket: its items with their tickets and states, and what each
 * held one lacks. Pure.
 *
 * @param entries in the order of their numbers, from 1
 * @param repeats the earlier postmortems whose incident this one repeats
 * @param awareAt when the first of the held items that nobody answers counts as known
 * @param zone where days are counted
 */
public record PostmortemPage(
    String installation,
    String contact,
    Origin origin,
    List<Entry> entries,
    List<Repeat> repeats,
    Instant awareAt,
    ZoneId zone) {
  /**
   * An item as it is listed.
   *
   * @param ticket where it is filed
   * @param due the day that counts by now
   * @param owner who has it by now
   */
  public record Entry(
      ActionItem item,
      ItemState state,
      Optional<TicketRef> ticket,
      Optional<LocalDate> due,
      Optional<String> owner) {
    public Entry {
      requireNonNull(item, "item is null");
      requireNonNull(state, "state is null");
      requireNonNull(ticket, "ticket is null");
      requireNonNull(due, "due is null");
      requireNonNull(owner, "owner is null");
    }

    /** True where the gate holds it back. */
    public boolean isHeld() {
      return item.stage() == Stage.PROPOSED && ticket.isEmpty() && item.removedAt().isEmpty();
    }
  }

  public PostmortemPage {
    requireNonNull(installation, "installation is null");
    requireNonNull(contact, "contact is null");
    requireNonNull(origin, "origin is null");
    entries = List.copyOf(entries);
    repeats = List.copyOf(repeats);
    requireNonNull(awareAt, "awareAt is null");
    requireNonNull(zone, "zone is null");
  }

  /** The ticket's title. */
  public String title() {
    String id = origin.incident().id().map(words -> words + ": ").orElse("");
    String title = origin.title();
    return "Postmortem follow-up: " + (title.startsWith(id) ? title : id + title);
  }

  /** True where nothing is owed any more. */
  public boolean isAllDone() {
    return entries.stream().noneMatch(entry -> entry.state().isOpen());
  }

  /** How many are held back. */
  public long held() {
    return entries.stream().filter(Entry::isHeld).count();
  }

  /** Our block of the description. */
  public Prose block() {
    Prose block =
        Prose.empty()
            .paragraph(
                Span.plain("What became of the action items of the postmortem "),
                origin
                    .link()
                    .map(url -> Span.link(origin.title(), url))
                    .orElseGet(() -> Span.strong(origin.title())),
                Span.plain(origin.link().isPresent() ? "." : " (" + origin.path() + ")."))
            .paragraph(Span.strong(tally()));
    for (int i = 0; i < entries.size(); i++) {
      block = block.with(Prose.Shape.BULLET, line(i + 1, entries.get(i)));
    }
    if (held() > 0) {
      block = answers(block);
    }
    return predecessors(block)
        .paragraph(
            Span.plain(
                "Kept in step by Followthrough ("
                    + installation
                    + "), which edits only these lines. Questions: "
                    + contact));
  }

  private Prose predecessors(Prose block) {
    if (repeats.isEmpty()) {
      return block;
    }
    Prose told = block.paragraph(Span.strong("It has happened before."));
    for (Repeat repeat : repeats) {
      Origin earlier = repeat.earlier();
      told =
          told.bullet(
              earlier
                  .link()
                  .map(url -> Span.link(earlier.title(), url))
                  .orElseGet(() -> Span.strong(earlier.title())),
              Span.plain(
                  earlier.incident().id().map(id -> " (" + id + ")").orElse("")
                      + ": "
                      + repeat.kind().words()
                      + "; "
                      + repeat.why()
                      + "."));
    }
    if (repeats.size() > 1) {
      told =
          told.paragraph(
              Span.plain(
                  "The same failure has come back at least twice. What it needs is one named person"
                      + " who owns its prevention: let that be the assignee of this ticket."));
    }
    Origin first = repeats.get(0).earlier();
    return told.paragraph(
        Span.plain("Is it something else? Say so in a comment: "),
        Span.code("no repeat of " + first.incident().id().orElse(first.title())));
  }

  private String tally() {
    long closed = entries.stream().filter(entry -> !entry.state().isOpen()).count();
    String held = held() == 0 ? "" : ", " + held() + " held back";
    return isAllDone()
        ? "All " + entries.size() + " are done or declined."
        : closed + " of " + entries.size() + " are done or declined" + held + ".";
  }

  private static List<Span> line(int number, Entry entry) {
    List<Span> spans = new ArrayList<>();
    spans.add(Span.strong(number + " " + (entry.isHeld() ? "held" : entry.state().word())));
    spans.add(Span.plain(": " + entry.item().promise().title() + " "));
    entry
        .ticket()
        .ifPresent(
            ref ->
                spans.add(
                    ref.url().isEmpty() ? Span.plain(ref.key()) : Span.link(ref.key(), ref.url())));
    List<String> facts = new ArrayList<>();
    entry.owner().ifPresent(facts::add);
    entry.due().ifPresent(day -> facts.add("due " + day));
    if (!facts.isEmpty()) {
      spans.add(Span.plain(" (" + String.join(", ", facts) + ")"));
    }
    if (entry.isHeld()) {
      spans.add(Span.plain(" Lacks: " + entry.item().lacks()));
    }
    return spans;
  }

  private Prose answers(Prose block) {
    int first = firstHeld();
    Prose asked =
        block
            .paragraph(
                Span.plain(
                    "What is held gets no ticket. Mend the postmortem, or answer here in a"
                        + " comment, a line each:"))
            .bullet(Span.code("accept " + first + " owner @bob due " + awareFrom()))
            .bullet(Span.code("decline " + first + " because …"))
            .bullet(
                Span.code("aware " + first),
                Span.plain(" (known, not committed to, never asked again)"));
    return asked.paragraph(
        Span.plain("What nobody answers counts as known from " + awareFrom() + " on."));
  }

  private LocalDate awareFrom() {
    return LocalDate.ofInstant(awareAt, zone);
  }

  private int firstHeld() {
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).isHeld()) {
        return i + 1;
      }
    }
    return 1;
  }

  /** Tells the owner, once, that held items wait. */
  public Prose heldNotice(Span owner) {
    String count = held() == 1 ? "1 item" : held() + " items";
    Prose notice =
        Prose.empty()
            .paragraph(
                owner,
                Span.plain(
                    ": "
                        + count
                        + " of this postmortem "
                        + (held() == 1 ? "waits" : "wait")
                        + " for an answer and "
                        + (held() == 1 ? "has" : "have")
                        + " no ticket yet:"));
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).isHeld()) {
        notice = notice.with(Prose.Shape.BULLET, line(i + 1, entries.get(i)));
      }
    }
    return answers(notice);
  }

  /** Says, once, that nothing is owed any more. */
  public Prose doneNotice() {
    String words =
        List.of(ItemState.DONE, ItemState.DECLINED, ItemState.AWARE, ItemState.GONE).stream()
            .map(state -> count(state) == 0 ? "" : count(state) + " " + state.word())
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(", "));
    return Prose.empty()
        .paragraph(
            Span.plain(
                "Nothing of this postmortem is owed any more: "
                    + words.toLowerCase(Locale.ROOT)
                    + ". This ticket may be closed."));
  }

  private long count(ItemState state) {
    return entries.stream().filter(entry -> entry.state() == state).count();
  }
}
