package io.followthrough.connector.jira;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** As much of Confluence's query language as searches of pages need. */
final class ConfluenceCql {
  private static final Pattern CONDITION =
      Pattern.compile("(\\w+) (?:= \"?([^\"]*)\"?|in \\(([\\d, ]+)\\))");

  private final ConfluenceWorld world;
  private final List<String> alternatives;

  ConfluenceCql(ConfluenceWorld world, String query) {
    this.world = world;
    this.alternatives = Arrays.asList(query.split(" or ", -1));
  }

  boolean finds(StubPage page) {
    return !page.hidden
        && page.isCurrent()
        && alternatives.stream().anyMatch(each -> holds(each, page));
  }

  private boolean holds(String alternative, StubPage page) {
    String bare =
        alternative.startsWith("(")
            ? alternative.substring(1, alternative.length() - 1)
            : alternative;
    return Arrays.stream(bare.split(" and ", -1)).allMatch(condition -> is(condition, page));
  }

  private boolean is(String condition, StubPage page) {
    Matcher matcher = CONDITION.matcher(condition);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not understood: " + condition);
    }
    String value = matcher.group(2);
    return switch (matcher.group(1)) {
      case "type" -> value.equals("page");
      case "space" -> page.space.equals(value);
      case "label" -> page.labels.contains(value);
      case "ancestor" -> world.above(page).stream().anyMatch(above -> above.id.equals(value));
      case "id" -> List.of(matcher.group(3).split(", ", -1)).contains(page.id);
      default -> throw new IllegalArgumentException("no such field: " + condition);
    };
  }
}
