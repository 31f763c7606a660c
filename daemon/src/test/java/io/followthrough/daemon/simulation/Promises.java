package io.followthrough.daemon.simulation;

import java.util.List;
import java.util.Random;

/** What authors promise: each promise in several wordings, and none that could be another. */
final class Promises {
  private static final List<String> TITLES =
      List.of(
          "Add an alert for replication lag above 30 s",
          "Write the runbook for a failover of the primary",
          "Drill the restore of the orders archive",
          "Put a circuit breaker before the tax calculator",
          "Delete the unused feature flag of express checkout",
          "Raise the connection pool of the billing worker to 40",
          "Teach the deploy pipeline to stop at the first failed canary",
          "Rotate the signing keys of the gateway",
          "Move the session cache to its own cluster",
          "Document the escalation path of the night shift",
          "Replace the hand-made certificates by automatic renewal",
          "Test the queue consumers with twice the peak volume",
          "Limit the size of uploaded pictures to 5 MB",
          "Page the storage team when free disk falls under 10 percent",
          "Remove the retry loop from the payment webhook",
          "Cap the memory of the report generator at 2 GB",
          "Split the nightly import into batches of 1000 rows",
          "Record the version of each schema migration",
          "Block deployments while an incident is open",
          "Show the age of the search index on the wall display");

  /** One promise that becomes two: the whole and its halves. */
  private static final List<List<String>> TWOFOLD =
      List.of(
          List.of(
              "Add a dashboard and a weekly report for refund errors",
              "Add a dashboard for refund errors",
              "Add a weekly report for refund errors"),
          List.of(
              "Upgrade the mail relay and shut down the fax server",
              "Upgrade the mail relay of the office",
              "Shut down the fax server of the office"));

  private Promises() {}

  static int count() {
    return TITLES.size() + TWOFOLD.size();
  }

  static boolean isTwofold(int promise) {
    return promise >= TITLES.size();
  }

  static String title(int promise) {
    return isTwofold(promise) ? TWOFOLD.get(promise - TITLES.size()).get(0) : TITLES.get(promise);
  }

  static String half(int promise, int which) {
    return TWOFOLD.get(promise - TITLES.size()).get(which);
  }

  /** The same promise in slightly other words. */
  static String reworded(int promise, Random dice) {
    String title = title(promise);
    return switch (dice.nextInt(5)) {
      case 0 -> title + " in production";
      case 1 -> title + " for every region";
      case 2 -> title.replaceFirst(" the ", " our ");
      case 3 -> title.toUpperCase(java.util.Locale.ROOT);
      default -> title;
    };
  }
}
