package io.followthrough.daemon.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.followthrough.ledger.MemoryLedger;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What is not for people: API, health, metrics. */
final class MachinesTest {
  private static final Set<String> FIELDS =
      new TreeSet<>(
          Set.of(
              "id",
              "title",
              "document",
              "incident",
              "services",
              "team",
              "state",
              "verified",
              "held",
              "owner",
              "due",
              "priority",
              "kind",
              "criterion",
              "evidence",
              "blockedBy",
              "repeatOf",
              "deferrals",
              "snoozedUntil",
              "closedBy",
              "closedAt",
              "tracker",
              "ticket",
              "createdAt",
              "nextFollowUp"));

  @Test
  void everyItemHasExactlyTheFieldsThatWerePromised() {
    try (Site site = Site.of(Quarter.lived())) {
      JsonNode items = json(site.get("/api/v1/items")).get("items");
      assertEquals(9, items.size());
      for (JsonNode item : items) {
        Set<String> names = new TreeSet<>();
        item.fieldNames().forEachRemaining(names::add);
        assertEquals(FIELDS, names);
      }
    }
  }

  @Test
  void anItemIsToldInFull() {
    try (Site site = Site.of(Quarter.lived())) {
      JsonNode items = json(site.get("/api/v1/items")).get("items");
      JsonNode alert = items.get(0);
      assertEquals("in-progress", alert.get("state").asText());
      assertEquals("2026-12-01", alert.get("due").asText());
      assertEquals("acme/backend#17", alert.get("ticket").get("key").asText());
      assertEquals("nudge", alert.get("nextFollowUp").get("kind").asText());
      assertEquals("2026-12-02T10:15:00Z", alert.get("nextFollowUp").get("at").asText());
      JsonNode held = items.get(2);
      assertEquals("proposed", held.get("state").asText());
      assertEquals("vague", held.get("held").get(0).get("rule").asText());
      assertTrue(held.get("owner").isNull());
      assertTrue(held.get("ticket").isNull());
      assertEquals(Quarter.HOSTILE, items.get(3).get("title").asText());
      JsonNode shown = items.get(4);
      assertTrue(shown.get("verified").asBoolean());
      assertEquals("alice-m", shown.get("closedBy").asText());
      assertEquals(1, shown.get("evidence").size());
      assertFalse(items.get(5).get("verified").asBoolean());
    }
  }

  @Test
  void itemsCanBeReadAPageAtATime() {
    try (Site site = Site.of(Quarter.lived())) {
      List<String> seen = new ArrayList<>();
      JsonNode page = json(site.get("/api/v1/items?limit=4"));
      page.get("items").forEach(item -> seen.add(item.get("id").asText()));
      while (!page.get("next").isNull()) {
        page = json(site.get("/api/v1/items?limit=4&after=" + page.get("next").asText()));
        page.get("items").forEach(item -> seen.add(item.get("id").asText()));
      }
      assertEquals(9, seen.size());
      assertEquals(9, Set.copyOf(seen).size());
    }
  }

  @Test
  void theSummaryCountsAsTheDashboardDoes() {
    try (Site site = Site.of(Quarter.lived())) {
      JsonNode summary = json(site.get("/api/v1/summary"));
      JsonNode items = summary.get("items");
      assertEquals(9, items.get("total").asInt());
      assertEquals(5, items.get("open").asInt());
      assertEquals(1, items.get("overdue").asInt());
      assertEquals(1, items.get("unverified").asInt());
      assertEquals(1, items.get("byState").get("declined").asInt());
      assertEquals(1, summary.get("outbox").get("parked").asInt());
      assertEquals(1, summary.get("postmortems").get("unreadable").asInt());
    }
  }

  @Test
  void itIsReadyWhileNothingIsInTheWay() {
    MemoryLedger ledger = Quarter.lived();
    ledger.run(books -> books.settings().remove("denied/payments"));
    try (Site site = Site.of(ledger)) {
      HttpResponse<String> answer = site.get("/health/ready");
      assertEquals(200, answer.statusCode(), answer.body());
      JsonNode ready = json(answer);
      assertEquals("ready", ready.get("status").asText());
      assertEquals("up", ready.get("store").get("status").asText());
      assertEquals(1, ready.get("parked").asInt());
      JsonNode parked = ready.get("parkedDeliveries").get(0);
      assertEquals(Quarter.id(4).value(), parked.get("item").asText());
      assertTrue(parked.get("problem").asText().contains("cannot be assigned"), parked::toString);
      assertTrue(parked.get("mend").asText().contains("followthrough retry"), parked::toString);
      assertEquals(0, ready.get("waitForConfirm").get("standstills").size());
      assertEquals("payments", ready.get("waitForConfirm").get("trackers").get(0).asText());
    }
  }

  @Test
  void aFollowUpThatStandsStillIsSaidByHealthAndPageAndKeepsItReady() {
    MemoryLedger ledger = Quarter.lived();
    ledger.run(
        books -> {
          books.settings().remove("denied/payments");
          books.settings().put("stopped/backend", "22 of 25 open tickets were closed at once");
        });
    try (Site site = Site.of(ledger)) {
      HttpResponse<String> answer = site.get("/health/ready");
      assertEquals(200, answer.statusCode(), answer.body());
      assertEquals(
          "backend: 22 of 25 open tickets were closed at once",
          json(answer).get("waitForConfirm").get("standstills").get(0).asText());
      assertTrue(site.get("/").body().contains("backend stands still"));
    }
  }

  @Test
  void itIsNotReadyWhileATrackerRefusesUsAndSaysWhy() {
    try (Site site = Site.of(Quarter.lived())) {
      HttpResponse<String> answer = site.get("/health/ready");
      assertEquals(503, answer.statusCode());
      JsonNode payments = json(answer).get("trackers").get(1);
      assertEquals("payments", payments.get("name").asText());
      assertEquals("refuses us", payments.get("status").asText());
      assertTrue(payments.get("reason").asText().contains("the token has expired"));
      assertEquals(200, site.get("/health/live").statusCode());
    }
  }

  @Test
  void itIsNotReadyWhileASourceCannotBeRead() {
    Vitals vitals = new Vitals();
    try (Site site = Site.of(new MemoryLedger(), Site.facts(Access.LOCAL, vitals))) {
      vitals.sourceFailed("docs", "source docs: the folder is not there");
      HttpResponse<String> answer = site.get("/health/ready");
      assertEquals(503, answer.statusCode());
      assertTrue(answer.body().contains("the folder is not there"), answer.body());
      vitals.sourceRead("docs");
      assertEquals(200, site.get("/health/ready").statusCode());
      vitals.trackerFailed("backend", "backend: connection refused");
      assertEquals(503, site.get("/health/ready").statusCode());
      vitals.trackerReached("backend");
      assertEquals(200, site.get("/health/ready").statusCode());
    }
  }

  @Test
  void aStrangerLearnsWhetherAndNotWhy() {
    Access access = new Access(Optional.empty(), Optional.of(() -> "s3cret"), Optional.empty());
    try (Site site = Site.of(Quarter.lived(), Site.facts(access, new Vitals()))) {
      JsonNode told = json(site.get("/health/ready"));
      assertEquals("not ready", told.get("status").asText());
      assertNull(told.get("trackers"));
      JsonNode known = json(site.get("/health/ready", "Authorization", "Bearer s3cret"));
      assertEquals(2, known.get("trackers").size());
      assertEquals(200, site.get("/health/live").statusCode());
    }
  }

  @Test
  void metricsHoldFiguresAndNoWordsOfADocument() {
    Vitals vitals = new Vitals();
    vitals.cycleEnded("mirror", new Vitals.Turn(Quarter.NOW, Duration.ofMillis(1500), 2));
    try (Site site = Site.of(Quarter.lived(), Site.facts(Access.LOCAL, vitals))) {
      String metrics = site.get("/metrics").body();
      for (String line :
          List.of(
              "followthrough_items{state=\"in-progress\"} 1.0",
              "followthrough_items_overdue 1.0",
              "followthrough_items_held 1.0",
              "followthrough_outbox{state=\"parked\"} 1.0",
              "followthrough_deliveries_total 1.0",
              "followthrough_documents 4.0",
              "followthrough_tracker_up{tracker=\"payments\"} 0.0",
              "followthrough_tracker_wait_seconds{tracker=\"payments\"} 0.0",
              "followthrough_source_up{source=\"docs\"} 1.0",
              "followthrough_cycle_duration_seconds{cycle=\"mirror\"} 1.5",
              "followthrough_cycle_problems{cycle=\"mirror\"} 2.0",
              "followthrough_cycle_end_timestamp_seconds{cycle=\"mirror\"} 1.7951697E9",
              "followthrough_store_up 1.0",
              "jvm_threads_live_threads ",
              "process_uptime_seconds ")) {
        assertTrue(metrics.contains("\n" + line), line + " in " + metrics);
      }
      for (String word : List.of("Alice", "checkout", "INC-42", "<script")) {
        assertFalse(metrics.contains(word), word);
      }
    }
  }

  private static JsonNode json(HttpResponse<String> answer) {
    try {
      return new ObjectMapper().readTree(answer.body());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(answer.body(), e);
    }
  }
}
