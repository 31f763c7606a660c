package io.followthrough.review;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** A postmortem and its items: what a review reads at a time. */
public record Chapter(ReviewPostmortem postmortem, List<ReviewItem> items) {
  public Chapter {
    requireNonNull(postmortem, "postmortem is null");
    items = List.copyOf(items);
  }
}
