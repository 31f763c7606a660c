package io.followthrough.extract;

import io.followthrough.document.RichText;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tickets at the edges of an item: "… ([Issue](…))", "… Ticket #12", "PAY-17: …". */
final class TicketTrail {
  private static final Set<String> GENERIC =
      Set.of(
          "issue",
          "issues",
          "pr",
          "prs",
          "pull",
          "request",
          "requests",
          "ticket",
          "tickets",
          "ticker",
          "bug",
          "bugs",
          "link",
          "links",
          "here",
          "see",
          "this",
          "for",
          "an",
          "the",
          "a",
          "github",
          "jira",
          "tracking",
          "tracked",
          "in",
          "by",
          "mr",
          "merge",
          "card",
          "story",
          "information",
          "gathering",
          "at",
          "via",
          "related",
          "to",
          "filed",
          "as",
          "and",
          "also",
          "on",
          "linear",
          "epic",
          "task",
          "ref",
          "with",
          "fixed",
          "implemented",
          "done",
          "under",
          "gitlab",
          "closed",
          "merged",
          "open",
          "it",
          "is",
          "work",
          "raised",
          "created",
          "more",
          "details",
          "followup",
          "follow",
          "up",
          "now",
          "of");
  private static final Pattern BEFORE =
      Pattern.compile(
          "(?i)[\\s(\\[,;:–—.-]*\\b(?:(?:github |jira |tracking |linear"
              + " )?(?:tickets?|ticker|issues?|prs?|pull requests?|bugs?|mr|merge"
              + " requests?|story|epic)|see(?: also)?|(?:tracked|implemented|filed|addressed|work"
              + " is tracked|being tracked) (?:in|by|at|as|via|under|with)|related"
              + " to|tracking|refs?|via|link)(?:"
              + " (?:in|at|is|here|for|the|this|an|a|issues?|prs?|tickets?|to|bugs?))*[\\s:#.(\\[-]*$");
  private static final Pattern SIGNS = Pattern.compile("[\\s()\\[\\],;:.–—|&/#!<>*_-]*");

  private static final Set<String> DANGLING =
      Set.of(
          "in", "from", "of", "by", "with", "the", "to", "on", "for", "a", "and", "or", "via",
          "per", "into", "like");
  private static final int TAIL = 200;

  private TicketTrail() {}

  /** Whether nothing but tickets and the words for them stands in the text. */
  static boolean isOnlyTickets(RichText text, List<TicketWords.Found> found) {
    StringBuilder rest = new StringBuilder(text.plain());
    for (int i = found.size() - 1; i >= 0; i--) {
      rest.replace(found.get(i).start(), found.get(i).end(), " ");
    }
    return isGeneric(rest.toString());
  }

  /** Whether words say no more than "here is the ticket". */
  static boolean isGeneric(String text) {
    String words = Normal.words(text);
    if (words.isEmpty()) {
      return true;
    }
    for (String word : words.split(" ", -1)) {
      if (!GENERIC.contains(word) && !word.chars().allMatch(Character::isDigit)) {
        return false;
      }
    }
    return true;
  }

  /**
   * The text without the tickets at its end; the same if there are none.
   *
   * @param found the tickets in the text, at least one
   */
  static RichText withoutEnd(RichText text, List<TicketWords.Found> found) {
    TicketWords.Found last = found.get(found.size() - 1);
    String plain = text.plain();
    String words = plain.substring(last.start(), last.end());
    boolean named = !words.equals(last.ticket()) && !isGeneric(words);
    if (!SIGNS.matcher(plain.substring(last.end())).matches() || named) {
      return text;
    }
    int cut = last.start();
    Matcher before = BEFORE.matcher(plain).region(Math.max(0, cut - TAIL), cut);
    if (before.find()) {
      cut = before.start();
    } else {
      boolean bare = words.equals(last.ticket()) && words.startsWith("http");
      boolean generic = isGeneric(words) || bare;
      if (!generic && !opens(plain, cut)) {
        return text;
      }
    }
    while (cut > 0 && " \t\n\u2028([-–—,:;|".indexOf(plain.charAt(cut - 1)) >= 0) {
      cut--;
    }
    String rest = Normal.words(plain.substring(0, cut));
    return rest.isEmpty() || dangles(rest) ? text : text.slice(0, cut);
  }

  /** "Fix the bug from #12" needs its ticket to be a sentence. */
  private static boolean dangles(String words) {
    String last = words.substring(words.lastIndexOf(' ') + 1);
    return DANGLING.contains(last);
  }

  private static boolean opens(String plain, int at) {
    int i = at;
    while (i > 0 && plain.charAt(i - 1) == ' ') {
      i--;
    }
    return i > 0 && "([-–—:,;|.".indexOf(plain.charAt(i - 1)) >= 0;
  }
}
