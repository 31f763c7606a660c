package io.followthrough.tracker;

import static java.util.Objects.requireNonNull;

/**
 * The address of a ticket.
 *
 * @param id what the connector reads the ticket by; it outlives renames and moves where the tracker
 *     can
 * @param key what people call it, such as {@code acme/backend#12}
 * @param url where people open it; empty where the tracker has no pages
 */
public record TicketRef(String id, String key, String url) {
  public TicketRef {
    requireNonNull(id, "id is null");
    requireNonNull(key, "key is null");
    requireNonNull(url, "url is null");
  }
}
