package io.followthrough.extract;

import io.followthrough.document.RichText;
import io.followthrough.item.Priority;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Short words beside an item that are a fact and not part of its title: "(Alice)", "[P1]". */
final class Tags {
  private static final Pattern SPLIT =
      Pattern.compile("\\s*[,;|·/、，；]\\s*|\\s+[-–—]\\s+|\\.\\s+(?=\\p{L}[\\p{L} ]{1,20}[:：])");
  private static final Pattern ON_TASK =
      Pattern.compile(
          "^(\\p{Lu}[\\p{L}'\u2019-]{1,30})"
              + " (?:to|will|calls?|is|has|takes?|owns?|drives?|leads?)\\b.*");
  private static final Pattern EFFORT =
      Pattern.compile(
          "(?i)^(?:~"
              + " ?)?\\d{1,3}(?:\\.\\d)?\\s?(?:h|hours?|d|days?|pts?|points?|sp)$|^(?:xs|s|m|l|xl|small|large)$");
  private static final Pattern LABEL =
      Pattern.compile(
          "^[^\\p{L}\\p{N}]{0,3}(\\p{L}[\\p{L} /-]{1,30}?)\\s*(?:[:：=])\\s*(.+)$", Pattern.DOTALL);

  private static final int MOST = 6;

  private final Lexicon words;

  Tags(Lexicon words) {
    this.words = words;
  }

  /** A label and its value: "Owner: Alice". */
  record Labelled(Column column, RichText value) {}

  /** Whether a colon stands after a word with which a label of a fact may end. */
  boolean mayHaveLabel(String text, int from) {
    for (int at = Glance.colon(text, from); at >= 0; at = Glance.colon(text, at + 1)) {
      if (isLabelEnd(text, at)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the word before a sign is the last of one of the labels. */
  private boolean isLabelEnd(String text, int sign) {
    int end = sign;
    while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    int start = end;
    while (start > 0 && Character.isLetterOrDigit(text.charAt(start - 1))) {
      start--;
    }
    boolean plain = start == 0 || Character.isWhitespace(text.charAt(start - 1));
    return start < end
        && (!plain
            || words.vocabulary().labelEnds().contains(Normal.words(text.substring(start, end))));
  }

  /** Reads "Label: value" where the label is one that items have. */
  Optional<Labelled> labelled(RichText text) {
    int sign = firstSign(text.plain());
    if (sign < 0 || !isLabelEnd(text.plain(), sign)) {
      return Optional.empty();
    }
    Matcher matcher = LABEL.matcher(text.plain());
    if (!matcher.lookingAt()) {
      return Optional.empty();
    }
    return column(matcher.group(1))
        .map(column -> new Labelled(column, text.slice(matcher.start(2), matcher.end(2)).strip()));
  }

  private static int firstSign(String text) {
    int word = 0;
    while (word < text.length() && !Character.isLetterOrDigit(text.charAt(word))) {
      word++;
    }
    int colon = Glance.colon(text, word);
    int equals = text.indexOf('=', word);
    return colon < 0 ? equals : equals < 0 ? colon : Math.min(colon, equals);
  }

  /** The column that a label stands for. */
  Optional<Column> column(String label) {
    return Optional.ofNullable(words.vocabulary().labels().get(Normal.words(label)));
  }

  /** Takes the text as facts; false, and nothing taken, if some of it is none. */
  boolean take(RichText text, Draft draft) {
    RichText bare = text.strip();
    List<RichText> parts = parts(bare);
    boolean several = parts.size() > 1 && parts.size() <= MOST && !continues(parts);
    if (several && parts.stream().allMatch(part -> one(part, new Draft(words)))) {
      parts.forEach(part -> one(part, draft));
      return true;
    }
    return one(bare, draft);
  }

  private static List<RichText> parts(RichText text) {
    List<RichText> parts = new ArrayList<>();
    Matcher separator = SPLIT.matcher(text.plain());
    int start = 0;
    while (separator.find()) {
      parts.add(text.slice(start, separator.start()).strip());
      start = separator.end();
    }
    parts.add(text.slice(start, text.plain().length()).strip());
    return parts;
  }

  /** "Owner: Ann, Bob" is one fact, as is "Ann, Bob". */
  private boolean continues(List<RichText> parts) {
    return parts.stream().skip(1).allMatch(part -> words.owners().areOwners(part.plain()));
  }

  private boolean one(RichText text, Draft draft) {
    String plain = Normal.oneLine(text.plain());
    if (plain.isEmpty() || plain.length() > 160) {
      return plain.isEmpty();
    }
    if (words.status().isStatus(plain)) {
      draft.status(plain);
      return true;
    }
    Optional<Priority> priority = words.grades().priority(plain);
    if (priority.isPresent()) {
      draft.priority(priority.get());
      return true;
    }
    if (words.due().isDate(plain)) {
      draft.due(words.due().bare(plain));
      return true;
    }
    if (words.owners().areOwners(plain)) {
      draft.owner(plain);
      return true;
    }
    if (EFFORT.matcher(plain).matches()) {
      draft.take(Column.EFFORT, text);
      return true;
    }
    Optional<Labelled> labelled = labelled(text);
    if (labelled.isPresent()) {
      draft.take(labelled.get().column(), labelled.get().value());
      return true;
    }
    return onTask(plain, draft) || tickets(text, draft);
  }

  private boolean onTask(String plain, Draft draft) {
    Matcher matcher = ON_TASK.matcher(plain);
    if (matcher.matches() && words.owners().isPerson(matcher.group(1))) {
      draft.owner(matcher.group(1));
      return true;
    }
    return false;
  }

  /** Tickets with no words beside them but those that say "ticket". */
  private static boolean tickets(RichText text, Draft draft) {
    List<TicketWords.Found> found = TicketWords.in(text);
    if (found.isEmpty() || !TicketTrail.isOnlyTickets(text, found)) {
      return false;
    }
    draft.tickets(found);
    return true;
  }
}
