package io.followthrough.connector.jira;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.followthrough.http.Json;
import io.followthrough.tracker.CommentDraft;
import io.followthrough.tracker.Marker;
import io.followthrough.tracker.OneLine;
import io.followthrough.tracker.Prose;
import io.followthrough.tracker.Prose.Line;
import io.followthrough.tracker.Prose.Shape;
import io.followthrough.tracker.ProseLimit;
import io.followthrough.tracker.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Atlassian's document format: a tree of nodes, in which words are words whatever they are. Its
 * length is counted as JSON, as Jira Cloud is reported to do.
 */
final class AdfMarkup implements Markup {
  static final Pattern ACCOUNT_ID = Pattern.compile("[0-9A-Za-z:_-]{1,128}");

  /** Zero width: keeps words from being the text of a mark where they are read back as text. */
  private static final String BREAK = "\u200B";

  private static final Pattern MARK = Pattern.compile("(?i)(followthrough)(?=:)");

  private final String site;

  AdfMarkup(String site) {
    this.site = requireNonNull(site, "site is null");
  }

  @Override
  public JsonNode description(Marker marker, Prose block) {
    return fit(block, prose -> document(part(marker, prose)));
  }

  @Override
  public JsonNode plain(Prose words) {
    return fit(words, prose -> document(nodes(prose)));
  }

  @Override
  public JsonNode with(JsonNode description, Marker marker, Prose block) {
    List<JsonNode> nodes = AdfText.children(description);
    Optional<Range> range = range(nodes);
    List<JsonNode> before = range.map(r -> nodes.subList(0, r.head())).orElse(nodes);
    List<JsonNode> after =
        range.map(r -> nodes.subList(r.tail() + 1, nodes.size())).orElse(List.of());
    return fit(
        block,
        prose -> {
          List<JsonNode> all = new ArrayList<>(before);
          all.addAll(part(marker, prose));
          all.addAll(after);
          return document(all);
        });
  }

  @Override
  public Optional<Part> part(JsonNode description) {
    List<JsonNode> nodes = AdfText.children(description);
    return range(nodes)
        .map(
            range ->
                new Part(
                    range.marker(),
                    AdfText.withAccounts(nodes.subList(range.head() + 1, range.tail()))));
  }

  @Override
  public Optional<Marker> mark(JsonNode description) {
    return AdfText.children(description).stream()
        .flatMap(node -> markOf(node).stream())
        .map(MarkLink::marker)
        .findFirst();
  }

  @Override
  public JsonNode comment(CommentDraft draft) {
    String address = new MarkLink(draft.marker(), Optional.of(draft.key())).address(site);
    return fit(
        draft.body(),
        prose -> {
          List<JsonNode> nodes = nodes(prose);
          nodes.add(line(MarkLink.SIGNATURE, address));
          return document(nodes);
        });
  }

  @Override
  public Said said(JsonNode comment) {
    if (comment.isTextual()) {
      return new Said(comment.textValue(), Optional.empty());
    }
    List<JsonNode> nodes = AdfText.children(comment);
    Optional<MarkLink> mark =
        nodes.isEmpty() ? Optional.empty() : markOf(nodes.get(nodes.size() - 1));
    boolean marked = mark.flatMap(MarkLink::key).isPresent();
    return new Said(
        AdfText.withAccounts(marked ? nodes.subList(0, nodes.size() - 1) : nodes),
        mark.filter(link -> marked));
  }

  /** Where our part begins and ends among the nodes of a description. */
  private record Range(Marker marker, int head, int tail) {}

  private static Optional<Range> range(List<JsonNode> nodes) {
    for (int head = 0; head < nodes.size(); head++) {
      Optional<MarkLink> mark = markOf(nodes.get(head));
      for (int tail = head + 1; mark.isPresent() && tail < nodes.size(); tail++) {
        if (address(nodes.get(tail)).filter(MarkLink::isEnd).isPresent()) {
          return Optional.of(new Range(mark.get().marker(), head, tail));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<MarkLink> markOf(JsonNode node) {
    return address(node).flatMap(MarkLink::in);
  }

  /** The link of a paragraph that begins with one. */
  private static Optional<String> address(JsonNode node) {
    JsonNode first = node.path("content").path(0);
    if (!node.path("type").asText("").equals("paragraph")) {
      return Optional.empty();
    }
    for (JsonNode mark : first.path("marks")) {
      if (mark.path("type").asText("").equals("link")) {
        return Optional.of(mark.path("attrs").path("href").asText(""));
      }
    }
    return Optional.empty();
  }

  private List<JsonNode> part(Marker marker, Prose prose) {
    List<JsonNode> nodes = new ArrayList<>();
    nodes.add(line(MarkLink.HEAD, new MarkLink(marker, Optional.empty()).address(site)));
    nodes.addAll(nodes(prose));
    nodes.add(line(MarkLink.TAIL, MarkLink.end(site, marker)));
    return nodes;
  }

  private static JsonNode line(String words, String address) {
    ObjectNode text = text(words);
    marked(text, "link").putObject("attrs").put("href", address);
    ObjectNode paragraph = node("paragraph");
    paragraph.putArray("content").add(text);
    return paragraph;
  }

  private static JsonNode fit(Prose prose, Function<Prose, JsonNode> whole) {
    Prose fitting = ProseLimit.fit(prose, LONGEST, shorter -> Json.write(whole.apply(shorter)));
    return whole.apply(fitting);
  }

  private static JsonNode document(List<JsonNode> nodes) {
    ObjectNode document = node("doc").put("version", 1);
    document.putArray("content").addAll(nodes);
    return document;
  }

  private static List<JsonNode> nodes(Prose prose) {
    List<JsonNode> nodes = new ArrayList<>();
    Shape before = Shape.PARAGRAPH;
    for (Line line : prose.lines()) {
      ObjectNode paragraph = node("paragraph");
      ArrayNode content = paragraph.putArray("content");
      line.spans().forEach(span -> append(content, span));
      if (content.isEmpty()) {
        continue;
      }
      boolean joins = line.shape() == before && !nodes.isEmpty();
      switch (line.shape()) {
        case PARAGRAPH -> nodes.add(paragraph);
        case HEADING -> {
          ObjectNode heading = node("heading");
          heading.putObject("attrs").put("level", 3);
          heading.set("content", content);
          nodes.add(heading);
        }
        case ROW -> container(nodes, "table", joins).add(row(line, !joins));
        case BULLET -> {
          ObjectNode item = node("listItem");
          item.putArray("content").add(paragraph);
          container(nodes, "bulletList", joins).add(item);
        }
        case QUOTE -> container(nodes, "blockquote", joins).add(paragraph);
      }
      before = line.shape();
    }
    return nodes;
  }

  /** A cell holds a paragraph, which may be without words. */
  private static ObjectNode row(Line line, boolean isHead) {
    ObjectNode row = node("tableRow");
    ArrayNode cells = row.putArray("content");
    for (Span span : line.spans()) {
      ObjectNode paragraph = node("paragraph");
      append(paragraph.putArray("content"), span);
      ObjectNode cell = node(isHead ? "tableHeader" : "tableCell");
      cell.putArray("content").add(paragraph);
      cells.add(cell);
    }
    return row;
  }

  private static ArrayNode container(List<JsonNode> nodes, String type, boolean joins) {
    if (joins && nodes.get(nodes.size() - 1) instanceof ObjectNode last) {
      return last.withArray("content");
    }
    ObjectNode fresh = node(type);
    nodes.add(fresh);
    return fresh.putArray("content");
  }

  private static void append(ArrayNode content, Span span) {
    String words = MARK.matcher(OneLine.fold(span.text())).replaceAll("$1" + BREAK);
    switch (span.dress()) {
      case PLAIN -> add(content, text(words));
      case STRONG -> add(content, with(text(words), "strong"));
      case CODE -> add(content, with(text(words), "code"));
      case LINK -> {
        ObjectNode text = text(words.isBlank() ? OneLine.of(span.target()) : words);
        SafeAddress.of(span.target())
            .ifPresent(to -> marked(text, "link").putObject("attrs").put("href", to));
        add(content, text);
      }
      case MENTION -> mention(content, span.target(), OneLine.of(words));
    }
  }

  private static void mention(ArrayNode content, String id, String name) {
    if (ACCOUNT_ID.matcher(id).matches()) {
      content
          .addObject()
          .put("type", "mention")
          .putObject("attrs")
          .put("id", id)
          .put("text", "@" + name);
    } else {
      add(content, text(name));
    }
  }

  /** Empty texts are not of the format. */
  private static void add(ArrayNode content, ObjectNode text) {
    if (!text.path("text").asText("").isEmpty()) {
      content.add(text);
    }
  }

  private static ObjectNode with(ObjectNode text, String mark) {
    marked(text, mark);
    return text;
  }

  private static ObjectNode marked(ObjectNode text, String mark) {
    return text.withArray("marks").addObject().put("type", mark);
  }

  private static ObjectNode text(String words) {
    return node("text").put("text", words);
  }

  private static ObjectNode node(String type) {
    return Json.object().put("type", type);
  }
}
