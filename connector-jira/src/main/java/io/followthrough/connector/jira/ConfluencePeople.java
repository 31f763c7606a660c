package io.followthrough.connector.jira;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.followthrough.connector.jira.ConfluenceText.Named;
import io.followthrough.http.HttpCall;
import io.followthrough.http.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The names of people whom pages tell by an id alone: 250 in one request on Cloud, one request each
 * on a Data Center. A name is kept for a day. Whom the site does not tell has no name; that fails
 * nothing. Used by one thread at a time.
 */
final class ConfluencePeople {
  private static final int MOST_IN_A_REQUEST = 250;
  private static final int MOST_IN_A_PAGE = 500;
  private static final int MOST_KEPT = 20_000;
  private static final Duration KEPT = Duration.ofDays(1);

  private final SourceSite site;
  private final Map<Named, Optional<String>> known = new HashMap<>();
  private Instant since = Instant.EPOCH;

  ConfluencePeople(SourceSite site) {
    this.site = site;
  }

  /** The names that could be found out. */
  Map<Named, String> names(Collection<Named> people) {
    if (since.plus(KEPT).isBefore(site.now()) || known.size() > MOST_KEPT) {
      known.clear();
      since = site.now();
    }
    List<Named> unknown =
        people.stream().limit(MOST_IN_A_PAGE).filter(named -> !known.containsKey(named)).toList();
    if (site.edition() == Edition.CLOUD) {
      for (int from = 0; from < unknown.size(); from += MOST_IN_A_REQUEST) {
        askTogether(unknown.subList(from, Math.min(unknown.size(), from + MOST_IN_A_REQUEST)));
      }
    } else {
      unknown.forEach(this::ask);
    }
    Map<Named, String> names = new HashMap<>();
    for (Named named : people) {
      Optional.ofNullable(known.get(named))
          .flatMap(name -> name)
          .ifPresent(name -> names.put(named, name));
    }
    return names;
  }

  private void askTogether(List<Named> people) {
    ObjectNode body = Json.object();
    ArrayNode ids = body.putArray("accountIds");
    people.forEach(named -> ids.add(named.id()));
    HttpCall call = HttpCall.query("find people", "/api/v2/users-bulk", body);
    Map<String, String> names = new HashMap<>();
    List<JsonNode> accounts = new ArrayList<>();
    site.ask(call).ifPresent(answer -> answer.path("results").forEach(accounts::add));
    for (JsonNode account : accounts) {
      name(account).ifPresent(name -> names.put(account.path("accountId").asText(""), name));
    }
    people.forEach(named -> known.put(named, Optional.ofNullable(names.get(named.id()))));
  }

  private void ask(Named named) {
    String parameter = named.kind().equals("username") ? "username" : "key";
    HttpCall call =
        HttpCall.get(
            "find person", "/rest/api/user?" + parameter + "=" + HttpCall.encode(named.id()));
    known.put(named, site.ask(call).flatMap(ConfluencePeople::name));
  }

  private static Optional<String> name(JsonNode account) {
    return Optional.of(account.path("displayName").asText(""))
        .filter(name -> !name.isBlank())
        .or(() -> Optional.of(account.path("publicName").asText("")))
        .map(String::strip)
        .filter(name -> !name.isEmpty());
  }
}
