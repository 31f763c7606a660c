package io.followthrough.connector.github;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.followthrough.http.Fields;
import io.followthrough.http.HttpCall;
import io.followthrough.http.LinkHeader;
import io.followthrough.http.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One repository, or all of an owner's whose names fit a pattern such as {@code
 * acme/postmortems-*}.
 */
final class RepositoryChoice {
  private static final String OPERATION = "list repositories";
  private static final Pattern WRITTEN = Pattern.compile("[^/\\s]+/[^/\\s]+");

  private final Repository named;
  private final Optional<Pattern> pattern;

  private RepositoryChoice(Repository named, Optional<Pattern> pattern) {
    this.named = requireNonNull(named, "named is null");
    this.pattern = requireNonNull(pattern, "pattern is null");
  }

  /**
   * Reads {@code owner/name}, in whose name {@code *} stands for any signs.
   *
   * @throws IllegalArgumentException where it is something else
   */
  static RepositoryChoice parse(String words) {
    String slug = words.strip();
    if (!slug.contains("*")) {
      return new RepositoryChoice(Repository.parse(slug), Optional.empty());
    }
    Repository plain = Repository.parse(slug.replace("*", "-"));
    if (!WRITTEN.matcher(slug).matches() || slug.indexOf('*') < slug.indexOf('/')) {
      throw new IllegalArgumentException(
          "repository is owner/name, in whose name alone * may stand, not " + slug);
    }
    StringBuilder regex = new StringBuilder("(?i)");
    for (String part : slug.split("\\*", -1)) {
      regex.append(regex.length() > "(?i)".length() ? ".*" : "").append(Pattern.quote(part));
    }
    return new RepositoryChoice(plain, Optional.of(Pattern.compile(regex.toString())));
  }

  /** The repository, or one that stands for the pattern in messages. */
  Repository named() {
    return named;
  }

  boolean isPattern() {
    return pattern.isPresent();
  }

  /** Those that are there now. Only an App's installation tells which it has. */
  List<Repository> present(GitHubApi api) {
    if (pattern.isEmpty()) {
      return List.of(named);
    }
    List<Repository> found = new ArrayList<>();
    Optional<String> next = Optional.of("/installation/repositories?per_page=" + GitHubApi.PAGE);
    while (next.isPresent()) {
      Reply page = api.exchange(HttpCall.get(OPERATION, next.get()));
      if (!page.isSuccess()) {
        throw api.failure(page);
      }
      for (JsonNode row : GitHubApi.object(page).path("repositories")) {
        String slug = Fields.text(row, "full_name");
        if (pattern.get().matcher(slug).matches()) {
          found.add(Repository.parse(slug));
        }
      }
      next = LinkHeader.next(page);
    }
    return found;
  }
}
