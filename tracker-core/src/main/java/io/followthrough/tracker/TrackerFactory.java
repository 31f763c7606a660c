package io.followthrough.tracker;

/** Makes trackers of one type; found through {@link java.util.ServiceLoader}. */
public interface TrackerFactory {
  /** The type's name in the configuration, such as {@code github}. */
  String type();

  /**
   * Makes a tracker without any call to it.
   *
   * @throws IllegalArgumentException where a setting is wrong, with words for the person who wrote
   *     it
   */
  Tracker create(TrackerSettings settings);
}
