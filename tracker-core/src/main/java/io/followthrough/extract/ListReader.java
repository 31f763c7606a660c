package io.followthrough.extract;

import io.followthrough.document.Block;
import io.followthrough.document.Mark;
import io.followthrough.document.RichText;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Items out of lists: the entries that are work, be it they themselves or what is in them. */
final class ListReader {
  private static final double MOST = 0.6;
  private static final Pattern REGRET =
      Pattern.compile(
          "(?is)^(?:if|had)\\s+(?:we|i|they|it|the|this|there|you)\\b.{0,200}\\b(?:could|would|might)(?:"
              + " not|n[\u2019']t)?"
              + " have\\b|^(?:we|this|that|it)\\s(?:\\w+\\s){0,4}already\\s(?:have|has|do|does|did|exists?|works?|in"
              + " place|there)\\b.{0,40}$");
  private static final Pattern NOTE =
      Pattern.compile(
          "(?i)^\\W{0,3}(?:please )?(?:note|n\\.?b\\.?|nb|fyi)\\b(?:\\s+that\\b|\\s*:)");
  private static final Pattern PARENTHESES =
      Pattern.compile("^[(\\[]([^()\\[\\]\\n]{2,60})[)\\]]\\s+\\S");

  private final Lexicon words;
  private final Findings findings;
  private final PartReader parts;
  private final Tags tags;

  ListReader(Lexicon words, Findings findings, PartReader parts) {
    this.words = words;
    this.findings = findings;
    this.parts = parts;
    this.tags = new Tags(words);
  }

  void read(List<Node.Entry> run, Scope scope) {
    if (scope.topic() == Topic.PROPOSAL && !reads(run)) {
      Node.Entry first = run.get(0);
      String why = "its entries tell what happened, they ask for nothing";
      findings.leave(first.line(), "list", first.text().plain(), why);
      return;
    }
    boolean owned = ownersFirst(run);
    for (Node.Entry entry : run) {
      boolean told =
          scope.topic() == Topic.PROPOSAL
              && words.mood(entry.text().plain()) == Mood.PAST
              && entry.block().checked().isEmpty();
      if (!told) {
        entry(entry, owned ? scope.owned(leading(entry)) : scope);
      }
    }
  }

  /** A list whose every entry begins with parentheses has its owners there, as in a column. */
  private boolean ownersFirst(List<Node.Entry> run) {
    return run.size() >= 3
        && run.stream().noneMatch(entry -> leading(entry).isEmpty())
        && run.stream().anyMatch(entry -> words.owners().areOwners(leading(entry)));
  }

  private static String leading(Node.Entry entry) {
    Matcher matcher = PARENTHESES.matcher(entry.text().strip().plain());
    return matcher.lookingAt() ? matcher.group(1).strip() : "";
  }

  /** Whether most entries ask for work. */
  private boolean reads(List<Node.Entry> run) {
    long asking =
        run.stream()
            .filter(entry -> entry.block().checked().isPresent() || proposes(entry.text()))
            .count();
    return asking >= MOST * run.size();
  }

  /** A name in bold with its explanation is a thing to be had: "**Drift guard** - flags when …". */
  private boolean proposes(RichText text) {
    boolean named = startsBold(text) && !text.strip().isWholly(Mark.Kind.BOLD);
    return asks(text) || (named && words.mood(text.plain()) == Mood.OTHER);
  }

  private boolean asks(RichText text) {
    String plain = Normal.oneLine(text.plain());
    Mood mood = words.mood(plain);
    int colon = plain.indexOf(": ");
    return mood.asks()
        || (colon > 0 && colon < 60 && words.mood(plain.substring(colon + 2)) == Mood.IMPERATIVE);
  }

  private void entry(Node.Entry entry, Scope scope) {
    RichText text = entry.text().strip();
    if (text.isBlank()) {
      parts.nodes(entry.children(), scope);
      return;
    }
    String plain = text.plain();
    if (words.placeholders().isNothing(plain) || isTemplate(plain)) {
      findings.leave(entry.line(), "entry", plain, "it is a placeholder");
      return;
    }
    if (splits(entry)) {
      Draft common = new Draft(words);
      String name = ItemReader.read(text, common, words);
      parts.nodes(entry.children(), scope.nested(name, common));
      return;
    }
    if (REGRET.matcher(plain).lookingAt() && entry.block().checked().isEmpty()) {
      findings.leave(
          entry.line(), "entry", plain, "it tells what might have been, or is there already");
      return;
    }
    if (isFact(entry)) {
      findings.leave(entry.line(), "entry", plain, "it is a fact about another item");
      return;
    }
    Draft draft = new Draft(words);
    entry.block().checked().ifPresent(draft::done);
    children(entry.children(), draft);
    String title = ItemReader.read(text, draft, words);
    if (words.placeholders().isNothing(title) && !TicketWords.in(text).isEmpty()) {
      title = plain;
    }
    past(title, draft, scope);
    findings.item(title, draft, scope, entry.block(), rule(entry, scope));
  }

  private boolean isTemplate(String plain) {
    return words.placeholders().isInstruction(plain);
  }

  private boolean isFact(Node.Entry entry) {
    Optional<Tags.Labelled> labelled = tags.labelled(entry.text().strip());
    return labelled.isPresent()
        && entry.block().checked().isEmpty()
        && FACTS.contains(labelled.get().column())
        && Normal.words(labelled.get().value().plain()).split(" ", -1).length <= 6;
  }

  private static final List<Column> FACTS =
      List.of(Column.OWNER, Column.DUE, Column.STATUS, Column.PRIORITY, Column.EFFORT);

  private static String rule(Node.Entry entry, Scope scope) {
    String what = entry.block() instanceof Block.Task ? "task" : "list";
    return scope.topic() == Topic.PROPOSAL
        ? what + "-of-proposals"
        : what + "-under-action-heading";
  }

  /** An entry of an action list that tells what somebody did is done. */
  private void past(String title, Draft draft, Scope scope) {
    if (!draft.hasDone()
        && !draft.has(Column.STATUS)
        && scope.done().isEmpty()
        && words.mood(title) == Mood.PAST) {
      draft.done(true);
    }
  }

  /** What is nested in an item: facts about it, its tickets, that it is done. */
  private void children(List<Node> children, Draft draft) {
    for (Node child : children) {
      if (child instanceof Node.Entry entry) {
        note(entry.text().strip(), draft);
        children(entry.children(), draft);
      } else if (child instanceof Node.Para para) {
        for (RichText line : para.block().text().lines()) {
          note(line.strip(), draft);
        }
      } else if (child instanceof Node.Part part) {
        tags.column(part.label().plain().replace(":", ""))
            .ifPresent(column -> draft.take(column, first(part)));
        children(part.children(), draft);
      }
    }
  }

  private static RichText first(Node.Part part) {
    return part.children().isEmpty() || !(part.children().get(0) instanceof Node.Entry entry)
        ? RichText.EMPTY
        : entry.text();
  }

  private void note(RichText text, Draft draft) {
    Optional<Tags.Labelled> labelled = tags.labelled(text);
    if (labelled.isPresent()) {
      draft.take(labelled.get().column(), labelled.get().value());
    } else if (words.status().remark(text.plain()).isPresent()) {
      words.status().remark(text.plain()).ifPresent(draft::done);
      draft.tickets(TicketWords.in(text));
    } else if (!tags.take(text, draft)) {
      draft.tickets(TicketWords.in(text));
    }
  }

  /** Whether the work is in what is nested, and the entry only its common name. */
  private boolean splits(Node.Entry entry) {
    List<Node.Entry> nested =
        entry.children().stream()
            .filter(node -> node instanceof Node.Entry child && !isAside(child))
            .map(Node.Entry.class::cast)
            .toList();
    if (nested.isEmpty()) {
      return entry.children().stream().anyMatch(Node.Rows.class::isInstance);
    }
    long boxes = nested.stream().filter(child -> child.block().checked().isPresent()).count();
    if (boxes * 2 > nested.size()) {
      return true;
    }
    if (entry.block().checked().isPresent()) {
      return false;
    }
    String plain = entry.text().strip().plain();
    boolean name = plain.indexOf('\n') < 0 && Sentences.of(entry.text()).size() == 1;
    boolean label =
        name
            && (plain.endsWith(":")
                || plain.endsWith("：")
                || entry.text().isWholly(Mark.Kind.BOLD));
    long asking = nested.stream().filter(child -> asks(child.text())).count();
    boolean steps = nested.stream().allMatch(child -> child.block().numbered());
    if (words.mood(plain).asks()) {
      return !steps && nested.size() >= 2 && asking * 3 >= nested.size() * 2L;
    }
    boolean named = entry.block().numbered() && startsBold(entry.text());
    return (label && !named) || asking * 2 >= nested.size();
  }

  /**
   * A numbered entry with a name in bold is an item, unless what is nested asks for work itself.
   */
  private static boolean startsBold(RichText text) {
    return text.strip().marks(Mark.Kind.BOLD).stream().anyMatch(mark -> mark.start() == 0);
  }

  /** A fact about the entry above, or a link: no work of its own. */
  private boolean isAside(Node.Entry entry) {
    RichText text = entry.text().strip();
    return text.isBlank()
        || NOTE.matcher(text.plain()).lookingAt()
        || tags.labelled(text).isPresent()
        || TicketTrail.isOnlyTickets(text, TicketWords.in(text))
        || words.status().remark(text.plain()).isPresent();
  }
}
