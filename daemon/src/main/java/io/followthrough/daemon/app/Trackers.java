package io.followthrough.daemon.app;

import io.followthrough.daemon.config.Configuration;
import io.followthrough.daemon.config.HttpConfig;
import io.followthrough.daemon.config.TrackerConfig;
import io.followthrough.sync.ResilientTracker;
import io.followthrough.tracker.Tracker;
import io.followthrough.tracker.TrackerFactory;
import io.followthrough.tracker.TrackerSettings;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The trackers of a configuration, made by the connectors that are on the class path. */
public final class Trackers {
  private Trackers() {}

  /** The types of trackers that can be had. */
  public static Set<String> types() {
    return factories().keySet();
  }

  /**
   * Makes the trackers, without any call to them.
   *
   * @param folder where the embedded tracker keeps its tickets; absent for memory only
   * @throws IllegalArgumentException where a setting is wrong
   */
  static Map<String, Tracker> open(
      Configuration configuration, Optional<Path> folder, InstantSource clock) {
    Map<String, TrackerFactory> factories = factories();
    Map<String, Tracker> trackers = new LinkedHashMap<>();
    for (TrackerConfig config : configuration.trackers()) {
      TrackerFactory factory = factories.get(config.type());
      if (factory == null) {
        throw new IllegalArgumentException("no connector for " + config.type() + " is installed");
      }
      Tracker tracker = factory.create(settings(configuration, config, folder, clock));
      trackers.put(config.name(), new ResilientTracker(tracker, config.pace()));
    }
    return trackers;
  }

  private static Map<String, TrackerFactory> factories() {
    Map<String, TrackerFactory> factories = new TreeMap<>();
    ServiceLoader.load(TrackerFactory.class)
        .forEach(factory -> factories.put(factory.type(), factory));
    return factories;
  }

  private static TrackerSettings settings(
      Configuration configuration,
      TrackerConfig config,
      Optional<Path> folder,
      InstantSource clock) {
    Map<String, String> values = new HashMap<>(config.values());
    folder.ifPresent(path -> values.put("folder", path.toString()));
    Map<String, Supplier<String>> secrets = new HashMap<>();
    config.secrets().forEach((key, secret) -> secrets.put(key, secret::reveal));
    return new TrackerSettings(
        config.name(),
        configuration.installation(),
        values,
        secrets,
        config.labels(),
        http(configuration.http()),
        clock);
  }

  static Map<String, String> http(HttpConfig config) {
    Map<String, String> http = new HashMap<>();
    config.proxy().ifPresent(proxy -> http.put("proxy", proxy.toString()));
    config.caFile().ifPresent(file -> http.put("ca-file", file.toString()));
    return http;
  }
}
