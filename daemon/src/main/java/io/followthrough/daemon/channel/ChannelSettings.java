package io.followthrough.daemon.channel;

import static java.util.Objects.requireNonNull;

import io.followthrough.http.HttpSettings;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What every channel is made of.
 *
 * @param name the channel's name in the configuration
 * @param installation told to programs, so that they tell several daemons apart
 * @param secret read anew at each use: the bot's token, the mail server's password, or the key that
 *     signs
 */
public record ChannelSettings(
    String name,
    String installation,
    Optional<Supplier<String>> secret,
    HttpSettings http,
    InstantSource clock) {
  public ChannelSettings {
    requireNonNull(name, "name is null");
    requireNonNull(installation, "installation is null");
    requireNonNull(secret, "secret is null");
    requireNonNull(http, "http is null");
    requireNonNull(clock, "clock is null");
  }
}
