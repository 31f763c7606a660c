package io.followthrough.daemon.review;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.followthrough.review.Cell;
import io.followthrough.review.Figure;
import io.followthrough.review.Period;
import io.followthrough.review.Review;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A review as JSON, and back: for programs, and for the store, which keeps it as it was given. */
public final class ReviewJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private ReviewJson() {}

  /** All of a review; absent facts are null. */
  public static ObjectNode of(Review review) {
    ObjectNode node = JSON.objectNode();
    node.put("title", review.title());
    Period period = review.period();
    node.putObject("period")
        .put("kind", period.kind().word())
        .put("name", period.name())
        .put("from", period.first().toString())
        .put("to", period.last().toString());
    node.put("scope", review.scope());
    node.put("asOf", review.asOf().toString());
    node.put("complete", review.complete());
    ObjectNode summary = node.putObject("summary");
    review.figure("summary").stream()
        .flatMap(figure -> figure.rows().stream())
        .forEach(row -> summary.set(row.name(), number(row.cells().get(1).number())));
    ArrayNode figures = node.putArray("figures");
    review.figures().forEach(figure -> figures.add(of(figure)));
    return node;
  }

  /** One figure. */
  public static ObjectNode of(Figure figure) {
    ObjectNode node = JSON.objectNode();
    node.put("name", figure.name());
    node.put("title", figure.title());
    node.put("definition", figure.definition());
    node.set("remark", text(figure.remark()));
    ArrayNode columns = node.putArray("columns");
    figure.columns().forEach(columns::add);
    ArrayNode rows = node.putArray("rows");
    for (Figure.Row row : figure.rows()) {
      ObjectNode each = rows.addObject();
      each.put("name", row.name());
      each.put("definition", row.definition());
      ArrayNode cells = each.putArray("cells");
      row.cells().forEach(cell -> cells.add(of(cell)));
    }
    return node;
  }

  private static ObjectNode of(Cell cell) {
    ObjectNode node = JSON.objectNode();
    node.put("unit", cell.unit().name().toLowerCase(Locale.ROOT));
    if (cell.unit() == Cell.Unit.WORDS) {
      node.put("text", cell.words());
      cell.address().ifPresent(address -> node.put("url", address));
      cell.item().ifPresent(item -> node.put("item", item));
    } else {
      node.set("value", number(cell.number()));
      node.set("before", number(cell.before()));
      node.set("change", number(cell.change()));
    }
    return node;
  }

  private static JsonNode number(Optional<Integer> number) {
    return number.<JsonNode>map(JSON::numberNode).orElse(JSON.nullNode());
  }

  private static JsonNode text(Optional<String> text) {
    return text.<JsonNode>map(JSON::textNode).orElse(JSON.nullNode());
  }

  /**
   * A review out of what {@link #of(Review)} made of it.
   *
   * @throws IllegalArgumentException if it is anything else
   */
  static Review read(String text) {
    try {
      JsonNode node = MAPPER.readTree(text);
      Period.Kind kind = Period.Kind.valueOf(upper(node.path("period").path("kind").asText()));
      LocalDate first = LocalDate.parse(node.path("period").path("from").asText());
      List<Figure> figures = new ArrayList<>();
      node.path("figures").forEach(figure -> figures.add(figure(figure)));
      return new Review(
          new Period(kind, first),
          node.path("scope").asText(),
          LocalDate.parse(node.path("asOf").asText()),
          node.path("complete").asBoolean(),
          figures);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no review", e);
    }
  }

  private static String upper(String word) {
    return word.toUpperCase(Locale.ROOT);
  }

  private static Figure figure(JsonNode node) {
    List<String> columns = new ArrayList<>();
    node.path("columns").forEach(column -> columns.add(column.asText()));
    List<Figure.Row> rows = new ArrayList<>();
    for (JsonNode row : node.path("rows")) {
      List<Cell> cells = new ArrayList<>();
      row.path("cells").forEach(cell -> cells.add(cell(cell)));
      rows.add(new Figure.Row(row.path("name").asText(), row.path("definition").asText(), cells));
    }
    return new Figure(
        node.path("name").asText(),
        node.path("title").asText(),
        node.path("definition").asText(),
        optionalText(node.path("remark")),
        columns,
        rows);
  }

  private static Cell cell(JsonNode node) {
    return new Cell(
        Cell.Unit.valueOf(upper(node.path("unit").asText())),
        optionalNumber(node.path("value")),
        optionalNumber(node.path("before")),
        node.path("text").asText(""),
        optionalText(node.path("url")),
        optionalText(node.path("item")));
  }

  private static Optional<Integer> optionalNumber(JsonNode node) {
    return node.isInt() ? Optional.of(node.intValue()) : Optional.empty();
  }

  private static Optional<String> optionalText(JsonNode node) {
    return node.isTextual() ? Optional.of(node.textValue()) : Optional.empty();
  }
}
