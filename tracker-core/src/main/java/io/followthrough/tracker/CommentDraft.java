package io.followthrough.tracker;

import static java.util.Objects.requireNonNull;

/**
 * A comment as we want to post it.
 *
 * @param key the idempotency key of the effect; the connector writes it into the comment's mark
 */
public record CommentDraft(Marker marker, String key, Prose body) {
  public CommentDraft {
    requireNonNull(marker, "marker is null");
    requireNonNull(key, "key is null");
    requireNonNull(body, "body is null");
  }
}
