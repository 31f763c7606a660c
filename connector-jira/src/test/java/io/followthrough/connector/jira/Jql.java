package io.followthrough.connector.jira;

import java.io.Serial;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** As much of Jira's query language as is asked of the stub; anything else is a wrong query. */
final class Jql {
  private static final Pattern TOKEN =
      Pattern.compile("\\s*(\"(?:[^\"\\\\]|\\\\.)*\"|'[^']*'|>=|=|[(),]|[A-Za-z0-9_.-]+)");

  private final List<String> tokens = new ArrayList<>();
  private final StubWorld world;
  private int at;

  private Jql(String text, StubWorld world) {
    this.world = world;
    Matcher token = TOKEN.matcher(text);
    int end = 0;
    while (token.find(end) && token.start() == end) {
      tokens.add(token.group(1));
      end = token.end();
    }
    if (!text.substring(end).isBlank()) {
      throw new Wrong("Error in the JQL Query near '" + text.substring(end) + "'");
    }
  }

  /** A query that Jira would not take. */
  static final class Wrong extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    Wrong(String message) {
      super(message);
    }
  }

  /** A condition on issues as the index knows them. */
  static Predicate<StubIssue> parse(String text, StubWorld world) {
    String condition = text.replaceFirst("(?i)\\s+ORDER\\s+BY\\s+.*$", "");
    Jql jql = new Jql(condition, world);
    Predicate<StubIssue> parsed = jql.or();
    if (jql.at < jql.tokens.size()) {
      throw new Wrong("Error in the JQL Query at '" + jql.tokens.get(jql.at) + "'");
    }
    return parsed;
  }

  /** True where the newest are wanted first. */
  static boolean isNewestFirst(String text) {
    return text.matches("(?is).*ORDER\\s+BY\\s+created\\s+DESC.*");
  }

  private Predicate<StubIssue> or() {
    Predicate<StubIssue> either = and();
    while (takes("OR")) {
      either = either.or(and());
    }
    return either;
  }

  private Predicate<StubIssue> and() {
    Predicate<StubIssue> both = term();
    while (takes("AND")) {
      both = both.and(term());
    }
    return both;
  }

  private Predicate<StubIssue> term() {
    if (takes("(")) {
      Predicate<StubIssue> inner = or();
      needs(")");
      return inner;
    }
    String field = next();
    if (takes(">=")) {
      if (!field.equals("updated")) {
        throw new Wrong("no such comparison: " + field);
      }
      Instant since = Instant.ofEpochMilli(Long.parseLong(next()));
      Instant now = world.now();
      return issue -> issue.indexedUpdate(now).filter(at -> !at.isBefore(since)).isPresent();
    }
    List<String> values = takes("=") ? List.of(next()) : list();
    return switch (field) {
      case "project" -> {
        for (String key : values) {
          if (world.project(key).filter(project -> project.visible).isEmpty()) {
            throw new Wrong("The value '" + key + "' does not exist for the field 'project'.");
          }
        }
        yield issue -> values.contains(issue.project.key);
      }
      case "labels" -> issue -> issue.labels.stream().anyMatch(values::contains);
      case "type" -> issue -> values.contains(issue.type);
      default -> throw new Wrong("Field '" + field + "' does not exist.");
    };
  }

  private List<String> list() {
    needs("in");
    needs("(");
    List<String> values = new ArrayList<>();
    do {
      values.add(next());
    } while (takes(","));
    needs(")");
    return values;
  }

  private boolean takes(String word) {
    boolean there = at < tokens.size() && tokens.get(at).equalsIgnoreCase(word);
    at += there ? 1 : 0;
    return there;
  }

  private void needs(String word) {
    if (!takes(word)) {
      throw new Wrong("Error in the JQL Query: expecting '" + word + "'");
    }
  }

  private String next() {
    if (at == tokens.size()) {
      throw new Wrong("Error in the JQL Query: it ends too soon");
    }
    String token = tokens.get(at++);
    return token.startsWith("\"") || token.startsWith("'")
        ? token.substring(1, token.length() - 1).replaceAll("\\\\(.)", "$1")
        : token;
  }
}
