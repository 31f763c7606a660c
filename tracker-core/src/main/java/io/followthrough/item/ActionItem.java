package io.followthrough.item;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A promise as the ledger keeps it: what its document says, what was made of it, where it was
 * filed. What its ticket says is the mirror's.
 *
 * @param id frozen at first sight
 * @param firstTitle the title at first sight, which the mark's fingerprint is made of
 * @param removedAt since when the document no longer has it
 */
public record ActionItem(
    ItemId id,
    String firstTitle,
    Origin origin,
    Promise promise,
    Judgement judgement,
    Optional<Filing> filing,
    Carried carried,
    Instant firstSeenAt,
    Optional<Instant> removedAt) {
  public ActionItem {
    requireNonNull(id, "id is null");
    requireNonNull(firstTitle, "firstTitle is null");
    requireNonNull(origin, "origin is null");
    requireNonNull(promise, "promise is null");
    requireNonNull(judgement, "judgement is null");
    requireNonNull(filing, "filing is null");
    requireNonNull(carried, "carried is null");
    requireNonNull(firstSeenAt, "firstSeenAt is null");
    requireNonNull(removedAt, "removedAt is null");
  }

  /** An item at first sight. */
  public static ActionItem born(
      ItemId id, Origin origin, Promise promise, Judgement judgement, Instant now) {
    return new ActionItem(
        id,
        promise.title(),
        origin,
        promise,
        judgement,
        Optional.empty(),
        Carried.NOTHING,
        now,
        Optional.empty());
  }

  /** The same item as its document has it now; what was removed is back. */
  public ActionItem readAgain(Origin newOrigin, Promise newPromise, Judgement newJudgement) {
    return new ActionItem(
        id,
        firstTitle,
        newOrigin,
        newPromise,
        newJudgement,
        filing,
        carried,
        firstSeenAt,
        Optional.empty());
  }

  /** The same item with other words, where its ticket is to say other than its document. */
  public ActionItem readAs(Promise newPromise) {
    return new ActionItem(
        id, firstTitle, origin, newPromise, judgement, filing, carried, firstSeenAt, removedAt);
  }

  /** The same item, filed, or filed elsewhere. */
  public ActionItem filed(Filing newFiling) {
    return new ActionItem(
        id,
        firstTitle,
        origin,
        promise,
        judgement,
        Optional.of(newFiling),
        carried,
        firstSeenAt,
        removedAt);
  }

  /** The same item with words on their way to its ticket. */
  public ActionItem carrying(Carried newCarried) {
    return new ActionItem(
        id, firstTitle, origin, promise, judgement, filing, newCarried, firstSeenAt, removedAt);
  }

  /** The same item, whose document has another name now. */
  public ActionItem movedTo(Origin newOrigin) {
    return new ActionItem(
        id, firstTitle, newOrigin, promise, judgement, filing, carried, firstSeenAt, removedAt);
  }

  /** The same item, gone from its document since an instant. */
  public ActionItem removed(Instant since) {
    return new ActionItem(
        id,
        firstTitle,
        origin,
        promise,
        judgement,
        filing,
        carried,
        firstSeenAt,
        Optional.of(since));
  }

  /** The same item, judged anew. */
  public ActionItem judged(Judgement newJudgement) {
    return new ActionItem(
        id, firstTitle, origin, promise, newJudgement, filing, carried, firstSeenAt, removedAt);
  }

  /** The same item with what people answered about it. */
  public ActionItem answered(Promise newPromise, Judgement newJudgement) {
    return new ActionItem(
        id, firstTitle, origin, newPromise, newJudgement, filing, carried, firstSeenAt, removedAt);
  }

  /** See {@link Judgement#stage()}. */
  public Stage stage() {
    return judgement.stage();
  }

  /** See {@link Judgement#owner()}. */
  public Optional<String> owner() {
    return judgement.owner();
  }

  /** See {@link Judgement#placement()}. */
  public Optional<Placement> placement() {
    return judgement.placement();
  }

  /** The findings for which it waits. */
  public List<Finding> holds() {
    return judgement.findings().stream().filter(Finding::holds).toList();
  }

  /** Why it is held, each reason with its mend a sentence; empty where nothing holds it. */
  public String lacks() {
    return holds().stream().map(Finding::message).collect(Collectors.joining(" And "));
  }

  /**
   * Whether other titles are compared with this one: it is accepted, or held because another one
   * promises the same, and still in its document.
   */
  public boolean isCompared() {
    return removedAt.isEmpty()
        && (stage() == Stage.ACCEPTED
            || holds().stream().anyMatch(finding -> finding.rule().equals(Finding.DUPLICATE)));
  }
}
