package io.followthrough.connector.github;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.followthrough.http.Fields;
import io.followthrough.http.HttpCall;
import io.followthrough.http.Reply;
import java.util.Optional;
import java.util.Set;

/**
 * Who wrote what bears a mark: everybody can write one, and on a public repository everybody does.
 */
final class Authors {
  private static final Set<String> BELONGING = Set.of("OWNER", "MEMBER", "COLLABORATOR");

  private final GitHubApi api;
  private volatile Optional<String> self = Optional.empty();
  private volatile boolean asked;

  Authors(GitHubApi api) {
    this.api = requireNonNull(api, "api is null");
  }

  /** What we just wrote tells who we are. */
  void wrote(JsonNode written) {
    if (Fields.has(written, "user")) {
      self = Optional.of(id(written));
      asked = true;
    }
  }

  /** Whether we wrote this comment ourselves. */
  boolean isOurs(JsonNode comment) {
    Optional<String> known = self();
    return known.isPresent()
        ? known.get().equals(id(comment))
        : IssueReader.account(comment.path("user")).bot();
  }

  /**
   * Whether a marked issue can be ours: it is an application's, or of one who belongs to the
   * repository, as the account of an earlier token does; or it is our own.
   */
  boolean mayBeOurs(JsonNode issue) {
    return belongs(issue) || IssueReader.account(issue.path("user")).bot() || isOurs(issue);
  }

  /** Whether the author of an issue or a comment belongs to the repository or its organisation. */
  static boolean belongs(JsonNode written) {
    return BELONGING.contains(Fields.text(written, "author_association"));
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

  private static String id(JsonNode written) {
    return written.path("user").path("id").asText("");
  }
}
