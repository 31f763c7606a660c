package io.followthrough.sync;

import static java.util.Objects.requireNonNull;

import io.followthrough.item.ActionItem;
import io.followthrough.item.Filing;
import io.followthrough.item.ItemId;
import io.followthrough.ledger.Answers;
import io.followthrough.ledger.JournalEntry;
import io.followthrough.ledger.Mirror;
import io.followthrough.tracker.Account;
import io.followthrough.tracker.Comment;
import io.followthrough.tracker.Redating;
import io.followthrough.tracker.Ticket;
import io.followthrough.tracker.TicketState;
import io.followthrough.tracker.Transition;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a ticket that was just read makes of its mirror. Pure. */
final class Mirroring {
  private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>()\\[\\]\"'`]+");

  /** What is asked of us says by itself what its address stands for. */
  private static final Pattern COMMAND = Pattern.compile("(?im)^\\s*/followthrough\\b.*$");

  private static final int LINKS = 20;
  private static final int QUOTED = 120;

  private Mirroring() {}

  /** Something worth a line in the journal. */
  record News(
      String kind, String words, Optional<Account> by, List<String> evidence, String state) {
    News {
      requireNonNull(kind, "kind is null");
      requireNonNull(words, "words is null");
      requireNonNull(by, "by is null");
      evidence = List.copyOf(evidence);
      requireNonNull(state, "state is null");
    }

    News(String kind, String words) {
      this(kind, words, Optional.empty(), List.of(), "");
    }

    /** The line of the journal: a person's where the tracker told who it was. */
    JournalEntry entry(ItemId item, Instant now) {
      String actor = by.map(Account::handle).orElse(JournalEntry.US);
      return new JournalEntry(now, actor, Optional.of(item), kind, words, "", evidence, state);
    }
  }

  /** The mirror after a ticket and its new comments were read. */
  static Mirror of(
      Optional<Mirror> before,
      ActionItem item,
      Answers answers,
      String tracker,
      Observation seen,
      Instant now) {
    Ticket ticket = seen.ticket();
    return new Mirror(
        item.id(),
        tracker,
        ticket,
        now,
        humanActAt(before, item, ticket, seen.comments()),
        seen.transition().or(() -> before.flatMap(Mirror::transition)),
        seen.redating().or(() -> before.flatMap(Mirror::redating)),
        links(before, seen.comments()),
        answers.dueOf(ticket).or(() -> due(item, answers, ticket)));
  }

  /** A date of the tracker's own, else the one that stands in our block. */
  private static Optional<LocalDate> due(ActionItem item, Answers answers, Ticket ticket) {
    return ticket.due().or(() -> answers.in(item).promise().due());
  }

  private static Instant humanActAt(
      Optional<Mirror> before, ActionItem item, Ticket ticket, List<Comment> comments) {
    Instant born = before.map(Mirror::humanActAt).orElseGet(() -> birth(item, ticket));
    Stream<Instant> said = comments.stream().filter(Comment::isHuman).map(Comment::createdAt);
    Stream<Instant> touched =
        before.filter(mirror -> touched(mirror.ticket(), ticket, item)).stream()
            .map(mirror -> ticket.updatedAt());
    return Stream.of(said, touched, Stream.of(born))
        .flatMap(instants -> instants)
        .max(Comparator.naturalOrder())
        .orElse(born);
  }

  /**
   * An adopted ticket's last change may be a person's; our own ticket is untouched at its birth.
   */
  private static Instant birth(ActionItem item, Ticket ticket) {
    boolean adopted = item.filing().map(filing -> filing.adopted()).orElse(false);
    return adopted ? ticket.updatedAt() : ticket.createdAt();
  }

  /** True where a field changed that is not as we wrote it. */
  private static boolean touched(Ticket before, Ticket after, ActionItem item) {
    boolean titleIsOurs =
        item.filing().filter(f -> f.written().title().equals(after.title())).isPresent();
    boolean assigneeIsOurs =
        item.filing()
            .flatMap(f -> f.written().assignee())
            .filter(handle -> handles(after).equals(handle))
            .isPresent();
    boolean dueIsOurs =
        item.filing().filter(f -> f.written().due().equals(after.due())).isPresent();
    return before.state() != after.state()
        || !before.status().equals(after.status())
        || (!before.title().equals(after.title()) && !titleIsOurs)
        || (!handles(before).equals(handles(after)) && !assigneeIsOurs)
        || !before.labels().equals(after.labels())
        || (!before.due().equals(after.due()) && !dueIsOurs)
        || !before.planned().equals(after.planned());
  }

  private static String handles(Ticket ticket) {
    return ticket.assignees().stream()
        .map(Account::handle)
        .sorted()
        .collect(Collectors.joining(","));
  }

  private static List<String> links(Optional<Mirror> before, List<Comment> comments) {
    List<String> links = new ArrayList<>(before.map(Mirror::links).orElse(List.of()));
    for (Comment comment : comments) {
      if (comment.isHuman()) {
        Matcher matcher = ADDRESS.matcher(COMMAND.matcher(comment.body()).replaceAll(""));
        while (matcher.find()) {
          if (!links.contains(matcher.group())) {
            links.add(matcher.group());
          }
        }
      }
    }
    return links.subList(Math.max(0, links.size() - LINKS), links.size());
  }

  /** True where a decision made before may no longer hold. */
  static boolean matters(Optional<Mirror> before, Mirror after) {
    if (before.isEmpty()) {
      return true;
    }
    Mirror old = before.get();
    return !old.humanActAt().equals(after.humanActAt())
        || old.ticket().state() != after.ticket().state()
        || !old.due().equals(after.due())
        || !old.ticket().assignees().equals(after.ticket().assignees())
        || !old.links().equals(after.links())
        || !shown(old).equals(shown(after));
  }

  private static List<String> shown(Mirror mirror) {
    return mirror.transition().map(Transition::evidence).orElse(List.of());
  }

  /** What people may want to read later. */
  static List<News> news(Optional<Mirror> before, Mirror after) {
    List<News> news = new ArrayList<>();
    String key = after.ticket().ref().key();
    TicketState state = after.ticket().state();
    Optional<TicketState> was = before.map(mirror -> mirror.ticket().state());
    if (was.isPresent() && was.get() != state) {
      news.add(turned(before, after));
    }
    before
        .filter(mirror -> !mirror.due().equals(after.due()))
        .ifPresent(
            mirror ->
                news.add(
                    new News(
                        "re-dated",
                        key
                            + ": due "
                            + day(mirror.due())
                            + " became "
                            + day(after.due())
                            + redating(mirror, after),
                        after
                            .redating()
                            .filter(told -> !mirror.redating().equals(after.redating()))
                            .flatMap(Redating::by),
                        List.of(),
                        "")));
    before
        .filter(mirror -> !handles(mirror.ticket()).equals(handles(after.ticket())))
        .ifPresent(
            mirror ->
                news.add(new News("assigned", key + ": assigned to " + named(after.ticket()))));
    before
        .filter(mirror -> !mirror.ticket().ref().key().equals(key))
        .ifPresent(
            mirror -> news.add(new News("moved", mirror.ticket().ref().key() + " is now " + key)));
    return news;
  }

  private static News turned(Optional<Mirror> before, Mirror after) {
    TicketState state = after.ticket().state();
    Optional<Transition> turn =
        after
            .transition()
            .filter(told -> !before.flatMap(Mirror::transition).equals(Optional.of(told)));
    List<String> evidence = new ArrayList<>(turn.map(Transition::evidence).orElse(List.of()));
    after.links().stream().filter(link -> !evidence.contains(link)).forEach(evidence::add);
    return new News(
        word(state),
        after.ticket().ref().key() + " is " + after.ticket().status() + turn(before, after),
        turn.flatMap(Transition::by),
        state.isClosed() ? evidence : List.of(),
        state.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  /** The tracker's reason, who and with which last words, where this turn told them. */
  private static String turn(Optional<Mirror> before, Mirror after) {
    boolean told =
        after.ticket().state() == TicketState.GONE
            || !after.transition().equals(before.flatMap(Mirror::transition));
    String reason =
        after.ticket().resolution().map(words -> " (" + words + ")").filter(w -> told).orElse("");
    return reason
        + after
            .transition()
            .filter(turn -> told && turn.to() == after.ticket().state())
            .map(turn -> by(turn.by()) + quoted(turn.words()))
            .orElse("");
  }

  private static String redating(Mirror before, Mirror after) {
    return after
        .redating()
        .filter(told -> !before.redating().equals(after.redating()))
        .map(told -> by(told.by()) + quoted(told.words()))
        .orElse("");
  }

  private static String by(Optional<Account> account) {
    return account.map(who -> " by " + who.handle()).orElse("");
  }

  private static String quoted(Optional<String> words) {
    return words
        .map(text -> text.replaceAll("\\s+", " ").strip())
        .map(line -> line.length() > QUOTED ? line.substring(0, QUOTED) + "\u2026" : line)
        .map(line -> ", after \u201c" + line + "\u201d")
        .orElse("");
  }

  private static String word(TicketState state) {
    return switch (state) {
      case OPEN -> "re-opened";
      case IN_PROGRESS -> "started";
      case BLOCKED -> "blocked";
      case DONE -> "done";
      case DECLINED -> "declined";
      case GONE -> "gone";
      case UNKNOWN -> "unknown";
    };
  }

  private static String day(Optional<LocalDate> date) {
    return date.map(LocalDate::toString).orElse("without a date");
  }

  private static String named(Ticket ticket) {
    String handles = handles(ticket);
    return handles.isEmpty() ? "nobody" : handles;
  }

  /** A ticket that we wrote and have not seen since. */
  static Ticket asWritten(Filing filing) {
    return new Ticket(
        filing.ref(),
        filing.written().title(),
        TicketState.UNKNOWN,
        "",
        Optional.empty(),
        List.of(),
        List.of(),
        filing.written().priority(),
        filing.written().due(),
        Optional.empty(),
        Optional.empty(),
        filing.written().block(),
        filing.at(),
        filing.at(),
        Optional.empty(),
        Optional.empty());
  }

  /**
   * A ticket as it was last seen, now deleted or out of sight.
   *
   * @param why in the tracker's words
   */
  static Ticket gone(Ticket ticket, String why) {
    return new Ticket(
        ticket.ref(),
        ticket.title(),
        TicketState.GONE,
        "gone",
        Optional.of(why),
        ticket.assignees(),
        ticket.labels(),
        ticket.priority(),
        ticket.due(),
        ticket.planned(),
        ticket.marker(),
        ticket.block(),
        ticket.createdAt(),
        ticket.updatedAt(),
        ticket.closedAt(),
        ticket.closedBy());
  }
}
