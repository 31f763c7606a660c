package io.followthrough.extract;

import io.followthrough.document.Mark;
import io.followthrough.document.RichText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tickets that a text names: links to trackers, keys and numbers. */
final class TicketWords {
  /** A ticket and where in the text it stands. */
  record Found(int start, int end, String ticket) {}

  static final Pattern URL = Pattern.compile("https?://[^\\s<>\"'\\\\|\u2028]{3,2000}");
  private static final Pattern TRACKER =
      Pattern.compile(
          "(?i)/(issues|pull|pulls|merge_requests|pull-requests|pullrequest|_workitems/edit|"
              + "discussions)/\\d+"
              + "|/browse/[a-z][a-z0-9_]+-\\d+|selectedIssue=[a-z][a-z0-9_]+-\\d+"
              + "|/issues?/[a-z][a-z0-9_]*-\\d+|show_bug\\.cgi\\?id=\\d+|bugzil\\.la/\\d+"
              + "|zenhub\\.com/.*/issues/|app\\.asana\\.com/|trello\\.com/c/|app\\.shortcut\\.com/.*story/\\d+"
              + "|app\\.clickup\\.com/t/|crbug\\.com/\\d+|bugs\\.launchpad\\.net/.*\\+bug/\\d+"
              + "|issuetracker\\.google\\.com/issues/\\d+|/T\\d{2,}$|servicenow|\\.monday\\.com/boards/"
              + "|pivotaltracker\\.com/.*/\\d+|codereview\\.|/-/work_items/\\d+");
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

  private static final int LONGEST = 6_000;

  private TicketWords() {}

  /** Whether an address leads to a ticket or a change, not to a document, a chat or a commit. */
  static boolean isTicketUrl(String url) {
    return TRACKER.matcher(url).find();
  }

  /** All tickets in the order of the text. */
  static List<Found> in(RichText whole) {
    RichText text = whole.plain().length() > LONGEST ? whole.slice(0, LONGEST) : whole;
    String plain = text.plain();
    boolean digits = plain.chars().anyMatch(Character::isDigit);
    if (!digits && text.marks().isEmpty() && !plain.contains("http")) {
      return List.of();
    }
    List<Found> found = new ArrayList<>();
    for (Mark link : text.marks(Mark.Kind.LINK)) {
      if (isTicketUrl(link.target())) {
        found.add(new Found(link.start(), link.end(), link.target()));
      }
    }
    Matcher url = URL.matcher(plain.contains("http") ? plain : "");
    while (url.find()) {
      String address = trimmed(url.group());
      int end = url.start() + address.length();
      if (isTicketUrl(address) && isFree(found, url.start(), end)) {
        found.add(new Found(url.start(), end, address));
      }
    }
    if (digits) {
      keys(text, found);
    }
    found.sort(Comparator.comparingInt(Found::start));
    return found;
  }

  private static void keys(RichText text, List<Found> found) {
    String plain = text.plain();
    List<int[]> closed = closed(text);
    for (Pattern pattern : List.of(KEY, NUMBER)) {
      Matcher matcher = pattern.matcher(plain);
      while (matcher.find()) {
        String key = matcher.group(1);
        boolean known = pattern == NUMBER || !NO_KEYS.contains(key.substring(0, key.indexOf('-')));
        boolean free =
            isFree(found, matcher.start(1), matcher.end(1))
                && closed.stream()
                    .noneMatch(at -> matcher.start(1) >= at[0] && matcher.start(1) < at[1]);
        if (known && free) {
          found.add(new Found(matcher.start(1), matcher.end(1), key));
        }
      }
    }
  }

  /** Addresses, code and the words of links that lead elsewhere hold no keys. */
  private static List<int[]> closed(RichText text) {
    List<int[]> closed = new ArrayList<>();
    for (Mark mark : text.marks()) {
      if (mark.kind() == Mark.Kind.CODE || mark.kind() == Mark.Kind.IMAGE) {
        closed.add(new int[] {mark.start(), mark.end()});
      }
    }
    Matcher url = URL.matcher(text.plain().contains("http") ? text.plain() : "");
    while (url.find()) {
      closed.add(new int[] {url.start(), url.end()});
    }
    return closed;
  }

  private static boolean isFree(List<Found> found, int start, int end) {
    return found.stream().noneMatch(each -> start < each.end() && end > each.start());
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
