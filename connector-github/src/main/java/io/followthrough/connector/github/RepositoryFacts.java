package io.followthrough.connector.github;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.followthrough.http.Fields;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What a repository says of itself: its branch, and who may read it. Remembered for an hour. */
final class RepositoryFacts {
  private static final Duration REMEMBERED = Duration.ofHours(1);

  private final GitHubApi api;
  private Optional<JsonNode> known = Optional.empty();
  private Instant readAt = Instant.MIN;

  RepositoryFacts(GitHubApi api) {
    this.api = requireNonNull(api, "api is null");
  }

  String defaultBranch() {
    return Fields.optionalText(read(), "default_branch").orElse("main");
  }

  /** True where anybody may read it; one that is internal to an enterprise is not public. */
  boolean isPublic() {
    JsonNode json = read();
    boolean visible = Fields.optionalText(json, "visibility").map("public"::equals).orElse(true);
    return visible && !json.path("private").asBoolean(true);
  }

  /**
   * Makes sure that the repository is there, so that what is missing in it is missing.
   *
   * @throws io.followthrough.tracker.TrackerException where it is not, or may not be seen
   */
  void confirm() {
    known = Optional.empty();
    read();
  }

  private JsonNode read() {
    Instant now = api.now();
    if (known.isEmpty() || now.isAfter(readAt.plus(REMEMBERED))) {
      known = Optional.of(GitHubApi.object(api.get("read repository", api.home().path())));
      readAt = now;
    }
    return known.get();
  }
}
