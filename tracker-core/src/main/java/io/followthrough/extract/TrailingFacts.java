package io.followthrough.extract;

import io.followthrough.document.RichText;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The decorations at the end of an item: "… (Alice)", "… Owner: @bob", "… DONE". */
final class TrailingFacts {
  private static final int ROUNDS = 8;
  private static final int TAIL = 200;
  private static final Pattern HANDLES_LAST =
      Pattern.compile(
          "[\\s(\\[,;:–—-]*(?:\\b(?:cc|owner|assigned"
              + " to|by)\\s+)?((?:@(?:\\d{1,9}:)?[\\w./-]*\\w(?:\\s*(?:,|&|and|\\+|/)\\s*|\\s+)?){1,4})[)\\]]*\\.?$");
  private static final Pattern DONE_IN =
      Pattern.compile(
          "(?i)[\\s.,;:(–—-]+(?:already |now"
              + " )?(?:done|fixed|completed|resolved|merged|implemented|shipped|deployed|addressed|closed)"
              + " (?:in|by|via|with|as part of)[\\s:(\\[]*$");
  private static final Pattern GITLAB_LABELS =
      Pattern.compile("(?:\\s+~(?:\"[^\"\\n]{1,60}\"|[\\w:.-]{1,60}))+\\s*$");
  private static final Pattern DASH_LAST =
      Pattern.compile("\\s+(?:[-–—|]{1,3}|→|=>|->)\\s*([^–—|→]{1,80}?)\\.?$");
  private static final Pattern BRACKET_LAST =
      Pattern.compile("\\s*[\\[{]([^\\[\\]{}]{1,120})[\\]}]\\s*\\.?$");
  private static final Pattern STATUS_LAST =
      Pattern.compile(
          "(?:[.!?,;:–—-]\\s*|\\s+)(?:\\*{0,2})(DONE|Done|done|TODO|WIP|FIXED|Fixed|COMPLETED|Completed|IN"
              + " PROGRESS|In progress)\\.?$");
  private static final Pattern LABEL_LAST =
      Pattern.compile(
          "[\\s.,;|(\\[·–—-]+([\\p{L}][\\p{L} ]{1,24}?)\\s*[:：]\\s*([^|;·\\n"
              + "]{1,120}?)\\s*[)\\]]?\\.?$");

  private static final Set<String> OBJECT =
      Set.of("with", "to", "for", "of", "from", "ask", "contact", "by", "and", "at");

  /** Labels whose values are sentences of their own. */
  private static final Set<Column> EXPLAINING =
      EnumSet.of(Column.NOTES, Column.RISK, Column.REASON);

  private static final String DASHES = "-–—|→>";

  /** The last letters of the words in {@link #STATUS_LAST}. */
  private static final String STATUS_ENDS = "EeOPDdSsGg";

  private static final Pattern DAY_LAST =
      Pattern.compile("[\\s,;:–—-]+(\\d{4}-\\d{2}-\\d{2})\\.?$");
  private static final Pattern NAMED_DAY =
      Pattern.compile(
          "\\b(?:of|from|on|since|at|in|after|before|for|the|and|to|until|by|version|release)$");

  private final Lexicon words;
  private final Tags tags;
  private final Draft draft;
  private RichText text;

  private TrailingFacts(RichText text, Draft draft, Lexicon words) {
    this.words = words;
    this.tags = new Tags(words);
    this.draft = draft;
    this.text = text;
  }

  /** What is left of the text; its decorations go to the draft. */
  static RichText cut(RichText text, Draft draft, Lexicon words) {
    TrailingFacts facts = new TrailingFacts(text, draft, words);
    for (int i = 0; i < ROUNDS && facts.trailing(); i++) {
      facts.text = facts.text.strip();
    }
    return facts.text;
  }

  private boolean trailing() {
    String plain = text.plain();
    if (plain.indexOf('~') >= 0) {
      Matcher labels = GITLAB_LABELS.matcher(plain);
      if (labels.find()) {
        return cutAt(labels.start());
      }
    }
    List<TicketWords.Found> tickets = TicketWords.in(text);
    if (!tickets.isEmpty()) {
      if (doneIn(tickets.get(tickets.size() - 1))) {
        return true;
      }
      RichText shorter = TicketTrail.withoutEnd(text, tickets);
      if (shorter.plain().length() < plain.length()) {
        text = shorter;
        return true;
      }
    }
    if (parenthesis()) {
      return true;
    }
    int tail = Math.max(0, plain.length() - TAIL);
    char last = Glance.lastSign(plain);
    for (Pattern pattern : List.of(BRACKET_LAST, DASH_LAST)) {
      boolean may =
          pattern == BRACKET_LAST
              ? last == ']' || last == '}'
              : Glance.hasAny(DASHES, plain, tail, plain.length());
      if (!may) {
        continue;
      }
      Matcher matcher = pattern.matcher(plain);
      if (find(matcher, plain)) {
        RichText content = text.slice(matcher.start(1), matcher.end(1)).strip();
        if (!content.isBlank() && tags.take(content, draft)) {
          return cutAt(matcher.start());
        }
      }
    }
    return labelLast() || signLast() || statusLast() || handlesLast() || personLast() || dayLast();
  }

  private boolean personLast() {
    Optional<Mentions.Found> person = Mentions.last(text);
    if (person.isEmpty()) {
      return false;
    }
    draft.owner(person.get().name());
    text = person.get().rest();
    return true;
  }

  /** A day that nothing explains is the term, as the date of a task in a wiki. */
  private boolean dayLast() {
    if (!Character.isDigit(Glance.lastSign(text.plain()))) {
      return false;
    }
    Matcher matcher = DAY_LAST.matcher(text.plain());
    if (!find(matcher, text.plain())
        || NAMED_DAY.matcher(before(matcher)).find()
        || words.due().term(text.plain()).isPresent()) {
      return false;
    }
    draft.due(words.due().bare(matcher.group(1)));
    return cutAt(matcher.start());
  }

  private String before(Matcher matcher) {
    return Normal.words(text.plain().substring(0, matcher.start()));
  }

  /** Looks in the last part of a text only, so that a long one costs no more than a short one. */
  private static boolean find(Matcher matcher, String plain) {
    return matcher.region(Math.max(0, plain.length() - TAIL), plain.length()).find();
  }

  /** "… Done in #12" at the end. */
  private boolean doneIn(TicketWords.Found last) {
    String plain = text.plain();
    if (!Normal.words(plain.substring(last.end())).isEmpty()) {
      return false;
    }
    Matcher done = DONE_IN.matcher(plain);
    if (!done.region(Math.max(0, last.start() - TAIL), last.start()).find()) {
      return false;
    }
    draft.status("done");
    return cutAt(done.start());
  }

  private boolean parenthesis() {
    String plain = text.plain();
    int end = plain.length();
    if (plain.endsWith(".")) {
      end--;
    }
    if (end == 0 || ")）".indexOf(plain.charAt(end - 1)) < 0) {
      return false;
    }
    int open = Math.max(plain.lastIndexOf('(', end - 2), plain.lastIndexOf('（', end - 2));
    if (open <= 0 || end - open > 200) {
      return false;
    }
    RichText content = text.slice(open + 1, end - 1);
    return tags.take(content, draft) && cutAt(open);
  }

  private boolean labelLast() {
    String plain = text.plain();
    int from = Math.max(0, plain.length() - TAIL);
    if (!tags.mayHaveLabel(plain, from)) {
      return false;
    }
    Matcher matcher = LABEL_LAST.matcher(plain);
    while (from < plain.length() && matcher.find(from)) {
      Optional<Column> column = tags.column(matcher.group(1));
      boolean fact = column.isPresent() && !EXPLAINING.contains(column.get());
      if (fact && matcher.start() > 0) {
        if (!tags.take(text.slice(matcher.start(1), matcher.end(2)), draft)) {
          draft.take(column.get(), text.slice(matcher.start(2), matcher.end(2)));
        }
        return cutAt(matcher.start());
      }
      from = matcher.start() + 1;
    }
    return false;
  }

  private boolean signLast() {
    String plain = text.plain();
    for (int back = 1; back <= 3 && back < plain.length(); back++) {
      String tail = plain.substring(plain.length() - back);
      if (!Character.isLetterOrDigit(tail.charAt(0)) && StatusWords.signLength(tail) == back) {
        StatusWords.sign(tail).ifPresent(draft::done);
        return cutAt(plain.length() - back);
      }
    }
    return false;
  }

  private boolean statusLast() {
    String plain = text.plain();
    if (STATUS_ENDS.indexOf(Glance.lastSign(plain)) < 0) {
      return false;
    }
    Matcher matcher = STATUS_LAST.matcher(plain);
    if (!find(matcher, plain)) {
      return false;
    }
    String word = matcher.group(1);
    boolean loud = word.equals(word.toUpperCase(Locale.ROOT));
    boolean apart = ".!?,;:–—-".indexOf(plain.charAt(matcher.start())) >= 0;
    if (!loud && !apart) {
      return false;
    }
    draft.status(word);
    return cutAt(matcher.start());
  }

  private boolean handlesLast() {
    if (text.plain().indexOf('@') < 0) {
      return false;
    }
    Matcher matcher = HANDLES_LAST.matcher(text.plain());
    if (!find(matcher, text.plain()) || matcher.start() == 0) {
      return false;
    }
    String before = Normal.words(text.plain().substring(0, matcher.start()));
    if (OBJECT.contains(before.substring(before.lastIndexOf(' ') + 1))) {
      return false;
    }
    draft.owner(trimmed(matcher.group(1)));
    return cutAt(matcher.start());
  }

  static String trimmed(String names) {
    return names.strip().replaceAll("[\\s,&+/]+$|\\s+and$", "");
  }

  private boolean cutAt(int end) {
    RichText rest = text.slice(0, end).strip();
    if (Normal.words(rest.plain()).isEmpty()) {
      return false;
    }
    text = rest;
    return true;
  }
}
