package io.followthrough.daemon.app;

import io.followthrough.daemon.config.Configuration;
import io.followthrough.daemon.cycle.LedgerCatalogue;
import io.followthrough.daemon.review.ReviewArchive;
import io.followthrough.item.People;
import io.followthrough.item.ServiceEntry;
import io.followthrough.ledger.Ledger;
import io.followthrough.review.Period;
import io.followthrough.review.Review;
import io.followthrough.review.Reviewing;
import io.followthrough.review.Scope;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** The reviews of a ledger: those that were given as they were given, others counted now. */
public final class Reviews {
  /** How many of the last postmortems are part of each review. */
  public static final int LATEST = 3;

  private final Ledger ledger;
  private final People people;
  private final ZoneId zone;

  /** The reviews of a ledger by a configuration's directory and time zone. */
  public Reviews(Configuration configuration, Ledger ledger) {
    this.ledger = ledger;
    this.people = Directory.of(configuration);
    this.zone = configuration.followUp().timeZone();
  }

  /** The day of an instant in the zone of reviews. */
  public LocalDate day(Instant now) {
    return LocalDate.ofInstant(now, zone);
  }

  /** The name by which the directory calls a service. */
  public String service(String written) {
    return people.service(written).map(ServiceEntry::name).orElse(written);
  }

  /**
   * The review of a period.
   *
   * @param latest how many of the last postmortems are told with their items
   */
  public Review of(Period period, Scope scope, int latest, LocalDate today) {
    Optional<Review> given = latest == LATEST ? given(period, scope) : Optional.empty();
    return given.orElseGet(() -> counted(period, scope, latest, today));
  }

  private Review counted(Period period, Scope scope, int latest, LocalDate today) {
    return new Reviewing(scope, today, latest, earlier -> given(earlier, scope))
        .of(period, new LedgerCatalogue(ledger, people, zone));
  }

  private Optional<Review> given(Period period, Scope scope) {
    return ledger.read(books -> ReviewArchive.find(books, period, scope.words()));
  }
}
