package io.followthrough.connector.github;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.followthrough.http.HttpCall;
import io.followthrough.http.Json;
import io.followthrough.http.Reply;
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
import io.followthrough.tracker.Ticket;
import io.followthrough.tracker.TicketDraft;
import io.followthrough.tracker.TicketEdit;
import io.followthrough.tracker.TicketRef;
import io.followthrough.tracker.Tracker;
import io.followthrough.tracker.TrackerException;
import io.followthrough.tracker.Transition;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The issues of one GitHub repository. Each kind of call has a class of its own. */
final class GitHubTracker implements Tracker {
  private final String name;
  private final String installation;
  private final Duration findLag;
  private final boolean hasProgressLabels;
  private final NewIssueSettings fresh;
  private final Catalogue catalogue;
  private final GitHubApi api;
  private final WebAddress web;
  private final Assignees assignees;
  private final Issues issues;
  private final Births births;
  private final Edits edits;
  private final Comments comments;
  private final MarkSearch search;
  private final Poll poll;
  private final Transitions transitions;
  private final SubIssues subIssues;
  private final RepositoryFacts facts;

  GitHubTracker(GitHubConfig config, GitHubApi api) {
    requireNonNull(config, "config is null");
    this.api = requireNonNull(api, "api is null");
    this.name = config.name();
    this.installation = config.installation();
    this.findLag = config.findLag();
    this.hasProgressLabels = !config.inProgress().isEmpty();
    this.fresh = config.fresh();
    this.catalogue = new Catalogue(api);
    this.web = WebAddress.of(config.url(), config.repository());
    Authors authors = new Authors(api);
    IssueReader reader =
        new IssueReader(
            config.installation(),
            config.repository(),
            web,
            authors,
            config.blocked(),
            config.inProgress(),
            fresh.dueField());
    this.assignees = new Assignees(api);
    this.issues = new Issues(api, reader);
    this.births = new Births(api, reader, authors, new Labels(api), assignees, catalogue, fresh);
    this.subIssues = new SubIssues(api, issues, web);
    this.facts = new RepositoryFacts(api);
    this.edits =
        new Edits(
            api,
            issues,
            assignees,
            fresh.dueField().map(name -> new DueField(api, catalogue, name)));
    this.comments = new Comments(api, issues, reader, authors);
    this.search = new MarkSearch(api, reader, authors);
    this.poll = new Poll(api, reader);
    this.transitions = new Transitions(api, issues, reader, web);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Set<Capability> capabilities() {
    Set<Capability> capabilities = EnumSet.of(Capability.MENTION);
    if (fresh.dueField().isPresent()) {
      capabilities.add(Capability.DUE_DATE);
    }
    if (hasProgressLabels) {
      capabilities.add(Capability.IN_PROGRESS_STATE);
    }
    return capabilities;
  }

  @Override
  public Duration findLag() {
    return findLag;
  }

  @Override
  public List<Outcome> create(List<TicketDraft> drafts) {
    return births.create(drafts);
  }

  @Override
  public boolean needsCompletion(TicketDraft draft) {
    return draft.parent().isPresent();
  }

  @Override
  public List<String> complete(TicketRef ref, TicketDraft draft) {
    return draft.parent().map(parent -> subIssues.attach(ref, parent)).orElse(List.of());
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
    Issues.Found found = issues.find("close ticket", ref);
    boolean ours =
        found
            .ticket()
            .marker()
            .filter(mark -> mark.installation().equals(installation))
            .isPresent();
    if (!ours) {
      throw new TrackerException(
          FailureKind.REJECTED, "close ticket", ref.key() + " does not carry our mark");
    }
    if (!found.ticket().state().isClosed()) {
      JsonNode body = Json.object().put("state", "closed").put("state_reason", "not_planned");
      HttpCall call = HttpCall.write("close ticket", "PATCH", found.address().path(), body);
      issues.write(call, found.address());
    }
  }

  @Override
  public Batch changesSince(Cursor cursor) {
    return poll.since(cursor);
  }

  @Override
  public Ticket read(TicketRef ref) {
    return issues.find("read ticket", ref).ticket();
  }

  @Override
  public Optional<Transition> lastTransition(TicketRef ref) {
    return transitions.last(ref);
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
    if (!assignees.isAssignable(handle)) {
      return Optional.empty();
    }
    Reply reply =
        api.exchange(HttpCall.get("look up " + handle, "/users/" + HttpCall.encode(handle)));
    if (reply.status() == 404) {
      return Optional.empty();
    }
    if (!reply.isSuccess()) {
      throw api.failure(reply);
    }
    return Optional.of(IssueReader.account(GitHubApi.object(reply)));
  }

  @Override
  public Optional<Boolean> isPublic() {
    return Optional.of(facts.isPublic());
  }

  @Override
  public String obstacle(String handle) {
    return handle
        + " is no login that has access to "
        + api.home()
        + ": invite it, or mend `github`";
  }

  @Override
  public List<CheckFinding> check() {
    return new Checkup(api, fresh, catalogue).findings();
  }

  @Override
  public List<CheckFinding> warnings() {
    return api.foresight().warnings(api.now());
  }

  @Override
  public void close() {
    api.close();
  }
}
