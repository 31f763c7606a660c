package io.followthrough.connector.jira;

import com.fasterxml.jackson.databind.JsonNode;
import io.followthrough.document.SourceException;
import io.followthrough.document.SourceSettings;
import io.followthrough.http.HttpCall;
import io.followthrough.http.HttpSettings;
import io.followthrough.http.Reply;
import io.followthrough.tracker.TrackerException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * A site as a source of documents asks it: it only reads, and every failure is a {@link
 * SourceException} that names the source. A site that wants to be left alone is left alone for as
 * long as it says. Used by one thread at a time.
 */
final class SourceSite implements AutoCloseable {
  private final String name;
  private final AtlassianSite site;
  private Instant quietUntil = Instant.EPOCH;

  /**
   * A site, without any call to it.
   *
   * @throws IllegalArgumentException where a setting is wrong
   */
  SourceSite(SourceSettings settings, HttpSettings http, Product product) {
    this.name = settings.name();
    SiteAccess access =
        SiteAccess.of(
            "source " + name, settings.values(), settings.secrets(), http, settings.clock());
    this.site = new AtlassianSite(access, product);
  }

  Edition edition() {
    return site.edition();
  }

  /** The site's address as people open it, without a slash at its end. */
  String url() {
    return site.access().url();
  }

  Instant now() {
    return site.now();
  }

  /** The name of the account that the token belongs to. */
  String account() {
    JsonNode self = attempt(site::self);
    for (String key : new String[] {"displayName", "publicName", "username", "accountId"}) {
      if (!self.path(key).asText("").isBlank()) {
        return self.path(key).asText();
      }
    }
    return "an account without a name";
  }

  /** What the site answers. */
  JsonNode get(HttpCall call) {
    return get(call, answer -> false);
  }

  /**
   * What the site answers.
   *
   * @param doubtful answers that strangers get too: it is made sure that this one was given to us
   */
  JsonNode get(HttpCall call, Predicate<JsonNode> doubtful) {
    return attempt(
        () -> {
          Reply reply = successful(site.send(call));
          JsonNode answer = reply.json();
          if (doubtful.test(answer)) {
            site.checkIsNotAnonymous(reply);
          }
          return answer;
        });
  }

  /** What the site answers; empty where it tells us, and not a stranger, that there is nothing. */
  Optional<JsonNode> find(HttpCall call) {
    return attempt(
        () -> {
          Reply reply = site.send(call);
          if (reply.status() == 404) {
            site.checkIsNotAnonymous(reply);
            return Optional.empty();
          }
          return Optional.of(successful(reply).json());
        });
  }

  /** What the site answers; empty where it does not let us ask this. */
  Optional<JsonNode> ask(HttpCall call) {
    return attempt(
        () -> {
          Reply reply = site.send(call);
          return switch (reply.status()) {
            case 400, 403, 404 -> Optional.empty();
            default -> Optional.of(successful(reply).json());
          };
        });
  }

  /** A failure in words that name the source. */
  SourceException failure(String words) {
    return new SourceException("source " + name + ": " + words, null);
  }

  @Override
  public void close() {
    site.close();
  }

  private Reply successful(Reply reply) {
    if (!reply.isSuccess()) {
      throw site.failure(reply);
    }
    return reply;
  }

  private <T> T attempt(Supplier<T> call) {
    if (site.now().isBefore(quietUntil)) {
      throw failure("the site wants no requests for a while; it is asked again after that");
    }
    try {
      return call.get();
    } catch (TrackerException e) {
      e.retryAt().ifPresent(at -> quietUntil = at);
      throw new SourceException("source " + name + ": " + e.getMessage(), e);
    }
  }
}
