package io.followthrough.plan;

import io.followthrough.item.ActionItem;
import io.followthrough.item.Carried;
import io.followthrough.item.Filing;
import io.followthrough.item.Placement;
import io.followthrough.tracker.TicketDraft;
import io.followthrough.tracker.TicketEdit;
import io.followthrough.tracker.TicketRef;
import io.followthrough.tracker.Written;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The difference between what documents promise and what trackers hold. Pure; the changes come in
 * the order of the item ids.
 *
 * <pre>
 *   item                         ticket         change
 *   accepted                     none           create
 *   accepted or history, linked  none           adopt
 *   accepted, words changed      ours           edit
 *   anything else                               nothing
 * </pre>
 */
public final class Plan {
  private Plan() {}

  /** A ticket that a document names, found to be one of a configured tracker. */
  public record Link(String tracker, TicketRef ref) {}

  /**
   * The changes that the items ask for.
   *
   * @param links the ticket that an item names in its document, where a configured tracker has it
   */
  public static List<Change> between(
      List<ActionItem> items, Function<ActionItem, Optional<Link>> links, Drafts drafts) {
    return items.stream()
        .sorted(Comparator.comparing(ActionItem::id))
        .flatMap(item -> change(item, links, drafts).stream())
        .toList();
  }

  private static Optional<Change> change(
      ActionItem item, Function<ActionItem, Optional<Link>> links, Drafts drafts) {
    if (item.removedAt().isPresent()) {
      return Optional.empty();
    }
    return switch (item.stage()) {
      case PROPOSED, DONE_AT_BIRTH, MERGED, AWARE, DECLINED -> Optional.empty();
      case LEARNED -> item.filing().isPresent() ? Optional.empty() : adoption(item, links);
      case ACCEPTED ->
          item.filing()
              .map(filing -> edit(item, filing, drafts))
              .orElseGet(() -> adoption(item, links).or(() -> creation(item, drafts)));
    };
  }

  private static Optional<Change> adoption(
      ActionItem item, Function<ActionItem, Optional<Link>> links) {
    return links.apply(item).map(link -> new Change.Adopt(item, link.tracker(), link.ref()));
  }

  private static Optional<Change> creation(ActionItem item, Drafts drafts) {
    return item.placement()
        .map(
            placement -> {
              TicketDraft draft = drafts.draft(item, placement);
              Carried carried = new Carried(0, Drafts.fingerprint(draft));
              return new Change.Create(item, placement.tracker(), draft, carried);
            });
  }

  private static Optional<Change> edit(ActionItem item, Filing filing, Drafts drafts) {
    if (filing.adopted()) {
      return Optional.empty();
    }
    Placement placement = item.placement().orElse(Placement.in(filing.tracker()));
    TicketDraft draft = drafts.draft(item, placement);
    String wanted = Drafts.fingerprint(draft);
    if (wanted.equals(item.carried().fingerprint())) {
      return Optional.empty();
    }
    Carried carried = new Carried(item.carried().revision() + 1, wanted);
    return Optional.of(
        new Change.Edit(item, filing.tracker(), difference(draft, filing.written()), carried));
  }

  private static TicketEdit difference(TicketDraft draft, Written written) {
    return new TicketEdit(
        draft.marker(),
        written,
        changed(Optional.of(draft.title()), Optional.of(written.title())),
        Optional.of(draft.block()),
        changed(draft.assignee(), written.assignee()),
        changed(draft.due(), written.due()),
        changed(draft.priority(), written.priority()));
  }

  private static <T> Optional<T> changed(Optional<T> wanted, Optional<T> written) {
    return wanted.equals(written) ? Optional.empty() : wanted;
  }
}
