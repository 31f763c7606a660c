package io.followthrough.extract;

import io.followthrough.document.RichText;
import io.followthrough.item.ActionKind;
import io.followthrough.item.Priority;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the headings above an item say of all that stands below them.
 *
 * @param topic what the part is about
 * @param section the heading of the action part
 * @param group the innermost heading within it
 */
record Scope(
    Topic topic,
    Optional<String> section,
    Optional<String> group,
    Optional<String> owner,
    Optional<DateWords.Found> due,
    Optional<Boolean> done,
    Optional<Priority> priority,
    Optional<ActionKind> kind) {
  private static final int WORDS_OF_A_GROUP = 8;
  private static final Pattern BRACKETS = Pattern.compile("[()（）\\[\\]]");
  private static final Pattern PARTS = Pattern.compile("[():：\\[\\]]|\\s[-–—]\\s");
  private static final Pattern NOUN =
      Pattern.compile("(?i)\\s*\\b(action items?|actions?|items?|tasks?|work|follow-?ups?)$");
  static final Scope DOCUMENT =
      new Scope(
          Topic.NONE,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** The scope of a part below this one. */
  Scope below(Node.Part part, Lexicon words) {
    Topic own = topicOf(part, words);
    boolean within = topic == Topic.ACTION || topic == Topic.PROPOSAL;
    boolean ends = words.headings().ends(part.label());
    boolean announces = own == Topic.ACTION && topic != Topic.ACTION;
    if (within && !ends && !announces) {
      return group(part.label(), words);
    }
    own = within && ends ? Topic.OTHER : own;
    if (own == Topic.NONE) {
      return this;
    }
    Optional<String> label = Optional.of(Normal.oneLine(part.label().plain()));
    Scope fresh =
        new Scope(
            own, label, Optional.empty(), owner, due, Optional.empty(), priority, Optional.empty());
    return own == Topic.ACTION || own == Topic.PROPOSAL ? fresh.facts(part.label(), words) : fresh;
  }

  /** Below "What should you do?" even a line that recommends speaks to the readers. */
  private Topic topicOf(Node.Part part, Lexicon words) {
    if (part.kind() != Node.Label.COLON) {
      return words.headings().topic(part.label());
    }
    boolean advice =
        topic == Topic.OTHER && section.filter(words.headings()::speaksToReaders).isPresent();
    return advice ? Topic.NONE : words.headings().introduction(part.label());
  }

  private Scope group(RichText label, Lexicon words) {
    String plain = groupName(label.plain());
    if (plain.split(" ", -1).length > WORDS_OF_A_GROUP || words.headings().introduces(label)) {
      return facts(label, words);
    }
    if (words.owners().arePeople(plain) || OwnerWords.isHandle(plain)) {
      return new Scope(topic, section, group, Optional.of(plain), due, done, priority, kind);
    }
    Scope grouped = new Scope(topic, section, Optional.of(plain), owner, due, done, priority, kind);
    return grouped.facts(label, words);
  }

  private static String groupName(String label) {
    String name = Normal.oneLine(label);
    int sign = StatusWords.signLength(name);
    name = name.substring(sign).strip();
    while (name.endsWith(":") || name.endsWith("：")) {
      name = name.substring(0, name.length() - 1).strip();
    }
    return name;
  }

  /** Date, status, priority and kind of a heading hold for all that stands below it. */
  private Scope facts(RichText label, Lexicon words) {
    String plain = Normal.oneLine(label.plain());
    Optional<DateWords.Found> period = period(plain, words);
    Optional<Boolean> status = StatusWords.sign(plain);
    Optional<Priority> level = Optional.empty();
    for (String part : parts(plain)) {
      status = status.isPresent() ? status : words.status().exactly(part);
      status = status.isPresent() ? status : words.status().exactly(withoutNoun(part));
      level = level.isPresent() ? level : words.grades().priority(part);
    }
    Optional<ActionKind> sort =
        section.isPresent() && section.get().equals(plain)
            ? Optional.empty()
            : words.grades().kind(plain);
    return new Scope(
        topic,
        section,
        group,
        owner,
        period.isPresent() ? period : due,
        status.isPresent() ? status : done,
        level.isPresent() ? level : priority,
        sort.isPresent() ? sort : kind);
  }

  /** A period counts when it stands in parentheses, after a dash, or is the whole heading. */
  private static Optional<DateWords.Found> period(String label, Lexicon words) {
    if (!DateWords.mayBeIn(label)) {
      return Optional.empty();
    }
    List<String> parts = new ArrayList<>(List.of(BRACKETS.split(label, -1)));
    parts.addAll(parts(label));
    for (String part : parts.stream().map(String::strip).toList()) {
      if (words.due().isDate(part)) {
        return Optional.of(words.due().bare(part));
      }
    }
    return words.due().term(label);
  }

  private static List<String> parts(String label) {
    return PARTS.splitAsStream(label).map(String::strip).filter(part -> !part.isEmpty()).toList();
  }

  /** "Completed items" is "completed". */
  private static String withoutNoun(String part) {
    return NOUN.matcher(part).replaceAll("");
  }

  /** This scope with an owner, whose name stands in parentheses before the item. */
  Scope owned(String name) {
    return new Scope(topic, section, group, Optional.of(name), due, done, priority, kind);
  }

  /** Why a list that stands here is not taken. */
  String whyNot() {
    return topic == Topic.NONE
        ? "no heading above it announces follow-up work"
        : "it stands under \"" + section.orElse("") + "\", which is not follow-up work";
  }

  /** The scope of what is nested in an entry that is only their common name. */
  Scope nested(String name, Draft draft) {
    Scope named = new Scope(topic, section, Optional.of(name), owner, due, done, priority, kind);
    return draft.into(named);
  }

  /** Gives an item what it does not state itself. */
  void fill(Draft draft) {
    owner.ifPresent(draft::owner);
    due.ifPresent(draft::due);
    done.ifPresent(draft::done);
    priority.ifPresent(draft::priority);
    kind.ifPresent(draft::kind);
    group.ifPresent(draft::group);
  }
}
