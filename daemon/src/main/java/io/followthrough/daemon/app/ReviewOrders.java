package io.followthrough.daemon.app;

import io.followthrough.daemon.config.Configuration;
import io.followthrough.daemon.config.ReportConfig;
import io.followthrough.daemon.config.TeamConfig;
import io.followthrough.daemon.cycle.Planning;
import io.followthrough.daemon.cycle.ReviewOrder;
import io.followthrough.item.People;
import io.followthrough.item.Person;
import io.followthrough.review.Period;
import io.followthrough.review.Scope;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a configuration orders of reviews and planning lists. */
final class ReviewOrders {
  private static final String TRACKER = "tracker:";

  private ReviewOrders() {}

  /** Its {@code reports}; one that names no recipient is for leadership. */
  static List<ReviewOrder> of(Configuration configuration, People people) {
    return configuration.reports().stream().map(report -> order(report, people)).toList();
  }

  private static ReviewOrder order(ReportConfig report, People people) {
    List<Person> named =
        report.recipients().stream().flatMap(name -> people.person(name).stream()).toList();
    List<Period.Kind> kinds = new ArrayList<>();
    if (report.monthly()) {
      kinds.add(Period.Kind.MONTH);
    }
    if (report.quarterly()) {
      kinds.add(Period.Kind.QUARTER);
    }
    return new ReviewOrder(
        report.to().stream()
            .filter(to -> to.startsWith(TRACKER))
            .map(to -> to.substring(TRACKER.length()))
            .toList(),
        report.to().stream().filter(to -> !to.startsWith(TRACKER)).toList(),
        named.isEmpty() ? people.leadership() : named,
        report.team().map(Scope::ofTeam).orElse(Scope.ALL),
        kinds);
  }

  /** The {@code planning} of its teams; one without {@code from} counts from the first run. */
  static List<Planning> plannings(Configuration configuration, People people, LocalDate firstRun) {
    return configuration.teams().stream()
        .flatMap(team -> planning(team, people, firstRun))
        .toList();
  }

  private static Stream<Planning> planning(TeamConfig team, People people, LocalDate firstRun) {
    return team.planning().stream()
        .map(
            planning ->
                new Planning(
                    team.name(),
                    team.lead().flatMap(people::person),
                    planning.every(),
                    planning.on(),
                    planning.from().orElse(firstRun)));
  }
}
