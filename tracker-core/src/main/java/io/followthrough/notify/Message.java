package io.followthrough.notify;

import static java.util.Objects.requireNonNull;

import io.followthrough.tracker.Prose;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What somebody is told on a channel.
 *
 * @param key the idempotency key of the effect
 * @param kind {@code digest}, {@code review}, {@code overdue}, {@code created} …
 * @param title one line
 * @param topics what it is about, for programs
 * @param thread messages of one room with the same thread stand together where the channel can;
 *     empty for none
 * @param goodUntil later it is not worth being sent; absent for ever
 */
public record Message(
    String key,
    String kind,
    Recipient to,
    Instant at,
    String title,
    Prose body,
    List<Topic> topics,
    String thread,
    Optional<Instant> goodUntil) {
  /**
   * An item or a postmortem that a message is about; what is not known is empty.
   *
   * @param id the item's id, or the subject of a ticket of our own
   * @param document the document's key
   */
  public record Topic(
      String id,
      String title,
      String document,
      String incident,
      String state,
      String owner,
      String due,
      String ticket,
      String url) {
    public Topic {
      requireNonNull(id, "id is null");
      requireNonNull(title, "title is null");
      requireNonNull(document, "document is null");
      requireNonNull(incident, "incident is null");
      requireNonNull(state, "state is null");
      requireNonNull(owner, "owner is null");
      requireNonNull(due, "due is null");
      requireNonNull(ticket, "ticket is null");
      requireNonNull(url, "url is null");
    }
  }

  public Message {
    requireNonNull(key, "key is null");
    requireNonNull(kind, "kind is null");
    requireNonNull(to, "to is null");
    requireNonNull(at, "at is null");
    requireNonNull(title, "title is null");
    requireNonNull(body, "body is null");
    topics = List.copyOf(topics);
    requireNonNull(thread, "thread is null");
    requireNonNull(goodUntil, "goodUntil is null");
  }
}
