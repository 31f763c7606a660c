package io.followthrough.daemon.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.followthrough.ledger.Ledger;
import io.followthrough.ledger.MemoryLedger;
import io.followthrough.sync.Pause;
import io.followthrough.sync.Pauses;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A brake that somebody pulled is shown wherever people look. */
final class PausedPageTest {
  @Test
  void whatIsPausedStandsOnThePageAndInHealthWhichStaysReady() {
    Ledger ledger = new MemoryLedger();
    Pause pause = new Pause(Pause.Kind.TRACKER, "backend", Quarter.NOW, Optional.empty(), "victor");
    ledger.run(books -> Pauses.pull(books, pause));
    try (Site site = Site.of(ledger)) {
      String page = site.get("/").body();
      assertTrue(page.contains("tracker backend is paused"), page);

      HttpResponse<String> health = site.get("/health/ready");
      assertEquals(200, health.statusCode());
      assertTrue(
          health.body().contains("\"kind\":\"tracker\",\"name\":\"backend\""), health.body());
    }
  }
}
