package io.followthrough.daemon.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.followthrough.tracker.Cursor;
import io.followthrough.tracker.FailureKind;
import io.followthrough.tracker.MemoryPerson;
import io.followthrough.tracker.MemoryTracker;
import io.followthrough.tracker.Outcome;
import io.followthrough.tracker.TicketRef;
import io.followthrough.tracker.TrackerException;
import io.followthrough.tracker.TrackerFactory;
import io.followthrough.tracker.TrackerSamples;
import io.followthrough.tracker.TrackerSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EmbeddedTest {
  private static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");

  @TempDir Path folder;

  private MemoryTracker open(Map<String, String> values) {
    return new Embedded()
        .create(
            new TrackerSettings(
                "sandbox",
                "acme-sre",
                values,
                Map.of(),
                List.of("postmortem"),
                Map.of(),
                () -> NOW));
  }

  private MemoryTracker open() {
    return open(Map.of("folder", folder.toString(), "url", "http://127.0.0.1:8080/tickets/"));
  }

  private Path file() {
    return folder.resolve("embedded-sandbox.json");
  }

  private static Outcome create(MemoryTracker tracker, int item) {
    return tracker
        .create(List.of(TrackerSamples.dated(item, LocalDate.of(2027, 3, 4), "high")))
        .get(0);
  }

  private static TicketRef created(MemoryTracker tracker, int item) {
    return create(tracker, item)
        .match(
            receipt -> receipt.ticket().ref(),
            failure -> {
              throw failure;
            });
  }

  @Test
  void itIsFoundOnTheClassPath() {
    assertInstanceOf(
        Embedded.class,
        ServiceLoader.load(TrackerFactory.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(factory -> factory.type().equals("embedded"))
            .findFirst()
            .orElseThrow());
  }

  @Test
  void everythingSurvivesARestart() {
    MemoryTracker before = open();
    TicketRef ref = created(before, 1);
    TicketRef gone = created(before, 2);
    MemoryPerson alice = before.person("alice-m");
    alice.comment(ref.id(), "On it, \u202e and \ud83d\ude00");
    before.comment(ref, TrackerSamples.comment(1, "k/1", "Any news?"));
    alice.close(ref.id(), "https://git.example/acme/api/pull/7");
    alice.delete(gone.id());
    Cursor cursor = before.changesSince(Cursor.startingAt(Instant.EPOCH)).next();
    before.close();

    MemoryTracker after = open();

    assertEquals(before.snapshot(), after.snapshot());
    assertEquals("http://127.0.0.1:8080/tickets/DEMO-1", after.read(ref).ref().url());
    assertTrue(after.findComment(ref, "k/1").isPresent());
    assertEquals(List.of(), after.changesSince(cursor).tickets());
    assertEquals("DEMO-3", created(after, 3).key());
    assertFalse(Files.exists(folder.resolve("embedded-sandbox.json.tmp")));
  }

  @Test
  void withoutAFolderItLivesInMemory() {
    created(open(Map.of()), 1);

    assertEquals(0, open(Map.of()).snapshot().tickets().size());
    assertFalse(Files.exists(file()));
  }

  @Test
  void openingWritesNothing() {
    open();

    assertFalse(Files.exists(file()));
  }

  @Test
  void aDamagedFileIsNamedAndLeftAsItIs() throws IOException {
    created(open(), 1);
    String half = Files.readString(file()).substring(0, 200);
    Files.writeString(file(), half);

    String message = assertThrows(IllegalArgumentException.class, this::open).toString();

    assertTrue(message.contains("embedded-sandbox.json is damaged"), message);
    assertEquals(half, Files.readString(file()));
    Files.writeString(file(), "{\"format\": 1}");
    assertThrows(IllegalArgumentException.class, this::open);
    Files.writeString(file(), "{\"format\": 1, \"held\": {\"tickets\": []}}");
    assertThrows(IllegalArgumentException.class, this::open);
  }

  @Test
  void aFileOfANewerVersionIsNotTouched() throws IOException {
    created(open(), 1);
    String newer = Files.readString(file()).replace("\"format\" : 1", "\"format\" : 2");
    Files.writeString(file(), newer);

    String message = assertThrows(IllegalArgumentException.class, this::open).toString();

    assertTrue(message.contains("newer version"), message);
    assertEquals(newer, Files.readString(file()));
  }

  @Test
  void whatCannotBeWrittenDidNotHappen() throws IOException {
    MemoryTracker tracker = open();
    TicketRef ref = created(tracker, 1);
    // A folder in the place of the temporary file fails the write for every user, root included.
    Files.createDirectory(folder.resolve("embedded-sandbox.json.tmp"));

    FailureKind kind =
        create(tracker, 2).match(receipt -> FailureKind.BROKEN, TrackerException::kind);

    assertEquals(FailureKind.UNAVAILABLE, kind);
    assertEquals(1, tracker.snapshot().tickets().size());
    assertEquals(tracker.snapshot(), open().snapshot());
    assertEquals("DEMO-1", ref.key());
  }

  @Test
  void aNameThatIsNoFileNameIsRefused() {
    TrackerSettings settings =
        new TrackerSettings(
            "../evil",
            "acme-sre",
            Map.of("folder", folder.toString()),
            Map.of(),
            List.of(),
            Map.of(),
            () -> NOW);

    assertThrows(IllegalArgumentException.class, () -> new Embedded().create(settings));
  }
}
