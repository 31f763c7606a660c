package io.followthrough.connector.jira;

import static java.util.Objects.requireNonNull;

import io.followthrough.tracker.TicketRef;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tickets of one project as documents name them: by key, or by an address of the site. */
final class TicketLinks {
  private static final Pattern SELECTED =
      Pattern.compile("[?&]selectedIssue=([A-Za-z][A-Za-z0-9_]*-\\d{1,9})(?:&.*)?$");

  private final JiraApi api;
  private final Pattern key;
  private final Pattern page;

  TicketLinks(JiraApi api) {
    this.api = requireNonNull(api, "api is null");
    String number = "-[1-9]\\d{0,8}";
    String mine = Pattern.quote(api.project()) + number;
    String site = Pattern.quote(api.site().access().url().replaceFirst("^https?://", ""));
    this.key = Pattern.compile("(?i)" + mine);
    this.page =
        Pattern.compile(
            "(?i)https?://"
                + site
                + "/(?:browse|projects/[^/?#]+/issues)/("
                + mine
                + ")(?:[/?#].*)?");
  }

  Optional<TicketRef> recognise(String linkOrKey) {
    String words = linkOrKey.strip();
    Matcher address = page.matcher(words);
    if (address.matches()) {
      return Optional.of(ref(address.group(1)));
    }
    Matcher selected = SELECTED.matcher(words);
    boolean onBoard =
        words.regionMatches(true, 0, api.site().access().url(), 0, siteLength()) && selected.find();
    String name = onBoard ? selected.group(1) : words;
    return key.matcher(name).matches() ? Optional.of(ref(name)) : Optional.empty();
  }

  private int siteLength() {
    return api.site().access().url().length();
  }

  private TicketRef ref(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    return new TicketRef(upper, upper, api.page(upper));
  }
}
