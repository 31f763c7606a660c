package io.followthrough.daemon.app;

import io.followthrough.daemon.config.Configuration;
import io.followthrough.daemon.cycle.Answering;
import io.followthrough.daemon.cycle.Appraiser;
import io.followthrough.daemon.cycle.Aside;
import io.followthrough.daemon.cycle.Confirmations;
import io.followthrough.daemon.cycle.CycleReport;
import io.followthrough.daemon.cycle.DigestCycle;
import io.followthrough.daemon.cycle.DocumentPolicies;
import io.followthrough.daemon.cycle.Focus;
import io.followthrough.daemon.cycle.FollowUpCycle;
import io.followthrough.daemon.cycle.Frontier;
import io.followthrough.daemon.cycle.Intake;
import io.followthrough.daemon.cycle.Judge;
import io.followthrough.daemon.cycle.LedgerCatalogue;
import io.followthrough.daemon.cycle.MirrorCycle;
import io.followthrough.daemon.cycle.Planner;
import io.followthrough.daemon.cycle.PostmortemTickets;
import io.followthrough.daemon.cycle.RecoverCycle;
import io.followthrough.daemon.cycle.Recurrence;
import io.followthrough.daemon.cycle.ReviewCycle;
import io.followthrough.daemon.cycle.ReviewDrafts;
import io.followthrough.daemon.cycle.Secrecy;
import io.followthrough.daemon.cycle.Way;
import io.followthrough.daemon.status.DiscreetLedger;
import io.followthrough.document.DocumentSource;
import io.followthrough.followup.FollowUp;
import io.followthrough.followup.Hearing;
import io.followthrough.followup.Profiles;
import io.followthrough.followup.Repeats;
import io.followthrough.item.People;
import io.followthrough.item.Person;
import io.followthrough.ledger.Ledger;
import io.followthrough.notify.Channel;
import io.followthrough.plan.Drafts;
import io.followthrough.plan.Plan;
import io.followthrough.plan.Routes;
import io.followthrough.sync.Destinations;
import io.followthrough.sync.Dispatcher;
import io.followthrough.sync.Lanes;
import io.followthrough.sync.Poller;
import io.followthrough.sync.Recovery;
import io.followthrough.sync.Registrar;
import io.followthrough.sync.Standstill;
import io.followthrough.sync.Turns;
import io.followthrough.tracker.Tracker;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/** The whole program, put together by hand over a configuration and a ledger. */
public final class House implements AutoCloseable {
  /**
   * One full cycle needs no more rounds than this: documents, then what the tickets say to them.
   */
  private static final int ROUNDS = 3;

  private final Configuration configuration;
  private final Ledger ledger;
  private final Map<String, Tracker> trackers;
  private final List<DocumentSource> sources;
  private final Focus focus;
  private final Map<String, Channel> channels;
  private final Confirmations confirmations;
  private final MirrorCycle mirrorCycle;
  private final FollowUpCycle followUpCycle;
  private final ReviewCycle reviewCycle;
  private final DigestCycle digestCycle;
  private final RecoverCycle recoverCycle;
  private final Rehoming rehoming;
  private final Optional<PostmortemTickets> postmortems;
  private final Dispatcher dispatcher;
  private final AtomicBoolean stopping = new AtomicBoolean();

  /**
   * Puts the program together, its trackers served one after the other.
   *
   * @param rehearsal true where nothing may be written to any tracker
   */
  House(
      Configuration configuration,
      Ledger ledger,
      Map<String, Tracker> trackers,
      List<DocumentSource> sources,
      InstantSource clock,
      String node,
      boolean rehearsal) {
    this(
        configuration,
        ledger,
        trackers,
        sources,
        clock,
        node,
        List.of(),
        rehearsal,
        Lanes.IN_TURN,
        Turns.ALONE);
  }

  /**
   * Puts the program together.
   *
   * @param ways the channels beside the trackers
   * @param ledger where it is narrowed to a {@link Focus}, so is the program
   * @param rehearsal true where nothing may be written to any tracker
   * @param lanes how several trackers are served
   * @param turns who else delivers from the ledger
   */
  House(
      Configuration configuration,
      Ledger ledger,
      Map<String, Tracker> trackers,
      List<DocumentSource> sources,
      InstantSource clock,
      String node,
      List<Way> ways,
      boolean rehearsal,
      Lanes lanes,
      Turns turns) {
    this.configuration = configuration;
    this.ledger = ledger;
    this.trackers = Map.copyOf(trackers);
    this.sources = List.copyOf(sources);
    this.focus = Focus.of(ledger);
    this.channels =
        ways.stream().map(Way::channel).collect(Collectors.toMap(Channel::name, it -> it));
    this.confirmations = Rules.confirmations(configuration);
    People people = Directory.of(configuration);
    Routes routes = new Routes(Rules.routes(configuration), Rules.active(configuration), people);
    Drafts drafts =
        new Drafts(configuration.installation(), configuration.contact(), people, this::handle);
    String rules = Rules.fingerprint(configuration);
    Registrar registrar = new Registrar(configuration.installation());
    Answering answering =
        new Answering(
            configuration.installation(),
            new Hearing(people, configuration.contact(), zone(), this::handle),
            drafts,
            registrar,
            confirmations,
            Rules.silent(configuration));
    Poller poller =
        new Poller(
            configuration.installation(),
            ledger,
            configuration.cycle().sweep(),
            new Standstill(configuration.limits().stopIfVanishedPercent()),
            answering);
    Destinations destinations =
        new Destinations(
            name ->
                !rehearsal
                    && (channels.containsKey(name)
                        || ledger.read(books -> confirmations.isLive(books, name))));
    this.dispatcher =
        new Dispatcher(
            configuration.installation(),
            ledger,
            trackers,
            channels,
            destinations,
            clock,
            node,
            lanes,
            turns);
    Recurrence recurrence = new Recurrence(new Repeats(people));
    Secrecy secrecy = Rules.secrecy(configuration);
    DocumentPolicies policies = Rules.policies(configuration);
    Judge judge = new Judge(Rules.gate(configuration), people, routes, zone());
    Appraiser appraiser =
        new Appraiser(
            configuration.installation(),
            ledger,
            policies,
            secrecy,
            judge,
            trackers.values(),
            recurrence,
            rules);
    Planner planner = new Planner(ledger, drafts, trackers, registrar, poller, confirmations);
    Instant firstRun = ledger.write(books -> DocumentPolicies.firstRun(books, clock.instant()));
    Profiles ladders = Rules.ladders(configuration, firstRun);
    this.postmortems =
        configuration.postmortemTicket()
            ? Optional.of(
                new PostmortemTickets(
                    configuration.installation(),
                    ledger,
                    drafts,
                    registrar,
                    confirmations,
                    Rules.silent(configuration),
                    ladders.standard().calendar(),
                    dispatcher,
                    stopping::get))
            : Optional.empty();
    this.mirrorCycle =
        new MirrorCycle(
            focus.over(sources),
            new Intake(ledger, rules),
            appraiser,
            planner,
            postmortems,
            secrecy,
            new Frontier(
                ledger,
                sources,
                trackers.values(),
                poller,
                new Frontier.Terms(
                    Rules.takesPrivate(configuration),
                    rules,
                    !(rehearsal && Houses.isTaken(configuration)))),
            dispatcher,
            stopping::get);
    FollowUp followUp =
        new FollowUp(
            configuration.installation(),
            configuration.contact(),
            ladders,
            people,
            Rules.templates(configuration));
    this.followUpCycle =
        new FollowUpCycle(
            ledger,
            trackers,
            Rules.silent(configuration),
            poller,
            followUp,
            drafts,
            recurrence,
            confirmations,
            registrar,
            new Aside(configuration.installation(), people, ways, registrar),
            dispatcher,
            lanes,
            stopping::get);
    this.reviewCycle =
        new ReviewCycle(
            configuration.installation(),
            ledger,
            new LedgerCatalogue(new DiscreetLedger(ledger), people, zone()),
            Rules.calendar(configuration.followUp()),
            ReviewOrders.of(configuration, people),
            ReviewOrders.plannings(configuration, people, LocalDate.ofInstant(firstRun, zone())),
            new ReviewDrafts(configuration.installation(), configuration.contact(), this::handle),
            registrar,
            dispatcher,
            stopping::get);
    this.digestCycle =
        Channels.digests(
            configuration,
            ledger,
            ladders,
            people,
            ways,
            drafts,
            confirmations,
            registrar,
            dispatcher,
            stopping::get);
    this.rehoming = new Rehoming(configuration, ledger, trackers, poller, drafts);
    this.recoverCycle =
        new RecoverCycle(
            ledger, trackers.values(), mirrorCycle, recovery(drafts, answering), poller);
  }

  /** Moves items from one tracker to another. */
  public Rehoming rehoming() {
    return rehoming;
  }

  private Recovery recovery(Drafts drafts, Answering answering) {
    Set<String> names = new LinkedHashSet<>(configuration.former());
    names.add(configuration.installation());
    return new Recovery(
        names,
        ledger,
        (books, item) ->
            Plan.between(List.of(item), it -> Optional.empty(), drafts).stream()
                .findFirst()
                .flatMap(
                    change ->
                        change.match(
                            Optional::of, adopt -> Optional.empty(), edit -> Optional.empty())),
        answering);
  }

  private ZoneId zone() {
    return configuration.followUp().timeZone();
  }

  private Optional<String> handle(Person person, String tracker) {
    return configuration.tracker(tracker).flatMap(config -> Directory.handle(person, config));
  }

  /** From documents to tickets, once. */
  public CycleReport mirror(Instant now) {
    Archive.retain(ledger, configuration, now);
    return mirrorCycle.run(now);
  }

  /** From tickets to follow-ups and digests, once. */
  public CycleReport followUp(Instant now) {
    return followUpCycle.run(now).and(tellPostmortems(now)).and(digests(now));
  }

  /** What each person is told of their items on the channels, once a period. */
  public CycleReport digests(Instant now) {
    return focus.isEverything() ? digestCycle.run(now) : digestCycle.deliver();
  }

  /** From the tickets of one tracker to follow-ups, once. */
  public CycleReport followUp(String tracker, Instant now) {
    return followUpCycle.run(tracker, now).and(tellPostmortems(now));
  }

  private CycleReport tellPostmortems(Instant now) {
    return postmortems.map(tickets -> tickets.run(now)).orElseGet(CycleReport::new);
  }

  /** From the ledger to reviews and planning lists, once. */
  public CycleReport review(Instant now) {
    return focus.isEverything() ? reviewCycle.run(now) : new CycleReport();
  }

  /** One full cycle, until nothing is due. */
  public CycleReport sync(Instant now) {
    CycleReport report = mirror(now).and(followUp(now)).and(review(now));
    for (int round = 1; round < ROUNDS && report.sent() > 0; round++) {
      CycleReport next = followUp(now);
      if (next.sent() == 0 && next.problems().isEmpty()) {
        break;
      }
      report.and(next);
    }
    return report;
  }

  /** The ledger rebuilt from the marks in the trackers; nothing is created or said. */
  public RecoverCycle.Result recover(Instant now) {
    return recoverCycle.run(now);
  }

  /** See {@link Dispatcher#takeOverOrphans}. */
  void takeOverOrphans() {
    dispatcher.takeOverOrphans();
  }

  /** Has the cycles end after the call that is under way. */
  public void stop() {
    stopping.set(true);
  }

  /** The store. */
  public Ledger ledger() {
    return ledger;
  }

  /** The trackers by their names. */
  public Map<String, Tracker> trackers() {
    return trackers;
  }

  /** The sources. */
  public List<DocumentSource> sources() {
    return sources;
  }

  @Override
  public void close() {
    stop();
    sources.forEach(DocumentSource::close);
    trackers.values().forEach(Tracker::close);
    channels.values().forEach(Channel::close);
    ledger.close();
  }
}
