package io.followthrough.connector.github;

import io.followthrough.http.OpenApi;
import java.util.List;
import java.util.Optional;

/** GitHub's own OpenAPI description of an edition, where it is at hand. */
final class GitHubDescription {
  private final OpenApi description;

  private GitHubDescription(OpenApi description) {
    this.description = description;
  }

  static Optional<GitHubDescription> of(StubEdition edition) {
    return OpenApi.find(edition.description).map(GitHubDescription::new);
  }

  /** What in a request and its reply is not as described; no reply is looked at where none came. */
  List<String> check(StubRequest request, Optional<StubReply> reply) {
    String path =
        request
            .path()
            .replaceFirst("^/repositories/\\d+", "/repos/owner/name")
            // These two parameters hold slashes.
            .replaceFirst("(/contents|/git/ref)/.+", "$1/name");
    return description.check(
        new OpenApi.Asked(request.method(), path, request.query(), request.body()),
        reply.map(answer -> new OpenApi.Answered(answer.status(), answer.body())));
  }
}
