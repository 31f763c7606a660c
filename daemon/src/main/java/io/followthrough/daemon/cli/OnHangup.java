package io.followthrough.daemon.cli;

import java.lang.reflect.Proxy;

/**
 * What happens at SIGHUP. The JDK's own class for signals is reached by its name: it is not part of
 * the platform's API, so the compiler warns of it, and where it is missing there is no SIGHUP.
 */
final class OnHangup {
  private OnHangup() {}

  /**
   * Listens for SIGHUP.
   *
   * @param told called on a thread of the JDK's own
   * @return false where this machine has no such signal
   */
  static boolean listen(Runnable told) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object proxy =
          Proxy.newProxyInstance(
              handler.getClassLoader(),
              new Class<?>[] {handler},
              (self, method, arguments) -> answer(told, self, method.getName()));
      Object hangup = signal.getConstructor(String.class).newInstance("HUP");
      return signal.getMethod("handle", signal, handler).invoke(null, hangup, proxy) != null;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }

  private static Object answer(Runnable told, Object self, String method) {
    return switch (method) {
      case "hashCode" -> System.identityHashCode(self);
      case "toString" -> "reload";
      case "equals" -> false;
      default -> {
        told.run();
        yield true;
      }
    };
  }
}
