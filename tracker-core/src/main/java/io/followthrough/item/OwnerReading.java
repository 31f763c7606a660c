package io.followthrough.item;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The words that a document writes for an owner, taken apart: markup off, several names apart. */
final class OwnerReading {
  private static final Pattern LINK =
      Pattern.compile("!?\\[([^\\]\\[]*)\\]\\(([^()\\s]*)[^()]*\\)");
  private static final Pattern CHAT_USER = Pattern.compile("<@([A-Z0-9]+)(?:\\|([^>]*))?>");
  private static final Pattern JIRA_USER = Pattern.compile("\\[~(?:accountid:)?([^\\]]+)\\]");
  private static final Pattern ADDRESS = Pattern.compile("<(?:mailto:)?([^<>\\s]+)>");
  private static final Pattern EMPHASIS = Pattern.compile("[*`~\"“”„«»]+|(?<!\\w)_+|_+(?!\\w)");
  private static final Pattern LABEL =
      Pattern.compile(
          "(?iu)^\\s*(?:mailto|owners?|assignees?|assigned(?: to)?|responsible|dri|by|verantwortlich|"
              + "responsable|responsável|担当者?|负责人)\\s*[:：]\\s*");
  private static final Pattern BRACKETS = Pattern.compile("[(\\[（【]([^)\\]）】]*)[)\\]）】]");
  private static final Pattern BETWEEN =
      Pattern.compile(
          "\\s*[,;+&|、，；\\n]\\s*|(?<=\\S)/(?=\\S)|\\s+[/–—-]\\s+|\\s+(?=@)"
              + "|\\s+(?:and|und|et|y|e|og|och|or|oder|ou|with|mit|avec|con|com)\\s+");
  private static final Pattern ALSO = Pattern.compile("^\\s*(?:with|and|mit|avec|con|com)\\s+");
  private static final Pattern TEAM_HANDLE = Pattern.compile("@[\\w.-]+/[\\w.-]+");

  private OwnerReading() {}

  /** The words without markup; a link is its words, or its target where it has none. */
  static String plain(String written) {
    String text = LABEL.matcher(written).replaceFirst("");
    text = LINK.matcher(text).replaceAll(OwnerReading::linkWords);
    text =
        CHAT_USER.matcher(text).replaceAll(match -> "@" + match.group(1).toLowerCase(Locale.ROOT));
    text =
        JIRA_USER.matcher(text).replaceAll(match -> Matcher.quoteReplacement("@" + match.group(1)));
    text = ADDRESS.matcher(text).replaceAll(" ($1)");
    text = EMPHASIS.matcher(text).replaceAll("");
    return LABEL.matcher(text).replaceFirst("").strip();
  }

  private static String linkWords(MatchResult link) {
    String words = link.group(1).strip();
    String target = link.group(2).replaceFirst("^mailto:", "").replaceFirst("/+$", "");
    String last = target.substring(target.lastIndexOf('/') + 1);
    boolean knownByWords = words.isEmpty() || words.equals(target);
    return Matcher.quoteReplacement(knownByWords ? last : words + " (" + last + ")");
  }

  /** The names outside brackets, in their order. */
  static List<String> names(String plain) {
    return split(BRACKETS.matcher(plain).replaceAll(" ")).toList();
  }

  /** The names in brackets, in their order. */
  static List<String> aside(String plain) {
    return BRACKETS
        .matcher(plain)
        .results()
        .flatMap(brackets -> split(ALSO.matcher(brackets.group(1)).replaceFirst("")))
        .toList();
  }

  private static Stream<String> split(String plain) {
    if (TEAM_HANDLE.matcher(plain.strip()).matches()) {
      return Stream.of(plain.strip());
    }
    return BETWEEN.splitAsStream(plain).map(String::strip).filter(name -> !name.isEmpty());
  }

  /** Whether the words are a team as code hosts write it, such as {@code @acme/payments}. */
  static boolean isTeamHandle(String name) {
    return TEAM_HANDLE.matcher(name).matches();
  }
}
