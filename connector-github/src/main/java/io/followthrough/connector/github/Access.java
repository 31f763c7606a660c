package io.followthrough.connector.github;

import static java.util.Objects.requireNonNull;

import io.followthrough.http.HttpEdge;
import io.followthrough.http.HttpSettings;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The {@code url} and {@code auth} of a tracker or a source.
 *
 * @param who {@code tracker backend} or {@code source docs}, for messages
 * @param url the API's base address
 * @param budget of writes; empty where the server limits none, or nothing is written
 */
record Access(
    String who,
    String url,
    Map<String, String> values,
    Map<String, Supplier<String>> secrets,
    HttpSettings http,
    InstantSource clock,
    Optional<ContentBudget> budget) {
  private static final String TOKEN = "auth.token";
  private static final String KEY = "auth.private-key";

  Access {
    requireNonNull(who, "who is null");
    requireNonNull(url, "url is null");
    values = Map.copyOf(values);
    secrets = Map.copyOf(secrets);
    requireNonNull(http, "http is null");
    requireNonNull(clock, "clock is null");
    requireNonNull(budget, "budget is null");
  }

  /**
   * A way to the API, without any call.
   *
   * @throws IllegalArgumentException where a setting is wrong or missing
   */
  GitHubApi open(Repository home) {
    Credential credential = credential();
    HttpEdge edge = new HttpEdge(url, http, Map.of("Authorization", credential::authorization));
    return new GitHubApi(edge, credential, home, clock, budget);
  }

  private Credential credential() {
    Optional<Supplier<String>> token = Optional.ofNullable(secrets.get(TOKEN));
    Optional<Supplier<String>> key = Optional.ofNullable(secrets.get(KEY));
    Optional<String> app = Optional.ofNullable(values.get("auth.app-id"));
    Optional<String> installation = Optional.ofNullable(values.get("auth.installation-id"));
    if (token.isPresent()) {
      return new TokenCredential(who, token.get());
    }
    if (app.isEmpty()) {
      throw new IllegalArgumentException(who + " needs auth.token, or auth.app-id of a GitHub App");
    }
    if (installation.isEmpty() || key.isEmpty()) {
      throw new IllegalArgumentException(
          who + " needs auth.installation-id and auth.private-key beside auth.app-id");
    }
    return new AppCredential(url, http, app.get(), installation.get(), key.get(), clock);
  }
}
