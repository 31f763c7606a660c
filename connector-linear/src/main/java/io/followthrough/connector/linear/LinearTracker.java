package io.followthrough.connector.linear;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.followthrough.http.Fields;
import io.followthrough.http.Json;
import io.followthrough.tracker.Account;
import io.followthrough.tracker.Batch;
import io.followthrough.tracker.Capability;
import io.followthrough.tracker.CheckFinding;
import io.followthrough.tracker.Comment;
import io.followthrough.tracker.CommentDraft;
import io.followthrough.tracker.Cursor;
import io.followthrough.tracker.FailureKind;
import io.followthrough.tracker.MarkQuery;
import io.followthrough.tracker.Outcome;
import io.followthrough.tracker.Receipt;
import io.followthrough.tracker.Redating;
import io.followthrough.tracker.Ticket;
import io.followthrough.tracker.TicketDraft;
import io.followthrough.tracker.TicketEdit;
import io.followthrough.tracker.TicketRef;
import io.followthrough.tracker.Tracker;
import io.followthrough.tracker.TrackerException;
import io.followthrough.tracker.Transition;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The issues of one Linear team. Each kind of call has a class of its own. */
final class LinearTracker implements Tracker {
  private final LinearConfig config;
  private final LinearApi api;
  private final WebAddress web;
  private final Members members;
  private final Issues issues;
  private final Births births;
  private final Edits edits;
  private final Comments comments;
  private final MarkSearch search;
  private final Poll poll;
  private final Transitions transitions;
  private final Checkup checkup;

  LinearTracker(LinearConfig config, LinearApi api, Supplier<Feed> feed) {
    this.config = requireNonNull(config, "config is null");
    this.api = requireNonNull(api, "api is null");
    Workspace workspace = new Workspace(api, config.team());
    IssueReader reader = new IssueReader(config.installation(), workspace, config.blocked());
    this.web = new WebAddress(workspace);
    this.members = new Members(api, config.team());
    this.issues = new Issues(api, reader);
    BirthInputs inputs = new BirthInputs(api, config, workspace, members, new Labels(api));
    this.births = new Births(api, reader, inputs);
    this.edits = new Edits(issues, reader, members);
    this.comments = new Comments(api, issues, reader, members);
    this.search = new MarkSearch(api, reader, workspace);
    this.poll = new Poll(api, reader, feed, config.name());
    this.transitions = new Transitions(issues, reader);
    this.checkup = new Checkup(api, config, workspace, inputs);
  }

  @Override
  public String name() {
    return config.name();
  }

  @Override
  public Set<Capability> capabilities() {
    return EnumSet.allOf(Capability.class);
  }

  /** Reads by id, which ours all are, have no lag that anybody has documented or seen. */
  @Override
  public Duration findLag() {
    return Duration.ZERO;
  }

  @Override
  public List<Outcome> create(List<TicketDraft> drafts) {
    return births.create(drafts);
  }

  @Override
  public List<Ticket> find(MarkQuery query) {
    return search.find(query);
  }

  @Override
  public Receipt update(TicketRef ref, TicketEdit edit) {
    return edits.update(ref, edit);
  }

  @Override
  public Comment comment(TicketRef ref, CommentDraft draft) {
    return comments.post(ref, draft);
  }

  @Override
  public Optional<Comment> findComment(TicketRef ref, String key) {
    return comments.find(ref, key);
  }

  @Override
  public void editComment(TicketRef ref, String commentId, CommentDraft draft) {
    comments.edit(ref, commentId, draft);
  }

  @Override
  public void close(TicketRef ref) {
    Issues.Found found = issues.find(Operation.READ_CLOSING_STATE, ref);
    boolean ours =
        found
            .ticket()
            .marker()
            .filter(mark -> mark.installation().equals(config.installation()))
            .isPresent();
    if (!ours) {
      throw new TrackerException(
          FailureKind.REJECTED, "close ticket", ref.key() + " does not carry our mark");
    }
    if (!found.ticket().state().isClosed()) {
      issues.update(ref, found.id(), Json.object().put("stateId", canceled(ref, found)));
    }
  }

  /** The first state of the type; of the ticket's own team, since it may have moved. */
  private static String canceled(TicketRef ref, Issues.Found found) {
    return LinearApi.nodes(found.json().path("team").path("states")).stream()
        .min(Comparator.comparing((JsonNode state) -> state.path("position").asDouble(0)))
        .map(state -> Fields.text(state, "id"))
        .orElseThrow(
            () ->
                new TrackerException(
                    FailureKind.REJECTED,
                    "close ticket",
                    "the team of " + ref.key() + " has no canceled state"));
  }

  @Override
  public Batch changesSince(Cursor cursor) {
    return poll.since(cursor);
  }

  @Override
  public Ticket read(TicketRef ref) {
    return issues.find(Operation.READ_ISSUE, ref).ticket();
  }

  @Override
  public Optional<Transition> lastTransition(TicketRef ref) {
    return transitions.last(ref);
  }

  @Override
  public Optional<Redating> lastRedating(TicketRef ref) {
    return transitions.lastRedating(ref);
  }

  @Override
  public List<Comment> comments(TicketRef ref) {
    return comments.all(ref);
  }

  @Override
  public Optional<TicketRef> recognise(String linkOrKey) {
    return web.recognise(linkOrKey);
  }

  @Override
  public Optional<Account> account(String handle) {
    return members.assignable(handle).map(Members.Member::account);
  }

  @Override
  public String obstacle(String handle) {
    return members.obstacle(handle);
  }

  @Override
  public List<CheckFinding> check() {
    return checkup.findings();
  }

  @Override
  public void close() {
    api.close();
  }
}
