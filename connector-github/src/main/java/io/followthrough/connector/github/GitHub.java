package io.followthrough.connector.github;

import io.followthrough.document.DocumentSource;
import io.followthrough.document.SourceFactory;
import io.followthrough.document.SourceSettings;
import io.followthrough.http.HttpSettings;
import io.followthrough.tracker.Tracker;
import io.followthrough.tracker.TrackerFactory;
import io.followthrough.tracker.TrackerSettings;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * GitHub Issues as trackers, and files and issues as sources: of github.com, of a data-residency
 * tenant, of an Enterprise Server.
 */
public final class GitHub implements TrackerFactory, SourceFactory {
  private static final String FILES = "github";
  private static final String ISSUES = "github-issues";

  /** An Enterprise Server limits nothing unless it is told to, and says so where it is. */
  private static final Pattern LIMITED =
      Pattern.compile("(?i)https://api\\.(github\\.com|[a-z0-9-]+\\.ghe\\.com)/?");

  private final ContentBudget budget = new ContentBudget();

  /** For {@link java.util.ServiceLoader}. */
  public GitHub() {}

  @Override
  public String type() {
    return "github";
  }

  @Override
  public Tracker create(TrackerSettings settings) {
    GitHubConfig config = GitHubConfig.of(settings);
    boolean limited = LIMITED.matcher(config.url()).matches();
    return create(
        settings,
        HttpSettings.of(settings.http()),
        limited ? Optional.of(budget) : Optional.empty());
  }

  /** A tracker with other limits than the usual ones. */
  static Tracker create(
      TrackerSettings settings, HttpSettings http, Optional<ContentBudget> budget) {
    GitHubConfig config = GitHubConfig.of(settings);
    Access access =
        new Access(
            "tracker " + settings.name(),
            config.url(),
            settings.values(),
            settings.secrets(),
            http,
            settings.clock(),
            budget);
    return new GitHubTracker(config, access.open(config.repository()));
  }

  @Override
  public Set<String> sourceTypes() {
    return Set.of(FILES, ISSUES);
  }

  @Override
  public DocumentSource open(SourceSettings settings) {
    return open(settings, HttpSettings.of(settings.http()));
  }

  /** A source with other time limits than the usual ones. */
  static DocumentSource open(SourceSettings settings, HttpSettings http) {
    String url = settings.value("url").orElse(GitHubConfig.GITHUB);
    Access access =
        new Access(
            "source " + settings.name(),
            url,
            settings.values(),
            settings.secrets(),
            http,
            settings.clock(),
            Optional.empty());
    RepositoryChoice choice = RepositoryChoice.parse(settings.required("repository"));
    if (choice.isPattern() && settings.value("auth.app-id").isEmpty()) {
      throw new IllegalArgumentException(
          "source "
              + settings.name()
              + ": a pattern of repositories needs a GitHub App (auth.app-id), whose installation"
              + " tells which it has");
    }
    return new GitHubSource(
        settings.name(),
        access.open(choice.named()),
        choice,
        settings.isPrivate(),
        settings.type().equals(ISSUES)
            ? api -> new IssueShelf(api, settings.name(), labels(settings))
            : files(settings, url),
        Map.of("metadata", "read", settings.type().equals(ISSUES) ? "issues" : "contents", "read"));
  }

  private static Function<GitHubApi, Shelf> files(SourceSettings settings, String url) {
    String folder = settings.value("path").orElse("").replaceAll("^/+|/+$", "");
    FileShelf.FileSelection selection =
        new FileShelf.FileSelection(
            settings.name(),
            settings.value("branch"),
            folder.equals(".") ? "" : folder,
            new FileGlobs(settings.include()));
    return api -> new FileShelf(api, selection, WebAddress.of(url, api.home()));
  }

  private static List<String> labels(SourceSettings settings) {
    return Arrays.stream(settings.value("labels").orElse("").split(",", -1))
        .map(String::strip)
        .filter(label -> !label.isEmpty())
        .toList();
  }
}
