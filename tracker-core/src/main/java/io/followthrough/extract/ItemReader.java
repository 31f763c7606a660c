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

  /** A longer text before a colon is a sentence, and says nothing of the kind. */
  private static final int MOST_HEADING_WORDS = 4;

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
          "(?i)^(?:(?:we )?(?:have )?(?:created|raised|opened|filed|logged|added) (?:an? |the"
              + " )?(?:new )?(?:\\w+ )?(?:ticket|issue|bug|story|card|task)|(?:an? )?(?:\\w+"
              + " )?(?:ticket|issue|bug|story|card) (?:has been |was |is"
              + " )?(?:created|raised|opened|filed|logged))(?:\\s*[(\\[]?#?[\\w-]*[)\\]]?)?,?"
              + " (?:to|for)\\s+");
  private static final Pattern HANDLES_FIRST =
      Pattern.compile(
          "^((?:@(?:\\d{1,9}:)?[\\w./-]+(?:\\s*(?:,|&|and|\\+|/)\\s*|\\s+(?=@))?){1,4})\\s*[:–—,-]?\\s+");
  private static final Pattern AFTER_TICKET =
      Pattern.compile("^[\\])]*\\s*(?:[:：–—-]|\\s(?=\\p{Lu}))\\s*(?=\\S)");
  private static final Pattern KEY = Pattern.compile("[A-Z][A-Z0-9]+-\\d+");

  /** No word before a colon or a dash is longer, with the blanks around it. */
  private static final int LONGEST_WORD = 80;

  private static final Pattern BULLET = Pattern.compile("^\\s*(?:[*•–—-]{1,3}|\\d{1,2}[.)])\\s");

  private final Lexicon words;
  private final Tags tags;
  private final Draft draft;
  private RichText text;

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
    text = TrailingFacts.cut(text, draft, words);
    term();
    List<RichText> sentences = Sentences.of(text);
    remarks(sentences);
    String title = TitleWords.of(text, sentences, words);
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
      } else if (!line.isBlank() && (kept.isEmpty() || !BULLET.matcher(line.plain()).lookingAt())) {
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
    Optional<Mentions.Found> person = Mentions.first(text);
    if (person.isPresent()) {
      draft.owner(person.get().name());
      text = person.get().rest();
      return true;
    }
    Matcher raised = RAISED.matcher(plain);
    if (raised.lookingAt()) {
      draft.take(Column.STATUS, RichText.of("ticket raised"));
      return cutTo(raised.end());
    }
    Matcher ordinal = ORDINAL.matcher(plain);
    if (ordinal.lookingAt()) {
      return cutTo(ordinal.end());
    }
    Matcher numbered = NUMBERED.matcher(plain);
    if (numbered.lookingAt()) {
      return cutTo(numbered.end());
    }
    Matcher handles = HANDLES_FIRST.matcher(plain);
    if (plain.startsWith("@")
        && handles.lookingAt()
        && !plain.substring(handles.end()).startsWith("to ")) {
      draft.owner(TrailingFacts.trimmed(handles.group(1)));
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
    Matcher rest = AFTER_TICKET.matcher(text.plain().substring(first.end()));
    boolean key =
        TicketTrail.isGeneric(shown)
            || shown.equals(first.ticket())
            || KEY.matcher(shown).matches();
    return key && rest.lookingAt() && cutTo(first.end() + rest.end());
  }

  private boolean bracket() {
    String plain = text.plain();
    if (!plain.startsWith("[") && !plain.startsWith("(")) {
      return false;
    }
    Matcher bracket = BRACKET.matcher(plain);
    if (!bracket.lookingAt() || bracket.end() >= plain.length()) {
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
    String signs = pattern == WORD_COLON ? ":：" : "-–—";
    String plain = text.plain();
    if (!Glance.hasAny(signs, plain, 0, Math.min(plain.length(), LONGEST_WORD))) {
      return false;
    }
    Matcher matcher = pattern.matcher(plain);
    if (!matcher.lookingAt()) {
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
  private void remarks(List<RichText> sentences) {
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
