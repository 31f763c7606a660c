package io.followthrough.daemon.config;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the daemon keeps what it knows.
 *
 * @param url {@code sqlite:FILE} or {@code postgresql://USER@HOST/DATABASE}, as written
 * @param file the absolute file of an SQLite store
 * @param password of the PostgreSQL user
 */
public record StoreConfig(String url, Optional<Path> file, Optional<Secret> password) {
  private static final String SQLITE = "sqlite:";

  public StoreConfig {
    requireNonNull(url, "url is null");
    requireNonNull(file, "file is null");
    requireNonNull(password, "password is null");
  }

  static StoreConfig of(Section section) {
    String url = section.text("url");
    Optional<Path> file =
        url.startsWith(SQLITE)
            ? Optional.of(section.file(url.substring(SQLITE.length())))
            : Optional.empty();
    return new StoreConfig(url, file, section.secret("password"));
  }
}
