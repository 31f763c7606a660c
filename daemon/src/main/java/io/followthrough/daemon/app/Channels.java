package io.followthrough.daemon.app;

import io.followthrough.daemon.channel.ChannelSettings;
import io.followthrough.daemon.channel.EmailChannel;
import io.followthrough.daemon.channel.MailServer;
import io.followthrough.daemon.channel.SlackChannel;
import io.followthrough.daemon.channel.WebhookChannel;
import io.followthrough.daemon.config.ChannelConfig;
import io.followthrough.daemon.config.Configuration;
import io.followthrough.http.HttpSettings;
import io.followthrough.notify.Channel;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** The channels of a configuration. */
final class Channels {
  private Channels() {}

  /**
   * Makes the channels in the order of the configuration, without any call to them.
   *
   * @throws IllegalArgumentException where a setting is wrong
   */
  static List<Channel> open(Configuration configuration, InstantSource clock) {
    List<Channel> channels = new ArrayList<>();
    for (ChannelConfig config : configuration.channels()) {
      channels.add(open(configuration, config, clock));
    }
    return List.copyOf(channels);
  }

  private static Channel open(
      Configuration configuration, ChannelConfig config, InstantSource clock) {
    HttpSettings http = HttpSettings.of(Trackers.http(configuration.http()));
    ChannelSettings settings =
        new ChannelSettings(
            config.name(),
            configuration.installation(),
            config.secret().map(secret -> secret::reveal),
            http,
            clock);
    return switch (config.type()) {
      case "slack" ->
          new SlackChannel(config.url().map(URI::toString).orElse(SlackChannel.URL), settings);
      case "email" ->
          new EmailChannel(
              MailServer.at(
                  config.url().orElseThrow(),
                  config.isLoopback(),
                  config.user(),
                  config.from().orElseThrow(),
                  configuration.http().caFile()),
              settings);
      default -> new WebhookChannel(config.url().orElseThrow(), settings);
    };
  }
}
