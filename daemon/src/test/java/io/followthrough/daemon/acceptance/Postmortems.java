package io.followthrough.daemon.acceptance;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Postmortems for tests. */
final class Postmortems {
  private Postmortems() {}

  /** A postmortem whose items are Alice's and due in January 2027. */
  static String of(String incident, String date, String... titles) {
    String items =
        Stream.of(titles)
            .map(title -> "- [ ] " + title + ". Owner: Alice Martin, due 2027-01-15\n")
            .collect(Collectors.joining());
    return """
        ---
        id: %s
        date: %s
        services: [checkout]
        owner: Carol Diaz
        ---
        # The outage of %s

        ## Action items

        """
            .formatted(incident, date, incident)
        + items;
  }
}
