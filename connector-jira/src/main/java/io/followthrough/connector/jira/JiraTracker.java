package io.followthrough.connector.jira;

import static java.util.Objects.requireNonNull;

import io.followthrough.tracker.Account;
import io.followthrough.tracker.Batch;
import io.followthrough.tracker.Capability;
import io.followthrough.tracker.CheckFinding;
import io.followthrough.tracker.Comment;
import io.followthrough.tracker.CommentDraft;
import io.followthrough.tracker.Cursor;
import io.followthrough.tracker.MarkQuery;
import io.followthrough.tracker.Outcome;
import io.followthrough.tracker.Receipt;
import io.followthrough.tracker.Redating;
import io.followthrough.tracker.Ticket;
import io.followthrough.tracker.TicketDraft;
import io.followthrough.tracker.TicketEdit;
import io.followthrough.tracker.TicketRef;
import io.followthrough.tracker.Tracker;
import io.followthrough.tracker.Transition;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The issues of one Jira project. Each kind of call has a class of its own. */
final class JiraTracker implements Tracker {
  private final String name;
  private final JiraConfig config;
  private final JiraApi api;
  private final People people;
  private final Issues issues;
  private final Births births;
  private final Edits edits;
  private final Comments comments;
  private final MarkSearch search;
  private final Poll poll;
  private final Transitions transitions;
  private final Closing closing;
  private final TicketLinks links;
  private final Checkup checkup;

  JiraTracker(String name, JiraConfig config, JiraApi api, SiteWatch.Registry registry) {
    this.name = requireNonNull(name, "name is null");
    this.config = requireNonNull(config, "config is null");
    this.api = requireNonNull(api, "api is null");
    Markup markup = Markup.of(config.access().edition(), config.access().url());
    States states = new States(config);
    Accounts accounts = new Accounts(api, config.bots());
    CustomFields custom = new CustomFields(api);
    IssueReader reader =
        new IssueReader(api, config.installation(), markup, accounts, custom, states);
    History history = new History(api, reader, custom);
    CreateFields screens = new CreateFields(api);
    Search query = new Search(api);
    Sprints sprints = new Sprints(api);
    this.people = new People(api, accounts);
    this.issues = new Issues(api, reader);
    this.births = new Births(api, config, reader, markup, screens, people, sprints);
    this.edits = new Edits(api, issues, markup, people, new Priorities(config.priorities()));
    this.comments = new Comments(api, issues, reader, markup, people);
    this.search = new MarkSearch(api, query, reader, issues, registry);
    this.poll =
        new Poll(
            api,
            query,
            reader,
            registry,
            MarkLink.labelOfAll(config.installation()),
            config.findLag());
    this.transitions = new Transitions(api, history, reader, accounts, states, custom);
    this.closing = new Closing(api, issues, states, config.installation());
    this.links = new TicketLinks(api);
    this.checkup = new Checkup(api, config, screens, states, accounts, people, sprints);
    registry.register(config.access().url(), config.project());
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Set<Capability> capabilities() {
    return EnumSet.of(
        Capability.DUE_DATE, Capability.PRIORITY, Capability.MENTION, Capability.IN_PROGRESS_STATE);
  }

  @Override
  public Duration findLag() {
    return config.findLag();
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
    closing.close(ref);
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
  public Optional<Redating> lastRedating(TicketRef ref) {
    return transitions.lastRedating(ref);
  }

  @Override
  public List<Comment> comments(TicketRef ref) {
    return comments.all(ref);
  }

  @Override
  public Optional<TicketRef> recognise(String linkOrKey) {
    return links.recognise(linkOrKey);
  }

  @Override
  public Optional<Account> account(String handle) {
    return people.assignable(handle, config.project());
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
