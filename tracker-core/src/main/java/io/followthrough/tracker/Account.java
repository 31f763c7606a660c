package io.followthrough.tracker;

import static java.util.Objects.requireNonNull;

/**
 * A user of a tracker.
 *
 * @param id the tracker's own id, which outlives renames
 * @param handle what the configuration and mentions use, such as a login
 * @param active false where the account can no longer be assigned
 * @param bot true for applications and machine users that say so
 */
public record Account(String id, String handle, boolean active, boolean bot) {
  public Account {
    requireNonNull(id, "id is null");
    requireNonNull(handle, "handle is null");
  }
}
