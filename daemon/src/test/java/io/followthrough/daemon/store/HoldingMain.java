package io.followthrough.daemon.store;

import java.io.IOException;
import java.nio.file.Path;

/** A process that takes the role on the store of its argument and holds it until it is killed. */
final class HoldingMain {
  private HoldingMain() {}

  public static void main(String[] arguments) throws IOException {
    try (DeliveryLock lock = DeliveryLock.acquire(Path.of(arguments[0]), "run for a test")) {
      System.out.println(lock == null ? "" : "held");
      int end = System.in.read();
      assert end < 0;
    }
  }
}
