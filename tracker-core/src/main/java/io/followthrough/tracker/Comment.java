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
 */
public record Comment(
    String id,
    String ticketId,
    Account author,
    Instant createdAt,
    String body,
    String url,
    Optional<String> key) {
  public Comment {
    requireNonNull(id, "id is null");
    requireNonNull(ticketId, "ticketId is null");
    requireNonNull(author, "author is null");
    requireNonNull(createdAt, "createdAt is null");
    requireNonNull(body, "body is null");
    requireNonNull(url, "url is null");
    requireNonNull(key, "key is null");
  }

  /** True where a person wrote it: neither we nor another bot. */
  public boolean isHuman() {
    return key.isEmpty() && !author.bot();
  }
}
