package io.followthrough.connector.jira;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.followthrough.document.DocumentSource;
import io.followthrough.document.SourceHarness;
import io.followthrough.document.SourceSettings;
import io.followthrough.http.HttpSettings;
import io.followthrough.http.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Issues of the stub of Jira that a query finds. */
final class ReviewsHarness implements SourceHarness {
  private static final int LIMIT = 200_000;

  private final ManualClock clock = new ManualClock(Instant.parse("2026-11-10T10:00:00Z"));
  private final ReviewsStub stub;
  private final Map<String, String> ids = new HashMap<>();

  ReviewsHarness(Edition edition) {
    this.stub = new ReviewsStub(edition, clock);
  }

  ReviewsStub stub() {
    return stub;
  }

  /** A person's acts on an issue, which change its instant. */
  StubReview review(String document) {
    StubReview review = stored(document);
    clock.advance(Duration.ofMinutes(1));
    review.updatedAt = clock.instant();
    return review;
  }

  private StubReview stored(String document) {
    StubReview review = stub.reviews.get(ids.getOrDefault(document, ""));
    if (review == null) {
      throw new IllegalArgumentException("no document " + document);
    }
    return review;
  }

  /** Plain words as the edition holds them. */
  JsonNode prose(String words) {
    if (stub.edition() == Edition.DATA_CENTER) {
      return Json.object().textNode(words);
    }
    ObjectNode document = Json.object().put("type", "doc").put("version", 1);
    ObjectNode paragraph = document.putArray("content").addObject().put("type", "paragraph");
    paragraph.putArray("content").addObject().put("type", "text").put("text", words);
    return document;
  }

  @Override
  public DocumentSource open(Optional<Boolean> isPrivate) {
    Map<String, String> values = new HashMap<>();
    values.put("url", stub.url());
    values.put("jql", ReviewsStub.JQL + " order by key");
    if (stub.edition() == Edition.CLOUD) {
      values.put("auth.email", ReviewsStub.EMAIL);
    }
    return new JiraIssuesSource(
        new SourceSettings(
            name(),
            "jira-issues",
            values,
            Map.of("auth.token", () -> ReviewsStub.TOKEN),
            List.of(),
            isPrivate,
            Map.of(),
            clock),
        HttpSettings.defaults().withBodyLimit(LIMIT));
  }

  @Override
  public String name() {
    return "pir";
  }

  @Override
  public void write(String document, String words) {
    stub.change(
        s -> {
          if (!ids.containsKey(document)) {
            int number = s.reviews.size() + 1;
            String id = Integer.toString(10_000 + number);
            s.reviews.put(id, new StubReview(id, "PIR-" + number, document, clock.instant()));
            ids.put(document, id);
          }
          review(document).description = prose(words);
        });
  }

  @Override
  public void delete(String document) {
    stub.change(s -> s.reviews.remove(ids.get(document)));
  }

  @Override
  public String path(String document) {
    return ids.get(document) + (stub.edition() == Edition.CLOUD ? ".html" : ".jira");
  }

  @Override
  public boolean spoil(String document) {
    stub.change(s -> stored(document).broken = true);
    return true;
  }

  @Override
  public void mend(String document) {
    stub.change(s -> stored(document).broken = false);
  }

  @Override
  public void bloat(String document) {
    write(document, "x".repeat(LIMIT));
  }

  @Override
  public boolean label(String document, String label) {
    stub.change(s -> review(document).labels.add(label));
    return true;
  }

  @Override
  public boolean restrict(String document) {
    stub.change(s -> review(document).secret = true);
    return true;
  }

  @Override
  public boolean publish() {
    return false;
  }

  @Override
  public Set<Fault> faults() {
    return Set.of(Fault.values());
  }

  @Override
  public void strike(Fault fault) {
    stub.change(
        s -> {
          switch (fault) {
            case UNREACHABLE -> s.fault = Optional.of(StubFault.LOSE_REQUEST);
            case UNWELL -> s.fault = Optional.of(StubFault.BAD_GATEWAY);
            case DENIED -> s.token = "another";
            case FORBIDDEN -> s.fault = Optional.of(StubFault.FORBIDDEN);
            case ANONYMOUS -> s.deaf = true;
            case LOGIN_PAGE -> s.fault = Optional.of(StubFault.LOGIN_PAGE);
            case THROTTLED -> s.fault = Optional.of(StubFault.BURST_LIMIT);
            case MISSING -> s.missing = true;
            case TRUNCATED -> s.fault = Optional.of(StubFault.CUT_REPLY);
            case OUTSIZED -> s.padding = LIMIT;
          }
        });
  }

  @Override
  public void relent() {
    stub.change(
        s -> {
          s.fault = Optional.empty();
          s.token = ReviewsStub.TOKEN;
          s.deaf = false;
          s.missing = false;
          s.padding = 0;
        });
    clock.advance(Duration.ofMinutes(1));
  }

  @Override
  public int reads() {
    return Math.toIntExact(
        stub.journal().stream()
            .filter(each -> each.query().getOrDefault("fields", "").contains("description"))
            .count());
  }

  @Override
  public Optional<String> secret() {
    return Optional.of(ReviewsStub.TOKEN);
  }

  @Override
  public void close() {
    stub.close();
    assertEquals(List.of(), stub.violations());
  }
}
