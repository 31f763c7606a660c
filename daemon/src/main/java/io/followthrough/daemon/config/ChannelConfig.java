package io.followthrough.daemon.config;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.Optional;

/**
 * A way to people beside the comment on the ticket; which parts are there depends on its type.
 *
 * @param type {@code slack}, {@code email} or {@code webhook}
 * @param url of a webhook, of the mail server, or of Slack's API where it is not the vendor's
 * @param user at the mail server
 * @param from the sender of e-mails
 * @param secret the bot's token, the mail server's password, or the key that signs
 */
public record ChannelConfig(
    String name,
    String type,
    Optional<URI> url,
    Optional<String> user,
    Optional<String> from,
    Optional<Secret> secret) {
  public ChannelConfig {
    requireNonNull(name, "name is null");
    requireNonNull(type, "type is null");
    requireNonNull(url, "url is null");
    requireNonNull(user, "user is null");
    requireNonNull(from, "from is null");
    requireNonNull(secret, "secret is null");
  }

  /** Whether its address is this machine by its very name; nothing is looked up. */
  public boolean isLoopback() {
    return url.map(URI::getHost).filter(Urls::isLoopback).isPresent();
  }

  static ChannelConfig of(Section section) {
    String secret =
        switch (section.text("type")) {
          case "slack" -> "token";
          case "email" -> "password";
          default -> "secret";
        };
    return new ChannelConfig(
        section.text("name"),
        section.text("type"),
        section.url(section.text("type").equals("email") ? "smtp" : "url"),
        section.optionalText("user"),
        section.optionalText("from"),
        section.secret(secret));
  }
}
