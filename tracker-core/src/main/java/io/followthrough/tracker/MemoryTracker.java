package io.followthrough.tracker;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A tracker in memory with the rules of a real one: the {@code embedded} tracker, and what tests
 * run against. Safe for several threads. What people do on it is done by {@link #person}.
 */
public final class MemoryTracker implements Tracker {
  /** Keeps what the tracker holds, before a write is answered. */
  @FunctionalInterface
  public interface Keeper {
    /** Keeps a snapshot. A failure means that the one before is still kept. */
    void keep(MemorySnapshot snapshot) throws IOException;
  }

  private static final int TITLE_LENGTH = 256;
  private static final Pattern PROJECT = Pattern.compile("[A-Z][A-Z0-9]{0,19}");
  private static final Pattern KEY = Pattern.compile("([A-Z][A-Z0-9]{0,19})-[1-9][0-9]{0,8}");

  private final String name;
  private final InstantSource clock;
  private final String project;
  private final Set<Capability> capabilities;
  private final List<String> labels;
  private final String address;
  private final int pageSize;
  private final boolean open;
  private final Optional<Keeper> keeper;
  private final Account self = new Account("followthrough", "followthrough", true, true);
  private final Map<String, Account> accounts = new LinkedHashMap<>();
  private MemoryShelf shelf;
  private Duration findLag;

  MemoryTracker(MemoryTrackerBuilder builder) {
    name = builder.name;
    clock = builder.clock;
    project = builder.project;
    capabilities = Set.copyOf(builder.capabilities);
    labels = List.copyOf(builder.labels);
    address = builder.address;
    pageSize = builder.pageSize;
    open = builder.accounts.isEmpty();
    keeper = builder.keeper;
    builder.accounts.forEach(handle -> accounts.put(handle, human(handle)));
    shelf = new MemoryShelf(builder.snapshot);
    findLag = builder.findLag;
  }

  /** An empty tracker that can do everything, shows everything at once and knows every handle. */
  public static MemoryTracker of(String name, InstantSource clock) {
    return builder(name, clock).build();
  }

  /** A tracker to be described further. */
  public static MemoryTrackerBuilder builder(String name, InstantSource clock) {
    return new MemoryTrackerBuilder(name, clock);
  }

  /** The person of a handle, who acts on the tickets in the tracker itself. */
  public MemoryPerson person(String handle) {
    return new MemoryPerson(this, human(handle));
  }

  /** Another machine that acts on the tickets, such as a bot that closes what is stale. */
  public MemoryPerson machine(String handle) {
    return new MemoryPerson(this, new Account(handle, handle, true, true));
  }

  /** From now on writes stay invisible to look-ups and polls for so long. */
  public synchronized void setFindLag(Duration lag) {
    findLag = requireNonNull(lag, "lag is null");
  }

  /** An account that can no longer be assigned. */
  public synchronized void deactivate(String handle) {
    accounts.put(handle, new Account(handle, handle, false, false));
  }

  /** Everything that the tracker holds, deleted tickets included. */
  public synchronized MemorySnapshot snapshot() {
    return shelf.snapshot();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Set<Capability> capabilities() {
    return capabilities;
  }

  @Override
  public synchronized Duration findLag() {
    return findLag;
  }

  @Override
  public synchronized List<Outcome> create(List<TicketDraft> drafts) {
    List<Outcome> outcomes = new ArrayList<>();
    for (TicketDraft draft : drafts) {
      try {
        outcomes.add(new Outcome.Created(writing("create ticket", () -> create(draft))));
      } catch (TrackerException e) {
        outcomes.add(new Outcome.Failed(e));
      }
    }
    return outcomes;
  }

  private Receipt create(TicketDraft draft) {
    String place = draft.project().orElse(project);
    String title = titleOf(draft.title());
    if (!PROJECT.matcher(place).matches()) {
      throw rejected("create ticket", "project " + place + " is not a key such as " + project);
    }
    if (title.isEmpty()) {
      throw rejected("create ticket", "a ticket needs a title");
    }
    List<String> remarks = new ArrayList<>();
    MemoryDraft ticket = new MemoryDraft(refOf(place + "-" + shelf.nextNumber(place)), now());
    ticket.title = title;
    ticket.body = MarkdownBlock.render(draft.marker(), draft.block());
    Set<String> all = new LinkedHashSet<>(labels);
    all.addAll(draft.labels());
    ticket.labels = List.copyOf(all);
    Optional<Account> assignee = draft.assignee().flatMap(this::account);
    ticket.assignees = assignee.stream().toList();
    if (assignee.isEmpty()) {
      draft.assignee().ifPresent(handle -> remarks.add(MemoryRemarks.noAccount(handle)));
    }
    ticket.due = supported(Capability.DUE_DATE, draft.due(), MemoryRemarks.NO_DUE_DATE, remarks);
    ticket.priority =
        supported(Capability.PRIORITY, draft.priority(), MemoryRemarks.NO_PRIORITY, remarks);
    draft.issueType().ifPresent(type -> remarks.add("this tracker has no issue types"));
    draft.parent().ifPresent(parent -> remarks.add("this tracker has no parent tickets"));
    MemoryTicket created = ticket.build(now());
    shelf.put(created, now());
    Written written =
        new Written(
            title,
            assignee.map(Account::handle),
            ticket.due,
            ticket.priority,
            created.ticket().block());
    return new Receipt(created.ticket(), written, remarks);
  }

  @Override
  public synchronized List<Ticket> find(MarkQuery query) {
    return shelf.all().stream()
        .filter(stored -> !stored.deleted() && isVisible(stored.ticket().createdAt()))
        .map(MemoryTicket::ticket)
        .filter(ticket -> !ticket.createdAt().isBefore(query.createdSince()))
        .filter(ticket -> ticket.marker().filter(query::matches).isPresent())
        .toList();
  }

  @Override
  public synchronized Receipt update(TicketRef ref, TicketEdit edit) {
    MemoryTicket stored = present("update ticket", ref.id());
    Optional<Marker> marker = stored.ticket().marker();
    if (marker.isPresent() && !marker.get().equals(edit.marker())) {
      throw rejected("update ticket", ref.key() + " carries the mark of another item");
    }
    MemoryDraft draft = MemoryDraft.of(stored);
    MemoryEdit change = new MemoryEdit(draft, edit, capabilities);
    Written written = change.apply(edit.assignee().flatMap(this::account));
    if (draft.build(stored.ticket().updatedAt()).equals(stored)) {
      return new Receipt(stored.ticket(), written, change.remarks());
    }
    MemoryTicket changed = writing("update ticket", () -> put(draft));
    return new Receipt(changed.ticket(), written, change.remarks());
  }

  @Override
  public synchronized Comment comment(TicketRef ref, CommentDraft draft) {
    return comment(ref.id(), self, words(draft), Optional.of(draft.key()));
  }

  @Override
  public synchronized Optional<Comment> findComment(TicketRef ref, String key) {
    return present("find comment", ref.id()).comments().stream()
        .filter(comment -> comment.key().equals(Optional.of(key)))
        .filter(comment -> isVisible(comment.createdAt()))
        .findFirst();
  }

  @Override
  public synchronized void editComment(TicketRef ref, String commentId, CommentDraft draft) {
    MemoryDraft ticket = MemoryDraft.of(present("edit comment", ref.id()));
    int index = ticket.comments.stream().map(Comment::id).toList().indexOf(commentId);
    if (index < 0) {
      throw new TrackerException(FailureKind.GONE, "edit comment", "it is not on " + ref.key());
    }
    Comment old = ticket.comments.get(index);
    if (!old.key().equals(Optional.of(draft.key()))) {
      throw rejected("edit comment", "it is not the comment of this key");
    }
    Comment edited =
        new Comment(
            old.id(), old.ticketId(), self, old.createdAt(), words(draft), old.url(), old.key());
    if (!edited.equals(old)) {
      ticket.comments.set(index, edited);
      writing("edit comment", () -> putComment(ticket, commentId));
    }
  }

  @Override
  public synchronized void close(TicketRef ref) {
    MemoryTicket stored = present("close ticket", ref.id());
    if (stored.ticket().marker().isEmpty()) {
      throw rejected("close ticket", ref.key() + " carries no mark: people opened it");
    }
    if (!stored.ticket().state().isClosed()) {
      MemoryDraft draft = MemoryDraft.of(stored);
      draft.move(TicketState.DECLINED, self, now(), List.of());
      writing("close ticket", () -> put(draft));
    }
  }

  @Override
  public synchronized Batch changesSince(Cursor cursor) {
    return new MemoryPoll(shelf, pageSize, this::isVisible).since(cursor);
  }

  @Override
  public synchronized Ticket read(TicketRef ref) {
    return present("read ticket", ref.id()).ticket();
  }

  @Override
  public synchronized Optional<Transition> lastTransition(TicketRef ref) {
    return present("read history", ref.id()).transition();
  }

  @Override
  public synchronized Optional<Redating> lastRedating(TicketRef ref) {
    return present("read history", ref.id()).redating();
  }

  @Override
  public synchronized List<Comment> comments(TicketRef ref) {
    return present("read comments", ref.id()).comments().stream()
        .filter(comment -> isVisible(comment.createdAt()))
        .toList();
  }

  @Override
  public synchronized Optional<TicketRef> recognise(String linkOrKey) {
    boolean link = !address.isEmpty() && linkOrKey.startsWith(address);
    Matcher key = KEY.matcher(link ? linkOrKey.substring(address.length()) : linkOrKey);
    return key.matches() && (key.group(1).equals(project) || shelf.get(key.group()).isPresent())
        ? Optional.of(refOf(key.group()))
        : Optional.empty();
  }

  @Override
  public synchronized Optional<Account> account(String handle) {
    if (open && !accounts.containsKey(handle) && !handle.isBlank()) {
      return Optional.of(human(handle));
    }
    return Optional.ofNullable(accounts.get(handle)).filter(Account::active);
  }

  @Override
  public synchronized List<CheckFinding> check() {
    return List.of(
        new CheckFinding(CheckFinding.Level.OK, "tracker " + name, "embedded, project " + project));
  }

  @Override
  public void close() {}

  /** One act of a person; nothing where the ticket is the same afterwards. */
  synchronized void act(String id, Consumer<MemoryDraft> act) {
    MemoryTicket stored = present("act on ticket", id);
    MemoryDraft draft = MemoryDraft.of(stored);
    act.accept(draft);
    if (!draft.build(stored.ticket().updatedAt()).equals(stored)) {
      writing("act on ticket", () -> put(draft));
    }
  }

  /** A ticket that a person opens, without a mark unless the words hold one. */
  synchronized TicketRef open(String title, String body) {
    MemoryDraft draft = new MemoryDraft(refOf(project + "-" + shelf.nextNumber(project)), now());
    draft.title = titleOf(title);
    draft.body = body;
    return writing("open ticket", () -> put(draft)).ticket().ref();
  }

  synchronized Comment comment(String id, Account author, String words, Optional<String> key) {
    MemoryDraft draft = MemoryDraft.of(present("comment", id));
    return writing(
        "comment",
        () -> {
          String comment = shelf.nextComment();
          String url = draft.ref.url().isEmpty() ? "" : draft.ref.url() + "#" + comment;
          Comment posted = new Comment(comment, id, author, now(), words, url, key);
          draft.comments.add(posted);
          putComment(draft, comment);
          return posted;
        });
  }

  Instant now() {
    return clock.instant();
  }

  static String titleOf(String title) {
    return OneLine.of(title, TITLE_LENGTH);
  }

  private String words(CommentDraft draft) {
    boolean mentions = capabilities.contains(Capability.MENTION);
    return MarkdownProse.render(mentions ? draft.body() : draft.body().withoutMentions());
  }

  private MemoryTicket put(MemoryDraft draft) {
    MemoryTicket ticket = draft.build(now());
    shelf.put(ticket, now());
    return ticket;
  }

  private MemoryTicket putComment(MemoryDraft draft, String comment) {
    MemoryTicket ticket = draft.build(now());
    shelf.putComment(ticket, comment, now());
    return ticket;
  }

  private MemoryTicket present(String operation, String id) {
    return shelf
        .get(id)
        .filter(stored -> !stored.deleted())
        .orElseThrow(
            () -> new TrackerException(FailureKind.GONE, operation, id + " does not exist"));
  }

  private boolean isVisible(Instant writtenAt) {
    return findLag.isZero() || !writtenAt.plus(findLag).isAfter(now());
  }

  private TicketRef refOf(String key) {
    return new TicketRef(key, key, address.isEmpty() ? "" : address + key);
  }

  private static Account human(String handle) {
    return new Account(handle, handle, true, false);
  }

  private <T> Optional<T> supported(
      Capability capability, Optional<T> value, String refusal, List<String> remarks) {
    if (value.isPresent() && !capabilities.contains(capability)) {
      remarks.add(refusal);
      return Optional.empty();
    }
    return value;
  }

  private static TrackerException rejected(String operation, String message) {
    return new TrackerException(FailureKind.REJECTED, operation, message);
  }

  /** Writes and keeps, or does neither. */
  private <T> T writing(String operation, Supplier<T> write) {
    if (keeper.isEmpty()) {
      return write.get();
    }
    MemorySnapshot before = shelf.snapshot();
    T result = write.get();
    try {
      keeper.get().keep(shelf.snapshot());
      return result;
    } catch (IOException e) {
      shelf = new MemoryShelf(before);
      throw new TrackerException(
          FailureKind.UNAVAILABLE, operation, "cannot be kept: " + e.getMessage(), e);
    }
  }
}
