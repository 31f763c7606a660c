package io.followthrough.extract;

import io.followthrough.document.RichText;
import io.followthrough.item.ActionKind;
import io.followthrough.item.Priority;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An item while it is being read. What was found first stays. */
final class Draft {
  private final Lexicon words;
  private final Map<Column, String> facts = new EnumMap<>(Column.class);
  private final List<String> tickets = new ArrayList<>();
  private Optional<Boolean> done = Optional.empty();
  private Optional<Priority> priority = Optional.empty();
  private Optional<ActionKind> kind = Optional.empty();
  private Optional<Reach> reach = Optional.empty();
  private Optional<LocalDate> day = Optional.empty();
  private Optional<String> group = Optional.empty();

  Draft(Lexicon words) {
    this.words = words;
  }

  /** Takes a value that stands under a column or after a label; false if it says nothing. */
  boolean take(Column column, RichText value) {
    String plain = Normal.oneLine(value.plain());
    TicketWords.in(value).forEach(found -> ticketIn(column, found, plain));
    if (words.placeholders().isAbsent(plain) || (column == Column.OWNER && isRemark(plain))) {
      return false;
    }
    switch (column) {
      case DUE -> due(words.due().whole(plain));
      case STATUS -> status(plain);
      case PRIORITY -> words.grades().priorityIn(plain).ifPresent(this::priority);
      case KIND -> {
        sort(plain);
        group(plain);
      }
      case THEME -> {
        facts.putIfAbsent(column, plain);
        sort(plain);
      }
      case TICKET -> words.status().exactly(besides(value)).ifPresent(this::done);
      case OWNER,
          CRITERION,
          EFFORT,
          BLOCKED,
          SERVICE,
          RISK,
          REASON,
          REVIEW,
          NOTES,
          TITLE,
          NUMBER,
          TIME ->
          facts.putIfAbsent(column, plain);
    }
    return true;
  }

  /** Words in parentheses alone, such as "(later)", name nobody. */
  private boolean isRemark(String plain) {
    return plain.startsWith("(")
        && plain.indexOf(')') == plain.length() - 1
        && !words.owners().areOwners(plain.substring(1, plain.length() - 1));
  }

  /** What stands beside the tickets of a cell: "Bug 12 DONE" is done. */
  private static String besides(RichText value) {
    StringBuilder rest = new StringBuilder(value.plain());
    List<TicketWords.Found> found = TicketWords.in(value);
    for (int i = found.size() - 1; i >= 0; i--) {
      rest.replace(found.get(i).start(), found.get(i).end(), " ");
    }
    return Normal.words(rest.toString()).replaceFirst("^n a ", "");
  }

  /** A bare number is a ticket where tickets stand, or where a word says so. */
  private void ticketIn(Column column, TicketWords.Found found, String plain) {
    boolean number = found.ticket().startsWith("#");
    boolean told = column == Column.TICKET || column == Column.TITLE || column == Column.NOTES;
    if (column == Column.TIME
        || column == Column.NUMBER
        || column == Column.BLOCKED
        || column == Column.RISK
        || column == Column.REASON) {
      return;
    }
    if (!number || told || plain.matches("(?is).*\\b(pr|prs|issues?|tickets?|bugs?|mr)\\b.*")) {
      tickets.add(found.ticket());
    }
  }

  void owner(String owner) {
    facts.putIfAbsent(Column.OWNER, owner);
  }

  void due(DateWords.Found term) {
    if (facts.putIfAbsent(Column.DUE, term.text()) == null) {
      day = term.day();
    }
  }

  void status(String text) {
    facts.putIfAbsent(Column.STATUS, text);
    words.status().cell(text).ifPresent(this::done);
  }

  void done(boolean said) {
    done = done.or(() -> Optional.of(said));
  }

  void priority(Priority said) {
    priority = priority.or(() -> Optional.of(said));
  }

  void kind(ActionKind said) {
    kind = kind.or(() -> Optional.of(said));
  }

  /** What a heading, a cell or a label says of the kind and the reach of an item. */
  void sort(String said) {
    words.grades().kind(said).ifPresent(this::kind);
    reach = reach.or(() -> words.grades().reach(said));
  }

  void group(String said) {
    if (group.isEmpty() && !said.isBlank()) {
      group = Optional.of(said);
    }
  }

  void tickets(List<TicketWords.Found> found) {
    found.forEach(each -> tickets.add(each.ticket()));
  }

  boolean has(Column column) {
    return facts.containsKey(column);
  }

  boolean hasDone() {
    return done.isPresent();
  }

  Optional<String> fact(Column column) {
    return Optional.ofNullable(facts.get(column));
  }

  /** What was read of an entry holds for what is nested in it. */
  Scope into(Scope scope) {
    Optional<DateWords.Found> term =
        fact(Column.DUE).map(text -> new DateWords.Found(0, text.length(), text, day));
    return new Scope(
        scope.topic(),
        scope.section(),
        scope.group(),
        fact(Column.OWNER).or(scope::owner),
        term.or(scope::due),
        done.or(scope::done),
        priority.or(scope::priority),
        kind.or(scope::kind));
  }

  /** A ticket that the item waits for is not its own. */
  private List<String> ownTickets() {
    List<String> own = TicketWords.distinct(tickets);
    Optional<String> blocked = fact(Column.BLOCKED);
    return blocked.isEmpty()
        ? own
        : own.stream().filter(ticket -> !blocked.get().contains(ticket)).toList();
  }

  /** The finished item. */
  Candidate finish(String title, Scope scope, int line, String text, String rule) {
    scope.fill(this);
    List<String> services =
        fact(Column.SERVICE)
            .map(each -> List.of(each.split("\\s*[,;/]\\s*", -1)))
            .orElse(List.of());
    reach = reach.or(() -> group.flatMap(words.grades()::reach));
    return new Candidate(
        title,
        fact(Column.OWNER),
        day,
        fact(Column.DUE),
        done,
        fact(Column.STATUS),
        ownTickets(),
        priority,
        kind,
        reach,
        fact(Column.THEME),
        group,
        fact(Column.CRITERION),
        fact(Column.EFFORT),
        fact(Column.BLOCKED),
        fact(Column.RISK),
        fact(Column.REASON),
        fact(Column.REVIEW),
        services,
        scope.section(),
        line,
        text,
        rule);
  }
}
