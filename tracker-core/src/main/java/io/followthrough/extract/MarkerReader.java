package io.followthrough.extract;

import io.followthrough.document.Mark;
import io.followthrough.document.RichText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Items that a marker introduces wherever they stand: "Action item: …", "**TODO** …". */
final class MarkerReader {
  private static final String RULE = "inline-marker";
  private static final int MIN_WORDS = 3;
  private static final String BEGIN =
      "(?:^|(?<=[.!?:;。)]|\\s[-–—]|\\n|\u2028)\\s?)[^\\p{L}\\p{N}\\n]{0,3}?";
  private static final Pattern BRACKETED =
      Pattern.compile(BEGIN + "[\\[(]([\\p{L}][^\\])\\n]{1,23})[\\])]\\s*[:：–—-]?\\s*");
  private static final Pattern COLON =
      Pattern.compile(BEGIN + "(\\p{L}[\\p{L} -]{0,23}?)(?: ?#?\\d{1,2})?\\s*[:：]\\s*");
  private static final Pattern STATUS =
      Pattern.compile("(?<![\\p{L}\\p{N}])(TODO|DOING|DONE|WIP|IN PROGRESS)(?![\\p{L}\\p{N}])");

  private static final String[] STATUSES = {"TODO", "DOING", "DONE", "WIP", "IN PROGRESS"};

  /** Signs between a marker and its colon: "Action item #3 :". */
  private static final String NUMBERING = "0123456789# \t\n\u2028";

  /** A marker in a text: the item begins after it, unless it stands at the end. */
  private record Marker(int start, int end, String word) {}

  private final Lexicon words;
  private final Findings findings;
  private final Phrases marker;

  MarkerReader(Lexicon words, Findings findings) {
    this.words = words;
    this.findings = findings;
    this.marker = words.vocabulary().set("marker");
  }

  /** Takes the items that markers introduce in a paragraph; false if there are none. */
  boolean paragraph(Node.Para para, Scope scope) {
    return text(para.block().text(), para.line(), scope, false);
  }

  /** Takes the items that markers introduce, or a status marks, in a list entry. */
  void entry(Node.Entry entry, Scope scope) {
    text(entry.text(), entry.line(), scope, true);
  }

  private boolean text(RichText text, int line, Scope scope, boolean entry) {
    List<Marker> markers = markers(text);
    int before = findings.size();
    int read = 0;
    int at = line;
    List<RichText> items = text.pieces(bounds(text, markers));
    for (int i = 0; i < markers.size(); i++) {
      Marker marker = markers.get(i);
      for (; read < marker.start(); read++) {
        at += text.plain().charAt(read) == '\n' ? 1 : 0;
      }
      Draft draft = new Draft(words);
      words.status().exactly(marker.word()).ifPresent(draft::done);
      RichText item = items.get(i).strip();
      List<RichText> sentences = Sentences.of(item);
      take(
          draft,
          marker.word() + ": " + item.plain(),
          sentences.isEmpty() ? item : sentences.get(0),
          at,
          scope);
    }
    if (markers.isEmpty() && entry) {
      status(text, line, scope);
    }
    return findings.size() > before;
  }

  private static List<int[]> bounds(RichText text, List<Marker> markers) {
    List<int[]> bounds = new ArrayList<>();
    for (int i = 0; i < markers.size(); i++) {
      int end = i + 1 < markers.size() ? markers.get(i + 1).start() : text.plain().length();
      bounds.add(new int[] {markers.get(i).end(), Math.max(end, markers.get(i).end())});
    }
    return bounds;
  }

  private List<Marker> markers(RichText text) {
    boolean brackets = mayBracket(text.plain());
    boolean colons = mayIntroduce(text.plain());
    if (!brackets && !colons) {
      return List.of();
    }
    List<Marker> markers = new ArrayList<>();
    for (Pattern pattern : List.of(BRACKETED, COLON)) {
      if (pattern == BRACKETED ? !brackets : !colons) {
        continue;
      }
      Matcher matcher = pattern.matcher(text.plain());
      while (matcher.find()) {
        if (isMarker(matcher, pattern == BRACKETED, text)) {
          markers.add(
              new Marker(
                  matcher.start(1) - (pattern == BRACKETED ? 1 : 0),
                  matcher.end(),
                  matcher.group(1)));
        }
      }
    }
    markers.sort((a, b) -> a.start() - b.start());
    return markers;
  }

  /** Whether an opening bracket stands before a word with which a marker begins. */
  private boolean mayBracket(String text) {
    for (int i = 0; i + 1 < text.length(); i++) {
      char c = text.charAt(i);
      if ((c == '[' || c == '(') && Character.isLetter(text.charAt(i + 1))) {
        int end = i + 1;
        while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
          end++;
        }
        if (marker.begins(Normal.words(text.substring(i + 1, end)))) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a colon stands after a word with which a marker ends, or after its number. */
  private boolean mayIntroduce(String text) {
    for (int at = Glance.colon(text, 0); at >= 0; at = Glance.colon(text, at + 1)) {
      int end = at;
      while (end > 0 && NUMBERING.indexOf(text.charAt(end - 1)) >= 0) {
        end--;
      }
      int start = end;
      while (start > 0 && Character.isLetter(text.charAt(start - 1))) {
        start--;
      }
      if (start < end && marker.closes(Normal.words(text.substring(start, end)))) {
        return true;
      }
    }
    return false;
  }

  /** A plain word needs a colon and capitals or bold letters; "action item" speaks for itself. */
  private boolean isMarker(Matcher matcher, boolean bracketed, RichText text) {
    String word = matcher.group(1);
    if (!marker.is(word)) {
      return false;
    }
    String normal = Normal.words(word);
    boolean named =
        normal.startsWith("action item")
            || normal.startsWith("follow")
            || normal.startsWith("action point");
    boolean loud = word.equals(word.toUpperCase(Locale.ROOT)) || isBold(text, matcher.start(1));
    return named || loud || (bracketed && normal.startsWith("action"));
  }

  private static boolean isBold(RichText text, int at) {
    return text.marks(Mark.Kind.BOLD).stream()
        .anyMatch(mark -> mark.start() <= at && at < mark.end());
  }

  /**
   * A status in capitals, set apart by bold letters or brackets, at either end of what it marks.
   */
  private void status(RichText text, int line, Scope scope) {
    boolean apart =
        !text.marks().isEmpty() || text.plain().indexOf('[') >= 0 || text.plain().indexOf('(') >= 0;
    if (!apart || !Glance.hasAny(STATUSES, text.plain())) {
      return;
    }
    Matcher matcher = STATUS.matcher(text.plain());
    while (matcher.find()) {
      int start = matcher.start();
      boolean bracket = start > 0 && "[(".indexOf(text.plain().charAt(start - 1)) >= 0;
      if (!isBold(text, start) && !bracket) {
        continue;
      }
      RichText after = text.slice(matcher.end(), text.plain().length());
      RichText before = text.slice(0, bracket ? start - 1 : start);
      boolean leads = count(after) >= MIN_WORDS;
      RichText item = leads ? after : before;
      int cut = 0;
      while (cut < item.plain().length() && " \t\n:：)]-–—".indexOf(item.plain().charAt(cut)) >= 0) {
        cut++;
      }
      Draft draft = new Draft(words);
      draft.status(matcher.group(1));
      take(draft, text.plain(), item.slice(cut, item.plain().length()), line, scope);
      return;
    }
  }

  private void take(Draft draft, String whole, RichText item, int line, Scope scope) {
    String plain = item.plain();
    if (count(item) < MIN_WORDS
        || words.placeholders().isNothing(plain)
        || words.placeholders().isInstruction(plain)) {
      return;
    }
    String title = ItemReader.read(item, draft, words);
    findings.item(title, draft, scope, line, whole.strip(), RULE);
  }

  private static int count(RichText text) {
    String normal = Normal.words(text.plain());
    return normal.isEmpty() ? 0 : normal.split(" ", -1).length;
  }
}
