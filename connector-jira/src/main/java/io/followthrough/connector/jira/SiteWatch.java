package io.followthrough.connector.jira;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * What changed on a site, searched once for all trackers on it that sign in alike: a search for
 * every project, each answer taken once by each. Safe for several threads.
 */
final class SiteWatch {
  /** Trackers that poll within this time are of one cycle. */
  private static final Duration ONE_CYCLE = Duration.ofSeconds(30);

  private static final Duration APART = Duration.ofHours(1);

  private final Map<String, Instant> projects = new HashMap<>();
  private final Set<String> taken = new HashSet<>();
  private Answer last = new Answer(Instant.MAX, Instant.MIN, List.of());
  private Instant apartUntil = Instant.MIN;

  /** Trackers by their site, and watches by their site and token. */
  static final class Registry {
    private final Map<String, SiteWatch> watches = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> projects = new ConcurrentHashMap<>();

    void register(String url, String project) {
      projects.computeIfAbsent(url, it -> ConcurrentHashMap.newKeySet()).add(project);
    }

    /** True where another tracker on the site has a project. */
    boolean isAnothers(String url, String mine, String project) {
      return !mine.equals(project) && projects.getOrDefault(url, Set.of()).contains(project);
    }

    SiteWatch watch(SiteAccess access) {
      return watches.computeIfAbsent(
          access.url() + " " + access.authorization(), it -> new SiteWatch());
    }
  }

  /** Every issue of the projects that changed since an instant, at an instant. */
  record Answer(Instant since, Instant at, List<JsonNode> issues) {
    Answer {
      requireNonNull(since, "since is null");
      requireNonNull(at, "at is null");
      issues = List.copyOf(issues);
    }
  }

  /** How to ask for the changes of projects since an instant. */
  interface Question {
    List<JsonNode> ask(Set<String> projects, Instant since);
  }

  /** What changed since an instant in one's project, and in those of the others. */
  synchronized Answer since(String project, Instant since, Instant now, Question question) {
    projects.put(project, since);
    boolean fresh = !now.isAfter(last.at().plus(ONE_CYCLE)) && !now.isBefore(last.at());
    if (!last.at().equals(Instant.MIN)
        && fresh
        && !last.since().isAfter(since)
        && taken.add(project)) {
      return last;
    }
    if (projects.size() == 1 || now.isBefore(apartUntil)) {
      return new Answer(since, now, question.ask(Set.of(project), since));
    }
    try {
      Instant earliest = projects.values().stream().min(Instant::compareTo).orElse(since);
      last = new Answer(earliest, now, question.ask(new TreeSet<>(projects.keySet()), earliest));
      taken.clear();
      taken.add(project);
      return last;
    } catch (Search.Refused e) {
      // One project is out of sight, which must not hold up the others.
      apartUntil = now.plus(APART);
      return new Answer(since, now, question.ask(Set.of(project), since));
    }
  }

  /** Names within a query. */
  static String list(Set<String> names) {
    return names.stream().map(Search::quoted).collect(Collectors.joining(", "));
  }
}
