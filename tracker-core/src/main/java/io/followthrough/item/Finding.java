package io.followthrough.item;

import static java.util.Objects.requireNonNull;

/**
 * What a gate rule says of an action item.
 *
 * @param rule the rule's name in the configuration, such as {@code owner-missing}
 * @param holds true where the item waits for a mend, false where it is only said
 * @param message what is wrong and how to mend the document
 */
public record Finding(String rule, boolean holds, String message) {
  /** The rule that holds what another open item promises already. */
  public static final String DUPLICATE = "duplicate";

  public Finding {
    requireNonNull(rule, "rule is null");
    requireNonNull(message, "message is null");
  }
}
