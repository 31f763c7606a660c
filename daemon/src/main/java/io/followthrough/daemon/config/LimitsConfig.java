package io.followthrough.daemon.config;

/**
 * What stops the daemon and asks a person.
 *
 * @param maxCreatesPerCycle more new tickets than this wait for a person
 * @param stopIfVanishedPercent of a destination's open tickets, gone in one poll
 */
public record LimitsConfig(int maxCreatesPerCycle, int stopIfVanishedPercent) {
  public LimitsConfig {}

  static LimitsConfig of(Section section) {
    return new LimitsConfig(
        section.number("max-creates-per-cycle"),
        Integer.parseInt(section.text("stop-if-vanished").replace("%", "")));
  }
}
