package io.followthrough.daemon.app;

import io.followthrough.daemon.config.Configuration;
import io.followthrough.daemon.config.SourceConfig;
import io.followthrough.daemon.source.Directories;
import io.followthrough.daemon.source.GitRepositories;
import io.followthrough.document.DocumentSource;
import io.followthrough.document.SourceFactory;
import io.followthrough.document.SourceSettings;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The sources of a configuration: folders and git repositories, and what the connectors on the
 * class path read.
 */
public final class Sources {
  private Sources() {}

  /** The types of sources that can be had. */
  public static Set<String> types() {
    return factories().keySet();
  }

  /**
   * Makes the sources, without any call to them.
   *
   * @throws IllegalArgumentException where a setting is wrong
   */
  static List<DocumentSource> open(Configuration configuration, InstantSource clock) {
    Map<String, SourceFactory> factories = factories();
    return configuration.sources().stream()
        .map(config -> open(configuration, config, factories, clock))
        .toList();
  }

  private static DocumentSource open(
      Configuration configuration,
      SourceConfig config,
      Map<String, SourceFactory> factories,
      InstantSource clock) {
    SourceFactory factory = factories.get(config.type());
    if (factory == null) {
      throw new IllegalArgumentException("no connector for " + config.type() + " is installed");
    }
    return factory.open(settings(configuration, config, clock));
  }

  private static Map<String, SourceFactory> factories() {
    Map<String, SourceFactory> factories = new TreeMap<>();
    add(factories, new Directories());
    add(factories, new GitRepositories());
    ServiceLoader.load(SourceFactory.class).forEach(factory -> add(factories, factory));
    return factories;
  }

  private static void add(Map<String, SourceFactory> factories, SourceFactory factory) {
    factory.sourceTypes().forEach(type -> factories.put(type, factory));
  }

  /** Beside the store, where copies of what is elsewhere are kept. */
  private static Path copies(Configuration configuration) {
    String name = configuration.store().file().map(it -> it.getFileName() + "").orElse("store");
    return configuration.store().folder().resolve(name + ".sources");
  }

  private static SourceSettings settings(
      Configuration configuration, SourceConfig config, InstantSource clock) {
    Map<String, String> values = new HashMap<>(config.values());
    values.put("folder", copies(configuration).toString());
    config.location().directory().ifPresent(path -> values.put("path", path.toString()));
    config.link().ifPresent(link -> values.put("link", link));
    Map<String, Supplier<String>> secrets = new HashMap<>();
    config.secrets().forEach((key, secret) -> secrets.put(key, secret::reveal));
    Optional<Boolean> isPrivate = config.visibility().map(SourceConfig.Visibility.PRIVATE::equals);
    return new SourceSettings(
        config.name(),
        config.type(),
        values,
        secrets,
        config.include(),
        isPrivate,
        Trackers.http(configuration.http()),
        clock);
  }
}
