package io.followthrough.extract;

import io.followthrough.document.Mark;
import io.followthrough.document.RichText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one item: takes its decorations as facts and leaves the title. */
final class ItemReader {
  private static final int LONGEST = 6_000;
  private static final int ROUNDS = 8;
  private static final int TAIL = 200;
  private static final Pattern BRACKET =
      Pattern.compile(
          "^\\[([^\\[\\]]{1,80})\\]\\s*[:：–—-]?\\s*|^\\(([^()]{1,80})\\)\\s*[:：–—-]?\\s+");
  private static final Pattern WORD_COLON =
      Pattern.compile("^([^\\s:：(][^:：\\n(]{0,40}?)\\s*[:：]\\s+(?=\\S)");
  private static final Pattern WORD_DASH =
      Pattern.compile("^([^\\s–—(][^–—\\n(]{0,40}?)\\s+[-–—]\\s+(?=\\S)");
  private static final Pattern NUMBERED =
      Pattern.compile(
          "^(?i:AI|action(?: item)?|item|task|A|FU|CA)[ #-]?\\d{1,3}(?:\\.\\d+)?\\s*[:.)–—-]\\s*");
  private static final Pattern ORDINAL = Pattern.compile("^\\d{1,2}[.)]\\s+(?=\\S)");
  private static final Pattern RAISED =
      Pattern.compile(
          "(?i)^(?:(?:we )?(?:have )?(?:created|raised|opened|filed|logged|added) (?:an? |the )?(?:new )?(?:\\w+ )?(?:ticket|issue|bug|story|card|task)"
              + "|(?:an? )?(?:\\w+ )?(?:ticket|issue|bug|story|card) (?:has been |was |is )?(?:created|raised|opened|filed|logged))"
              + "(?:\\s*[(\\[]?#?[\\w-]*[)\\]]?)?,? (?:to|for)\\s+");
  private static final Pattern HANDLES_FIRST =
      Pattern.compile("^((?:@[\\w./-]+(?:\\s*(?:,|&|and|\\+|/)\\s*)?){1,4})\\s*[:–—,-]?\\s+");
  private static final Pattern HANDLES_LAST =
      Pattern.compile(
          "[\\s(\\[,;:–—-]*(?:\\b(?:cc|owner|assigned to|by)\\s+)?((?:@[\\w./-]*\\w(?:\\s*(?:,|&|and|\\+|/)\\s*|\\s+)?){1,4})[)\\]]*\\.?$");
  private static final Pattern BULLET = Pattern.compile("^\\s*(?:[*•–—-]{1,3}|\\d{1,2}[.)])\\s");
  private static final Pattern DONE_IN =
      Pattern.compile(
          "(?i)[\\s.,;:(–—-]+(?:already |now )?(?:done|fixed|completed|resolved|merged|implemented|shipped|deployed|addressed|closed)"
              + " (?:in|by|via|with|as part of)[\\s:(\\[]*$");
  private static final Pattern GITLAB_LABELS =
      Pattern.compile("(?:\\s+~(?:\"[^\"\\n]{1,60}\"|[\\w:.-]{1,60}))+\\s*$");
  private static final Pattern DASH_LAST =
      Pattern.compile("\\s+(?:[-–—|]{1,3}|→|=>|->)\\s*([^–—|→]{1,80}?)\\.?$");
  private static final Pattern BRACKET_LAST =
      Pattern.compile("\\s*[\\[{]([^\\[\\]{}]{1,120})[\\]}]\\s*\\.?$");
  private static final Pattern STATUS_LAST =
      Pattern.compile(
          "(?:[.!?,;:–—-]\\s*|\\s+)(?:\\*{0,2})(DONE|Done|done|TODO|WIP|FIXED|Fixed|COMPLETED|Completed|IN PROGRESS|In progress)\\.?$");
  private static final Pattern LABEL_LAST =
      Pattern.compile(
          "[\\s.,;|(\\[·–—-]+([\\p{L}][\\p{L} ]{1,24}?)\\s*[:：]\\s*([^|;·\\n]{1,120}?)\\s*[)\\]]?\\.?$");

  private final Lexicon words;
  private final Tags tags;
  private final Draft draft;
  private RichText text;

  /** A longer text before a colon is a sentence, and says nothing of the kind. */
  private static final int MOST_HEADING_WORDS = 4;

  private ItemReader(Lexicon words, Draft draft, RichText text) {
    this.words = words;
    this.tags = new Tags(words);
    this.draft = draft;
    this.text = text;
  }

  /** What is left of the text as a title; all else goes to the draft. */
  static String read(RichText text, Draft draft, Lexicon words) {
    RichText cut = text.plain().length() > LONGEST ? text.slice(0, LONGEST) : text;
    draft.tickets(TicketWords.in(cut));
    ItemReader reader = new ItemReader(words, draft, cut);
    return reader.title();
  }

  private String title() {
    RichText whole = text.strip();
    attributes();
    if (text.isWholly(Mark.Kind.STRUCK)) {
      draft.done(true);
    }
    for (int i = 0; i < ROUNDS && (sign() || leading()); i++) {
      text = text.strip();
    }
    for (int i = 0; i < ROUNDS && trailing(); i++) {
      text = text.strip();
    }
    term();
    remarks();
    String title = TitleWords.of(text, words);
    return Normal.words(title).isEmpty() ? TitleWords.clean(whole.plain()) : title;
  }

  /** Lines that are a label and its value are facts; the others are one text. */
  private void attributes() {
    List<RichText> kept = new ArrayList<>();
    List<RichText> lines = text.strip().lines();
    for (RichText line : lines) {
      Optional<Tags.Labelled> labelled =
          kept.isEmpty() ? Optional.empty() : tags.labelled(line.strip());
      if (labelled.isPresent() && labelled.get().column() != Column.NOTES) {
        draft.take(labelled.get().column(), labelled.get().value());
      } else if (!line.isBlank() && (kept.isEmpty() || !BULLET.matcher(line.plain()).find())) {
        kept.add(line.strip());
      }
    }
    RichText joined = RichText.EMPTY;
    for (RichText line : kept) {
      joined = joined.plain().isEmpty() ? line : joined.append(RichText.of(" ")).append(line);
    }
    text = joined;
  }

  private boolean sign() {
    int length = StatusWords.signLength(text.plain());
    if (length == 0 || length >= text.plain().length()) {
      return false;
    }
    StatusWords.sign(text.plain()).ifPresent(draft::done);
    text = text.slice(length, text.plain().length()).strip();
    return true;
  }

  private boolean leading() {
    String plain = text.plain();
    Matcher raised = RAISED.matcher(plain);
    if (raised.find()) {
      draft.take(Column.STATUS, RichText.of("ticket raised"));
      return cutTo(raised.end());
    }
    Matcher ordinal = ORDINAL.matcher(plain);
    if (ordinal.find()) {
      return cutTo(ordinal.end());
    }
    Matcher numbered = NUMBERED.matcher(plain);
    if (numbered.find()) {
      return cutTo(numbered.end());
    }
    Matcher handles = HANDLES_FIRST.matcher(plain);
    if (handles.find() && !plain.substring(handles.end()).startsWith("to ")) {
      draft.owner(trimmed(handles.group(1)));
      return cutTo(handles.end());
    }
    return ticketFirst() || bracket() || word(WORD_COLON) || word(WORD_DASH);
  }

  private boolean ticketFirst() {
    List<TicketWords.Found> found = TicketWords.in(text);
    if (found.isEmpty() || found.get(0).start() > 1) {
      return false;
    }
    TicketWords.Found first = found.get(0);
    String shown = text.plain().substring(first.start(), first.end());
    Matcher rest =
        Pattern.compile("^[\\])]*\\s*(?:[:：–—-]|\\s(?=\\p{Lu}))\\s*(?=\\S)")
            .matcher(text.plain().substring(first.end()));
    boolean key =
        TicketTrail.isGeneric(shown)
            || shown.equals(first.ticket())
            || shown.matches("[A-Z][A-Z0-9]+-\\d+");
    return key && rest.find() && cutTo(first.end() + rest.end());
  }

  private boolean bracket() {
    String plain = text.plain();
    Matcher bracket = BRACKET.matcher(plain);
    if (!bracket.find() || bracket.end() >= plain.length()) {
      return linkBracket();
    }
    int group = bracket.group(1) != null ? 1 : 2;
    RichText content = text.slice(bracket.start(group), bracket.end(group));
    if (isMarker(content.plain()) || tags.take(content, draft)) {
      return cutTo(bracket.end());
    }
    boolean kind =
        words.grades().kind(content.plain()).isPresent()
            || words.vocabulary().set("group.theme").in(content.plain());
    if (kind && group == 1) {
      words.grades().kind(content.plain()).ifPresent(draft::kind);
      draft.group(content.plain().strip());
      return cutTo(bracket.end());
    }
    return false;
  }

  /** A bracket around a link to a ticket, whatever it says. */
  private boolean linkBracket() {
    String plain = text.plain();
    int close = plain.indexOf(']');
    for (Mark mark : text.marks(Mark.Kind.LINK)) {
      boolean around = mark.start() == 1 && plain.startsWith("[") && close == mark.end();
      if (around && TicketWords.isTicketUrl(mark.target()) && close + 1 < plain.length()) {
        return cutTo(close + 1);
      }
    }
    return false;
  }

  private boolean word(Pattern pattern) {
    Matcher matcher = pattern.matcher(text.plain());
    if (!matcher.find()) {
      return false;
    }
    String word = matcher.group(1).strip();
    boolean owner =
        words.owners().arePeople(word)
            || (pattern == WORD_COLON
                && OwnerWords.isTeam(word)
                && word.toLowerCase(Locale.ROOT).contains("team"));
    if (owner) {
      draft.owner(word);
      return cutTo(matcher.end());
    }
    if (words.status().isStatus(word)) {
      draft.status(word);
      return cutTo(matcher.end());
    }
    if (words.grades().priority(word).isPresent()) {
      words.grades().priority(word).ifPresent(draft::priority);
      return cutTo(matcher.end());
    }
    if (isMarker(word) && pattern == WORD_COLON) {
      return cutTo(matcher.end());
    }
    boolean isHeading = word.indexOf('.') < 0 && word.split(" ").length <= MOST_HEADING_WORDS;
    if (pattern == WORD_COLON && isHeading) {
      words.grades().kind(word).ifPresent(draft::kind);
    }
    return false;
  }

  private boolean isMarker(String word) {
    return words.vocabulary().set("marker").is(word);
  }

  private boolean trailing() {
    String plain = text.plain();
    Matcher labels = GITLAB_LABELS.matcher(plain);
    if (labels.find()) {
      return cutAt(labels.start());
    }
    if (doneIn()) {
      return true;
    }
    RichText shorter = TicketTrail.withoutEnd(text);
    if (!shorter.plain().equals(plain)) {
      text = shorter;
      return true;
    }
    if (parenthesis()) {
      return true;
    }
    for (Pattern pattern : List.of(BRACKET_LAST, DASH_LAST)) {
      Matcher matcher = pattern.matcher(plain);
      if (find(matcher, plain)) {
        RichText content = text.slice(matcher.start(1), matcher.end(1)).strip();
        if (!content.isBlank() && tags.take(content, draft)) {
          return cutAt(matcher.start());
        }
      }
    }
    return labelLast() || signLast() || statusLast() || handlesLast();
  }

  /** Looks in the last part of a text only, so that a long one costs no more than a short one. */
  private static boolean find(Matcher matcher, String plain) {
    return matcher.region(Math.max(0, plain.length() - TAIL), plain.length()).find();
  }

  /** "… Done in #12" at the end. */
  private boolean doneIn() {
    List<TicketWords.Found> found = TicketWords.in(text);
    if (found.isEmpty()) {
      return false;
    }
    TicketWords.Found last = found.get(found.size() - 1);
    String plain = text.plain();
    Matcher done = DONE_IN.matcher(plain.substring(0, last.start()));
    if (!Normal.words(plain.substring(last.end())).isEmpty() || !done.find()) {
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
    Matcher matcher = LABEL_LAST.matcher(plain);
    while (from < plain.length() && matcher.find(from)) {
      Optional<Column> column = tags.column(matcher.group(1));
      boolean fact =
          column.isPresent() && column.get() != Column.NOTES && column.get() != Column.RISK;
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
    Matcher matcher = HANDLES_LAST.matcher(text.plain());
    if (!find(matcher, text.plain()) || matcher.start() == 0) {
      return false;
    }
    String before = Normal.words(text.plain().substring(0, matcher.start()));
    boolean object = before.matches(".*\\b(with|to|for|of|from|ask|contact|by|and|at)$");
    if (object) {
      return false;
    }
    draft.owner(trimmed(matcher.group(1)));
    return cutAt(matcher.start());
  }

  private static String trimmed(String names) {
    return names.strip().replaceAll("[\\s,&+/]+$|\\s+and$", "");
  }

  /** "… by 2026-03-01" at the end leaves the title; in the middle of a sentence it stays. */
  private void term() {
    Optional<DateWords.Found> term = words.due().term(text.plain());
    if (term.isEmpty()) {
      return;
    }
    DateWords.Found found = term.get();
    draft.due(found);
    boolean last = Normal.words(text.plain().substring(found.end())).isEmpty();
    boolean period =
        found.text().equals(text.plain().substring(found.start(), found.end()).strip());
    if (last && !period && found.start() > 0) {
      cutAt(found.start());
    }
  }

  /** Sentences after the first may say how far the work is. */
  private void remarks() {
    List<RichText> sentences = Sentences.of(text);
    for (RichText sentence : sentences.subList(Math.min(1, sentences.size()), sentences.size())) {
      words.status().remark(sentence.plain()).ifPresent(draft::done);
    }
    for (Mark bold : text.marks(Mark.Kind.BOLD)) {
      if (bold.start() == 0) {
        words
            .status()
            .remark(TitleWords.clean(text.plain().substring(bold.end())))
            .ifPresent(draft::done);
      }
    }
  }

  private boolean cutTo(int start) {
    text = text.slice(start, text.plain().length());
    return true;
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
