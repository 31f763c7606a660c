package io.followthrough.connector.github;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.followthrough.http.Fields;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A repository by its names, which may have changed since. */
record Repository(String owner, String name) {
  static final String SLUG = "([A-Za-z0-9][A-Za-z0-9_-]{0,99})/([A-Za-z0-9._-]{1,100})";
  private static final Pattern WHOLE = Pattern.compile(SLUG);
  private static final Pattern API = Pattern.compile(".*/repos/" + SLUG);

  Repository {
    requireNonNull(owner, "owner is null");
    requireNonNull(name, "name is null");
  }

  /**
   * Reads {@code owner/name}.
   *
   * @throws IllegalArgumentException where it is something else
   */
  static Repository parse(String slug) {
    Matcher matcher = WHOLE.matcher(slug.strip());
    if (!matcher.matches() || matcher.group(2).matches("\\.{1,2}")) {
      throw new IllegalArgumentException(
          "repository is owner/name, such as acme/backend, not " + slug);
    }
    return new Repository(matcher.group(1), matcher.group(2));
  }

  /** The repository that an issue says it is in. */
  static Optional<Repository> of(JsonNode issue) {
    Matcher matcher = API.matcher(Fields.text(issue, "repository_url"));
    return matcher.matches()
        ? Optional.of(new Repository(matcher.group(1), matcher.group(2)))
        : Optional.empty();
  }

  /** True where both name the same place; GitHub does not look at case. */
  boolean isSameAs(Repository other) {
    return slug().equalsIgnoreCase(other.slug());
  }

  String slug() {
    return owner + "/" + name;
  }

  /** Its path in the API. */
  String path() {
    return "/repos/" + owner + "/" + name;
  }

  @Override
  public String toString() {
    return slug();
  }
}
