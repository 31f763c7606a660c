package io.followthrough.connector.jira;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.followthrough.http.Json;
import io.followthrough.http.OpenApi;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Jira in memory behind a real socket, as far as issues are read as postmortems: of either edition,
 * every request and reply checked against Atlassian's own description where it is at hand.
 */
public final class ReviewsStub implements AutoCloseable {
  /** The token that the stub accepts. */
  public static final String TOKEN = "PMTOK-canary-jira";

  /** Whose API token it is on Cloud. */
  public static final String EMAIL = "bot@acme.io";

  /** The only query that finds something. */
  public static final String JQL = "type = 'Post-incident review'";

  /** The description of a Data Center calls the value of every field an object. */
  private static final Pattern MISDESCRIBED =
      Pattern.compile("reply 200: (?:/issues/\\d+)?/fields/\\w+: \\w+ found, object expected");

  final InstantSource clock;
  final Map<String, StubReview> reviews = new LinkedHashMap<>();
  String token = TOKEN;
  boolean deaf;
  boolean missing;
  int padding;
  int mostResults = 100;
  int mostComments = 100;
  Optional<StubFault> fault = Optional.empty();

  private final Edition edition;
  private final StubServer server;

  ReviewsStub(Edition edition, InstantSource clock) {
    this.edition = edition;
    this.clock = clock;
    this.server = new StubServer(clock, this::answer, this::check);
    for (StubFault each : StubFault.values()) {
      server.inject(each, asked -> fault.filter(each::equals).isPresent(), Integer.MAX_VALUE);
    }
  }

  /** Starts a Jira of the Cloud, or of a Data Center, without issues. */
  public static ReviewsStub start(boolean cloud, InstantSource clock) {
    return new ReviewsStub(cloud ? Edition.CLOUD : Edition.DATA_CENTER, clock);
  }

  /** The site's address. */
  public String url() {
    return server.url();
  }

  /**
   * A person opens an issue, or describes it anew.
   *
   * @param description a document of nodes on Cloud, wiki markup on a Data Center
   */
  public void write(String id, String summary, JsonNode description) {
    change(
        s -> {
          StubReview review =
              s.reviews.computeIfAbsent(
                  id, i -> new StubReview(i, "PIR-" + i, summary, clock.instant()));
          review.description = description;
          review.updatedAt = clock.instant();
        });
  }

  Edition edition() {
    return edition;
  }

  void change(Consumer<ReviewsStub> change) {
    server.locked(() -> change.accept(this));
  }

  /** Every request so far. */
  public List<StubExchange> journal() {
    return server.journal();
  }

  /** What in requests and replies was not as Atlassian describes it. */
  public List<String> violations() {
    return server.violations();
  }

  @Override
  public void close() {
    server.close();
  }

  private StubReply answer(StubRequest request) {
    if (padding > 0) {
      return StubReply.json(200, Json.object().put("filler", "x".repeat(padding)));
    }
    String base = edition == Edition.CLOUD ? "/rest/api/3" : "/rest/api/2";
    if (!request.path().startsWith(base + "/")) {
      return StubReply.error(404, "nothing here");
    }
    if (!deaf && !(request.signIn().equals(signIn()) && token.equals(TOKEN))) {
      return StubReply.error(401, "who are you?");
    }
    String path = request.path().substring(base.length());
    if (path.equals("/myself")) {
      return deaf ? StubReply.error(401, "nobody") : StubReply.json(200, self());
    }
    if (path.startsWith("/search")) {
      return search(request.json());
    }
    String[] segments = path.split("/", -1);
    Optional<StubReview> review =
        Optional.ofNullable(reviews.get(segments[2])).filter(each -> !deaf && !missing);
    if (review.isEmpty()) {
      return StubReply.error(404, "Issue does not exist or you do not have permission to see it.");
    }
    if (review.get().broken) {
      return StubReply.error(500, "this issue cannot be rendered");
    }
    Set<String> wanted =
        Arrays.stream(request.query().getOrDefault("fields", "").split(",", -1))
            .collect(Collectors.toSet());
    return StubReply.json(
        200,
        path.endsWith("/comment")
            ? review.get().page(request.number("startAt", 0), request.number("maxResults", 50))
            : review.get().json(wanted, mostComments));
  }

  private StubReply search(JsonNode body) {
    String jql = body.path("jql").asText();
    boolean byId = jql.startsWith("id = ");
    if (missing || !(byId || jql.contains(JQL))) {
      return StubReply.error(400, "The value 'Post-incident review' does not exist.");
    }
    Set<String> reconciled = new HashSet<>();
    body.path("reconcileIssues").forEach(id -> reconciled.add(id.asText()));
    List<StubReview> found =
        reviews.values().stream()
            .filter(each -> !deaf && (!each.hidden || reconciled.contains(each.id)))
            .filter(each -> !jql.contains(" AND id = ") || jql.endsWith(" AND id = " + each.id))
            .filter(each -> byId ? isIndexed(each, jql) : !each.elsewhere)
            .toList();
    boolean cloud = edition == Edition.CLOUD;
    int start = cloud ? body.path("nextPageToken").asInt(0) : body.path("startAt").asInt(0);
    int limit = Math.min(mostResults, body.path("maxResults").asInt(50));
    ObjectNode reply = Json.object();
    ArrayNode issues = reply.putArray("issues");
    Set<String> wanted = Set.of(body.path("fields").path(0).asText("id"));
    found.stream().skip(start).limit(limit).forEach(each -> issues.add(each.json(wanted, 0)));
    int end = start + issues.size();
    if (!cloud) {
      reply.put("startAt", start).put("maxResults", limit).put("total", found.size());
    } else if (end < found.size()) {
      reply.put("nextPageToken", Integer.toString(end)).put("isLast", false);
    } else {
      reply.put("isLast", true);
    }
    return StubReply.json(200, reply);
  }

  private static boolean isIndexed(StubReview review, String jql) {
    long since = Long.parseLong(jql.replaceFirst(".* AND updated >= ", ""));
    return jql.startsWith("id = " + review.id + " AND ")
        && review.updatedAt.toEpochMilli() >= since;
  }

  private ObjectNode self() {
    ObjectNode self = Json.object().put("displayName", "Followthrough").put("active", true);
    return edition == Edition.CLOUD
        ? self.put("accountId", "557058:b07").put("accountType", "atlassian")
        : self.put("name", "followthrough").put("key", "JIRAUSER1");
  }

  private String signIn() {
    return edition == Edition.CLOUD
        ? "Basic "
            + Base64.getEncoder()
                .encodeToString((EMAIL + ":" + TOKEN).getBytes(StandardCharsets.UTF_8))
        : "Bearer " + TOKEN;
  }

  private List<String> check(StubRequest request, Optional<StubReply> reply) {
    if (padding > 0 || !request.path().startsWith("/rest/")) {
      return List.of();
    }
    boolean cloud = edition == Edition.CLOUD;
    String path = cloud ? request.path() : request.path().substring("/rest".length());
    OpenApi.Asked asked =
        new OpenApi.Asked(request.method(), path, request.query(), request.body());
    return OpenApi.find(cloud ? "jira-cloud.openapi.json" : "jira-dc.openapi.json")
        .map(
            description ->
                description.check(
                    asked, reply.map(r -> new OpenApi.Answered(r.status(), r.body()))))
        .orElse(List.of())
        .stream()
        .filter(problem -> cloud || !MISDESCRIBED.matcher(problem).find())
        .toList();
  }
}
