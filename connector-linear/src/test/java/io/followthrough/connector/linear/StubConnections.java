package io.followthrough.connector.linear;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;

/** Pages of lists: newest first, fifty unless asked otherwise, never more than 250. */
@NullUnmarked // Trees of GraphQL, in which whatever is absent is null.
final class StubConnections implements DataFetcher<Object> {
  private static final int UNSTATED = 50;
  private static final int MOST = 250;

  /** A value of a tree; a list where the schema has a connection is given by pages. */
  @Override
  @SuppressWarnings("unchecked")
  public Object get(DataFetchingEnvironment environment) {
    Map<String, Object> source = environment.getSource();
    Object value = source == null ? null : source.get(environment.getField().getName());
    String type =
        GraphQLTypeUtil.simplePrint(GraphQLTypeUtil.unwrapAll(environment.getFieldType()));
    if (type.endsWith("Connection")) {
      List<Map<String, Object>> all = value == null ? List.of() : (List<Map<String, Object>>) value;
      return page(all, environment);
    }
    return value;
  }

  /** One page of what an environment's arguments ask for. */
  static Map<String, Object> page(
      List<Map<String, Object>> all, DataFetchingEnvironment environment) {
    int first = environment.getArgumentOrDefault("first", UNSTATED);
    if (first > MOST) {
      throw StubRefusal.input("first is at most " + MOST);
    }
    boolean archived = environment.getArgumentOrDefault("includeArchived", false);
    Map<String, Object> filter = environment.getArgumentOrDefault("filter", Map.of());
    String order =
        "updatedAt".equals(String.valueOf(environment.<Object>getArgument("orderBy")))
            ? "updatedAt"
            : "createdAt";
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Map<String, Object> row : all) {
      boolean hidden = row.get("archivedAt") != null || Boolean.TRUE.equals(row.get("trashed"));
      if ((archived || !hidden) && StubFilter.matches(row, filter)) {
        rows.add(row);
      }
    }
    rows.sort(
        Comparator.comparing((Map<String, Object> row) -> String.valueOf(row.get(order)))
            .reversed());
    int from = offset(environment.getArgument("after"));
    int to = Math.min(rows.size(), from + first);
    return StubWorld.tree(
        "nodes",
        rows.subList(Math.min(from, to), to),
        "pageInfo",
        StubWorld.tree("hasNextPage", to < rows.size(), "endCursor", "after-" + to));
  }

  private static int offset(String cursor) {
    return cursor == null ? 0 : Integer.parseInt(cursor.replace("after-", ""));
  }
}
