package io.followthrough.connector.github;

import static java.util.Objects.requireNonNull;

import io.followthrough.http.HttpCall;
import io.followthrough.http.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Who can be assigned in the repository. GitHub refuses some others with 422 and drops the rest in
 * silence, so each is asked for before, and remembered for an hour.
 */
final class Assignees {
  private static final Duration REMEMBERED = Duration.ofHours(1);
  private static final Pattern LOGIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,99}(\\[bot])?");

  private final GitHubApi api;
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();

  private record Answer(boolean assignable, Instant at) {}

  Assignees(GitHubApi api) {
    this.api = requireNonNull(api, "api is null");
  }

  /** True where GitHub will take this login. */
  boolean isAssignable(String login) {
    String key = login.toLowerCase(Locale.ROOT);
    Answer known = answers.get(key);
    Instant now = api.now();
    if (known == null || now.isAfter(known.at().plus(REMEMBERED))) {
      known = new Answer(LOGIN.matcher(login).matches() && ask(login), now);
      answers.put(key, known);
    }
    return known.assignable();
  }

  /** GitHub refused this login after all. */
  void refused(String login) {
    answers.put(login.toLowerCase(Locale.ROOT), new Answer(false, api.now()));
  }

  private boolean ask(String login) {
    String path = api.home().path() + "/assignees/" + HttpCall.encode(login);
    Reply reply = api.exchange(HttpCall.get("look up assignee " + login, path));
    if (reply.status() == 404) {
      return false;
    }
    if (!reply.isSuccess()) {
      throw api.repositoryFailure(reply);
    }
    return true;
  }
}
