package io.followthrough.http;

import java.util.Collection;
import java.util.regex.Pattern;

/** Takes secrets out of words that people and logs will see. */
final class Redaction {
  private static final String HIDDEN = "[hidden]";
  private static final int SHORTEST_SECRET = 4;
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\b(?:gh[opsur]_|github_pat_|lin_api_|lin_oauth_|xox[a-z]-|ATATT|glpat-)"
              + "[A-Za-z0-9_=.+/-]+|(?i:\\b(?:bearer|basic)\\s+)[A-Za-z0-9_=.+/~-]{8,}");

  private Redaction() {}

  /** The words without the given header values, their credentials, or anything like a token. */
  static String of(String words, Collection<String> headerValues) {
    String clean = words;
    for (String value : headerValues) {
      for (String secret : new String[] {value, value.substring(value.indexOf(' ') + 1)}) {
        if (secret.length() >= SHORTEST_SECRET) {
          clean = clean.replace(secret, HIDDEN);
        }
      }
    }
    return TOKEN.matcher(clean).replaceAll(HIDDEN);
  }
}
