package io.followthrough.connector.jira;

import static java.util.Objects.requireNonNull;

import io.followthrough.http.HttpSettings;
import io.followthrough.tracker.FailureKind;
import io.followthrough.tracker.TrackerException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How a site of Atlassian's is reached and signed in to.
 *
 * @param name of the tracker or source, for messages
 * @param url the site's address as people open it, without a slash at its end
 * @param email whose API token it is; absent for a personal access token
 * @param token read anew for each request
 * @param gateway the address under which scoped tokens are taken
 */
record SiteAccess(
    String name,
    String url,
    Edition edition,
    Optional<String> email,
    Supplier<String> token,
    String gateway,
    HttpSettings http,
    InstantSource clock) {
  static final String GATEWAY = "https://api.atlassian.com";

  SiteAccess {
    requireNonNull(name, "name is null");
    url = requireNonNull(url, "url is null").strip().replaceFirst("/+$", "");
    requireNonNull(edition, "edition is null");
    requireNonNull(email, "email is null");
    requireNonNull(token, "token is null");
    gateway = requireNonNull(gateway, "gateway is null").strip().replaceFirst("/+$", "");
    requireNonNull(http, "http is null");
    requireNonNull(clock, "clock is null");
    if (url.startsWith(gateway + "/")) {
      throw new IllegalArgumentException(
          name
              + ": url is the site's own address, such as https://acme.atlassian.net; the gateway"
              + " is found from it");
    }
    if (edition == Edition.CLOUD && email.isEmpty()) {
      throw new IllegalArgumentException(
          name + " needs auth.email: an API token of Atlassian Cloud belongs to an e-mail address");
    }
  }

  /**
   * Reads the settings that trackers and sources have in common: {@code url}, {@code deployment},
   * {@code gateway}, {@code auth.email} and {@code auth.token}.
   *
   * @throws IllegalArgumentException where one is wrong, with words for the person who wrote it
   */
  static SiteAccess of(
      String name,
      Map<String, String> values,
      Map<String, Supplier<String>> secrets,
      HttpSettings http,
      InstantSource clock) {
    String url = values.get("url");
    Supplier<String> token = secrets.get("auth.token");
    if (url == null || token == null) {
      throw new IllegalArgumentException(name + " needs " + (url == null ? "url" : "auth.token"));
    }
    Optional<String> email =
        Optional.ofNullable(values.get("auth.email")).filter(words -> !words.isBlank());
    return new SiteAccess(
        name,
        url,
        edition(name, Optional.ofNullable(values.get("deployment")), email),
        email,
        token,
        values.getOrDefault("gateway", GATEWAY),
        http,
        clock);
  }

  /** What signs a request in: an API token goes with its e-mail address, another one alone. */
  String authorization() {
    String value = token.get().strip();
    if (value.isEmpty()) {
      throw new TrackerException(
          FailureKind.DENIED, "read token", "auth.token of " + name + " is empty");
    }
    return email
        .map(
            address ->
                "Basic "
                    + Base64.getEncoder()
                        .encodeToString(
                            (address.strip() + ":" + value).getBytes(StandardCharsets.UTF_8)))
        .orElse("Bearer " + value);
  }

  /** What the file says, else the kind whose tokens look like this one. */
  private static Edition edition(String name, Optional<String> said, Optional<String> email) {
    if (said.isEmpty()) {
      return email.isPresent() ? Edition.CLOUD : Edition.DATA_CENTER;
    }
    return switch (said.get().toLowerCase(Locale.ROOT)) {
      case "cloud" -> Edition.CLOUD;
      case "data-center" -> Edition.DATA_CENTER;
      default -> throw new IllegalArgumentException(name + ": deployment is cloud or data-center");
    };
  }
}
