package io.followthrough.connector.github;

import io.followthrough.http.HttpCall;
import io.followthrough.tracker.TicketRef;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The pages that people open, beside the API. */
final class WebAddress {
  private static final Pattern KEY = Pattern.compile(Repository.SLUG + "#(\\d{1,9})");

  private static final Pattern BARE = Pattern.compile("#?([1-9]\\d{0,8})");

  private final String base;
  private final Repository home;
  private final Pattern issuePage;

  private WebAddress(String base, Repository home) {
    this.base = base;
    this.home = home;
    this.issuePage =
        Pattern.compile(
            "(?i)https?://(?:www\\.)?"
                + Pattern.quote(base.replaceFirst("^https?://", ""))
                + "/"
                + Repository.SLUG
                + "/issues/(\\d{1,9})(?:[/?#].*)?");
  }

  /**
   * The pages that belong to an API: github.com and a data-residency tenant have them without
   * {@code api.}, an Enterprise Server without {@code /api/v3}.
   */
  static WebAddress of(String apiUrl, Repository home) {
    String pages =
        apiUrl
            .strip()
            .replaceFirst("/+$", "")
            .replaceFirst("(?i)^https://api\\.(github\\.com|[a-z0-9-]+\\.ghe\\.com)$", "https://$1")
            .replaceFirst("(?i)/api/v3$", "");
    return new WebAddress(pages, home);
  }

  /** The page of an issue. */
  String issue(IssueAddress address) {
    return base + "/" + address.repository().slug() + "/issues/" + address.number();
  }

  /** The page of a commit. */
  String commit(Repository repository, String sha) {
    return base + "/" + repository.slug() + "/commit/" + sha;
  }

  /** The page of a file as a commit has it. */
  String blob(Repository repository, String commit, String path) {
    String encoded =
        Stream.of(path.split("/", -1)).map(HttpCall::encode).collect(Collectors.joining("/"));
    return base + "/" + repository.slug() + "/blob/" + commit + "/" + encoded;
  }

  /**
   * An issue of the configured repository, by its page or as {@code owner/name#12}. A bare {@code
   * #12} may be any repository's, and a pull request is no ticket to follow.
   */
  Optional<TicketRef> recognise(String linkOrKey) {
    return named(linkOrKey.strip())
        .filter(address -> address.repository().isSameAs(home))
        .map(address -> new IssueAddress(home, address.number()))
        .map(address -> address.ref(home, issue(address)));
  }

  /** An issue that the configuration names: a bare {@code #12} is the configured repository's. */
  Optional<IssueAddress> address(String linkOrKey) {
    Matcher bare = BARE.matcher(linkOrKey.strip());
    return bare.matches()
        ? Optional.of(new IssueAddress(home, Integer.parseInt(bare.group(1))))
        : named(linkOrKey.strip());
  }

  private Optional<IssueAddress> named(String words) {
    Matcher page = issuePage.matcher(words);
    Matcher key = KEY.matcher(words);
    Matcher found = page.matches() ? page : key;
    if (!found.matches() || Integer.parseInt(found.group(3)) == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new IssueAddress(
            new Repository(found.group(1), found.group(2)), Integer.parseInt(found.group(3))));
  }
}
