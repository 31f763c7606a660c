package io.followthrough.daemon.store;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where a PostgreSQL database is and how to sign in.
 *
 * @param url of JDBC, without a user
 * @param user empty where the driver's default is to be used
 * @param password read anew for each connection, so that a rotated one is used; empty where none is
 *     asked for
 */
record PostgresAddress(String url, Optional<String> user, Optional<Supplier<String>> password) {
  PostgresAddress {
    requireNonNull(url, "url is null");
    requireNonNull(user, "user is null");
    requireNonNull(password, "password is null");
  }

  /** The address of {@code postgresql://USER@HOST:PORT/DATABASE?PARAMETERS}. */
  static PostgresAddress of(String text, Optional<Supplier<String>> password) {
    URI uri = URI.create(text);
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    return new PostgresAddress(
        "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + query,
        Optional.ofNullable(uri.getUserInfo()),
        password);
  }

  /** The address for people: never a password in it. */
  String words() {
    String place = url.substring("jdbc:postgresql://".length()).replaceFirst("\\?.*", "");
    return user.map(name -> name + "@").orElse("") + place;
  }
}
