package io.followthrough.connector.github;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.followthrough.tracker.Capability;
import io.followthrough.tracker.FailureKind;
import io.followthrough.tracker.Tracker;
import io.followthrough.tracker.TrackerException;
import io.followthrough.tracker.TrackerFactory;
import io.followthrough.tracker.TrackerSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GitHubTest {
  private static final Map<String, Supplier<String>> TOKEN = Map.of("auth.token", () -> "t0ken");

  @Test
  void theTypeIsFoundByItsName() {
    List<String> types =
        ServiceLoader.load(TrackerFactory.class).stream().map(p -> p.get().type()).toList();

    assertEquals(List.of("github"), types);
  }

  @Test
  void theSmallestSettingsDo() {
    try (Tracker tracker = new GitHub().create(settings(Map.of("repository", "a/b"), TOKEN))) {
      assertEquals("backend", tracker.name());
      assertEquals(Duration.ofMinutes(10), tracker.findLag());
      assertEquals(Set.of(Capability.MENTION), tracker.capabilities());
      assertEquals(
          "https://github.com/a/b/issues/7", tracker.recognise("a/b#7").orElseThrow().url());
    }
  }

  @Test
  void theLagAndTheStatesCanBeSet() {
    Map<String, String> values =
        Map.of("repository", "a/b", "find-lag", "90s", "states.in-progress", "wip");
    try (Tracker tracker = new GitHub().create(settings(values, TOKEN))) {
      assertEquals(Duration.ofSeconds(90), tracker.findLag());
      assertTrue(tracker.capabilities().contains(Capability.IN_PROGRESS_STATE));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "repository, backend, owner/name",
    "repository, a/../b, owner/name",
    "repository, a/.., owner/name",
    "url, http://api.github.com, plain http",
    "url, nonsense, an address such as",
    "find-lag, soon, length of time"
  })
  void aWrongSettingIsRefusedWithWords(String key, String value, String words) {
    Map<String, String> values = new java.util.HashMap<>(Map.of("repository", "a/b"));
    values.put(key, value);
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class, () -> new GitHub().create(settings(values, TOKEN)));

    assertTrue(refusal.toString().contains(words), refusal.toString());
  }

  @Test
  void aMissingTokenIsRefusedAndAnEmptyOneDenied() {
    Map<String, String> values = Map.of("repository", "a/b");
    assertThrows(
        IllegalArgumentException.class, () -> new GitHub().create(settings(values, Map.of())));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new GitHub()
                .create(settings(Map.of("repository", "a/b", "auth.app-id", "1234"), Map.of())));
    try (Tracker tracker =
        new GitHub().create(settings(values, Map.of("auth.token", () -> " \n")))) {
      assertEquals(
          FailureKind.DENIED,
          assertThrows(TrackerException.class, () -> tracker.account("x")).kind());
    }
  }

  private static TrackerSettings settings(
      Map<String, String> values, Map<String, Supplier<String>> secrets) {
    return new TrackerSettings(
        "backend", "acme-sre", values, secrets, List.of(), Map.of(), () -> Instant.EPOCH);
  }
}
