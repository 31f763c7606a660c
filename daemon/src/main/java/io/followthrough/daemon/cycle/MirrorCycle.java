package io.followthrough.daemon.cycle;

import static java.util.Objects.requireNonNull;

import io.followthrough.document.DocumentSource;
import io.followthrough.document.PostmortemDocument;
import io.followthrough.document.SourceException;
import io.followthrough.item.ActionItem;
import io.followthrough.item.ItemId;
import io.followthrough.plan.Change;
import io.followthrough.plan.Release;
import io.followthrough.sync.Dispatcher;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;

/**
 * From documents to tickets: source, document, blocks, candidates, gate, items, plan, outbox,
 * dispatcher, tracker. One thread at a time.
 */
public final class MirrorCycle {
  private final List<DocumentSource> sources;
  private final Intake intake;
  private final Appraiser appraiser;
  private final Planner planner;
  private final Optional<PostmortemTickets> postmortems;
  private final Secrecy secrecy;
  private final Frontier frontier;
  private final Dispatcher dispatcher;
  private final BooleanSupplier stopping;

  /** A cycle over sources. */
  public MirrorCycle(
      List<DocumentSource> sources,
      Intake intake,
      Appraiser appraiser,
      Planner planner,
      Optional<PostmortemTickets> postmortems,
      Secrecy secrecy,
      Frontier frontier,
      Dispatcher dispatcher,
      BooleanSupplier stopping) {
    this.sources = List.copyOf(sources);
    this.intake = requireNonNull(intake, "intake is null");
    this.appraiser = requireNonNull(appraiser, "appraiser is null");
    this.planner = requireNonNull(planner, "planner is null");
    this.postmortems = requireNonNull(postmortems, "postmortems is null");
    this.secrecy = requireNonNull(secrecy, "secrecy is null");
    this.frontier = requireNonNull(frontier, "frontier is null");
    this.dispatcher = requireNonNull(dispatcher, "dispatcher is null");
    this.stopping = requireNonNull(stopping, "stopping is null");
  }

  /** Runs once. Whatever fails is in the report; the rest goes on. */
  public CycleReport run(Instant now) {
    CycleReport report = new CycleReport();
    Set<ItemId> touched = new TreeSet<>();
    read(now, touched, report);
    planner.leave(touched);
    List<Change> changes = planner.changes(touched);
    frontier.look(changes, now, report);
    Release release = planner.release(changes);
    planner.register(release.released(), report, now);
    planner.show(release, report);
    postmortems.ifPresent(tickets -> tickets.noticed(touched, now));
    report.delivered(dispatcher.deliver(stopping));
    return report;
  }

  /** Reads the documents, and does no more. */
  public CycleReport read(Instant now) {
    CycleReport report = new CycleReport();
    Set<ItemId> touched = new TreeSet<>();
    read(now, touched, report);
    postmortems.ifPresent(tickets -> tickets.noticed(touched, now));
    return report;
  }

  private void read(Instant now, Set<ItemId> touched, CycleReport report) {
    for (DocumentSource source : sources) {
      read(source, now, touched, report);
    }
  }

  private void read(DocumentSource source, Instant now, Set<ItemId> touched, CycleReport report) {
    try {
      Intake.Listing listing = intake.list(source);
      for (DocumentSource.Entry entry : listing.changed()) {
        read(source, entry, listing.goneKeys(), now, touched, report);
      }
      touched.addAll(intake.close(listing, now));
      report.sourceRead(source.name());
    } catch (SourceException e) {
      report.sourceFailed(source.name(), String.valueOf(e.getMessage()));
    }
  }

  private void read(
      DocumentSource source,
      DocumentSource.Entry entry,
      Set<String> gone,
      Instant now,
      Set<ItemId> touched,
      CycleReport report) {
    if (stopping.getAsBoolean()) {
      return;
    }
    try {
      if (secrecy.forbidsReading(entry.path())) {
        withhold(source, entry, now, report);
        return;
      }
      PostmortemDocument document = source.read(entry);
      report.readDocument();
      Optional<List<ActionItem>> items = appraiser.appraise(document, gone, now);
      if (items.isEmpty()) {
        withhold(source, entry, now, report);
        return;
      }
      items.get().forEach(item -> touched.add(item.id()));
    } catch (SourceException e) {
      report.problem(intake.unreadable(source, entry, secrecy.isByPath(entry.path()), e, now));
    }
  }

  private void withhold(
      DocumentSource source, DocumentSource.Entry entry, Instant now, CycleReport report) {
    intake.withhold(source, entry, now).forEach(report::exposed);
    report.withheldDocument();
  }
}
