package io.followthrough.connector.github;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An issue in the stub's memory; everything about it may change. */
final class StubIssue {
  final int number;
  final long id;
  final String author;
  final Instant createdAt;
  final boolean pullRequest;
  String title = "";
  String body = "";
  String state = "open";
  Optional<String> reason = Optional.empty();
  Instant updatedAt;
  Optional<Instant> closedAt = Optional.empty();
  Optional<String> closedBy = Optional.empty();
  final List<String> labels = new ArrayList<>();
  final List<String> assignees = new ArrayList<>();
  final List<StubComment> comments = new ArrayList<>();
  final List<StubEvent> events = new ArrayList<>();
  Optional<String> milestone = Optional.empty();
  Optional<String> type = Optional.empty();
  final Map<String, String> dates = new LinkedHashMap<>();
  Optional<Instant> mergedAt = Optional.empty();
  Optional<StubIssue> parent = Optional.empty();
  boolean locked;
  boolean deleted;

  /** Where it was transferred: the repository's id and the number there. */
  Optional<String> movedTo = Optional.empty();

  /** Lists do not show it before this instant, and not for so many reads. */
  Instant listedFrom;

  int hiddenReads;

  StubIssue(int number, long id, String author, Instant at, boolean pullRequest) {
    this.number = number;
    this.id = id;
    this.author = author;
    this.createdAt = at;
    this.updatedAt = at;
    this.listedFrom = at;
    this.pullRequest = pullRequest;
  }

  /** Whether it carries all labels of a list that commas part. */
  boolean hasAll(String list) {
    return list.isEmpty()
        || List.of(list.split(",", -1)).stream()
            .allMatch(label -> labels.stream().anyMatch(label::equalsIgnoreCase));
  }

  boolean isHere() {
    return !deleted && movedTo.isEmpty();
  }

  /** A comment. */
  static final class StubComment {
    final long id;
    final String author;
    final Instant createdAt;
    Instant updatedAt;
    String body;

    StubComment(long id, String author, Instant at, String body) {
      this.id = id;
      this.author = author;
      this.createdAt = at;
      this.updatedAt = at;
      this.body = body;
    }
  }

  /**
   * Something that happened.
   *
   * @param commit the closing commit
   * @param source the pull request that refers to the issue
   */
  record StubEvent(
      long id,
      String kind,
      String actor,
      Instant at,
      Optional<String> reason,
      Optional<String> commit,
      Optional<Integer> source) {}
}
