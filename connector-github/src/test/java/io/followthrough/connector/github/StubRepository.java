package io.followthrough.connector.github;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A repository in the stub's memory. */
final class StubRepository {
  final long id;
  final Instant createdAt;
  String owner;
  String name;
  final Map<Integer, StubIssue> issues = new LinkedHashMap<>();
  final Map<String, Long> labels = new LinkedHashMap<>();
  final Set<String> collaborators = new LinkedHashSet<>();
  final StubFiles files = new StubFiles();

  /** Titles of open milestones, the first with the number 1. */
  final List<String> milestones = new ArrayList<>();

  final List<String> types = new ArrayList<>();

  /** Names of the organisation's date fields, the first with the id 1. */
  final List<String> dateFields = new ArrayList<>();

  boolean visible = true;

  /** Which installation of the App has it. */
  String installation = StubApp.INSTALLATION;

  boolean isPrivate = true;
  boolean hasIssues = true;
  boolean archived;
  boolean push = true;
  boolean triage = true;

  /** GitHub takes these and leaves them out without a word. */
  boolean dropsAssignees;

  boolean dropsLabels;

  /** Names it had before. */
  final List<String> formerly = new ArrayList<>();

  StubRepository(long id, String owner, String name, Instant createdAt) {
    this.id = id;
    this.owner = owner;
    this.name = name;
    this.createdAt = createdAt;
  }

  String slug() {
    return owner + "/" + name;
  }

  int nextNumber() {
    return issues.size() + 1;
  }

  Optional<StubIssue> issue(int number) {
    return Optional.ofNullable(issues.get(number));
  }

  /** What a list shows now; each call counts as a read for those that are hidden for some. */
  List<StubIssue> listed(Instant now) {
    List<StubIssue> listed = new ArrayList<>();
    for (StubIssue issue : issues.values()) {
      if (issue.hiddenReads > 0) {
        issue.hiddenReads--;
      } else if (issue.isHere() && !issue.listedFrom.isAfter(now)) {
        listed.add(issue);
      }
    }
    return listed;
  }

  Optional<StubIssue> ofComment(long id) {
    return issues.values().stream()
        .filter(issue -> issue.comments.stream().anyMatch(comment -> comment.id == id))
        .findFirst();
  }

  /** All comments with their issues, newest change first. */
  Stream<Map.Entry<StubIssue, StubIssue.StubComment>> comments() {
    Comparator<Map.Entry<StubIssue, StubIssue.StubComment>> byChange =
        Comparator.comparing(entry -> entry.getValue().updatedAt);
    return issues.values().stream()
        .filter(StubIssue::isHere)
        .flatMap(issue -> issue.comments.stream().map(comment -> Map.entry(issue, comment)))
        .sorted(byChange.thenComparing(entry -> entry.getValue().id));
  }
}
