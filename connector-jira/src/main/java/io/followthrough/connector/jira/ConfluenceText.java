package io.followthrough.connector.jira;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page's text in storage format, made whole: its title, its people's names, its links. */
final class ConfluenceText {
  private static final Pattern USER =
      Pattern.compile(
          "<ri:user\\s[^<>]{0,300}\\bri:(account-id|userkey|username)=\"([^\"<>]{1,200})\"");
  private static final Pattern LINKED_USER =
      Pattern.compile(
          "(<ri:user\\s[^<>]{0,300}\\bri:(account-id|userkey|username)=\"([^\"<>]{1,200})\"[^<>]{0,300}>"
              + "(?:\\s{0,20}</ri:user>)?\\s{0,20})</ac:link>");
  private static final Pattern RELATIVE =
      Pattern.compile("\\b(href|src)=\"(/(?!/)[^\"<>]{0,2000})\"");

  private ConfluenceText() {}

  /**
   * A person as the storage format names one.
   *
   * @param kind {@code account-id}, {@code userkey} or {@code username}
   */
  record Named(String kind, String id) {}

  /** The people that a text names. */
  static Set<Named> people(String storage) {
    Set<Named> people = new LinkedHashSet<>();
    Matcher user = USER.matcher(storage);
    while (user.find()) {
      people.add(new Named(user.group(1), plain(user.group(2))));
    }
    return people;
  }

  /**
   * The whole document.
   *
   * @param names of people, where they could be found out
   * @param origin the site's scheme and host, for links that leave them out
   */
  static String whole(String title, String storage, Map<Named, String> names, String origin) {
    String named =
        LINKED_USER
            .matcher(storage)
            .replaceAll(user -> Matcher.quoteReplacement(linked(user, names)));
    String absolute =
        RELATIVE
            .matcher(named)
            .replaceAll(
                link ->
                    Matcher.quoteReplacement(
                        link.group(1) + "=\"" + origin + link.group(2) + "\""));
    return "<h1>" + escaped(title) + "</h1>\n" + absolute;
  }

  private static String linked(MatchResult user, Map<Named, String> names) {
    Named named = new Named(user.group(2), plain(user.group(3)));
    return Optional.ofNullable(names.get(named))
        .map(name -> user.group(1) + "<ac:link-body>" + escaped(name) + "</ac:link-body></ac:link>")
        .orElse(user.group());
  }

  static String escaped(String words) {
    return words
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static String plain(String attribute) {
    return attribute.replace("&quot;", "\"").replace("&amp;", "&");
  }
}
