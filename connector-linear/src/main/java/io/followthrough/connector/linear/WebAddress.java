package io.followthrough.connector.linear;

import static java.util.Objects.requireNonNull;

import io.followthrough.tracker.TicketRef;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How people name issues: by a key, or by the address of its page. */
final class WebAddress {
  private static final Pattern KEY = Pattern.compile("([A-Za-z][A-Za-z0-9]{0,31})-([1-9]\\d{0,8})");
  private static final Pattern PAGE =
      Pattern.compile(
          "https://linear\\.app/([A-Za-z0-9_-]{1,100})/issue/"
              + KEY.pattern()
              + "(?:/[^\\s/?#]*)?(?:[?#]\\S*)?");

  private final Workspace workspace;

  WebAddress(Workspace workspace) {
    this.workspace = requireNonNull(workspace, "workspace is null");
  }

  /**
   * The issue that words name, where they are a key of the team or an address of its page. The id
   * is the key, by which Linear reads as well; a reading gives the real one.
   */
  Optional<TicketRef> recognise(String words) {
    Matcher key = KEY.matcher(words);
    if (key.matches()) {
      return isTeam(key.group(1))
          ? Optional.of(ref(key.group(1), key.group(2), ""))
          : Optional.empty();
    }
    Matcher page = PAGE.matcher(words);
    boolean here =
        page.matches()
            && isTeam(page.group(2))
            && workspace.urlKey().map(page.group(1)::equalsIgnoreCase).orElse(true);
    return here ? Optional.of(ref(page.group(2), page.group(3), words)) : Optional.empty();
  }

  private boolean isTeam(String key) {
    return key.equalsIgnoreCase(workspace.key());
  }

  private static TicketRef ref(String team, String number, String url) {
    String key = team.toUpperCase(Locale.ROOT) + "-" + number;
    return new TicketRef(key, key, url);
  }
}
