package io.followthrough.daemon.simulation;

/** Names the place of the program that a fault has met. */
final class Where {
  private Where() {}

  /** The innermost method of the cycles or of what delivers and polls for them. */
  static String weAre() {
    return StackWalker.getInstance()
        .walk(
            frames ->
                frames
                    .filter(frame -> isOurs(frame.getClassName()))
                    .map(frame -> name(frame.getClassName(), frame.getMethodName()))
                    .findFirst())
        .orElse("at the start");
  }

  private static boolean isOurs(String type) {
    return type.startsWith("io.followthrough.daemon.cycle.")
        || type.startsWith("io.followthrough.daemon.app.House")
        || type.startsWith("io.followthrough.sync.");
  }

  private static String name(String type, String method) {
    String simple = type.substring(type.lastIndexOf('.') + 1);
    String[] parts = method.split("\\$", -1);
    return simple + "." + (method.startsWith("lambda$") ? parts[1] : method);
  }
}
