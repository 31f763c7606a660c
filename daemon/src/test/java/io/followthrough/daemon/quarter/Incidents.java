package io.followthrough.daemon.quarter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Twenty-five postmortems of the quarter, with a hundred and twenty action items in all. */
public final class Incidents {
  /** The first day of the quarter, a Monday. */
  public static final LocalDate FIRST = LocalDate.of(2026, 9, 28);

  private static final int POSTMORTEMS = 25;
  private static final int BETWEEN = 3;
  private static final List<String> PRIORITIES = List.of("critical", "high", "medium", "low");
  private static final List<Integer> DUE_IN = List.of(14, 30, 21, 45, 0, 60);

  /** What fails, and what people promise when it did; {@code %s} is the service. */
  private static final Map<String, List<String>> PROMISES =
      Map.of(
          "replication lag",
          List.of(
              "Add an alert for replication lag of %s above 30 s",
              "Fail %s over to its standby within 60 s",
              "Write the runbook for a lagging replica of %s",
              "Limit batch writes of %s to 5,000 rows",
              "Rehearse the failover of %s in staging"),
          "expired certificate",
          List.of(
              "Renew the certificates of %s thirty days ahead",
              "Page the owner of %s ten days before a certificate expires",
              "Delete the hand-made certificates of %s",
              "List every certificate of %s in the inventory",
              "Test the renewal of %s in the weekly drill"),
          "full disk",
          List.of(
              "Rotate the logs of %s every hour",
              "Alert at 80%% disk usage on every node of %s",
              "Move the dumps of %s to object storage",
              "Cap the queue of %s at 20 GB",
              "Document how to grow the volume of %s"),
          "bad deploy",
          List.of(
              "Roll %s out to one node in ten first",
              "Stop a deploy of %s when errors exceed 1%%",
              "Restore the previous version of %s in under five minutes",
              "Add a contract test between %s and its callers",
              "Block deploys of %s on Friday after 15:00"),
          "retry storm",
          List.of(
              "Add jitter and a retry budget to the clients of %s",
              "Shed load on %s above 900 requests a second",
              "Add a dashboard for retries against %s",
              "Return 429 with Retry-After from %s when it is full",
              "Load-test %s with a client that never gives up"));

  private static final List<String> MODES =
      List.of("replication lag", "expired certificate", "full disk", "bad deploy", "retry storm");

  private Incidents() {}

  /** A postmortem, with the day on which it is written down. */
  public record Written(LocalDate day, String file, String text) {}

  /** All of them, by day. */
  public static List<Written> all() {
    List<Written> written = new ArrayList<>();
    for (int i = 0; i < POSTMORTEMS; i++) {
      written.add(postmortem(i));
    }
    return List.copyOf(written);
  }

  private static Written postmortem(int i) {
    Organisation.Crew crew = Organisation.CREWS.get(i % Organisation.CREWS.size());
    String service = crew.services().get(i / Organisation.CREWS.size() % crew.services().size());
    String mode = MODES.get(i % 7 % MODES.size());
    LocalDate day = FIRST.plusDays((long) i * BETWEEN);
    String severity = "SEV" + (1 + i % 3);
    List<String> promises = PROMISES.getOrDefault(mode, List.of());
    int count = i % 5 == 4 ? promises.size() - 1 : promises.size();
    StringBuilder text = new StringBuilder(256);
    text.append(
        """
        ---
        id: INC-%d
        date: %s
        severity: %s
        services: [%s]
        owner: %s
        failure-modes: [%s]
        ---
        # %s: %s

        ## Action items

        | Action | Owner | Due | Priority |
        | --- | --- | --- | --- |
        """
            .formatted(100 + i, day, severity, service, crew.lead(), mode, capital(service), mode));
    for (int j = 0; j < count; j++) {
      int number = i * 5 + j;
      int due = DUE_IN.get(number % DUE_IN.size());
      text.append("| ")
          .append(promises.get(j).formatted(service))
          .append(" | ")
          .append(crew.members().get(number % crew.members().size()))
          .append(" | ")
          .append(due == 0 ? "" : day.plusDays(due).toString())
          .append(" | ")
          .append(PRIORITIES.get(number % PRIORITIES.size()))
          .append(" |\n");
    }
    return new Written(day, "inc-" + (100 + i) + ".md", text.toString());
  }

  private static String capital(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
