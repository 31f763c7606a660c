package io.followthrough.followup;

import static java.util.Objects.requireNonNull;

import io.followthrough.item.ActionItem;
import java.util.List;

/**
 * An action item of an earlier postmortem and where it stands.
 *
 * @param standing its ticket's word, else its document's
 */
public record Prior(ActionItem item, Standing standing) {
  public Prior {
    requireNonNull(item, "item is null");
    requireNonNull(standing, "standing is null");
  }

  /** The key of the document in which it was born. */
  String documentKey() {
    return item.origin().documentKey();
  }

  static List<ActionItem> items(List<Prior> priors) {
    return priors.stream().map(Prior::item).toList();
  }
}
