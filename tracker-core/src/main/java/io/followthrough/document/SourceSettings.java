package io.followthrough.document;

import static java.util.Objects.requireNonNull;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the configuration file says of one source, secrets kept behind suppliers that read them anew
 * at each call, so that a rotated token is picked up.
 *
 * @param name the source's name
 * @param type one of {@link SourceFactory#sourceTypes}
 * @param values plain settings by their key, nested ones with dots ({@code ready.label}); the
 *     values of a list are parted by commas
 * @param secrets secrets by their key, such as {@code auth.token}
 * @param include globs of paths that are documents; empty where documents are no files
 * @param isPrivate what the file says of its visibility; absent where it is to be found out
 * @param http proxy and certificate settings by their key, {@code proxy} and {@code ca-file}
 * @param clock the process's only clock
 */
public record SourceSettings(
    String name,
    String type,
    Map<String, String> values,
    Map<String, Supplier<String>> secrets,
    List<String> include,
    Optional<Boolean> isPrivate,
    Map<String, String> http,
    InstantSource clock) {
  public SourceSettings {
    requireNonNull(name, "name is null");
    requireNonNull(type, "type is null");
    values = Map.copyOf(values);
    secrets = Map.copyOf(secrets);
    include = List.copyOf(include);
    requireNonNull(isPrivate, "isPrivate is null");
    http = Map.copyOf(http);
    requireNonNull(clock, "clock is null");
  }

  /** A setting, where the file has it. */
  public Optional<String> value(String key) {
    return Optional.ofNullable(values.get(key));
  }

  /**
   * A setting without which the source cannot be.
   *
   * @throws IllegalArgumentException where the file does not have it
   */
  public String required(String key) {
    return value(key)
        .orElseThrow(() -> new IllegalArgumentException("source " + name + " needs " + key));
  }
}
