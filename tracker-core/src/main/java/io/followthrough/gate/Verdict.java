package io.followthrough.gate;

import static java.util.Objects.requireNonNull;

import io.followthrough.item.Finding;
import io.followthrough.item.Promise;
import java.util.List;
import java.util.Optional;

/**
 * What the gate says of a postmortem.
 *
 * @param items one for each item of the case, in its order
 * @param findings about the postmortem as a whole; those that hold are the items' too
 */
public record Verdict(List<Item> items, List<Finding> findings) {
  public Verdict {
    items = List.copyOf(items);
    findings = List.copyOf(findings);
  }

  /**
   * What the gate says of one item.
   *
   * @param promise with a due date where a sprint or a default gave one
   * @param findings in the order of the rules
   * @param dueNote where the due date comes from, if it is not the document's own
   */
  public record Item(Promise promise, List<Finding> findings, Optional<String> dueNote) {
    public Item {
      requireNonNull(promise, "promise is null");
      findings = List.copyOf(findings);
      requireNonNull(dueNote, "dueNote is null");
    }

    /** Whether it is a promise: nothing holds it. */
    public boolean accepted() {
      return findings.stream().noneMatch(Finding::holds);
    }
  }
}
