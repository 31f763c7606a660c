package io.followthrough.daemon.review;

import io.followthrough.ledger.Books;
import io.followthrough.review.Period;
import io.followthrough.review.Review;
import java.util.Optional;

/** The reviews that were given, as they were given: October's number is the same in January. */
public final class ReviewArchive {
  private static final String PREFIX = "review/";

  private ReviewArchive() {}

  /** The review of a period that was given. */
  public static Optional<Review> find(Books books, Period period, String scope) {
    return books.settings().get(key(period, scope)).map(ReviewJson::read);
  }

  /** Keeps a review of a period that is over, unless one is kept already; returns what is kept. */
  public static Review keep(Books books, Review review) {
    if (!review.complete()) {
      throw new IllegalArgumentException(review.period().name() + " is not over yet");
    }
    Optional<Review> kept = find(books, review.period(), review.scope());
    if (kept.isEmpty()) {
      String text = ReviewJson.of(review).toString();
      books.settings().put(key(review.period(), review.scope()), text);
    }
    return kept.orElse(review);
  }

  private static String key(Period period, String scope) {
    return PREFIX + period.name() + "/" + scope;
  }
}
