package io.followthrough.daemon.config;

import static io.followthrough.daemon.config.Written.allDiffer;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TrackerConfigTest {
  @TempDir private Path folder = Path.of("");
  private Written written = new Written(folder);

  @BeforeEach
  void anEmptyFolder() {
    written = new Written(folder).with("TOKEN", "t0ken");
  }

  private TrackerConfig tracker(String yaml) {
    return written
        .load(Written.REQUIRED + "sources: []\ntrackers: [{ name: t, " + yaml + " }]\n")
        .trackers()
        .get(0);
  }

  @Test
  void theDefaultsAreThoseOfTheReference() {
    assertEquals(
        new TrackerConfig(
            "t",
            "embedded",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Map.of(
                "name", "t",
                "type", "embedded",
                "labels", "",
                "pace", "0s",
                "mode", "live",
                "language", "en",
                "comments", "on",
                "public", "false",
                "retired", "false"),
            Map.of(),
            List.of(),
            Duration.ZERO,
            Mode.LIVE,
            Optional.empty(),
            "en",
            true,
            false,
            false),
        tracker("type: embedded"));
  }

  @Test
  void everyKeyOfAJiraTrackerIsTaken() throws IOException {
    Files.createDirectories(folder.resolve("wording"));
    TrackerConfig full =
        allDiffer(
            tracker("type: embedded"),
            written
                .load(
                    Written.REQUIRED
                        + """
                        sources: []
                        trackers:
                          - name: payments
                            type: jira
                            url: "https://acme.atlassian.net"
                            deployment: data-center
                            project: NO
                            issue-type: Bug
                            issue-types: { prevention: Story }
                            priorities: { critical: Highest }
                            fields: { Team: Payments, customfield_10020: 7, "Ratio": 0.5, Old: true, Off: off, Text: "7", List: [a, 1] }
                            states: { blocked: ["On hold", Waiting], declined: ["Won't do"] }
                            place: next-sprint
                            auth: { email: bot@acme.io, token: "${env:TOKEN}" }
                            labels: [postmortem]
                            pace: 2s
                            mode: dry-run
                            templates: ./wording
                            language: de
                            comments: off
                            public: true
                            retired: yes
                        """)
                .trackers()
                .get(0),
            "repository",
            "team");
    assertEquals(Optional.of(URI.create("https://acme.atlassian.net")), full.url());
    assertEquals("t0ken", full.secret("auth.token").orElseThrow().reveal());
    assertEquals("bot@acme.io", full.values().get("auth.email"));
    assertEquals("On hold,Waiting", full.values().get("states.blocked"));
    assertEquals(List.of("postmortem"), full.labels());
    assertEquals(Duration.ofSeconds(2), full.pace());
    assertEquals(Mode.DRY_RUN, full.mode());
    assertEquals(Optional.of(folder.resolve("wording")), full.templates());
    assertEquals("de", full.language());
    assertEquals(false, full.comments());
    assertEquals(true, full.isPublic());
    assertEquals(true, full.retired());
    assertEquals(
        new JiraConfig(
            Optional.of(JiraConfig.Deployment.DATA_CENTER),
            "NO",
            "Bug",
            Map.of("prevention", "Story"),
            Map.of("critical", "Highest"),
            Map.of(
                "Team",
                "Payments",
                "customfield_10020",
                7L,
                "Ratio",
                new java.math.BigDecimal("0.5"),
                "Old",
                true,
                "Off",
                "off",
                "Text",
                "7",
                "List",
                List.of("a", 1L)),
            Map.of("blocked", List.of("On hold", "Waiting"), "declined", List.of("Won't do")),
            JiraConfig.Place.NEXT_SPRINT),
        full.jira().orElseThrow());
  }

  @Test
  void aJiraTrackerHasItsDefaults() {
    assertEquals(
        new JiraConfig(
            Optional.empty(),
            "PAY",
            "Task",
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            JiraConfig.Place.BACKLOG),
        tracker(
                "type: jira, url: 'https://x.example', project: PAY, auth: { token: '${env:TOKEN}' }")
            .jira()
            .orElseThrow());
  }

  @Test
  void githubAsksForASecondBetweenWritesAndAServerOfOnesOwnDoesNot() {
    TrackerConfig github =
        tracker("type: github, repository: acme/backend, auth: { token: '${env:TOKEN}' }");
    assertEquals(Optional.of(URI.create("https://api.github.com")), github.url());
    assertEquals(Optional.of("acme/backend"), github.repository());
    assertEquals(Duration.ofSeconds(1), github.pace());
    assertEquals("10m", github.values().get("find-lag"));
    TrackerConfig server =
        tracker(
            "type: github, url: 'https://ghe.corp/api/v3', repository: a/b, auth: { app-id: 1234, installation-id: 99, private-key: '${env:TOKEN}' }");
    assertEquals(Duration.ZERO, server.pace());
    assertEquals("1234", server.values().get("auth.app-id"));
    assertEquals("99", server.values().get("auth.installation-id"));
    assertEquals("t0ken", server.secret("auth.private-key").orElseThrow().reveal());
    assertEquals(
        Duration.ofMillis(500),
        tracker("type: github, pace: PT0.5S, repository: a/b, auth: { token: '${env:TOKEN}' }")
            .pace());
  }

  @Test
  void linearIsNamedByItsTeam() {
    TrackerConfig linear = tracker("type: linear, team: WEB, auth: { api-key: '${env:TOKEN}' }");
    assertEquals(Optional.of("WEB"), linear.team());
    assertEquals(Optional.of(URI.create("https://api.linear.app/graphql")), linear.url());
    assertEquals("t0ken", linear.secret("auth.api-key").orElseThrow().reveal());
  }
}
