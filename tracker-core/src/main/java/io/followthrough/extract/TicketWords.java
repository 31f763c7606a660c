package io.followthrough.extract;

import io.followthrough.document.Mark;
import io.followthrough.document.RichText;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tickets that a text names: links to trackers, keys and numbers. */
final class TicketWords {
  /** A ticket and where in the text it stands. */
  record Found(int start, int end, String ticket) {}

  static final Pattern URL = Pattern.compile("https?://[^\\s<>\"'\\\\|\u2028]{3,2000}");

  /** Addresses of tickets and changes, each with what is in all of its kind. */
  private static final Map<String, Pattern> TRACKERS =
      trackers(
          "/issue", "/issues/\\d+|/issues?/[a-z][a-z0-9_]*-\\d+|zenhub\\.com/.*/issues/",
          "/pull", "/(?:pull|pulls|pull-requests|pullrequest)/\\d+",
          "/merge_requests/", "/merge_requests/\\d+",
          "/_workitems/", "/_workitems/edit/\\d+",
          "/discussions/", "/discussions/\\d+",
          "/browse/", "/browse/[a-z][a-z0-9_]+-\\d+",
          "selectedissue=", "selectedissue=[a-z][a-z0-9_]+-\\d+",
          "show_bug.cgi", "show_bug\\.cgi\\?id=\\d+",
          "bugzil.la/", "bugzil\\.la/\\d+",
          "app.asana.com/", "app\\.asana\\.com/",
          "trello.com/c/", "trello\\.com/c/",
          "app.shortcut.com/", "app\\.shortcut\\.com/.*story/\\d+",
          "app.clickup.com/t/", "app\\.clickup\\.com/t/",
          "crbug.com/", "crbug\\.com/\\d+",
          "bugs.launchpad.net/", "bugs\\.launchpad\\.net/.*\\+bug/\\d+",
          "/t", "/t\\d{2,}$",
          "servicenow", "servicenow",
          ".monday.com/boards/", "\\.monday\\.com/boards/",
          "pivotaltracker.com/", "pivotaltracker\\.com/.*/\\d+",
          "codereview.", "codereview\\.",
          "/-/work_items/", "/-/work_items/\\d+");

  private static final Pattern KEY =
      Pattern.compile("(?<![\\w/.-])([A-Z][A-Z0-9]{1,9}-\\d{1,7})(?![\\w-]|\\.\\d)");
  private static final Set<String> NO_KEYS =
      Set.of(
          "UTF", "SHA", "ISO", "AES", "RFC", "CVE", "SEV", "PM", "INC", "HTTP", "TLS", "SSL", "MD",
          "AI", "ACTION", "COVID", "GPT", "RSA", "IPV", "EC", "US", "EU", "AP", "CWE", "PEP", "KB",
          "AZ", "DC", "V", "Q", "H", "T", "SLA", "SLO", "P", "X", "ARM", "AMD", "PCI", "SOC", "PR",
          "ISSUE", "GH", "BUG", "ADR", "BASE", "CRC", "ED", "WD", "ITEM", "FU", "RC", "REC", "TASK",
          "CA", "PA", "A");
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?i)(?<![\\w/&#.-])((?:[\\w.-]{1,80}/[\\w.-]{1,80})?[#]\\d{1,7}|![1-9]\\d{1,6}"
              + "|GH-\\d{1,7}|(?:bug|pr|issue|ticket|mr|pull request)\\s?#?\\d{2,8})(?![\\w-])");

  /** The last signs of what stands before the dash of a key: {@code PAY-17}, {@code gh-4}. */
  private static final String KEY_ENDS = "ABCDEFGHIJKLMNOPQRSTUVWXYZh";

  /** The ends of the words that a number of a ticket may follow. */
  private static final String[] NUMBERED = {"bug", "pr", "issue", "ticket", "mr", "request"};

  private static final int LONGEST = 6_000;

  private TicketWords() {}

  /** Whether an address leads to a ticket or a change, not to a document, a chat or a commit. */
  static boolean isTicketUrl(String url) {
    String lower = url.toLowerCase(Locale.ROOT);
    for (Map.Entry<String, Pattern> tracker : TRACKERS.entrySet()) {
      if (lower.contains(tracker.getKey()) && tracker.getValue().matcher(lower).find()) {
        return true;
      }
    }
    return false;
  }

  private static Map<String, Pattern> trackers(String... hintsAndPatterns) {
    Map<String, Pattern> trackers = new LinkedHashMap<>();
    for (int i = 0; i < hintsAndPatterns.length; i += 2) {
      trackers.put(hintsAndPatterns[i], Pattern.compile(hintsAndPatterns[i + 1]));
    }
    return trackers;
  }

  /** All tickets in the order of the text. */
  static List<Found> in(RichText whole) {
    RichText text = whole.plain().length() > LONGEST ? whole.slice(0, LONGEST) : whole;
    String plain = text.plain();
    boolean keys = mayHoldKeys(plain);
    boolean addresses = plain.contains("http");
    if (!keys && !addresses && text.marks().isEmpty()) {
      return List.of();
    }
    List<Found> found = new ArrayList<>();
    BitSet taken = new BitSet(plain.length());
    for (Mark link : text.marks(Mark.Kind.LINK)) {
      if (isTicketUrl(link.target())) {
        take(found, taken, new Found(link.start(), link.end(), link.target()));
      }
    }
    Matcher url = URL.matcher(addresses ? plain : "");
    while (url.find()) {
      String address = trimmed(url.group());
      int end = url.start() + address.length();
      if (isFree(taken, url.start(), end) && isTicketUrl(address)) {
        take(found, taken, new Found(url.start(), end, address));
      }
    }
    if (keys) {
      keys(text, found, taken);
    }
    found.sort(Comparator.comparingInt(Found::start));
    return found;
  }

  /** Whether a digit stands after what keys and numbers of tickets have before theirs. */
  private static boolean mayHoldKeys(String plain) {
    for (int i = 1; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (c >= '0' && c <= '9' && leadsToKey(plain, i - 1)) {
        return true;
      }
    }
    return false;
  }

  private static boolean leadsToKey(String plain, int at) {
    char c = plain.charAt(at);
    if (c == '#' || c == '!') {
      return true;
    }
    if (c == '-') {
      int i = at - 1;
      while (i > 0 && plain.charAt(i) >= '0' && plain.charAt(i) <= '9') {
        i--;
      }
      return i >= 0 && KEY_ENDS.indexOf(plain.charAt(i)) >= 0;
    }
    int end = Character.isWhitespace(c) ? at : at + 1;
    for (String word : NUMBERED) {
      if (plain.regionMatches(true, end - word.length(), word, 0, word.length())) {
        return true;
      }
    }
    return false;
  }

  private static void keys(RichText text, List<Found> found, BitSet taken) {
    String plain = text.plain();
    BitSet closed = closed(text);
    for (Pattern pattern : List.of(KEY, NUMBER)) {
      Matcher matcher = pattern.matcher(plain);
      while (matcher.find()) {
        String key = matcher.group(1);
        boolean known = pattern == NUMBER || !NO_KEYS.contains(key.substring(0, key.indexOf('-')));
        boolean free =
            isFree(taken, matcher.start(1), matcher.end(1)) && !closed.get(matcher.start(1));
        if (known && free) {
          take(found, taken, new Found(matcher.start(1), matcher.end(1), key));
        }
      }
    }
  }

  /** Addresses, code and the words of links that lead elsewhere hold no keys. */
  private static BitSet closed(RichText text) {
    BitSet closed = new BitSet();
    for (Mark mark : text.marks()) {
      if (mark.kind() == Mark.Kind.CODE || mark.kind() == Mark.Kind.IMAGE) {
        closed.set(mark.start(), mark.end());
      }
    }
    Matcher url = URL.matcher(text.plain().contains("http") ? text.plain() : "");
    while (url.find()) {
      closed.set(url.start(), url.end());
    }
    return closed;
  }

  private static void take(List<Found> found, BitSet taken, Found ticket) {
    found.add(ticket);
    taken.set(ticket.start(), ticket.end());
  }

  private static boolean isFree(BitSet taken, int start, int end) {
    int next = taken.nextSetBit(start);
    return next < 0 || next >= end;
  }

  /** An address without the signs of the sentence around it. */
  static String trimmed(String url) {
    int end = url.length();
    while (end > 0 && ".,;:!?)]}*_".indexOf(url.charAt(end - 1)) >= 0) {
      boolean closes = url.charAt(end - 1) == ')' && url.lastIndexOf('(', end - 1) >= 0;
      if (closes) {
        break;
      }
      end--;
    }
    return url.substring(0, end);
  }

  /** The tickets without repetitions, as written. */
  static List<String> distinct(List<String> tickets) {
    Set<String> seen = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    List<String> kept = new ArrayList<>();
    for (String ticket : tickets) {
      if (seen.add(ticket)) {
        kept.add(ticket);
      }
    }
    return kept;
  }
}
