package io.followthrough.daemon.config;

/**
 * What stops the daemon and asks a person.
 *
 * @param maxCreatesPerCycle more new tickets than this wait for a person
 * @param stopIfVanishedPercent of a destination's open tickets, closed or gone in one poll; 100 for
 *     never
 */
public record LimitsConfig(int maxCreatesPerCycle, int stopIfVanishedPercent) {
  public LimitsConfig {}

  static LimitsConfig of(Section section) {
    return new LimitsConfig(
        section.number("max-creates-per-cycle"), percent(section.text("stop-if-vanished")));
  }

  /** Off is what no poll can exceed. */
  private static int percent(String text) {
    return text.endsWith("%") ? Integer.parseInt(text.substring(0, text.length() - 1)) : 100;
  }
}
