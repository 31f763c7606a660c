package io.followthrough.tracker;

import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A place where tickets live. Every method may be called from several threads; every failure is a
 * {@link TrackerException} whose kind tells whether a write may have been applied. No method
 * repeats a write, waits or decides: that is the work of whoever calls.
 */
public interface Tracker extends AutoCloseable {
  /** The tracker's name in the configuration. */
  String name();

  /** What it can do beyond the least. */
  Set<Capability> capabilities();

  /**
   * How long a write of unknown outcome may stay invisible to {@link #find} and {@link
   * #findComment}. A look-up that finds is believed at once, one that does not only after this
   * time.
   */
  Duration findLag();

  /**
   * Creates tickets, marks included in the very same call.
   *
   * @return one outcome a draft, in the order of the drafts; never throws for a single draft
   */
  List<Outcome> create(List<TicketDraft> drafts);

  /**
   * Whether a ticket of this draft needs {@link #complete}, because the tracker takes some of it in
   * no create call; no call.
   */
  default boolean needsCompletion(TicketDraft draft) {
    return false;
  }

  /**
   * Sets on a new ticket what no create call takes, such as its parent. Called after a create call,
   * and again where a look-up found its ticket: each step looks first whether it is done.
   *
   * @return what could not be set, each a sentence for a person
   */
  default List<String> complete(TicketRef ref, TicketDraft draft) {
    return List.of();
  }

  /** Tickets that carry a mark of the query, by the most consistent read there is. */
  List<Ticket> find(MarkQuery query);

  /**
   * Edits what we wrote to a ticket and nothing else, by comparing just before with what is
   * expected.
   *
   * @return what the ticket holds afterwards; a field that people changed is kept and remarked
   */
  Receipt update(TicketRef ref, TicketEdit edit);

  /** Posts a comment with its mark. */
  Comment comment(TicketRef ref, CommentDraft draft);

  /** Our comment with an idempotency key, by the most consistent read there is. */
  Optional<Comment> findComment(TicketRef ref, String key);

  /** Replaces the text of our own comment; its mark stays. */
  void editComment(TicketRef ref, String commentId, CommentDraft draft);

  /** Closes a ticket that we opened as not planned; an operator's act. */
  void close(TicketRef ref);

  /** Changes since a cursor, one page or all of them; the caller goes on while there is more. */
  Batch changesSince(Cursor cursor);

  /**
   * Reads one ticket; a moved one is followed.
   *
   * @throws TrackerException of kind {@link FailureKind#GONE} where it is deleted or out of sight
   */
  Ticket read(TicketRef ref);

  /**
   * The ticket's last closing or re-opening; called once for each that the poller sees, and again
   * when a ticket changes that was closed as done with nothing to show for it: evidence may come
   * later.
   */
  Optional<Transition> lastTransition(TicketRef ref);

  /**
   * The last change of the ticket's due date; called once for each that the poller sees. Empty
   * where the tracker has no due dates or does not tell who changed them.
   */
  default Optional<Redating> lastRedating(TicketRef ref) {
    return Optional.empty();
  }

  /**
   * Every comment on a ticket, ours with their keys, oldest first: how a lost ledger learns what
   * was said. As it is here it turns all pages since the ticket's birth; a tracker that can list
   * the comments of one ticket does that instead.
   *
   * @throws TrackerException of kind {@link FailureKind#GONE} where the ticket is deleted or out of
   *     sight
   */
  default List<Comment> comments(TicketRef ref) {
    Ticket ticket = read(ref);
    Map<String, Comment> found = new LinkedHashMap<>();
    Batch batch = changesSince(Cursor.startingAt(ticket.createdAt()));
    while (true) {
      batch.comments().stream()
          .filter(comment -> comment.ticketId().equals(ticket.ref().id()))
          .forEach(comment -> found.put(comment.id(), comment));
      if (!batch.more()) {
        return found.values().stream()
            .sorted(Comparator.comparing(Comment::createdAt).thenComparing(Comment::id))
            .toList();
      }
      batch = changesSince(batch.next());
    }
  }

  /** The address of a ticket of this tracker that a document names by link or key; no call. */
  Optional<TicketRef> recognise(String linkOrKey);

  /** The account of a handle; empty where there is none or it cannot be assigned. */
  Optional<Account> account(String handle);

  /** Why {@link #account} has nobody for a handle, as far as the tracker tells; for people. */
  default String obstacle(String handle) {
    return handle + " is not there or cannot be assigned";
  }

  /** Whether everybody may read it; empty where it does not tell, which counts as no. */
  default Optional<Boolean> isPublic() {
    return Optional.empty();
  }

  /** Reachable, authorised to read and to write, complete. Writes nothing. */
  List<CheckFinding> check();

  /** What earlier replies tell will soon stop working, such as a token that ends; no call. */
  default List<CheckFinding> warnings() {
    return List.of();
  }

  @Override
  void close();
}
