package io.followthrough.connector.github;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.followthrough.http.HttpCall;
import io.followthrough.http.Reply;
import java.util.Optional;
import java.util.Set;

/**
 * Who can have written a mark of ours: on a public repository everybody can write one, but not as
 * an application, as one who belongs to the repository, or as ourselves.
 */
final class Authors {
  private static final Set<String> BELONGING = Set.of("OWNER", "MEMBER", "COLLABORATOR");

  private final GitHubApi api;
  private volatile Optional<String> self = Optional.empty();
  private volatile boolean asked;

  Authors(GitHubApi api) {
    this.api = requireNonNull(api, "api is null");
  }

  /** Whether a marked issue or comment can be ours; asks who we are only if nothing else tells. */
  boolean mayBeOurs(JsonNode written) {
    JsonNode user = written.path("user");
    return BELONGING.contains(Fields.text(written, "author_association"))
        || IssueReader.account(user).bot()
        || self().filter(id -> id.equals(user.path("id").asText(""))).isPresent();
  }

  /** Our own user id; empty for an application, whose writings are those of a bot. */
  private Optional<String> self() {
    if (!asked) {
      Reply reply = api.exchange(HttpCall.get("read token owner", "/user"));
      if (reply.isSuccess()) {
        self = Optional.of(GitHubApi.object(reply).path("id").asText(""));
      } else if (reply.status() != 403) {
        throw api.failure(reply);
      }
      asked = true;
    }
    return self;
  }
}
