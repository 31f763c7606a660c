package io.followthrough.followup;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Somebody to whom a notice is addressed.
 *
 * @param role as whom they are addressed; the nearest to the work where there are several
 * @param name the directory's name, else the tracker's handle, else the contact
 * @param handle what the tracker notifies; absent for the contact only
 * @param because why they are asked in place of another, in words that complete "is asked because"
 */
public record Recipient(Role role, String name, Optional<String> handle, Optional<String> because) {
  public Recipient {
    requireNonNull(role, "role is null");
    requireNonNull(name, "name is null");
    requireNonNull(handle, "handle is null");
    requireNonNull(because, "because is null");
  }
}
