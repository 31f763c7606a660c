package io.followthrough.daemon.web;

import io.followthrough.item.ItemState;
import io.followthrough.ledger.Books;
import io.followthrough.ledger.Ledger;
import io.followthrough.ledger.LedgerException;
import io.followthrough.ledger.OutboxState;
import io.followthrough.sync.Destinations;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The figures that a monitoring system collects. Made at the first scrape, since most runs never
 * see one; no label has words of a document or a person's name.
 */
final class Metrics {
  private static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";
  private static final String PREFIX = "followthrough.";
  private static final List<OutboxState> WAITING =
      List.of(OutboxState.PENDING, OutboxState.UNKNOWN, OutboxState.PARKED);

  private final Ledger ledger;
  private final WebFacts facts;
  private final Overviews overviews;
  private final Set<String> cycles = new HashSet<>();
  private @Nullable PrometheusMeterRegistry registry;
  private @Nullable Overview overview;
  private Set<String> refusing = Set.of();
  private Map<String, Long> waits = Map.of();
  private Map<OutboxState, Instant> oldest = Map.of();
  private boolean storeUp;

  Metrics(Ledger ledger, WebFacts facts, Overviews overviews) {
    this.ledger = ledger;
    this.facts = facts;
    this.overviews = overviews;
  }

  /** One scrape. What the store cannot tell is as it last could. */
  synchronized Answer scrape() {
    try {
      overview = overviews.current();
      refusing = Set.copyOf(ledger.read(books -> refusing(books)));
      waits = ledger.read(books -> waits(books, facts.clock().instant()));
      oldest = ledger.read(Metrics::oldest);
      storeUp = true;
    } catch (LedgerException e) {
      storeUp = false;
    }
    PrometheusMeterRegistry known = registry;
    if (known == null) {
      known = create();
      registry = known;
    }
    addCycles(known);
    return Answer.of(200, TYPE, known.scrape());
  }

  private List<String> refusing(Books books) {
    return facts.trackers().stream()
        .filter(name -> Destinations.refusal(books, name).isPresent())
        .toList();
  }

  private PrometheusMeterRegistry create() {
    PrometheusMeterRegistry made = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    new JvmMemoryMetrics().bindTo(made);
    new JvmThreadMetrics().bindTo(made);
    new ProcessorMetrics().bindTo(made);
    new FileDescriptorMetrics().bindTo(made);
    new UptimeMetrics().bindTo(made);
    gauge("store.up", "Whether the store can be read.", metrics -> metrics.storeUp ? 1 : 0)
        .register(made);
    for (ItemState state : ItemState.values()) {
      gauge("items", "Action items, those of history included.", of(one -> one.tally().of(state)))
          .tag("state", state.word())
          .register(made);
    }
    counted("items.overdue", "Promises whose due date is over.", Facet.OVERDUE).register(made);
    counted("items.held", "Items that are no promise yet.", Facet.HELD).register(made);
    counted("items.unverified", "Items done that nothing shows.", Facet.UNVERIFIED).register(made);
    gauge("items.unconfirmed", "Accepted, and no ticket on its way.", of(Overview::unconfirmed))
        .register(made);
    gauge("documents", "Postmortems.", of(one -> one.postmortems().size())).register(made);
    gauge(
            "documents.unreadable",
            "Postmortems that could not be read the last time.",
            of(one -> one.unreadable().size()))
        .register(made);
    for (OutboxState state : OutboxState.values()) {
      gauge("outbox", "Deliveries.", of(one -> one.outbox().getOrDefault(state, 0L)))
          .tag("state", word(state))
          .register(made);
    }
    for (OutboxState state : WAITING) {
      gauge(
              "outbox.oldest.age.seconds",
              "How long the oldest of the deliveries waits; 0 where there is none.",
              metrics -> metrics.age(state))
          .tag("state", word(state))
          .register(made);
    }
    FunctionCounter.builder(
            PREFIX + "deliveries",
            this,
            metrics ->
                of(one -> one.outbox().getOrDefault(OutboxState.DONE, 0L)).applyAsDouble(metrics))
        .description("Deliveries that happened, since the store began.")
        .register(made);
    facts.trackers().forEach(name -> tracker(name, made));
    facts.sources().forEach(name -> source(name, made));
    return made;
  }

  private static String word(OutboxState state) {
    return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private double age(OutboxState state) {
    return Optional.ofNullable(oldest.get(state))
        .map(since -> Duration.between(since, facts.clock().instant()).toMillis() / 1e3)
        .orElse(0.0);
  }

  private static Map<OutboxState, Instant> oldest(Books books) {
    Map<OutboxState, Instant> found = new EnumMap<>(OutboxState.class);
    for (OutboxState state : WAITING) {
      books.outbox().in(state, 1).forEach(entry -> found.put(state, entry.createdAt()));
    }
    return found;
  }

  private void tracker(String name, PrometheusMeterRegistry made) {
    gauge("tracker.up", "Whether a tracker lets us in.", metrics -> metrics.isUp(name) ? 1 : 0)
        .tag("tracker", name)
        .register(made);
    gauge(
            "tracker.wait.seconds",
            "How long a tracker still asked to be left alone.",
            metrics -> metrics.waits.getOrDefault(name, 0L))
        .tag("tracker", name)
        .register(made);
  }

  private Map<String, Long> waits(Books books, Instant now) {
    Map<String, Long> seconds = new HashMap<>();
    for (String name : facts.trackers()) {
      Destinations.waitsUntil(books, name, now)
          .ifPresent(until -> seconds.put(name, Duration.between(now, until).toSeconds()));
    }
    return seconds;
  }

  private boolean isUp(String tracker) {
    return !refusing.contains(tracker) && facts.vitals().trackerProblem(tracker).isEmpty();
  }

  private void source(String name, PrometheusMeterRegistry made) {
    gauge(
            "source.up",
            "Whether a source could be read the last time.",
            metrics -> metrics.facts.vitals().sourceProblem(name).isEmpty() ? 1 : 0)
        .tag("source", name)
        .register(made);
  }

  /** A cycle is known from its first end on. */
  private void addCycles(PrometheusMeterRegistry made) {
    for (String cycle : facts.vitals().turns().keySet()) {
      if (cycles.add(cycle)) {
        gauge(
                "cycle.end.timestamp.seconds",
                "When a cycle last came to its end.",
                metrics -> metrics.turn(cycle, turn -> turn.endedAt().toEpochMilli() / 1e3))
            .tag("cycle", cycle)
            .register(made);
        gauge(
                "cycle.duration.seconds",
                "How long a cycle took the last time.",
                metrics -> metrics.turn(cycle, turn -> turn.took().toMillis() / 1e3))
            .tag("cycle", cycle)
            .register(made);
        gauge(
                "cycle.problems",
                "What a cycle could not read or deliver the last time.",
                metrics -> metrics.turn(cycle, Vitals.Turn::problems))
            .tag("cycle", cycle)
            .register(made);
      }
    }
  }

  private double turn(String cycle, ToDoubleFunction<Vitals.Turn> figure) {
    return Optional.ofNullable(facts.vitals().turns().get(cycle))
        .map(figure::applyAsDouble)
        .orElse(Double.NaN);
  }

  private Gauge.Builder<Metrics> counted(String name, String what, Facet facet) {
    return gauge(name, what, of(one -> one.tally().of(facet)));
  }

  private Gauge.Builder<Metrics> gauge(String name, String what, ToDoubleFunction<Metrics> figure) {
    return Gauge.builder(PREFIX + name, this, figure).description(what);
  }

  private static ToDoubleFunction<Metrics> of(ToDoubleFunction<Overview> figure) {
    return metrics -> {
      Overview known = metrics.overview;
      return known == null ? Double.NaN : figure.applyAsDouble(known);
    };
  }
}
