package io.followthrough.extract;

import java.util.ArrayList;
import java.util.List;

/** Reads the parts of a document from the outermost in: which are follow-up work, which are not. */
final class PartReader {
  private final Lexicon words;
  private final Findings findings;
  private final ListReader lists;
  private final TableReader tables;
  private final ProseReader prose;
  private final HeadingReader headings;
  private final MarkerReader markers;

  PartReader(Lexicon words, Findings findings) {
    this.words = words;
    this.findings = findings;
    this.lists = new ListReader(words, findings, this);
    this.tables = new TableReader(words, findings);
    this.prose = new ProseReader(words, findings);
    this.headings = new HeadingReader(words, findings);
    this.markers = new MarkerReader(words, findings);
  }

  void read(Node.Part part, Scope scope) {
    nodes(part.children(), scope);
  }

  void nodes(List<Node> nodes, Scope scope) {
    boolean work = scope.topic() == Topic.ACTION || scope.topic() == Topic.PROPOSAL;
    boolean structured = nodes.stream().anyMatch(node -> !(node instanceof Node.Para));
    boolean table = nodes.stream().anyMatch(Node.Rows.class::isInstance);
    List<Node.Para> paragraphs = new ArrayList<>();
    int i = 0;
    while (i < nodes.size()) {
      Node node = nodes.get(i);
      if (node instanceof Node.Entry) {
        List<Node.Entry> run = run(nodes, i);
        i += run.size();
        if (work) {
          lists.read(run, scope);
        } else {
          elsewhere(run, scope);
        }
        continue;
      }
      i++;
      if (node instanceof Node.Part part && work && table && isLegend(part)) {
        int line = part.children().get(0).line();
        findings.leave(line, "list", part.label().plain(), "it explains the words of the table");
      } else if (node instanceof Node.Part part) {
        part(part, scope);
      } else if (node instanceof Node.Rows rows) {
        tables.read(rows, scope);
      } else if (node instanceof Node.Para para && !para.block().place().quoted()) {
        if (!markers.paragraph(para, scope)) {
          paragraphs.add(para);
        }
      }
    }
    if (work) {
      prose.read(paragraphs, structured, scope);
    } else {
      prose.promised(paragraphs, scope);
    }
  }

  private void part(Node.Part part, Scope scope) {
    boolean within = scope.topic() == Topic.ACTION;
    if (within && headings.isItem(part)) {
      headings.read(part, scope);
      return;
    }
    Scope below = scope.below(part, words);
    int told = findings.told();
    read(part, below);
    if (part.kind() == Node.Label.ENTRY && findings.told() == told) {
      boolean work = below.topic() == Topic.ACTION || below.topic() == Topic.PROPOSAL;
      findings.leave(
          part.line(),
          "list",
          part.label().plain(),
          work ? "it announces follow-up work, and nothing stands below it" : below.whyNot());
    }
  }

  /** A list beside a table whose every entry explains a priority or a kind. */
  private boolean isLegend(Node.Part part) {
    return !part.children().isEmpty()
        && part.children().stream()
            .allMatch(node -> node instanceof Node.Entry entry && explains(entry.text().plain()));
  }

  private boolean explains(String entry) {
    String word = entry.strip().split("\\s*[-–—:=]\\s", -1)[0];
    return words.grades().priority(word).isPresent()
        || (word.length() < 20 && words.grades().kind(word).isPresent());
  }

  private static List<Node.Entry> run(List<Node> nodes, int from) {
    List<Node.Entry> run = new ArrayList<>();
    for (int i = from; i < nodes.size() && nodes.get(i) instanceof Node.Entry entry; i++) {
      run.add(entry);
    }
    return run;
  }

  /** A list outside of action items: markers count, and parts nested in its entries. */
  private void elsewhere(List<Node.Entry> run, Scope scope) {
    int before = findings.size();
    for (Node.Entry entry : run) {
      if (!entry.block().place().quoted()) {
        markers.entry(entry, scope);
      }
      nodes(entry.children(), scope);
    }
    if (findings.size() == before) {
      int list = -1;
      for (Node.Entry entry : run) {
        if (entry.block().list() != list) {
          findings.leave(entry.line(), "list", entry.text().plain(), scope.whyNot());
        }
        list = entry.block().list();
      }
    }
  }
}
