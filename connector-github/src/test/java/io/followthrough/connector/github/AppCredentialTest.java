package io.followthrough.connector.github;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.followthrough.tracker.Batch;
import io.followthrough.tracker.CheckFinding;
import io.followthrough.tracker.CheckFinding.Level;
import io.followthrough.tracker.Cursor;
import io.followthrough.tracker.FailureKind;
import io.followthrough.tracker.MarkQuery;
import io.followthrough.tracker.Tracker;
import io.followthrough.tracker.TrackerException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AppCredentialTest {
  private static final String SIGN_IN = "POST /app/installations/99/access_tokens";
  private static final String LIST = "GET /repos/acme/backend/issues";
  private final Fixture f = new Fixture();

  @AfterEach
  void close() {
    f.close();
  }

  @Test
  void aTokenLastsForManyCallsAndIsRenewedBeforeItEnds() {
    try (Tracker app = app(StubApp.pkcs1())) {
      app.account("alice-m");
      f.clock.advance(Duration.ofMinutes(54));
      app.account("bob-s");
      assertEquals(1, f.requests().stream().filter(line -> line.startsWith(SIGN_IN)).count());
      f.clock.advance(Duration.ofMinutes(2));
      app.account("mallory");

      assertEquals(
          List.of(SIGN_IN + " 201", "GET /repos/acme/backend/assignees/mallory 404"), f.requests());
    }
  }

  @Test
  void bothFormsOfAKeyAreRead() {
    for (String key :
        List.of(StubApp.pkcs1(), StubApp.pkcs8(), StubApp.pkcs8().replace("\n", "\\n"))) {
      try (Tracker app = app(key)) {
        assertTrue(app.account("alice-m").isPresent());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {-3600, -400, -59, 59, 400, 3600})
  void aClockThatDiffersDoesNoHarm(long seconds) {
    Duration skew = Duration.ofSeconds(seconds);
    try (Tracker app = f.app(Map.of(), StubApp.pkcs1(), () -> f.clock.instant().plus(skew))) {
      assertTrue(app.account("alice-m").isPresent());
      f.clock.advance(Duration.ofMinutes(56));
      assertTrue(app.account("bob-s").isPresent());
      assertEquals(
          0,
          f.requests().stream().filter(l -> l.contains("assignees") && l.endsWith("401")).count());
    }
  }

  @Test
  void aTokenThatGitHubEndsEarlyIsReplacedAndTheCallMadeOnce() {
    try (Tracker app = app(StubApp.pkcs1())) {
      app.account("alice-m");
      f.clock.advance(Duration.ofMinutes(10));
      f.stub.world(world -> world.app.revokeAll());
      f.requests();
      Fixture.created(app, Fixture.draft(1));

      assertEquals(1, f.stub.issues(Fixture.SLUG).size());
      assertEquals(1, f.requests().stream().filter(line -> line.endsWith("401")).count());
    }
  }

  @Test
  void aTokenThatIsRefusedAtOnceIsNotAskedForAgainAndAgain() {
    try (Tracker app = app(StubApp.pkcs1())) {
      app.account("alice-m");
      f.stub.world(world -> world.app.revokeAll());
      TrackerException failure = assertThrows(TrackerException.class, () -> app.account("bob-s"));

      assertEquals(FailureKind.DENIED, failure.kind());
    }
  }

  @Test
  void aRenewalCostsNoSecondReadingOfAll() {
    Cursor start = Cursor.startingAt(f.clock.instant());
    IntStream.range(0, 39).forEach(i -> f.stub.open(Fixture.SLUG, "alice-m", "T" + i, ""));
    f.clock.advance(Duration.ofHours(1));
    f.stub.open(Fixture.SLUG, "alice-m", "The last", "");
    try (Tracker app = app(StubApp.pkcs1())) {
      Cursor cursor = start;
      for (int hour = 0; hour < 5; hour++) {
        f.clock.advance(Duration.ofHours(1));
        f.requests();
        Batch batch = app.changesSince(cursor);
        boolean first = hour == 0;
        assertEquals(first ? 40 : 0, batch.tickets().size());
        List<StubExchange> lists =
            f.stub.journal().stream().filter(e -> e.line().startsWith(LIST)).toList();
        if (!first) {
          assertEquals(List.of(SIGN_IN + " 201", LIST + " 200"), f.requests());
          assertFalse(lists.get(0).conditional());
        }
        cursor = batch.next();
        f.requests();
        assertEquals(cursor, app.changesSince(cursor).next());
        assertEquals(List.of(LIST + " 304"), f.requests());
      }
      f.clock.advance(Duration.ofHours(1));
      f.stub.retitle(Fixture.SLUG, 7, "Changed");
      Batch batch = app.changesSince(cursor);
      assertEquals(List.of("7", "40"), batch.tickets().stream().map(t -> t.ref().id()).toList());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "auth.app-id, 4321, a key of the App whose id",
    "auth.installation-id, 98, has no installation 98"
  })
  void aWrongIdIsNamed(String key, String value, String words) {
    try (Tracker app = f.app(Map.of(key, value), StubApp.pkcs1(), f.clock)) {
      TrackerException failure = assertThrows(TrackerException.class, () -> app.account("alice-m"));

      assertEquals(FailureKind.DENIED, failure.kind());
      assertTrue(failure.toString().contains(words), failure.toString());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "secret words, no PEM file",
    "-----BEGIN ENCRYPTED PRIVATE KEY-----AAAA-----END ENCRYPTED PRIVATE KEY-----, passphrase",
    "-----BEGIN PUBLIC KEY-----AAAA-----END PUBLIC KEY-----, holds a PUBLIC KEY",
    "-----BEGIN PRIVATE KEY-----AAAA-----END PRIVATE KEY-----, damaged",
    "-----BEGIN RSA PRIVATE KEY-----AAAA-----END RSA PRIVATE KEY-----, damaged"
  })
  void aKeyThatIsNoneIsNamedAndNotShown(String key, String words) {
    try (Tracker app = app(key)) {
      TrackerException failure = assertThrows(TrackerException.class, () -> app.account("alice-m"));

      assertEquals(FailureKind.DENIED, failure.kind());
      assertTrue(failure.toString().contains(words), failure.toString());
      assertFalse(failure.toString().contains("secret words"));
      assertEquals(List.of(), f.requests());
    }
  }

  @Test
  void aCheckNamesTheOwnerAndEachPermissionThatTheAppLacks() {
    try (Tracker app = app(StubApp.pkcs1())) {
      assertTrue(
          app.check().stream()
              .anyMatch(x -> x.message().equals("belongs to App 1234 (installation 99)")));
    }
    f.stub.world(world -> world.app.permissions.put("issues", "read"));
    try (Tracker app = app(StubApp.pkcs1())) {
      List<String> problems =
          app.check().stream()
              .filter(finding -> finding.level() == Level.PROBLEM)
              .map(CheckFinding::message)
              .toList();

      assertEquals(1, problems.size());
      assertTrue(problems.get(0).startsWith("the App lacks the permission issues: write"));
    }
  }

  private Tracker app(String key) {
    return f.app(Map.of(), key, f.clock);
  }

  @Test
  void twoInstallationsWorkBesideEachOtherAndNeitherSeesTheOthersRepository() {
    f.stub.world(world -> world.app.installations.add("77"));
    f.stub.addRepository("globex/api", "carol");
    f.stub.configure("globex/api", repository -> repository.installation = "77");
    f.stub.actAs("followthrough[bot]");
    Map<String, String> other = Map.of("auth.installation-id", "77", "repository", "globex/api");
    try (Tracker ours = f.app(Map.of(), StubApp.pkcs1(), f.clock);
        Tracker theirs = f.app(other, StubApp.pkcs1(), f.clock);
        Tracker wrong = f.app(Map.of("repository", "globex/api"), StubApp.pkcs1(), f.clock)) {
      Fixture.created(ours, Fixture.draft(1));
      Fixture.created(theirs, Fixture.draft(2));

      assertEquals(1, f.stub.issues(Fixture.SLUG).size());
      assertEquals(1, f.stub.issues("globex/api").size());
      TrackerException denied =
          assertThrows(TrackerException.class, () -> Fixture.created(wrong, Fixture.draft(3)));
      assertEquals(FailureKind.DENIED, denied.kind());
      f.clock.advance(Duration.ofHours(2));
      assertEquals(
          List.of("globex/api#1"),
          theirs.find(new MarkQuery("acme-sre", Set.of(), Instant.EPOCH)).stream()
              .map(ticket -> ticket.ref().key())
              .toList(),
          "each renews its own token");
    }
  }
}
