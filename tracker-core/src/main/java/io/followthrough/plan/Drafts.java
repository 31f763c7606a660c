package io.followthrough.plan;

import static java.util.Objects.requireNonNull;

import io.followthrough.item.ActionItem;
import io.followthrough.item.Filing;
import io.followthrough.item.Finding;
import io.followthrough.item.Incident;
import io.followthrough.item.People;
import io.followthrough.item.Person;
import io.followthrough.item.Placement;
import io.followthrough.item.Promise;
import io.followthrough.item.Words;
import io.followthrough.tracker.Marker;
import io.followthrough.tracker.Prose;
import io.followthrough.tracker.Span;
import io.followthrough.tracker.TicketDraft;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * The words of tickets.
 *
 * @param installation part of every mark
 * @param contact whom people turn to, at the foot of each ticket
 * @param handles the handle of a person in the tracker of a name
 */
public record Drafts(
    String installation,
    String contact,
    People people,
    BiFunction<Person, String, Optional<String>> handles) {
  public Drafts {
    requireNonNull(installation, "installation is null");
    requireNonNull(contact, "contact is null");
    requireNonNull(people, "people is null");
    requireNonNull(handles, "handles is null");
  }

  /** The mark of an item's ticket: the one that it was born with, where it has its ticket. */
  public Marker markerOf(ActionItem item) {
    return item.filing()
        .flatMap(Filing::marker)
        .orElseGet(
            () ->
                new Marker(
                    installation,
                    item.id().value(),
                    Words.fingerprint(item.origin().documentKey()),
                    titlePrint(item.firstTitle())));
  }

  /** The part of a mark that tells a title. */
  public static String titlePrint(String title) {
    return Words.fingerprint(Words.normalise(title));
  }

  /** The ticket that an item wants. */
  TicketDraft draft(ActionItem item, Placement placement) {
    Promise promise = item.promise();
    return new TicketDraft(
        markerOf(item),
        promise.title(),
        block(item),
        item.owner()
            .flatMap(people::person)
            .flatMap(person -> handles.apply(person, placement.tracker())),
        promise.due(),
        promise.priority().map(priority -> priority.word()),
        placement.labels(),
        placement.project(),
        placement.issueType(),
        placement.parent(),
        facts(item));
  }

  /** What of a draft is carried to the ticket when the document changes, as a fingerprint. */
  static String fingerprint(TicketDraft draft) {
    return Words.fingerprint(
        draft.title(),
        draft.block().toString(),
        draft.assignee().orElse(""),
        draft.due().map(Object::toString).orElse(""),
        draft.priority().orElse(""));
  }

  /** What a field of a ticket may be filled with; what is not known is not there. */
  private static Map<String, String> facts(ActionItem item) {
    Promise promise = item.promise();
    Incident incident = item.origin().incident();
    Map<String, String> facts = new HashMap<>();
    services(item)
        .ifPresent(
            words -> {
              facts.put("item.services", words);
              facts.put("item.service", words.split(", ", 2)[0]);
            });
    promise.kind().ifPresent(kind -> facts.put("item.kind", kind.word()));
    promise.priority().ifPresent(priority -> facts.put("item.priority", priority.word()));
    promise.criterion().ifPresent(words -> facts.put("item.criterion", words));
    promise.due().ifPresent(date -> facts.put("item.due", date.toString()));
    item.owner().ifPresent(name -> facts.put("item.owner", name));
    item.judgement().team().ifPresent(name -> facts.put("item.team", name));
    incident.id().ifPresent(id -> facts.put("incident.id", id));
    incident.title().ifPresent(words -> facts.put("incident.title", words));
    incident.severity().ifPresent(words -> facts.put("incident.severity", words));
    incident.date().ifPresent(date -> facts.put("incident.date", date.toString()));
    item.origin().link().ifPresent(url -> facts.put("incident.url", url));
    return facts;
  }

  private Prose block(ActionItem item) {
    Promise promise = item.promise();
    Prose block = Prose.empty().with(Prose.Shape.PARAGRAPH, provenance(item));
    if (!Words.normalise(promise.text()).equals(Words.normalise(promise.title()))) {
      block = block.quote(readable(promise.text()));
    }
    block = fact(block, "Owner", item.owner().or(promise::owner));
    block = fact(block, "Due", due(promise));
    block = fact(block, "Priority", promise.priority().map(priority -> priority.word()));
    block = fact(block, "Kind", promise.kind().map(kind -> kind.word()));
    block = fact(block, "Done when", promise.criterion());
    block = fact(block, "Services", services(item));
    for (Finding finding : item.judgement().findings()) {
      block = block.bullet(Span.strong("Note: "), Span.plain(finding.message()));
    }
    return block
        .paragraph(
            Span.plain(
                "When it is done, close this ticket with a link to what shows it: the merged"
                    + " change, the dashboard, the runbook, the drill."))
        .paragraph(
            Span.plain(
                "Filed by Followthrough ("
                    + installation
                    + ", item "
                    + item.id()
                    + "), which keeps only these lines in step with the postmortem. Questions: "
                    + contact));
  }

  /** A row of a table without its bars; other text as it stands. */
  private static String readable(String text) {
    String row = text.strip();
    return row.startsWith("|")
        ? row.replaceAll("^\\|\\s*|\\s*\\|$", "").replaceAll("\\s*(?:\\|\\s*)+", " \u00b7 ").strip()
        : text;
  }

  private static List<Span> provenance(ActionItem item) {
    Incident incident = item.origin().incident();
    List<Span> spans = new ArrayList<>();
    spans.add(Span.plain("Action item from the postmortem "));
    spans.add(
        item.origin()
            .link()
            .map(url -> Span.link(item.origin().title(), url))
            .orElseGet(() -> Span.strong(item.origin().title())));
    List<String> facts = new ArrayList<>();
    incident.id().ifPresent(facts::add);
    incident.severity().ifPresent(facts::add);
    incident.date().ifPresent(date -> facts.add(date.toString()));
    if (item.origin().link().isEmpty()) {
      facts.add(item.origin().path());
    }
    spans.add(Span.plain(facts.isEmpty() ? "" : " (" + String.join(", ", facts) + ")"));
    return spans;
  }

  private static Optional<String> due(Promise promise) {
    return promise
        .due()
        .map(
            date ->
                promise
                    .dueText()
                    .filter(words -> !words.contains(date.toString()))
                    .map(words -> date + " (" + words + ")")
                    .orElse(date.toString()))
        .or(promise::dueText);
  }

  private static Optional<String> services(ActionItem item) {
    List<String> services =
        item.promise().services().isEmpty()
            ? item.origin().incident().services()
            : item.promise().services();
    return services.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", services));
  }

  private static Prose fact(Prose block, String name, Optional<String> value) {
    return value
        .map(words -> block.bullet(Span.strong(name + ": "), Span.plain(words)))
        .orElse(block);
  }
}
