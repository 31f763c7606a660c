package io.followthrough.daemon.config;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a type of source needs to find its documents; the rest is absent.
 *
 * @param directory the absolute folder of a directory source
 * @param url the site, API or repository; a {@code git} address in SCP form is given as {@code
 *     ssh://}
 * @param repository as {@code owner/name}
 * @param branch the default branch if absent
 * @param path the folder within the repository
 * @param labels that an issue must all carry
 * @param space of Confluence
 * @param label that a page must carry
 * @param jql the query of Jira issues
 * @param team of Linear
 */
public record SourceLocation(
    Optional<Path> directory,
    Optional<URI> url,
    Optional<String> repository,
    Optional<String> branch,
    Optional<String> path,
    List<String> labels,
    Optional<String> space,
    Optional<String> label,
    Optional<String> jql,
    Optional<String> team) {
  public SourceLocation {
    requireNonNull(directory, "directory is null");
    requireNonNull(url, "url is null");
    requireNonNull(repository, "repository is null");
    requireNonNull(branch, "branch is null");
    requireNonNull(path, "path is null");
    labels = List.copyOf(labels);
    requireNonNull(space, "space is null");
    requireNonNull(label, "label is null");
    requireNonNull(jql, "jql is null");
    requireNonNull(team, "team is null");
  }

  static SourceLocation of(Section section) {
    boolean isDirectory = section.text("type").equals("directory");
    return new SourceLocation(
        isDirectory ? section.path("path") : Optional.empty(),
        section.optional("url", SourceLocation::address),
        section.optionalText("repository"),
        section.optionalText("branch"),
        isDirectory ? Optional.empty() : section.optionalText("path"),
        section.texts("labels"),
        section.optionalText("space"),
        section.optionalText("label"),
        section.optionalText("jql"),
        section.optionalText("team"));
  }

  private static URI address(String url) {
    boolean scp = !url.contains("://");
    return URI.create(scp ? "ssh://" + url.replaceFirst(":", "/") : url);
  }
}
