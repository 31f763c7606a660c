package io.followthrough.tracker;

import static java.util.Objects.requireNonNull;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the configuration file says of one tracker, secrets kept behind suppliers that read them
 * anew at each call, so that a rotated token is picked up.
 *
 * @param name the tracker's name
 * @param installation part of every mark
 * @param values plain settings by their key, nested ones with dots ({@code states.blocked})
 * @param secrets secrets by their key, such as {@code auth.token}
 * @param labels put on every ticket
 * @param http proxy and certificate settings by their key, {@code proxy} and {@code ca-file}
 * @param clock the process's only clock
 */
public record TrackerSettings(
    String name,
    String installation,
    Map<String, String> values,
    Map<String, Supplier<String>> secrets,
    List<String> labels,
    Map<String, String> http,
    InstantSource clock) {
  public TrackerSettings {
    requireNonNull(name, "name is null");
    requireNonNull(installation, "installation is null");
    values = Map.copyOf(values);
    secrets = Map.copyOf(secrets);
    labels = List.copyOf(labels);
    http = Map.copyOf(http);
    requireNonNull(clock, "clock is null");
  }

  /** A setting, where the file has it. */
  public Optional<String> value(String key) {
    return Optional.ofNullable(values.get(key));
  }

  /**
   * A setting without which the tracker cannot be.
   *
   * @throws IllegalArgumentException where the file does not have it
   */
  public String required(String key) {
    return value(key)
        .orElseThrow(() -> new IllegalArgumentException("tracker " + name + " needs " + key));
  }
}
