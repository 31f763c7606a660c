package io.followthrough.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code Link} header (RFC 8288), by which a site tells where its next page is. */
public final class LinkHeader {
  private static final Pattern LINK = Pattern.compile("<([^>]*)>([^<]*)");
  private static final Pattern NEXT =
      Pattern.compile("(?i);\\s*rel\\s*=\\s*(?:\"(?:[^\"]*\\s)?next(?:\\s[^\"]*)?\"|next\\b)");

  private LinkHeader() {}

  /** The address of the next page, verbatim; empty on the last page. */
  public static Optional<String> next(Reply reply) {
    Matcher link = LINK.matcher(reply.header("Link").orElse(""));
    while (link.find()) {
      if (NEXT.matcher(link.group(2)).find()) {
        return Optional.of(link.group(1));
      }
    }
    return Optional.empty();
  }
}
