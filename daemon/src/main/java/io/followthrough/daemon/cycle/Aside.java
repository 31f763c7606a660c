package io.followthrough.daemon.cycle;

import static java.util.Objects.requireNonNull;

import io.followthrough.followup.Notice;
import io.followthrough.item.ActionItem;
import io.followthrough.item.Filing;
import io.followthrough.item.People;
import io.followthrough.item.Person;
import io.followthrough.item.Words;
import io.followthrough.ledger.Books;
import io.followthrough.ledger.Effect;
import io.followthrough.ledger.EffectKey;
import io.followthrough.ledger.OutboxEntry;
import io.followthrough.ledger.Subject;
import io.followthrough.notify.Message;
import io.followthrough.sync.Registrar;
import io.followthrough.sync.Restraint;
import io.followthrough.tracker.OneLine;
import io.followthrough.tracker.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Tells on a channel those whom a step of the follow-up means and the ticket's tracker cannot
 * notify: the same words, and where the ticket is.
 */
public final class Aside {
  /** Later the next step says more. */
  private static final Duration GOOD = Duration.ofDays(7);

  private static final int TITLE = 120;

  private final String installation;
  private final People people;
  private final List<Way> ways;
  private final Registrar registrar;

  /** Tells people on the first of some channels that leads to them. */
  public Aside(String installation, People people, List<Way> ways, Registrar registrar) {
    this.installation = requireNonNull(installation, "installation is null");
    this.people = requireNonNull(people, "people is null");
    this.ways = List.copyOf(ways);
    this.registrar = requireNonNull(registrar, "registrar is null");
  }

  /** Puts the messages beside a notice into the outbox. */
  void tell(Books books, ActionItem item, Filing filing, Notice notice, Instant now) {
    Restraint restraint = Restraint.of(books, now);
    for (String name : notice.beyond()) {
      Optional<Person> person = people.person(name);
      Optional<Way> way =
          person.flatMap(it -> ways.stream().filter(each -> each.leadsTo(it)).findFirst());
      boolean silent =
          way.isEmpty()
              || restraint.onPeople(List.of(name)).isPresent()
              || restraint.on(item, way.get().channel().name()).isPresent();
      if (!silent) {
        tell(books, item, filing, notice, way.get(), person.get(), now);
      }
    }
  }

  private void tell(
      Books books,
      ActionItem item,
      Filing filing,
      Notice notice,
      Way way,
      Person person,
      Instant now) {
    String channel = way.channel().name();
    String title = item.promise().title();
    Subject subject = Subject.of(item.id());
    String step = channel + "/" + Words.fingerprint(notice.key(), person.name());
    Message message =
        new Message(
            EffectKey.message(installation, subject, step),
            notice.kind().word(),
            way.recipient(person),
            now,
            filing.ref().key() + ": " + OneLine.of(title, TITLE),
            notice
                .body()
                .withoutMentions()
                .paragraph(
                    Span.plain("This stands in "),
                    Span.link(filing.ref().key(), filing.ref().url()),
                    Span.plain(", where " + person.name() + " can't be reached. Answer there.")),
            List.of(topic(books, item, filing)),
            item.id().value(),
            Optional.of(now.plus(GOOD)));
    registrar.offer(
        books,
        OutboxEntry.pending(message.key(), channel, subject, new Effect.SendMessage(message), now),
        now);
  }

  private static Message.Topic topic(Books books, ActionItem item, Filing filing) {
    Optional<LocalDate> due = books.mirrors().find(item.id()).flatMap(mirror -> mirror.due());
    return new Message.Topic(
        item.id().value(),
        item.promise().title(),
        item.origin().documentKey(),
        item.origin().incident().id().orElse(""),
        "",
        item.owner().orElse(""),
        due.map(LocalDate::toString).orElse(""),
        filing.ref().key(),
        filing.ref().url());
  }
}
