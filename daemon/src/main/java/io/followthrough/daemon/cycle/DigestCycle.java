package io.followthrough.daemon.cycle;

import static java.util.Objects.requireNonNull;

import io.followthrough.followup.Digest;
import io.followthrough.followup.DigestLine;
import io.followthrough.followup.DigestRhythm;
import io.followthrough.followup.FollowUpCase;
import io.followthrough.item.ActionItem;
import io.followthrough.item.Filing;
import io.followthrough.item.ItemId;
import io.followthrough.item.People;
import io.followthrough.item.Person;
import io.followthrough.item.Placement;
import io.followthrough.ledger.Books;
import io.followthrough.ledger.Effect;
import io.followthrough.ledger.EffectKey;
import io.followthrough.ledger.FollowUpState;
import io.followthrough.ledger.Ledger;
import io.followthrough.ledger.OutboxEntry;
import io.followthrough.ledger.Subject;
import io.followthrough.notify.Message;
import io.followthrough.plan.Drafts;
import io.followthrough.sync.Dispatcher;
import io.followthrough.sync.Registrar;
import io.followthrough.sync.Restraint;
import io.followthrough.sync.Standstill;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * From the ledger to people: what is theirs, once a period, outbox, dispatcher, channel. A person
 * is told on the first channel that leads to them; programs get a copy.
 */
public final class DigestCycle {
  /** What became of a person's last period: its name, then {@code told} or when nothing was. */
  private static final String LAST = "digest/";

  private static final String TOLD = "told";

  /** Who had nothing to be told is looked at again so often, on the same day. */
  private static final Duration LOOK = Duration.ofHours(1);

  private static final int PAGE = 500;

  private final String installation;
  private final Ledger ledger;
  private final Digest digest;
  private final People people;
  private final List<Way> ways;
  private final Drafts drafts;
  private final Confirmations confirmations;
  private final Registrar registrar;
  private final Dispatcher dispatcher;
  private final BooleanSupplier stopping;

  /**
   * A cycle over people.
   *
   * @param ways in the order of the configuration; none where nobody is to get a digest
   */
  public DigestCycle(
      String installation,
      Ledger ledger,
      Digest digest,
      People people,
      List<Way> ways,
      Drafts drafts,
      Confirmations confirmations,
      Registrar registrar,
      Dispatcher dispatcher,
      BooleanSupplier stopping) {
    this.installation = requireNonNull(installation, "installation is null");
    this.ledger = requireNonNull(ledger, "ledger is null");
    this.digest = requireNonNull(digest, "digest is null");
    this.people = requireNonNull(people, "people is null");
    this.ways = List.copyOf(ways);
    this.drafts = requireNonNull(drafts, "drafts is null");
    this.confirmations = requireNonNull(confirmations, "confirmations is null");
    this.registrar = requireNonNull(registrar, "registrar is null");
    this.dispatcher = requireNonNull(dispatcher, "dispatcher is null");
    this.stopping = requireNonNull(stopping, "stopping is null");
  }

  /** Runs once. Whatever fails is in the report; the rest goes on. */
  public CycleReport run(Instant now) {
    CycleReport report = new CycleReport();
    Map<Person, DigestRhythm.Period> due = ledger.read(books -> due(books, now));
    if (!due.isEmpty() && !stopping.getAsBoolean()) {
      Map<String, List<DigestLine>> lines = lines(now);
      due.forEach(
          (person, period) ->
              tell(person, period, lines.getOrDefault(person.name(), List.of()), now, report));
    }
    return report.and(deliver());
  }

  /** Delivers what waits for the channels, and writes no digest. */
  public CycleReport deliver() {
    CycleReport report = new CycleReport();
    ways.forEach(way -> report.delivered(dispatcher.deliver(way.channel().name(), stopping)));
    return report;
  }

  /** Who is at work in a period of which they have not been told. */
  private Map<Person, DigestRhythm.Period> due(Books books, Instant now) {
    Map<Person, DigestRhythm.Period> due = new LinkedHashMap<>();
    Restraint restraint = Restraint.of(books, now);
    for (Person person : people.all()) {
      boolean paused = restraint.onPeople(List.of(person.name())).isPresent();
      if (!ways(person).isEmpty() && !paused) {
        digest
            .period(person, now)
            .filter(period -> isOpen(books, person, period, now))
            .ifPresent(period -> due.put(person, period));
      }
    }
    return due;
  }

  private boolean isOpen(Books books, Person person, DigestRhythm.Period period, Instant now) {
    Optional<String> last = books.settings().get(LAST + person.name());
    String[] parts = last.orElse("").split(" ", 2);
    if (!parts[0].equals(period.name())) {
      return true;
    }
    if (parts[1].equals(TOLD)) {
      return false;
    }
    Instant looked = Instant.parse(parts[1]);
    return !now.isBefore(looked.plus(LOOK)) && day(person, looked).equals(day(person, now));
  }

  private LocalDate day(Person person, Instant instant) {
    return LocalDate.ofInstant(instant, digest.zone(person));
  }

  /** The first channel that leads to a person, and those that programs read. */
  private List<Way> ways(Person person) {
    List<Way> chosen = new ArrayList<>();
    ways.stream().filter(way -> way.leadsTo(person)).findFirst().ifPresent(chosen::add);
    ways.stream().filter(Way::program).forEach(chosen::add);
    return chosen;
  }

  private Map<String, List<DigestLine>> lines(Instant now) {
    Map<String, List<DigestLine>> lines = new LinkedHashMap<>();
    Optional<ItemId> last = Optional.empty();
    boolean more = true;
    while (more) {
      Optional<ItemId> after = last;
      List<ActionItem> page = ledger.read(books -> books.items().after(after, PAGE));
      ledger.run(
          books -> {
            Restraint restraint = Restraint.of(books, now);
            for (ActionItem item : page) {
              line(books, restraint, item, now)
                  .ifPresent(
                      line ->
                          lines.computeIfAbsent(line.person(), it -> new ArrayList<>()).add(line));
            }
          });
      more = page.size() == PAGE;
      last = page.isEmpty() ? last : Optional.of(page.get(page.size() - 1).id());
    }
    return lines;
  }

  private Optional<DigestLine> line(
      Books books, Restraint restraint, ActionItem item, Instant now) {
    Optional<String> tracker =
        item.filing().map(Filing::tracker).or(() -> item.placement().map(Placement::tracker));
    boolean silent =
        !confirmations.isLiveSource(books, item.origin().source())
            || ways.stream().anyMatch(way -> restraint.on(item, way.channel().name()).isPresent())
            || tracker
                .filter(
                    name ->
                        !confirmations.isLive(books, name)
                            || Standstill.of(books, name).isPresent()
                            || restraint.on(item, name).isPresent())
                .isPresent();
    if (silent) {
      return Optional.empty();
    }
    FollowUpState state =
        books.followUps().find(item.id()).orElseGet(() -> FollowUpState.untouched(item.id(), now));
    FollowUpCase followed =
        FollowUpCase.of(
            item,
            books.mirrors().find(item.id()),
            state,
            person ->
                tracker
                    .flatMap(name -> drafts.handles().apply(person, name))
                    .or(() -> elsewhere(person)));
    return digest.line(followed, now);
  }

  /** Who has no account in the tracker is reached all the same. */
  private Optional<String> elsewhere(Person person) {
    return ways(person).isEmpty() ? Optional.empty() : Optional.of(person.name());
  }

  private void tell(
      Person person,
      DigestRhythm.Period period,
      List<DigestLine> lines,
      Instant now,
      CycleReport report) {
    String became = period.name() + " " + (lines.isEmpty() ? now : TOLD);
    ledger.run(
        books -> {
          if (isOpen(books, person, period, now)) {
            books.settings().put(LAST + person.name(), became);
            if (!lines.isEmpty()) {
              ways(person).forEach(way -> offer(books, way, person, period, lines, now, report));
            }
          }
        });
  }

  private void offer(
      Books books,
      Way way,
      Person person,
      DigestRhythm.Period period,
      List<DigestLine> lines,
      Instant now,
      CycleReport report) {
    Subject subject = Subject.of(Subject.Kind.DIGEST, installation, person.name(), period.name());
    String channel = way.channel().name();
    String title = digest.wording().title(lines);
    Message message =
        new Message(
            EffectKey.message(installation, subject, channel),
            "digest",
            way.recipient(person),
            now,
            title,
            digest.wording().body(lines),
            lines.stream().sorted().map(DigestCycle::topic).toList(),
            "",
            Optional.of(period.until()));
    OutboxEntry entry =
        OutboxEntry.pending(message.key(), channel, subject, new Effect.SendMessage(message), now);
    if (registrar.offer(books, entry, now)) {
      report.said(new CycleReport.Said("", title, channel, "digest", List.of(person.name())));
    }
  }

  private static Message.Topic topic(DigestLine line) {
    ActionItem item = line.item();
    return new Message.Topic(
        item.id().value(),
        item.promise().title(),
        item.origin().documentKey(),
        item.origin().incident().id().orElse(""),
        line.state().word(),
        line.person(),
        line.due().map(LocalDate::toString).orElse(""),
        line.ticket().map(ticket -> ticket.key()).orElse(""),
        line.ticket().map(ticket -> ticket.url()).orElse(""));
  }
}
