package io.followthrough.daemon.config;

import static io.followthrough.daemon.config.Written.allDiffer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.followthrough.item.Lapse;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DaemonConfigTest {
  @TempDir private Path folder = Path.of("");
  private Written written = new Written(folder);

  @BeforeEach
  void anEmptyFolder() {
    written = new Written(folder).with("TOKEN", "t0ken");
  }

  @Test
  void theDaemonHasItsDefaults() {
    Configuration configuration = written.load(Written.SMALLEST);
    assertEquals("acme-sre", configuration.installation());
    assertEquals("#reliability", configuration.contact());
    assertEquals(List.of(), configuration.former());
    assertEquals(
        new StoreConfig(
            "sqlite:followthrough.db",
            Optional.of(folder.resolve("followthrough.db")),
            folder,
            Optional.empty(),
            Duration.ofSeconds(20)),
        configuration.store());
    assertEquals(
        Optional.of(
            new WebConfig(
                new ListenAddress("127.0.0.1", 8080),
                Optional.empty(),
                Optional.empty(),
                Optional.empty())),
        configuration.web());
    assertEquals(new HttpConfig(Optional.empty(), Optional.empty()), configuration.http());
    assertEquals(
        new CycleConfig(Duration.ofMinutes(10), Duration.ofMinutes(5), Duration.ofHours(24)),
        configuration.cycle());
    assertEquals(new ConfidentialConfig(List.of(), Optional.empty()), configuration.confidential());
    assertEquals(List.of(), configuration.teams());
    assertEquals(List.of(), configuration.services());
    assertEquals(List.of(), configuration.people());
    assertEquals(List.of(), configuration.leadership());
    assertEquals(List.of(), configuration.routes());
    assertTrue(configuration.postmortemTicket());
    assertEquals(List.of(), configuration.channels());
    assertEquals(List.of(), configuration.reports());
    assertEquals(new LimitsConfig(25, 10), configuration.limits());
    assertEquals(new RetentionConfig(Lapse.parse("7y")), configuration.retention());
    assertEquals(List.of(), configuration.notYet());
    assertEquals(List.of(), configuration.warnings());
    ExtractConfig extract = configuration.extract();
    assertTrue(extract.headings().values().stream().allMatch(List::isEmpty));
    assertTrue(extract.columns().values().stream().allMatch(List::isEmpty));
  }

  @Test
  void everyOtherKeyIsTaken() throws IOException {
    Files.writeString(folder.resolve("ca.pem"), "");
    Files.writeString(folder.resolve("people.csv"), "name\nBob Stone\n");
    Configuration defaults = written.load(Written.SMALLEST);
    Configuration full =
        written.load(
            """
            installation: other
            former: [older, oldest]
            contact: sre@acme.io
            sources: []
            trackers: [{ name: backend, type: embedded }]
            store: { url: "postgresql://user@host/db", password: "${env:TOKEN}", lease: 1m }
            web:
              listen: "0.0.0.0:0"
              public-url: "https://followthrough.corp"
              token: "${env:TOKEN}"
              trusted-proxy: { address: 10.0.0.5, user-header: X-User }
            http: { proxy: "http://proxy:3128", ca-file: ca.pem }
            cycle: { documents: 1m, tickets: 2m, sweep: 2d }
            confidential:
              when: [restricted-page, "label: confidential", "front-matter: secret", "path: security/**", "severity: SEC"]
              then: backend
            people: [{ name: Victor Prime }]
            people-file: people.csv
            teams: [{ name: Payments }]
            services: [{ name: checkout }]
            leadership: [Victor Prime]
            routes: [{ tracker: backend }]
            gate: { max-items: 3 }
            postmortem-ticket: off
            follow-up: { due-soon: 5d }
            channels:
              - { name: chat, type: slack, token: "${env:TOKEN}" }
              - { name: mail, type: email, smtp: "smtp://mail.corp:587", user: bot, password: "${env:TOKEN}", from: f@acme.io }
              - { name: hook, type: webhook, url: "https://hooks.corp/f", secret: "${env:TOKEN}" }
            reports:
              - { to: ["tracker:backend", mail], recipients: [Victor Prime], team: Payments, monthly: off, quarterly: no }
              - { to: [chat] }
            extract: { headings: { action-items: [Folgen] }, columns: { owner: [Wer], due: [Bis] } }
            limits: { max-creates-per-cycle: 1000, stop-if-vanished: 100% }
            retention: { journal: 30d }
            """);
    allDiffer(defaults, full, "notYet", "warnings", "sources");
    assertEquals(List.of("older", "oldest"), full.former());
    allDiffer(defaults.store(), full.store(), "folder");
    assertEquals("t0ken", full.store().password().orElseThrow().reveal());
    WebConfig web = allDiffer(defaults.web().orElseThrow(), full.web().orElseThrow());
    assertEquals(new ListenAddress("0.0.0.0", 0), web.listen());
    assertEquals(Optional.of(URI.create("https://followthrough.corp")), web.publicUrl());
    assertEquals(Optional.of(new TrustedProxy("10.0.0.5", "X-User")), web.trustedProxy());
    assertEquals(
        allDiffer(
            defaults.http(),
            new HttpConfig(
                Optional.of(URI.create("http://proxy:3128")),
                Optional.of(folder.resolve("ca.pem")))),
        full.http());
    assertEquals(
        allDiffer(
            defaults.cycle(),
            new CycleConfig(Duration.ofMinutes(1), Duration.ofMinutes(2), Duration.ofDays(2))),
        full.cycle());
    assertEquals(
        new ConfidentialConfig(
            List.of(
                new ConfidentialCondition(
                    ConfidentialCondition.Sign.RESTRICTED_PAGE, Optional.empty()),
                new ConfidentialCondition(
                    ConfidentialCondition.Sign.LABEL, Optional.of("confidential")),
                new ConfidentialCondition(
                    ConfidentialCondition.Sign.FRONT_MATTER, Optional.of("secret")),
                new ConfidentialCondition(
                    ConfidentialCondition.Sign.PATH, Optional.of("security/**")),
                new ConfidentialCondition(ConfidentialCondition.Sign.SEVERITY, Optional.of("SEC"))),
            Optional.of("backend")),
        full.confidential());
    assertEquals(
        List.of(
            new ReportConfig(
                List.of("tracker:backend", "mail"),
                List.of("Victor Prime"),
                Optional.of("Payments"),
                false,
                false),
            new ReportConfig(List.of("chat"), List.of(), Optional.empty(), true, true)),
        full.reports());
    assertEquals(List.of("Wer"), full.extract().columns().get("owner"));
    assertEquals(List.of("Folgen"), full.extract().headings().get("action-items"));
    assertEquals(allDiffer(defaults.limits(), new LimitsConfig(1000, 100)), full.limits());
    assertEquals(new RetentionConfig(Lapse.ofDays(30)), full.retention());
    ChannelConfig mail = full.channels().get(1);
    assertEquals(Optional.of(URI.create("smtp://mail.corp:587")), mail.url());
    assertEquals(Optional.of("bot"), mail.user());
    assertEquals(Optional.of("f@acme.io"), mail.from());
    for (ChannelConfig channel : full.channels()) {
      assertEquals("t0ken", channel.secret().orElseThrow().reveal());
    }
    assertEquals(Optional.of(URI.create("https://hooks.corp/f")), full.channels().get(2).url());
  }

  @Test
  void thePageMayBeOff() {
    assertEquals(Optional.empty(), written.load(Written.SMALLEST + "web: off\n").web());
    assertEquals(Optional.empty(), written.load(Written.SMALLEST + "web: no\n").web());
  }

  @Test
  void aSecondColonAndAnAddressInBracketsAreAnAddress() {
    assertEquals(
        new ListenAddress("::1", 9000),
        written
            .load(Written.SMALLEST + "web: { listen: '[::1]:9000' }\n")
            .web()
            .orElseThrow()
            .listen());
  }
}
