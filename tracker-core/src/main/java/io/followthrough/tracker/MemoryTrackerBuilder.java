package io.followthrough.tracker;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Describes a {@link MemoryTracker}. */
public final class MemoryTrackerBuilder {
  final String name;
  final InstantSource clock;
  final Set<Capability> capabilities = EnumSet.complementOf(EnumSet.of(Capability.NO_TWINS));
  final Set<String> accounts = new LinkedHashSet<>();
  String project = "DEMO";
  List<String> labels = List.of();
  String address = "";
  int pageSize = 100;
  Duration findLag = Duration.ZERO;
  MemorySnapshot snapshot = MemorySnapshot.empty();
  Optional<MemoryTracker.Keeper> keeper = Optional.empty();

  MemoryTrackerBuilder(String name, InstantSource clock) {
    this.name = requireNonNull(name, "name is null");
    this.clock = requireNonNull(clock, "clock is null");
  }

  /** The key that numbers begin with: a capital letter, then capital letters and digits. */
  public MemoryTrackerBuilder project(String key) {
    if (!key.matches("[A-Z][A-Z0-9]{0,19}")) {
      throw new IllegalArgumentException(
          "project " + key + " is not a capital letter followed by capital letters and digits");
    }
    project = key;
    return this;
  }

  /** Takes a capability away. */
  public MemoryTrackerBuilder without(Capability capability) {
    capabilities.remove(capability);
    return this;
  }

  /** Knows only these handles, and those of further calls; without a call, every one. */
  public MemoryTrackerBuilder accounts(String... handles) {
    accounts.addAll(List.of(handles));
    return this;
  }

  /** Labels put on every ticket. */
  public MemoryTrackerBuilder labels(List<String> everywhere) {
    labels = List.copyOf(everywhere);
    return this;
  }

  /** What the address of a ticket's page is before its key; without it there are no pages. */
  public MemoryTrackerBuilder address(String prefix) {
    address = requireNonNull(prefix, "prefix is null");
    return this;
  }

  /** How many changes one poll tells. */
  public MemoryTrackerBuilder pageSize(int changes) {
    pageSize = changes;
    return this;
  }

  /** For how long writes stay invisible to look-ups and polls. */
  public MemoryTrackerBuilder findLag(Duration lag) {
    findLag = requireNonNull(lag, "lag is null");
    return this;
  }

  /** Begins with what another tracker held. */
  public MemoryTrackerBuilder snapshot(MemorySnapshot held) {
    snapshot = requireNonNull(held, "held is null");
    return this;
  }

  /** Keeps everything after each write. */
  public MemoryTrackerBuilder keeper(MemoryTracker.Keeper keeps) {
    keeper = Optional.of(keeps);
    return this;
  }

  /** The tracker. */
  public MemoryTracker build() {
    return new MemoryTracker(this);
  }
}
