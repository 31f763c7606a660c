package io.followthrough.connector.linear;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.followthrough.http.HttpCall;
import io.followthrough.http.HttpEdge;
import io.followthrough.http.Json;
import io.followthrough.http.Reply;
import io.followthrough.tracker.FailureKind;
import io.followthrough.tracker.TrackerException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Linear's API, as far as requests, data and errors go. Safe for several threads. */
final class LinearApi implements AutoCloseable {
  private static final int MOST_PAGES = 1_000;

  private final HttpEdge edge;
  private final String url;
  private final InstantSource clock;

  LinearApi(HttpEdge edge, String url, InstantSource clock) {
    this.edge = requireNonNull(edge, "edge is null");
    this.url = requireNonNull(url, "url is null");
    this.clock = requireNonNull(clock, "clock is null");
  }

  /**
   * The data of a reply.
   *
   * @param whole false where Linear gave errors beside it: something within is null or left out
   */
  record Answer(JsonNode data, boolean whole, Reply reply) {}

  Instant now() {
    return clock.instant();
  }

  /**
   * Says something once.
   *
   * @return data that has what was asked for at its root, though perhaps not all below it
   * @throws TrackerException where it has not
   */
  Answer ask(Operation operation, ObjectNode variables) {
    JsonNode body = operation.request(variables);
    HttpCall call =
        operation.isWrite()
            ? HttpCall.write(operation.does(), "POST", url, body)
            : HttpCall.query(operation.does(), url, body);
    Reply reply = edge.exchange(call);
    JsonNode data = Json.parse(reply.text()).orElseGet(Json::object).path("data");
    boolean whole = reply.isSuccess() && LinearFailure.errors(reply).isEmpty();
    if (data.hasNonNull(operation.root())) {
      return new Answer(data, whole, reply);
    }
    if (whole && data.has(operation.root())) {
      throw reply.unreadable("a reply without " + operation.root());
    }
    throw LinearFailure.of(operation, reply, now());
  }

  /** The root of the data; a read that is not whole has failed. */
  JsonNode get(Operation operation, ObjectNode variables) {
    Answer answer = ask(operation, variables);
    if (!answer.whole() && !operation.isWrite()) {
      throw LinearFailure.of(operation, answer.reply(), now());
    }
    return answer.data().path(operation.root());
  }

  /**
   * Every node of a connection at the root.
   *
   * @param variables without {@code after}
   */
  List<JsonNode> nodes(Operation operation, ObjectNode variables) {
    return nodes(operation, variables, data -> {});
  }

  /** Every node of a connection at the root, whatever else stands beside it looked at first. */
  List<JsonNode> nodes(Operation operation, ObjectNode variables, Consumer<JsonNode> beside) {
    List<JsonNode> nodes = new ArrayList<>();
    Optional<String> after = Optional.empty();
    for (int page = 0; page < MOST_PAGES; page++) {
      after.ifPresent(cursor -> variables.put("after", cursor));
      Answer answer = ask(operation, variables);
      if (!answer.whole()) {
        throw LinearFailure.of(operation, answer.reply(), now());
      }
      beside.accept(answer.data());
      JsonNode connection = answer.data().path(operation.root());
      nodes.addAll(nodes(connection));
      after = next(connection, after);
      if (after.isEmpty()) {
        return nodes;
      }
    }
    throw new TrackerException(
        FailureKind.BROKEN, operation.does(), "a list of more than " + MOST_PAGES + " pages");
  }

  /** The nodes of one page; those that Linear could not give are left out. */
  static List<JsonNode> nodes(JsonNode connection) {
    List<JsonNode> nodes = new ArrayList<>();
    for (JsonNode node : connection.path("nodes")) {
      if (node.isObject()) {
        nodes.add(node);
      }
    }
    return nodes;
  }

  /** Where the next page begins; empty after the last, and where pages do not go on. */
  static Optional<String> next(JsonNode connection, Optional<String> before) {
    JsonNode info = connection.path("pageInfo");
    String end = info.path("endCursor").asText("");
    boolean more = info.path("hasNextPage").asBoolean(false) && !end.isEmpty();
    return more && !before.equals(Optional.of(end)) ? Optional.of(end) : Optional.empty();
  }

  @Override
  public void close() {
    edge.close();
  }
}
