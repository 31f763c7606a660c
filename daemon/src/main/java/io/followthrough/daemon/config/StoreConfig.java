package io.followthrough.daemon.config;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Where the daemon keeps what it knows.
 *
 * @param url {@code sqlite:FILE} or {@code postgresql://USER@HOST/DATABASE}, as written
 * @param file the absolute file of an SQLite store
 * @param folder where files lie that belong to the store: beside an SQLite store, else beside the
 *     configuration
 * @param password of the PostgreSQL user
 * @param lease how long a daemon on a shared store is believed to live without a sign of it
 */
public record StoreConfig(
    String url, Optional<Path> file, Path folder, Optional<Secret> password, Duration lease) {
  private static final String SQLITE = "sqlite:";

  public StoreConfig {
    requireNonNull(url, "url is null");
    requireNonNull(file, "file is null");
    requireNonNull(folder, "folder is null");
    requireNonNull(password, "password is null");
    requireNonNull(lease, "lease is null");
  }

  static StoreConfig of(Section section) {
    String url = section.text("url");
    Optional<Path> file =
        url.startsWith(SQLITE)
            ? Optional.of(section.file(url.substring(SQLITE.length())))
            : Optional.empty();
    Path folder = file.map(Path::getParent).orElseGet(() -> section.file(".").normalize());
    return new StoreConfig(
        url, file, folder, section.secret("password"), section.duration("lease"));
  }
}
