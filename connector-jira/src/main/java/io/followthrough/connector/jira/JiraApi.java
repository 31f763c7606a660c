package io.followthrough.connector.jira;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.followthrough.http.HttpCall;
import io.followthrough.http.Reply;
import io.followthrough.tracker.FailureKind;
import io.followthrough.tracker.TicketRef;
import io.followthrough.tracker.TrackerException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Jira's REST API, as far as addresses, pages and failures go. */
final class JiraApi implements AutoCloseable {
  static final int PAGE = 100;

  private final AtlassianSite site;
  private final String project;

  /**
   * The API of a site.
   *
   * @param project the configured one: if that is out of sight, all is
   */
  JiraApi(AtlassianSite site, String project) {
    this.site = requireNonNull(site, "site is null");
    this.project = requireNonNull(project, "project is null");
  }

  boolean isCloud() {
    return site.edition() == Edition.CLOUD;
  }

  AtlassianSite site() {
    return site;
  }

  String project() {
    return project;
  }

  Instant now() {
    return site.now();
  }

  /** A path below the API's root. */
  String path(String below) {
    return (isCloud() ? "/rest/api/3" : "/rest/api/2") + below;
  }

  /** The page of a ticket for people. */
  String page(String key) {
    return site.access().url() + "/browse/" + key;
  }

  /** Sends a request below the API's root and gives back the reply, whatever its status. */
  Reply exchange(HttpCall call) {
    return site.send(call.at(path(call.url())));
  }

  /** Reads something that is not of one ticket. */
  Reply get(String operation, String below) {
    Reply reply = exchange(HttpCall.get(operation, below));
    if (!reply.isSuccess()) {
      throw failure(reply);
    }
    return reply;
  }

  /** Reads something of one ticket. */
  Reply get(String operation, String below, TicketRef ref) {
    Reply reply = exchange(HttpCall.get(operation, below));
    if (!reply.isSuccess()) {
      throw ticketFailure(reply, ref);
    }
    return reply;
  }

  /** Writes to one ticket. */
  Reply write(HttpCall call, TicketRef ref) {
    Reply reply = exchange(call);
    if (!reply.isSuccess()) {
      throw ticketFailure(reply, ref);
    }
    return reply;
  }

  TrackerException failure(Reply reply) {
    return site.failure(reply);
  }

  /** The failure of a call to a project: what it does not show is not "nothing". */
  TrackerException projectFailure(Reply reply, String key) {
    return reply.status() == 404
        ? new TrackerException(
            FailureKind.DENIED,
            reply.call().operation(),
            "the project " + key + " does not exist, or the account may not browse it")
        : failure(reply);
  }

  /** The failure of a read of a project, which is hidden where Jira says so, else as told. */
  TrackerException explained(String key, TrackerException failure, String words) {
    Reply there = exchange(HttpCall.get(failure.operation(), "/project/" + HttpCall.encode(key)));
    return there.isSuccess()
        ? new TrackerException(FailureKind.DENIED, failure.operation(), words, failure)
        : projectFailure(there, key);
  }

  /**
   * The failure of a call to one ticket. Jira says 404 for what is deleted and for what the account
   * may not see; it is the ticket's only if we are ourselves and its project is there.
   */
  TrackerException ticketFailure(Reply reply, TicketRef ref) {
    if (reply.status() != 404) {
      return failure(reply);
    }
    site.checkIsNotAnonymous(reply);
    String operation = reply.call().operation();
    String home = ref.key().replaceFirst("-\\d+$", "");
    Reply there = exchange(HttpCall.get(operation, "/project/" + HttpCall.encode(home)));
    if (there.isSuccess()) {
      boolean archived = object(there).path("archived").asBoolean(false);
      return new TrackerException(
          FailureKind.GONE,
          operation,
          ref.key()
              + (archived
                  ? " is out of sight with its project " + home + ", which is archived"
                  : " is deleted, archived, or moved to where the account may not look"));
    }
    if (there.status() != 404) {
      return failure(there);
    }
    return home.equals(project)
        ? projectFailure(there, home)
        : new TrackerException(
            FailureKind.GONE,
            operation,
            ref.key() + " is out of sight: the account may not browse its project " + home);
  }

  /**
   * Every row of a list in pages.
   *
   * @param below an address that may have a query
   * @param names what the rows may be called, in the order of preference
   */
  List<JsonNode> rows(String operation, String below, String... names) {
    List<JsonNode> rows = new ArrayList<>();
    String join = below.contains("?") ? "&" : "?";
    while (true) {
      String page = "startAt=" + rows.size() + "&maxResults=" + PAGE;
      JsonNode json = get(operation, below + join + page).json();
      List<JsonNode> more = rowsOf(json, names);
      rows.addAll(more);
      boolean isLast =
          json.path("isLast").asBoolean(false)
              || more.isEmpty()
              || rows.size() >= json.path("total").asInt(Integer.MAX_VALUE);
      if (isLast) {
        return rows;
      }
    }
  }

  private static List<JsonNode> rowsOf(JsonNode json, String... names) {
    for (String name : names) {
      if (json.path(name).isArray()) {
        return JiraFields.list(json.path(name));
      }
    }
    return json.isArray() ? JiraFields.list(json) : List.of();
  }

  /** An object that a reply must be. */
  static JsonNode object(Reply reply) {
    JsonNode json = reply.json();
    if (!json.isObject()) {
      throw reply.unreadable("a reply that is not an object");
    }
    return json;
  }

  @Override
  public void close() {
    site.close();
  }
}
