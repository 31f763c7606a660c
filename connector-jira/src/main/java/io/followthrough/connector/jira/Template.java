package io.followthrough.connector.jira;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A value of the configuration with facts of the item in it, such as {@code ${item.service}}. */
final class Template {
  /** Every fact that there may be. */
  static final Set<String> FACTS =
      Set.of(
          "item.service",
          "item.services",
          "item.kind",
          "item.priority",
          "item.criterion",
          "item.due",
          "item.owner",
          "item.team",
          "incident.id",
          "incident.title",
          "incident.severity",
          "incident.date",
          "incident.url");

  private static final Pattern FACT = Pattern.compile("\\$\\{([a-z.]{1,40})}");

  private Template() {}

  /** The value; a fact that the item does not have is nothing. */
  static String fill(String template, Map<String, String> facts) {
    return FACT.matcher(template)
        .replaceAll(fact -> Matcher.quoteReplacement(facts.getOrDefault(fact.group(1), "")))
        .strip();
  }

  /** The facts that a value asks for and nothing has. */
  static Set<String> unknown(String template) {
    Set<String> unknown = new TreeSet<>();
    FACT.matcher(template).results().forEach(fact -> unknown.add(fact.group(1)));
    unknown.removeAll(FACTS);
    return unknown;
  }
}
