package io.followthrough.tracker;

/** What a {@link MemoryTracker} says of what it left out. */
final class MemoryRemarks {
  static final String NO_DUE_DATE = "this tracker has no due dates; the date stands in the text";
  static final String NO_PRIORITY = "this tracker has no priorities; it stands in the text";

  private MemoryRemarks() {}

  static String noAccount(String handle) {
    return "no account " + OneLine.of(handle) + " that could be assigned";
  }
}
