package io.followthrough.daemon.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.followthrough.item.Words;
import io.followthrough.ledger.MemoryLedger;
import io.followthrough.tracker.Account;
import io.followthrough.tracker.Comment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PagesTest {
  private static final Pattern ITEM = Pattern.compile("href=\"\\./items/([0-9a-f]+)\"");
  private static final Pattern MORE = Pattern.compile("href=\"\\./(\\?[^\"]+)\" rel=\"next\"");
  private static final String CHECKOUT =
      "/postmortems/" + Words.fingerprint("docs:2026/checkout-outage.md");

  @Test
  void anEmptyLedgerSaysSo() {
    try (Site site = Site.of(new MemoryLedger())) {
      String page = site.get("/").body();
      assertTrue(page.contains("No postmortem has been read yet."), page);
      assertFalse(page.contains("Waits for a person"), page);
    }
  }

  @Test
  void theDashboardCountsAndGroupsByPostmortem() {
    try (Site site = Site.of(Quarter.lived())) {
      String page = site.get("/").body();
      assertTrue(page.contains("<span class=\"count\">5</span> <span class=\"name\">Open"), page);
      assertTrue(page.contains("Checkout outage: carts lost for 48 minutes"), page);
      assertTrue(
          page.indexOf("Checkout outage") < page.indexOf("Search slow"), "the youngest is first");
      assertTrue(page.contains("https://tracker.example/acme/backend/issues/17"), page);
      assertTrue(page.contains("alert when p99 of /cart exceeds 800 ms"), "the mend is shown");
    }
  }

  @Test
  void theDashboardShowsHowThingsStand() {
    try (Site site = Site.of(Quarter.lived())) {
      String page = site.get("/").body();
      assertTrue(page.contains("in Q4 2026 so far"), page);
      assertTrue(page.contains("The oldest open item is"), page);
      for (String chart :
          List.of(
              "Opened and closed, by week",
              "Age of what is open, by priority",
              "Done and open, by kind",
              "Open, by service")) {
        assertTrue(page.contains(chart), chart);
      }
      assertFalse(page.contains("style=") || page.contains("<script"), "the policy forbids it");
      assertFalse(site.get("/?show=held").body().contains("by week"), "a filter is about items");
    }
  }

  @Test
  void whatWaitsForAPersonStandsFirstWithItsMend() {
    try (Site site = Site.of(Quarter.lived())) {
      String page = site.get("/").body();
      assertTrue(page.contains("Nothing is written until a person says so"), page);
      assertTrue(page.contains("<code>followthrough confirm</code>"), page);
      assertTrue(page.contains("payments refuses us"), page);
      assertTrue(page.contains("401, the token has expired"), page);
      assertTrue(page.contains("assignee carol-d cannot be assigned"), page);
      assertTrue(page.contains("<code>followthrough retry " + Quarter.id(4) + "</code>"), page);
      assertTrue(page.contains("2026/draft.md cannot be read"), page);
    }
  }

  @ParameterizedTest
  @CsvSource({"open, '1 2 4 8 9'", "overdue, '2'", "held, '3'", "done, '5 6'", "unverified, '6'"})
  void aCountLeadsToWhatItCounted(String side, String numbers) {
    Set<String> expected = new HashSet<>();
    for (String number : List.of(numbers.split(" ", -1))) {
      expected.add(Quarter.id(Integer.parseInt(number)).value());
    }
    try (Site site = Site.of(Quarter.lived())) {
      String groups = site.get("/?show=" + side).body().replaceAll("(?s).*<p class=\"shown\">", "");
      assertEquals(expected, Set.copyOf(all(ITEM, groups)));
    }
  }

  @Test
  void manyPostmortemsComeAPageAtATimeAndEachOnce() {
    MemoryLedger ledger = new MemoryLedger();
    ledger.run(books -> Quarter.crowd(books, 95, 3));
    try (Site site = Site.of(ledger)) {
      List<String> seen = new ArrayList<>();
      Optional<String> next = Optional.of("");
      int pages = 0;
      while (next.isPresent()) {
        String page = site.get("/" + next.get()).body();
        assertTrue(page.length() < 100_000, "a page has " + page.length() + " characters");
        seen.addAll(all(ITEM, page));
        next = all(MORE, page).stream().findFirst().map(text -> text.replace("&amp;", "&"));
        pages++;
      }
      assertEquals(95 * 3, seen.size());
      assertEquals(95 * 3, Set.copyOf(seen).size());
      assertTrue(pages > 2, "in " + pages);
    }
  }

  @Test
  void aLongPostmortemComesAPageAtATime() {
    MemoryLedger ledger = new MemoryLedger();
    ledger.run(books -> Quarter.crowd(books, 1, 250));
    try (Site site = Site.of(ledger)) {
      String address = "/postmortems/" + Words.fingerprint("docs:crowd/0.md");
      String first = site.get(address).body();
      assertTrue(site.get("/").body().contains("225 more of this postmortem"));
      Matcher more = Pattern.compile("href=\"\\./([^\"]+)\" rel=\"next\"").matcher(first);
      assertTrue(more.find(), first);
      assertEquals(200, site.get("/postmortems/" + more.group(1)).statusCode());
    }
  }

  @Test
  void anItemTellsItsStory() {
    try (Site site = Site.of(Quarter.lived())) {
      String page = site.get("/items/" + Quarter.id(1)).body();
      assertTrue(page.contains("<h1><bdi>Add an alert for replication lag above 30 s"), page);
      assertTrue(page.contains("Nudge: 2 Dec 2026, 10:15 (in 12 days)"), page);
      assertTrue(page.contains("two weeks without a sign"), page);
      assertTrue(page.contains("by <bdi>alice-m</bdi>"), page);
      assertTrue(page.contains("list-under-action-heading"), page);
      assertTrue(page.contains("href=\"https://wiki.example/2026/checkout-outage.md\""), page);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "3, It waits for its postmortem to be mended",
    "4, Its ticket waits for a person",
    "5, something shows it",
    "6, Evidence is asked for once",
    "7, It was declined",
    "8, Question about its blocker: 28 Nov 2026",
    "9, Its ticket is opened in backend"
  })
  void anItemSaysWhatHappensNext(int number, String words) {
    try (Site site = Site.of(Quarter.lived())) {
      String page = site.get("/items/" + Quarter.id(number)).body();
      assertTrue(page.contains(words), page);
    }
  }

  @Test
  void aPostmortemTellsOfItsIncident() {
    try (Site site = Site.of(Quarter.lived())) {
      String page = site.get(CHECKOUT).body();
      for (String fact : List.of("INC-42", "2 Nov 2026", "Carol Diaz", "replication lag")) {
        assertTrue(page.contains(fact), fact + " in " + page);
      }
      assertEquals(4, all(Pattern.compile("href=\"\\.\\./items/([0-9a-f]+)\""), page).size());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/items/00000000000000000004", "/items/00000000000000000001"})
  void wordsOfStrangersOnlyShow(String path) {
    try (Site site = Site.of(Quarter.lived())) {
      String page = site.get(path).body();
      assertFalse(page.contains("<script"), page);
      assertFalse(page.contains("<img src=x"), page);
      assertFalse(page.contains("javascript:"), page);
      assertTrue(page.contains("&lt;script&gt;"), page);
    }
  }

  @Test
  void commentsOfPeopleAreShownAsTheyStandAndOursAsTheyWereMeant() {
    Account alice = new Account("7", "alice-m", true, false);
    Account bot = new Account("8", "bot", true, true);
    MemoryLedger ledger = Quarter.lived();
    String key = ledger.read(books -> books.outbox().ofItem(Quarter.id(1)).get(0).key());
    List<Comment> told =
        List.of(
            comment("1", bot, "\\- raw \\*words\\*", Optional.of(key)),
            comment("2", alice, "On it <b>today</b>", Optional.empty()));
    try (Site site = Site.of(ledger, Site.telling(told))) {
      String page = site.get("/items/" + Quarter.id(1)).body();
      assertTrue(page.contains("On it &lt;b&gt;today&lt;/b&gt;"), page);
      assertTrue(page.contains("two weeks without a sign"), page);
      assertFalse(page.contains("raw"), page);
    }
  }

  private static Comment comment(String id, Account author, String body, Optional<String> key) {
    return new Comment(id, "id-17", author, Quarter.NOW, body, "https://tracker.example", key);
  }

  private static List<String> all(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(match -> match.group(1)).distinct().toList();
  }
}
