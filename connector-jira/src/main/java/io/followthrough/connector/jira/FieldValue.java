package io.followthrough.connector.jira;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.followthrough.http.Fields;
import io.followthrough.http.Json;
import io.followthrough.tracker.Account;
import io.followthrough.tracker.OneLine;
import io.followthrough.tracker.Prose;
import io.followthrough.tracker.Span;
import java.io.Serial;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Words of the configuration as the value that a field of Jira wants, by the field's own schema.
 */
final class FieldValue {
  private static final int NAMES = 12;

  private final Markup markup;
  private final Function<String, Optional<Account>> people;
  private final boolean cloud;

  /**
   * A maker of values.
   *
   * @param people who can be meant in a field of users
   */
  FieldValue(Markup markup, Function<String, Optional<Account>> people, boolean cloud) {
    this.markup = requireNonNull(markup, "markup is null");
    this.people = requireNonNull(people, "people is null");
    this.cloud = cloud;
  }

  /** Words that a field does not take; the message says why and what it would take. */
  static final class Unfit extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    Unfit(String message) {
      super(message);
    }
  }

  /**
   * The value.
   *
   * @param field as create metadata describes it
   * @throws Unfit where the words are no value of it
   */
  JsonNode of(JsonNode field, String words) {
    JsonNode schema = field.path("schema");
    String custom = Fields.text(schema, "custom");
    if (custom.endsWith(":gh-sprint")) {
      return number(field, words);
    }
    if (custom.endsWith(":gh-epic-link")) {
      return TextNode.valueOf(words.strip());
    }
    return switch (Fields.text(schema, "type")) {
      case "array" -> array(field, Fields.text(schema, "items"), words);
      case "number" -> number(field, words);
      case "date" ->
          Times.date(words.strip())
              .<JsonNode>map(date -> TextNode.valueOf(date.toString()))
              .orElseThrow(() -> unfit(field, words, "a date such as 2027-01-31"));
      case "datetime" ->
          Times.stamp(words.strip())
              .<JsonNode>map(TextNode::valueOf)
              .orElseThrow(() -> unfit(field, words, "a time such as 2027-01-31T14:00:00Z"));
      case "option-with-child" -> cascading(field, words);
      default -> single(field, Fields.text(schema, "type"), words);
    };
  }

  /** An object that names someone as an edition wants it. */
  static ObjectNode user(Account account, boolean cloud) {
    return cloud
        ? Json.object().put("accountId", account.id())
        : Json.object().put("name", account.handle());
  }

  private JsonNode array(JsonNode field, String items, String words) {
    ArrayNode all = Json.object().putArray("all");
    for (String each : words.split(",", -1)) {
      if (!each.isBlank()) {
        all.add(single(field, items, each.strip()));
      }
    }
    return all;
  }

  private JsonNode single(JsonNode field, String type, String words) {
    return switch (type) {
      case "user" ->
          people
              .apply(words.strip())
              .map(account -> user(account, cloud))
              .orElseThrow(() -> unfit(field, words, "somebody who can be assigned"));
      case "option" -> allowed(field.path("allowedValues"), field, words, "value");
      case "priority", "version", "component", "securitylevel", "resolution", "issuetype" ->
          allowed(field.path("allowedValues"), field, words, "name");
      case "group" -> Json.object().put("name", words.strip());
      case "issuelink", "project" -> Json.object().put("key", words.strip());
      case "string" -> text(field, words);
      default -> TextNode.valueOf(words.strip());
    };
  }

  private JsonNode text(JsonNode field, String words) {
    JsonNode schema = field.path("schema");
    boolean several =
        Fields.text(schema, "custom").endsWith(":textarea")
            || Fields.text(schema, "system").equals("environment");
    return several
        ? markup.plain(Prose.empty().paragraph(Span.plain(words)))
        : TextNode.valueOf(OneLine.of(words, 255));
  }

  private JsonNode number(JsonNode field, String words) {
    try {
      return DecimalNode.valueOf(new BigDecimal(words.strip()));
    } catch (NumberFormatException e) {
      throw unfit(field, words, "a number");
    }
  }

  /** Written as {@code Europe > France}, or as a list of the two. */
  private static JsonNode cascading(JsonNode field, String words) {
    String[] parts = words.split("[>,]", 2);
    JsonNode values = field.path("allowedValues");
    ObjectNode parent = allowed(values, field, parts[0], "value");
    if (parts.length > 1) {
      JsonNode chosen =
          JiraFields.list(values).stream()
              .filter(value -> JiraFields.id(value).equals(Fields.text(parent, "id")))
              .findFirst()
              .orElseGet(Json::object);
      parent.set("child", allowed(chosen.path("children"), field, parts[1], "value"));
    }
    return parent;
  }

  /** One of the values that a field allows, by its id; any name where it does not list them. */
  private static ObjectNode allowed(JsonNode values, JsonNode field, String words, String name) {
    String wanted = words.strip();
    if (values.isEmpty()) {
      return Json.object().put(name, wanted);
    }
    return JiraFields.list(values).stream()
        .filter(
            value -> JiraFields.id(value).equals(wanted) || shown(value).equalsIgnoreCase(wanted))
        .findFirst()
        .map(value -> Json.object().put("id", JiraFields.id(value)))
        .orElseThrow(() -> unfit(field, words, "one of " + names(values)));
  }

  static String names(JsonNode values) {
    List<String> names = JiraFields.list(values).stream().map(FieldValue::shown).toList();
    return names.stream().limit(NAMES).collect(Collectors.joining(", "))
        + (names.size() > NAMES ? ", …" : "");
  }

  static String shown(JsonNode value) {
    return Fields.optionalText(value, "value").orElseGet(() -> Fields.text(value, "name"));
  }

  private static Unfit unfit(JsonNode field, String words, String wanted) {
    return new Unfit(
        "the field " + Fields.text(field, "name") + " does not take " + words + ", but " + wanted);
  }
}
