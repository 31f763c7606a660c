package io.followthrough.connector.github;

import static java.util.Objects.requireNonNull;

import io.followthrough.tracker.FailureKind;
import io.followthrough.tracker.TicketRef;
import io.followthrough.tracker.TrackerException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where an issue is read. Its id is its number alone in the configured repository, so that it
 * outlives a rename of that, and {@code owner/name#number} in any other, where it was transferred.
 */
record IssueAddress(Repository repository, int number) {
  private static final Pattern ELSEWHERE = Pattern.compile("([^#]+)#(\\d{1,9})");

  IssueAddress {
    requireNonNull(repository, "repository is null");
  }

  /** The address that an id stands for. */
  static IssueAddress of(TicketRef ref, Repository home) {
    Matcher elsewhere = ELSEWHERE.matcher(ref.id());
    if (ref.id().matches("\\d{1,9}")) {
      return new IssueAddress(home, Integer.parseInt(ref.id()));
    }
    if (elsewhere.matches()) {
      return new IssueAddress(
          Repository.parse(elsewhere.group(1)), Integer.parseInt(elsewhere.group(2)));
    }
    throw new TrackerException(
        FailureKind.BROKEN, "read ticket", ref.key() + " is not a ticket of GitHub");
  }

  /** The reference of an issue, with its id as seen from a repository. */
  TicketRef ref(Repository home, String url) {
    String number = Integer.toString(number());
    String key = repository.slug() + "#" + number;
    return new TicketRef(repository.isSameAs(home) ? number : key, key, url);
  }

  String path() {
    return repository.path() + "/issues/" + number;
  }
}
