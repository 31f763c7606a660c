package io.followthrough.daemon.cycle;

import static java.util.Objects.requireNonNull;

import io.followthrough.followup.HeldAnswer;
import io.followthrough.followup.HeldCommand;
import io.followthrough.item.ActionItem;
import io.followthrough.item.Owner;
import io.followthrough.item.People;
import io.followthrough.item.Person;
import io.followthrough.item.Stage;
import io.followthrough.ledger.Books;
import io.followthrough.ledger.DocumentRecord;
import io.followthrough.ledger.JournalEntry;
import io.followthrough.ledger.OwnTicket;
import io.followthrough.tracker.Comment;
import io.followthrough.tracker.Prose;
import io.followthrough.tracker.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Obeys what people answer on a postmortem's own ticket about the items that are held. */
final class PostmortemAnswers {
  private static final Pattern DENIAL =
      Pattern.compile("(?i)(?:/followthrough )?no repeat of:? (.{1,200})");
  private static final int MANY = 10;

  private final People people;
  private final String contact;

  PostmortemAnswers(People people, String contact) {
    this.people = people;
    this.contact = contact;
  }

  /** What is said to whoever commented, once. */
  record Reply(String commentId, Prose words) {
    Reply {
      requireNonNull(commentId, "commentId is null");
      requireNonNull(words, "words is null");
    }
  }

  /** Obeys all that is unread. */
  List<Reply> obey(Books books, OwnTicket own, DocumentRecord document, Instant now) {
    List<Reply> replies = new ArrayList<>();
    for (Comment comment : own.unread()) {
      List<HeldCommand> commands = HeldCommand.in(comment.body());
      List<String> denials = denials(comment.body());
      if (!(commands.isEmpty() && denials.isEmpty()) && comment.insider()) {
        Prose words = Prose.empty();
        for (String earlier : denials) {
          words = words.bullet(Span.plain(deny(books, document, comment, earlier, now)));
        }
        for (HeldCommand command : commands) {
          words = words.bullet(Span.plain(obey(books, own, comment, command, now)));
        }
        replies.add(new Reply(comment.id(), words.paragraph(Span.plain("Questions: " + contact))));
      }
    }
    return replies;
  }

  private static List<String> denials(String comment) {
    return comment
        .lines()
        .map(line -> DENIAL.matcher(line.strip()))
        .filter(Matcher::matches)
        .map(line -> line.group(1).strip())
        .limit(MANY)
        .toList();
  }

  private static String deny(
      Books books, DocumentRecord document, Comment comment, String earlier, Instant now) {
    String who = comment.author().handle();
    return Recurrence.deny(books, document.origin(), earlier, who, now)
        ? earlier + ": no longer taken as what this one repeats."
        : earlier + ": this one is not taken as a repeat of it.";
  }

  private String obey(
      Books books, OwnTicket own, Comment comment, HeldCommand command, Instant now) {
    String number = command.number() + ": ";
    if (command.number() < 1 || command.number() > own.items().size()) {
      return number + "there is no such number in the list above.";
    }
    ActionItem item = books.items().find(own.items().get(command.number() - 1)).orElseThrow();
    if (item.filing().isPresent()) {
      return number
          + "it has its ticket "
          + item.filing().get().ref().key()
          + "; answer there, please.";
    }
    if (!command.problem().isEmpty()) {
      return number + command.problem() + ".";
    }
    Optional<Person> owner =
        command
            .owner()
            .map(words -> words.replaceFirst("^@", ""))
            .map(people::find)
            .flatMap(Owner::person);
    if (command.owner().isPresent() && owner.isEmpty()) {
      return number
          + command.owner().get()
          + " is nobody that the directory knows: add them to `people`, or name somebody else.";
    }
    HeldAnswer answer =
        new HeldAnswer(
            command.kind(),
            comment.author().handle(),
            comment.createdAt(),
            owner.map(Person::name),
            command.due(),
            command.words());
    ActionItem open = reopened(item);
    ActionItem after = PostmortemTickets.answer(books, open, answer);
    journal(books, after, comment.author().handle(), command, now);
    return number + outcome(after);
  }

  /** Who answered otherwise before may change their mind, as long as there is no ticket. */
  private static ActionItem reopened(ActionItem item) {
    boolean answered = item.stage() == Stage.AWARE || item.stage() == Stage.DECLINED;
    return answered ? item.judged(item.judgement().at(Stage.PROPOSED)) : item;
  }

  private static String outcome(ActionItem item) {
    return switch (item.stage()) {
      case ACCEPTED -> "accepted; its ticket is on its way.";
      case AWARE -> "known, and not committed to. It is not asked about again.";
      case DECLINED -> "declined. It is not asked about again.";
      case PROPOSED -> "still held: " + item.lacks();
      case DONE_AT_BIRTH, LEARNED, MERGED -> "nothing is asked of it.";
    };
  }

  /** What nobody answered for long counts as known. */
  void settleUnanswered(
      Books books, OwnTicket own, Function<ActionItem, Instant> awareAt, Instant now) {
    own.items().stream()
        .flatMap(id -> books.items().find(id).stream())
        .filter(item -> item.stage() == Stage.PROPOSED && item.filing().isEmpty())
        .filter(item -> !now.isBefore(awareAt.apply(item)))
        .forEach(
            item -> {
              HeldAnswer nobody =
                  new HeldAnswer(
                      HeldAnswer.Kind.AWARE,
                      JournalEntry.US,
                      now,
                      Optional.empty(),
                      Optional.empty(),
                      "");
              ActionItem after = PostmortemTickets.answer(books, item, nobody);
              books
                  .journal()
                  .append(
                      JournalEntry.ours(
                          now, after.id(), "aware", "nobody answered for 30 days", ""));
            });
  }

  private static void journal(
      Books books, ActionItem item, String who, HeldCommand command, Instant now) {
    String verb = command.kind().name().toLowerCase(Locale.ROOT);
    books
        .journal()
        .append(
            new JournalEntry(
                now,
                who,
                Optional.of(item.id()),
                verb,
                (verb + " " + command.words()).strip() + ": " + outcome(item),
                "postmortem-ticket"));
  }
}
