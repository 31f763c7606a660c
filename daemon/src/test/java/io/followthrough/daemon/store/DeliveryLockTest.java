package io.followthrough.daemon.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.followthrough.ledger.LedgerException;
import io.followthrough.ledger.LedgerException.Kind;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DeliveryLockTest {
  @TempDir private Path folder;

  @Test
  void onePartOfAProcessHasTheRole() {
    Path store = folder.resolve("a.db");
    assertEquals(Optional.empty(), DeliveryLock.holder(store));
    try (DeliveryLock lock = DeliveryLock.tryAcquire(store, "run").orElseThrow()) {
      assertEquals(Optional.empty(), DeliveryLock.tryAcquire(store, "sync"));
      assertEquals(
          Optional.of("pid " + ProcessHandle.current().pid() + ", run"),
          DeliveryLock.holder(store));
      assertTrue(DeliveryLock.tryAcquire(folder.resolve("b.db"), "run").isPresent());
      assertTrue(lock != null);
    }
    assertEquals(Optional.empty(), DeliveryLock.holder(store));
    DeliveryLock.acquire(store, "again").close();
  }

  @Test
  void theRoleEndsWithItsProcess() throws Exception {
    Path store = folder.resolve("a.db");
    Process other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                HoldingMain.class.getName(),
                store.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader words =
        new BufferedReader(new InputStreamReader(other.getInputStream(), StandardCharsets.UTF_8))) {
      assertEquals("held", words.readLine());
      String holder = "pid " + other.pid() + ", run for a test";
      assertEquals(Optional.of(holder), DeliveryLock.holder(store));
      assertEquals(Optional.empty(), DeliveryLock.tryAcquire(store, "sync"));
      LedgerException refusal =
          assertThrows(LedgerException.class, () -> DeliveryLock.acquire(store, "sync"));
      assertEquals(Kind.LOCKED, refusal.kind());
      assertTrue(refusal.toString().contains(holder), refusal.getMessage());
    } finally {
      other.destroyForcibly();
      assertTrue(other.waitFor(60, TimeUnit.SECONDS));
    }
    assertEquals(Optional.empty(), DeliveryLock.holder(store));
    DeliveryLock.acquire(store, "sync").close();
  }
}
