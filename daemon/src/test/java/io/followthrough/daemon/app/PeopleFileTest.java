package io.followthrough.daemon.app;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.followthrough.daemon.config.ConfigFile;
import io.followthrough.daemon.config.Configuration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People come and go in a file of their own. */
final class PeopleFileTest {
  private static final String YAML =
      """
      installation: acme-sre
      contact: "#reliability"
      web: off
      sources: [{ name: docs, type: directory, path: ./postmortems }]
      trackers: [{ name: board, type: embedded }]
      people-file: people.csv
      """;

  @TempDir private Path folder = Path.of("");

  @Test
  void aRunningDaemonReadsTheFileAgainWhenItHasChanged() throws Exception {
    Files.createDirectories(folder.resolve("postmortems"));
    Files.writeString(folder.resolve("followthrough.yaml"), YAML);
    Path people = Files.writeString(folder.resolve("people.csv"), "name\nAlice Martin\n");
    BlockingQueue<Integer> read = new LinkedBlockingQueue<>();
    Systemd eachTenthOfASecond = Systemd.of(Map.of("WATCHDOG_USEC", "300000"));
    Supervisor supervisor =
        new Supervisor(
            () -> {
              Configuration configuration = load();
              read.add(configuration.people().size());
              return configuration;
            },
            Instant::now,
            page -> {},
            eachTenthOfASecond);
    ExecutorService threads = Executors.newSingleThreadExecutor();
    try {
      Future<?> run =
          threads.submit(
              () -> {
                supervisor.run();
                return null;
              });
      assertTrue(Integer.valueOf(1).equals(read.poll(30, TimeUnit.SECONDS)));
      assertTrue(isReadAgain(people, read));
      supervisor.stop();
      run.get(30, TimeUnit.SECONDS);
    } finally {
      threads.shutdownNow();
    }
  }

  /** The first change may come before the watch begins. */
  private static boolean isReadAgain(Path people, BlockingQueue<Integer> read) throws Exception {
    for (int i = 0; i < 20; i++) {
      Files.writeString(people, "name\nAlice Martin\nBob Stone " + "I".repeat(i) + "\n");
      if (Integer.valueOf(2).equals(read.poll(2, TimeUnit.SECONDS))) {
        return true;
      }
    }
    return false;
  }

  private Configuration load() {
    return ConfigFile.load(folder.resolve("followthrough.yaml"), Map.of(), Houses.features());
  }

  @Test
  void aChangeIsToldOnce() throws IOException {
    Path file = folder.resolve("people.csv");
    FileWatch watch = new FileWatch(Optional.of(file));
    assertFalse(watch.isChanged());
    Files.writeString(file, "name");
    assertTrue(watch.isChanged());
    assertFalse(watch.isChanged());
    assertFalse(new FileWatch(Optional.empty()).isChanged());
  }
}
