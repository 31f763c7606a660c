package io.followthrough.connector.linear;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.followthrough.http.Fields;
import io.followthrough.http.Json;
import io.followthrough.tracker.FailureKind;
import io.followthrough.tracker.Marker;
import io.followthrough.tracker.Outcome;
import io.followthrough.tracker.Receipt;
import io.followthrough.tracker.Ticket;
import io.followthrough.tracker.TicketDraft;
import io.followthrough.tracker.TrackerException;
import io.followthrough.tracker.Written;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Opens issues under ids of our own, up to fifty in one request. A batch is one transaction at
 * Linear: it is taken whole or not at all. So what became of a refused batch is certain, and what
 * is sent after it repeats nothing; and even if it did, Linear would refuse the second.
 */
final class Births {
  private static final int AT_ONCE = 50;

  private final LinearApi api;
  private final IssueReader reader;
  private final BirthInputs inputs;

  Births(LinearApi api, IssueReader reader, BirthInputs inputs) {
    this.api = requireNonNull(api, "api is null");
    this.reader = requireNonNull(reader, "reader is null");
    this.inputs = requireNonNull(inputs, "inputs is null");
  }

  /** One outcome a draft, in their order. */
  List<Outcome> create(List<TicketDraft> drafts) {
    Outcome[] outcomes = new Outcome[drafts.size()];
    List<Integer> places = new ArrayList<>();
    List<Birth> births = new ArrayList<>();
    try {
      inputs.prepare(drafts);
    } catch (TrackerException e) {
      Arrays.fill(outcomes, new Outcome.Failed(e));
      return Arrays.asList(outcomes);
    }
    for (int i = 0; i < outcomes.length; i++) {
      try {
        births.add(inputs.of(drafts.get(i)));
        places.add(i);
      } catch (TrackerException e) {
        outcomes[i] = new Outcome.Failed(e);
      }
    }
    for (int from = 0; from < births.size(); from += AT_ONCE) {
      int to = Math.min(from + AT_ONCE, births.size());
      List<Outcome> sent = send(births.subList(from, to));
      for (int k = from; k < to; k++) {
        outcomes[places.get(k)] = sent.get(k - from);
      }
    }
    return Arrays.asList(outcomes);
  }

  private List<Outcome> send(List<Birth> births) {
    // One transaction takes no id twice.
    boolean twins = births.stream().map(Birth::id).distinct().count() < births.size();
    if (births.size() == 1 || twins) {
      return births.stream().map(this::alone).toList();
    }
    try {
      return together(births);
    } catch (TrackerException e) {
      return switch (e.kind()) {
        case CONFLICT -> withoutTheBorn(births, e);
        case REJECTED, GONE -> births.stream().map(this::alone).toList();
        case THROTTLED, UNAVAILABLE, UNKNOWN_OUTCOME, DENIED, BROKEN ->
            births.stream().<Outcome>map(birth -> new Outcome.Failed(e)).toList();
      };
    }
  }

  private List<Outcome> together(List<Birth> births) {
    ObjectNode variables = Json.object();
    ArrayNode issues = variables.putObject("input").putArray("issues");
    births.forEach(birth -> issues.add(birth.input()));
    LinearApi.Answer answer = api.ask(Operation.CREATE_ISSUES, variables);
    JsonNode payload = answer.data().path("issueBatchCreate");
    if (!payload.path("success").asBoolean(false)) {
      throw answer.reply().unreadable("Linear says neither that it did nor why not");
    }
    Map<String, JsonNode> made = byId(payload.path("issues"));
    return births.stream()
        .map(
            birth -> {
              JsonNode issue = made.get(birth.id());
              return answer.whole() && issue != null
                  ? new Outcome.Created(receipt(birth, issue))
                  : readBack(birth, "the batch was taken, but this ticket is not among the reply");
            })
        .toList();
  }

  /** Some of a refused batch exist already: they are read, and the rest is sent. */
  private List<Outcome> withoutTheBorn(List<Birth> births, TrackerException conflict) {
    Map<String, JsonNode> born;
    try {
      born = byId(there(births));
    } catch (TrackerException e) {
      return births.stream().<Outcome>map(birth -> new Outcome.Failed(e)).toList();
    }
    List<Birth> unborn = births.stream().filter(birth -> !born.containsKey(birth.id())).toList();
    List<Outcome> sent =
        unborn.size() == births.size()
            ? unborn.stream().map(this::alone).toList()
            : unborn.isEmpty() ? List.of() : send(unborn);
    Map<String, Outcome> outcomes = new HashMap<>();
    for (int i = 0; i < unborn.size(); i++) {
      outcomes.put(unborn.get(i).id(), sent.get(i));
    }
    return births.stream()
        .map(
            birth ->
                Optional.ofNullable(born.get(birth.id()))
                    .map(issue -> found(birth, issue, conflict))
                    .or(() -> Optional.ofNullable(outcomes.get(birth.id())))
                    .orElseThrow())
        .toList();
  }

  private Iterable<JsonNode> there(List<Birth> births) {
    ObjectNode variables = Json.object();
    ArrayNode ids = variables.putObject("filter").putObject("id").putArray("in");
    births.forEach(birth -> ids.add(birth.id()));
    return api.nodes(Operation.READ_ISSUES, variables);
  }

  private Outcome alone(Birth birth) {
    try {
      ObjectNode variables = Json.object();
      variables.set("input", birth.input());
      LinearApi.Answer answer = api.ask(Operation.CREATE_ISSUE, variables);
      JsonNode payload = answer.data().path("issueCreate");
      if (!payload.path("success").asBoolean(false)) {
        throw answer.reply().unreadable("Linear says neither that it did nor why not");
      }
      return answer.whole() && Fields.has(payload, "issue")
          ? new Outcome.Created(receipt(birth, payload.path("issue")))
          : readBack(birth, "the reply does not hold the new ticket");
    } catch (TrackerException e) {
      return switch (e.kind()) {
        case CONFLICT -> readBack(birth, e.words());
        case REJECTED, GONE ->
            birth
                .without(e.words())
                .map(this::alone)
                .orElseGet(() -> new Outcome.Failed(refused(e)));
        case THROTTLED, UNAVAILABLE, UNKNOWN_OUTCOME, DENIED, BROKEN -> new Outcome.Failed(e);
      };
    }
  }

  /** A team that is not there is every ticket's trouble, anything else this one's. */
  private static TrackerException refused(TrackerException e) {
    boolean team = e.kind() == FailureKind.GONE && e.words().matches("(?is).*\\bteam\\b.*");
    return new TrackerException(
        team ? FailureKind.DENIED : FailureKind.REJECTED,
        e.operation(),
        e.words()
            + (team ? ": the team is archived, or private and the key or token is not in it" : ""),
        e);
  }

  /** A ticket that Linear says is there, trashed and archived ones included. */
  private Outcome readBack(Birth birth, String why) {
    try {
      JsonNode issue = api.get(Operation.READ_ISSUE, Json.object().put("id", birth.id()));
      return found(birth, issue, new TrackerException(FailureKind.CONFLICT, "create ticket", why));
    } catch (TrackerException e) {
      return new Outcome.Failed(
          e.kind() == FailureKind.GONE
              ? new TrackerException(
                  FailureKind.REJECTED,
                  "create ticket",
                  why
                      + ": Linear has an issue under this item's id that the key or token may not"
                      + " see, or that was deleted for good; look for it, then decline the item or"
                      + " link the ticket in the postmortem",
                  e)
              : e);
    }
  }

  private Outcome found(Birth birth, JsonNode issue, TrackerException conflict) {
    Marker mark = birth.draft().marker();
    boolean ours =
        LinearBlock.marksIn(Fields.text(issue, "description")).stream()
            .anyMatch(
                there ->
                    there.installation().equals(mark.installation())
                        && there.item().equals(mark.item()));
    return ours
        ? new Outcome.Created(receipt(birth, issue))
        : new Outcome.Failed(
            new TrackerException(
                FailureKind.REJECTED,
                "create ticket",
                Fields.text(issue, "identifier")
                    + " has this item's id but not its mark: somebody else made or emptied it ("
                    + conflict.words()
                    + ")"));
  }

  private Receipt receipt(Birth birth, JsonNode issue) {
    TicketDraft draft = birth.draft();
    Ticket ticket = reader.ticket(issue);
    List<String> remarks = new ArrayList<>(birth.remarks());
    Optional<String> taken =
        birth
            .assignee()
            .map(Members.Member::account)
            .filter(account -> Edits.isAssigned(ticket, account.id()))
            .map(account -> account.handle());
    if (taken.isEmpty()) {
      birth
          .assignee()
          .ifPresent(
              member ->
                  remarks.add(
                      "Linear did not take " + member.account().handle() + " as assignee."));
    }
    for (String label : birth.labels().keySet()) {
      if (ticket.labels().stream().noneMatch(label::equalsIgnoreCase)) {
        remarks.add("Linear left the label " + label + " out.");
      }
    }
    Written written =
        new Written(
            ticket.title(),
            taken,
            draft.due().filter(date -> ticket.due().equals(Optional.of(date))),
            draft.priority().filter(word -> ticket.priority().equals(Optional.of(word))),
            ticket.block());
    return new Receipt(ticket, written, remarks);
  }

  private static Map<String, JsonNode> byId(Iterable<JsonNode> issues) {
    Map<String, JsonNode> byId = new HashMap<>();
    issues.forEach(issue -> byId.put(IssueReader.id(issue), issue));
    return byId;
  }
}
