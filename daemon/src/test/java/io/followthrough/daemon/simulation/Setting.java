package io.followthrough.daemon.simulation;

import io.followthrough.daemon.app.House;
import io.followthrough.daemon.app.Houses;
import io.followthrough.daemon.app.OpenHouse;
import io.followthrough.daemon.config.ConfigFile;
import io.followthrough.daemon.config.Configuration;
import io.followthrough.daemon.config.Features;
import io.followthrough.document.DocumentSource;
import io.followthrough.ledger.Ledger;
import io.followthrough.tracker.Tracker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The configuration that all histories share, and a folder for their stores. */
final class Setting {
  static final String INSTALLATION = "acme-sre";
  private static final String YAML =
      """
      installation: acme-sre
      contact: "#reliability"
      postmortem-ticket: %s
      sources:
        - { name: docs, type: directory, path: ./postmortems, since: 2000-01-01, settle: 1h }
      trackers:
        - { name: back, type: embedded, labels: [postmortem] }
        - { name: pay, type: embedded }
      people:
        - { name: Alice Martin, accounts: { back: alice-m, pay: alice-m }, manager: Victor Prime, time-zone: Europe/Paris }
        - { name: Bob Stone, accounts: { back: bob-s, pay: bob-s }, manager: Victor Prime, time-zone: America/New_York }
        - { name: Carol Diaz, accounts: { back: carol-d, pay: carol-d }, manager: Victor Prime }
        - { name: Dmitri Volkov, accounts: { back: dmitri-v, pay: dmitri-v }, time-zone: Australia/Lord_Howe }
        - { name: Victor Prime, accounts: { back: victor-p, pay: victor-p } }
      routes:
        - { service: [payments], tracker: pay }
        - { tracker: back }
      gate:
        max-items: 50
        rules: { vague: off, observation: off, systemic: off, due-past: warn, due-far: warn, no-criterion: off, no-target: off, only-documentation: off }
      limits: { max-creates-per-cycle: 500 }
      """;

  private final Path folder;
  private final Configuration configuration;
  private int stores;

  Setting(Path folder) throws IOException {
    this(folder, false);
  }

  /** A setting in which each postmortem has a ticket of its own, or none has. */
  Setting(Path folder, boolean postmortemTickets) throws IOException {
    this.folder = folder;
    Path file = folder.resolve("followthrough.yaml");
    Files.writeString(file, YAML.replace("%s", postmortemTickets ? "on" : "off"));
    Files.createDirectories(folder.resolve("postmortems"));
    this.configuration =
        ConfigFile.load(
            file,
            Map.of(),
            Features.of(Set.of("directory"), Set.of("embedded")).with("postmortem-ticket"));
  }

  /** A file that no other history has. */
  Path newStore() {
    stores++;
    return folder.resolve("store-" + stores + ".db");
  }

  void confirm(Ledger ledger, Instant now) {
    Houses.confirm(configuration, ledger, List.of(), now);
  }

  House house(
      Ledger ledger,
      Map<String, Tracker> trackers,
      DocumentSource source,
      InstantSource clock,
      String node,
      boolean alone) {
    return OpenHouse.of(configuration, ledger, trackers, List.of(source), clock, node, alone);
  }
}
