package io.followthrough.tracker;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * A comment as its tracker tells it.
 *
 * @param ticketId the {@link TicketRef#id()} of its ticket
 * @param body the text in the tracker's own syntax, without our mark
 * @param key the idempotency key of our mark, present where the comment is ours
 * @param insider whether the author belongs to the place where the ticket is, which on a public one
 *     not everybody who comments does
 */
public record Comment(
    String id,
    String ticketId,
    Account author,
    Instant createdAt,
    String body,
    String url,
    Optional<String> key,
    boolean insider) {
  public Comment {
    requireNonNull(id, "id is null");
    requireNonNull(ticketId, "ticketId is null");
    requireNonNull(author, "author is null");
    requireNonNull(createdAt, "createdAt is null");
    requireNonNull(body, "body is null");
    requireNonNull(url, "url is null");
    requireNonNull(key, "key is null");
  }

  /** A comment in a place where only those who belong to it can write. */
  public Comment(
      String id,
      String ticketId,
      Account author,
      Instant createdAt,
      String body,
      String url,
      Optional<String> key) {
    this(id, ticketId, author, createdAt, body, url, key, true);
  }

  /** True where a person wrote it: neither we nor another bot. */
  public boolean isHuman() {
    return key.isEmpty() && !author.bot();
  }
}
