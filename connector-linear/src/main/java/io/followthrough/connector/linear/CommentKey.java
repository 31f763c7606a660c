package io.followthrough.connector.linear;

import io.followthrough.http.HttpCall;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The last line of our comments: their idempotency key, from which a lost ledger learns what was
 * said. It proves nothing, since people can write it too: the comment's id does.
 *
 * @param text the comment without that line
 * @param key what the line says; empty where there is none
 */
record CommentKey(String text, Optional<String> key) {
  private static final Pattern LINE =
      Pattern.compile("\\n*[`\\s]*followthrough:key:([!-~]{1,2000}?)`?\\s*\\z");

  /** The line of a key, to be put after a comment's words. */
  static String line(String key) {
    String encoded = HttpCall.encode(key).replace("%2F", "/").replace("%3A", ":");
    return "`followthrough:key:" + encoded + "`";
  }

  /** Reads a comment. */
  static CommentKey of(String body) {
    Matcher matcher = LINE.matcher(body);
    if (!matcher.find()) {
      return new CommentKey(body, Optional.empty());
    }
    try {
      String key = URLDecoder.decode(matcher.group(1), StandardCharsets.UTF_8);
      return new CommentKey(body.substring(0, matcher.start()), Optional.of(key));
    } catch (IllegalArgumentException e) {
      return new CommentKey(body, Optional.empty());
    }
  }
}
