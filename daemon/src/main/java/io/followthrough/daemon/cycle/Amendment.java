package io.followthrough.daemon.cycle;

import io.followthrough.item.ActionItem;
import io.followthrough.ledger.Answers;
import io.followthrough.ledger.Books;
import io.followthrough.plan.Change;
import io.followthrough.plan.Drafts;
import io.followthrough.plan.Plan;
import io.followthrough.sync.Registrar;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Puts on its way to the ticket what was decided since its document was read. */
final class Amendment {
  private final Drafts drafts;
  private final Registrar registrar;

  Amendment(Drafts drafts, Registrar registrar) {
    this.drafts = drafts;
    this.registrar = registrar;
  }

  /**
   * Has the ticket say what people answered, or what a step of the ladder made of it.
   *
   * @param item with what the ticket is expected to hold
   */
  void make(Books books, ActionItem item, Answers answers, Instant now) {
    for (Change change : Plan.between(List.of(answers.in(item)), it -> Optional.empty(), drafts)) {
      Optional<Change.Edit> edit =
          change.match(create -> Optional.empty(), adopt -> Optional.empty(), Optional::of);
      edit.ifPresent(
          it -> {
            books.items().put(item);
            registrar.edit(books, it, now);
          });
    }
  }
}
