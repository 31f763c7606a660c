package io.followthrough.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether words name a person, several, or a team. */
final class OwnerWords {
  static final Pattern HANDLE =
      Pattern.compile("@(?:\\d{1,9}:)?[A-Za-z0-9][\\w./-]{0,60}\\w|@[A-Za-z0-9]");
  private static final Pattern SEPARATOR =
      Pattern.compile("\\s*(?:,|/|&|\\+|;|\\band\\b|\\bund\\b|\\bet\\b|\\by\\b|\\be\\b|と|、|和)\\s*");
  private static final Pattern NAME =
      Pattern.compile(
          "\\p{Lu}[\\p{L}'\u2019.-]{0,30}(?:"
              + " (?:de|van|von|der|den|la|del|di|da|\\p{Lu}[\\p{L}'\u2019.-]{0,30})){0,3}");
  private static final Pattern TEAM =
      Pattern.compile(
          "(?i)\\b(?:the )?(?:[\\p{L}\\d&/-]+"
              + " ){0,4}(?:team|squad|crew|guild|group|tribe|department|on-?call)s?\\b|\\bteam["
              + " -][\\p{L}\\d-]+(?: [\\p{L}\\d-]+){0,2}");
  private static final String[] AND = {" and ", " und ", " et ", " y ", " e "};
  private static final String[] TEAM_WORDS = {
    "team", "squad", "crew", "guild", "group", "tribe", "department", "call"
  };
  private static final Set<String> TEAMS =
      Set.of(
          "sre",
          "devops",
          "platform",
          "infra",
          "infrastructure",
          "backend",
          "frontend",
          "security",
          "data",
          "dba",
          "qa",
          "ops",
          "support",
          "engineering",
          "networking",
          "product",
          "releng",
          "relops",
          "cloudops",
          "mobile",
          "payments",
          "legal",
          "dev",
          "developers",
          "sres",
          "eng",
          "netops",
          "secops",
          "it",
          "database",
          "devex",
          "noc",
          "all",
          "everyone",
          "on-call",
          "oncall");
  private static final Set<String> NO_NAMES =
      Set.of(
          "add",
          "new",
          "open",
          "the",
          "api",
          "high",
          "low",
          "medium",
          "critical",
          "short",
          "long",
          "term",
          "alert",
          "service",
          "system",
          "production",
          "incident",
          "action",
          "issue",
          "code",
          "test",
          "db",
          "database",
          "process",
          "technical",
          "optional",
          "note",
          "update",
          "fix");

  private final Phrases given;
  private final Set<String> known;

  /**
   * @param known names that the document itself uses of people, in lower case
   */
  OwnerWords(Vocabulary vocabulary, Set<String> known) {
    this.given = vocabulary.set("given.name");
    this.known = known;
  }

  /** Whether the text is one or more people or teams and nothing else. */
  boolean areOwners(String text) {
    List<String> names = split(text);
    return !names.isEmpty() && names.size() <= 6 && names.stream().allMatch(this::isOwner);
  }

  /** Whether the text is one or more people and nothing else. */
  boolean arePeople(String text) {
    List<String> names = split(text);
    return !names.isEmpty()
        && names.size() <= 6
        && names.stream().allMatch(name -> isHandle(name) || isPerson(name));
  }

  private static List<String> split(String text) {
    String bare = text.strip();
    if (bare.isEmpty() || bare.length() > 120) {
      return List.of();
    }
    if (!maySeparate(bare)) {
      return List.of(bare);
    }
    List<String> names = new ArrayList<>();
    for (String name : SEPARATOR.split(bare, -1)) {
      String one = name.strip();
      if (one.isEmpty()) {
        return List.of();
      }
      names.add(one);
    }
    return names;
  }

  private static boolean maySeparate(String names) {
    return Glance.hasAny(",/&+;と、和", names, 0, names.length()) || Glance.hasAny(AND, names);
  }

  private boolean isOwner(String name) {
    return isHandle(name) || isPerson(name) || isTeam(name);
  }

  static boolean isHandle(String name) {
    return name.startsWith("@") && HANDLE.matcher(name).matches();
  }

  static boolean isTeam(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return (Glance.hasAny(TEAM_WORDS, lower) && TEAM.matcher(name).matches())
        || TEAMS.contains(lower)
        || lower.endsWith("チーム")
        || name.endsWith("团队")
        || name.endsWith("组");
  }

  boolean isPerson(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (known.contains(lower)) {
      return true;
    }
    if (name.isEmpty()
        || !Character.isUpperCase(name.codePointAt(0))
        || !NAME.matcher(name).matches()) {
      return false;
    }
    String[] words = lower.split(" ", -1);
    for (String word : words) {
      if (NO_NAMES.contains(word)) {
        return false;
      }
    }
    return given.is(words[0]) || (words.length > 1 && known.contains(words[0]));
  }
}
