package io.followthrough.item;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A promise as the ledger keeps it: what its document says, what the gate made of it, where it was
 * filed. What its ticket says is the mirror's.
 *
 * @param id frozen at first sight
 * @param firstTitle the title at first sight, which the mark's fingerprint is made of
 * @param owner the name of the person who owns it, found in the directory
 * @param team the owner's team, where the configuration has one
 * @param placement where a route sends it; absent while no tracker takes it
 * @param findings what the gate says, those that hold and those that warn
 * @param revision counts the edits that were carried to the ticket
 * @param removedAt since when the document no longer has it
 */
public record ActionItem(
    ItemId id,
    String firstTitle,
    Origin origin,
    Promise promise,
    Stage stage,
    Optional<String> owner,
    Optional<String> team,
    Optional<Placement> placement,
    List<Finding> findings,
    Optional<Filing> filing,
    int revision,
    Instant firstSeenAt,
    Optional<Instant> removedAt) {
  public ActionItem {
    requireNonNull(id, "id is null");
    requireNonNull(firstTitle, "firstTitle is null");
    requireNonNull(origin, "origin is null");
    requireNonNull(promise, "promise is null");
    requireNonNull(stage, "stage is null");
    requireNonNull(owner, "owner is null");
    requireNonNull(team, "team is null");
    requireNonNull(placement, "placement is null");
    findings = List.copyOf(findings);
    requireNonNull(filing, "filing is null");
    requireNonNull(firstSeenAt, "firstSeenAt is null");
    requireNonNull(removedAt, "removedAt is null");
  }

  /** The same item, filed. */
  public ActionItem filed(Filing newFiling) {
    return new ActionItem(
        id,
        firstTitle,
        origin,
        promise,
        stage,
        owner,
        team,
        placement,
        findings,
        Optional.of(newFiling),
        revision,
        firstSeenAt,
        removedAt);
  }

  /** The same item with one more edit carried to its ticket. */
  public ActionItem revised() {
    return new ActionItem(
        id,
        firstTitle,
        origin,
        promise,
        stage,
        owner,
        team,
        placement,
        findings,
        filing,
        revision + 1,
        firstSeenAt,
        removedAt);
  }

  /** The same item, gone from its document since an instant, or back again. */
  public ActionItem removed(Optional<Instant> since) {
    return new ActionItem(
        id,
        firstTitle,
        origin,
        promise,
        stage,
        owner,
        team,
        placement,
        findings,
        filing,
        revision,
        firstSeenAt,
        since);
  }

  /** The findings for which it waits. */
  public List<Finding> holds() {
    return findings.stream().filter(Finding::holds).toList();
  }
}
