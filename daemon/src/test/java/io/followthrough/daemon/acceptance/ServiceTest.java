package io.followthrough.daemon.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code run} under a service manager: readiness, reload, and a quick end. */
final class ServiceTest {
  private final Path folder;
  private final Installation place;

  ServiceTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.place = Installation.now(folder);
  }

  @AfterEach
  void end() {
    place.close();
  }

  /** A stand-in for systemd-notify that writes down what it is told. */
  private Map<String, String> managed() throws IOException {
    Path tool = Files.createDirectory(folder.resolve("tools")).resolve("systemd-notify");
    Files.writeString(tool, "#!/bin/sh\necho \"$@\" >> \"$NOTIFY_SOCKET\"\n");
    Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwxr-xr-x"));
    return Map.of(
        "PATH",
        tool.getParent() + ":" + System.getenv("PATH"),
        "NOTIFY_SOCKET",
        folder.resolve("told").toString(),
        "WATCHDOG_USEC",
        "600000");
  }

  private boolean told(String words) {
    try {
      Path told = folder.resolve("told");
      return Files.exists(told) && Files.readString(told).contains(words);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void itIsReadyReadsItsFileAgainKeepsTheOldOneIfTheNewIsWrongAndEndsQuickly() throws Exception {
    Path yaml = folder.resolve("followthrough.yaml");
    place.configure("");
    String good = Files.readString(yaml);
    try (RunningDaemon daemon =
        RunningDaemon.start(yaml, folder.resolve("output.txt"), managed())) {
      daemon.waitFor("acme-sre runs: 1 sources, 1 trackers");
      RunningDaemon.until(() -> told("WATCHDOG=1"), daemon::said);
      assertTrue(told("READY=1"));

      Files.writeString(yaml, good + "colour: red\n");
      daemon.signal("HUP");
      daemon.waitFor("the old one stays in force");
      assertTrue(daemon.said().contains("colour"), daemon::said);
      assertFalse(daemon.said().contains("ended"), daemon::said);

      Files.createDirectory(folder.resolve("more"));
      Files.writeString(
          yaml,
          good.replace(
              "sources:\n", "sources:\n  - { name: more, type: directory, path: ./more }\n"));
      daemon.signal("HUP");
      daemon.waitFor("acme-sre runs: 2 sources, 1 trackers");
      assertTrue(daemon.isAlive());

      Map.Entry<Duration, Integer> end = daemon.terminate();
      assertEquals(0, end.getValue(), daemon::said);
      assertTrue(end.getKey().compareTo(Duration.ofSeconds(10)) < 0, end::toString);
      assertTrue(told("STOPPING=1"));
    }
  }

  @Test
  void itsLogIsAnObjectALineWhereThatIsAskedFor() throws Exception {
    place.configure("");
    try (RunningDaemon daemon =
        RunningDaemon.start(
            folder.resolve("followthrough.yaml"),
            folder.resolve("output.txt"),
            Map.of("FOLLOWTHROUGH_LOG", "json"))) {
      daemon.waitFor("acme-sre runs: 1 sources, 1 trackers");
      assertEquals(0, daemon.terminate().getValue(), daemon::said);
      ObjectMapper json = new ObjectMapper();
      for (String line : daemon.said().lines().toList()) {
        JsonNode entry = json.readTree(line);
        assertTrue(entry.get("timestamp").isNumber(), line);
        assertTrue(entry.get("level").isTextual(), line);
        assertFalse(entry.get("formattedMessage").asText().isEmpty(), line);
      }
    }
  }
}
