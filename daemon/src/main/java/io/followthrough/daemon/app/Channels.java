package io.followthrough.daemon.app;

import io.followthrough.daemon.channel.ChannelSettings;
import io.followthrough.daemon.channel.EmailChannel;
import io.followthrough.daemon.channel.MailServer;
import io.followthrough.daemon.channel.SlackChannel;
import io.followthrough.daemon.channel.WebhookChannel;
import io.followthrough.daemon.config.ChannelConfig;
import io.followthrough.daemon.config.Configuration;
import io.followthrough.daemon.cycle.Confirmations;
import io.followthrough.daemon.cycle.DigestCycle;
import io.followthrough.daemon.cycle.Way;
import io.followthrough.followup.Digest;
import io.followthrough.followup.DigestRhythm;
import io.followthrough.followup.Profiles;
import io.followthrough.http.HttpSettings;
import io.followthrough.item.People;
import io.followthrough.ledger.Ledger;
import io.followthrough.notify.Channel;
import io.followthrough.plan.Drafts;
import io.followthrough.sync.Dispatcher;
import io.followthrough.sync.Registrar;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** The channels of a configuration. */
final class Channels {
  private Channels() {}

  /**
   * Makes the channels in the order of the configuration, without any call to them.
   *
   * @throws IllegalArgumentException where a setting is wrong
   */
  static List<Way> open(Configuration configuration, InstantSource clock) {
    List<Way> channels = new ArrayList<>();
    for (ChannelConfig config : configuration.channels()) {
      Channel channel = open(configuration, config, clock);
      channels.add(new Way(channel, config.type(), config.type().equals("webhook")));
    }
    return List.copyOf(channels);
  }

  /** The cycle that tells people on these channels what is theirs; on none where it is off. */
  static DigestCycle digests(
      Configuration configuration,
      Ledger ledger,
      Profiles ladders,
      People people,
      List<Way> ways,
      Drafts drafts,
      Confirmations confirmations,
      Registrar registrar,
      Dispatcher dispatcher,
      BooleanSupplier stopping) {
    Optional<DigestRhythm> rhythm = Rules.digest(configuration);
    return new DigestCycle(
        configuration.installation(),
        ledger,
        new Digest(rhythm.orElse(DigestRhythm.WEEKLY), configuration.contact(), ladders, people),
        people,
        rhythm.isPresent() ? ways : List.of(),
        drafts,
        confirmations,
        registrar,
        dispatcher,
        stopping);
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
