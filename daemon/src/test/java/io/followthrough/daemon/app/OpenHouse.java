package io.followthrough.daemon.app;

import io.followthrough.daemon.config.Configuration;
import io.followthrough.document.DocumentSource;
import io.followthrough.ledger.Ledger;
import io.followthrough.tracker.Tracker;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** Houses over a ledger, trackers and sources of their own, for tests of other packages. */
public final class OpenHouse {
  private OpenHouse() {}

  /**
   * A house that delivers.
   *
   * @param alone whether it holds the store alone, and so takes over what its forerunner left
   */
  public static House of(
      Configuration configuration,
      Ledger ledger,
      Map<String, Tracker> trackers,
      List<DocumentSource> sources,
      InstantSource clock,
      String node,
      boolean alone) {
    House house = new House(configuration, ledger, trackers, sources, clock, node, false);
    if (alone) {
      house.takeOverOrphans();
    }
    return house;
  }
}
