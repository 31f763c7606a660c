package io.followthrough.item;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * What the directory, the routes and the gate made of a promise.
 *
 * @param owner the name of the person who owns it, found in the directory
 * @param team the owner's team, where the configuration has one
 * @param placement where a route sends it; absent while no tracker takes it
 * @param findings what the gate says, those that hold and those that warn
 */
public record Judgement(
    Stage stage,
    Optional<String> owner,
    Optional<String> team,
    Optional<Placement> placement,
    List<Finding> findings) {
  public Judgement {
    requireNonNull(stage, "stage is null");
    requireNonNull(owner, "owner is null");
    requireNonNull(team, "team is null");
    requireNonNull(placement, "placement is null");
    findings = List.copyOf(findings);
  }

  /** The same judgement at another stage. */
  public Judgement at(Stage newStage) {
    return new Judgement(newStage, owner, team, placement, findings);
  }
}
