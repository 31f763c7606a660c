package io.followthrough.followup;

import static java.util.Objects.requireNonNull;

import io.followthrough.item.ActionItem;
import io.followthrough.item.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The ladders by name.
 *
 * @param standard for every item whose route names no other
 * @param named by the name that a route gives
 */
public record Profiles(FollowUpPolicy standard, Map<String, FollowUpPolicy> named) {
  public Profiles {
    requireNonNull(standard, "standard is null");
    named = Map.copyOf(named);
  }

  /** One ladder for all. */
  public static Profiles only(FollowUpPolicy standard) {
    return new Profiles(standard, Map.of());
  }

  /** The ladder of an item. */
  FollowUpPolicy of(ActionItem item) {
    return item.placement()
        .flatMap(placement -> placement.profile())
        .map(profile -> named.getOrDefault(profile, standard))
        .orElse(standard);
  }

  /** Changes whenever one of the ladders does. */
  String fingerprint() {
    List<String> parts = new ArrayList<>(List.of(standard.fingerprint()));
    new TreeMap<>(named).forEach((name, policy) -> parts.add(name + "=" + policy.fingerprint()));
    return Words.fingerprint(parts.toArray(String[]::new));
  }
}
