package io.followthrough.daemon.config;

import static io.followthrough.daemon.config.Written.allDiffer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.followthrough.item.Lapse;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SourceConfigTest {
  @TempDir private Path folder = Path.of("");
  private Written written = new Written(folder);

  @BeforeEach
  void anEmptyFolder() {
    written = new Written(folder).with("TOKEN", "t0ken");
  }

  private SourceConfig source(String yaml) {
    return written
        .load(
            Written.REQUIRED
                + "sources: [{ name: s, "
                + yaml
                + " }]\n"
                + "trackers: [{ name: sandbox, type: embedded }]\n")
        .sources()
        .get(0);
  }

  @Test
  void theDefaultsAreThoseOfTheReference() {
    assertEquals(
        new SourceConfig(
            "s",
            "directory",
            new SourceLocation(
                Optional.of(folder.resolve("docs")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()),
            Map.of(
                "name", "s",
                "type", "directory",
                "path", "docs",
                "include", "**/*.md,**/*.html",
                "since", "90d",
                "history", "learn",
                "visibility", "private",
                "settle", "24h",
                "mode", "live"),
            Map.of(),
            List.of("**/*.md", "**/*.html"),
            Since.parse("90d"),
            SourceConfig.History.LEARN,
            Ready.AT_ONCE,
            Optional.of(SourceConfig.Visibility.PRIVATE),
            Lapse.parse("24h"),
            Mode.LIVE,
            Optional.empty()),
        source("type: directory, path: docs"));
  }

  @Test
  void everyKeyIsTaken() {
    SourceConfig full =
        allDiffer(
            source("type: directory, path: docs"),
            written
                .load(
                    Written.REQUIRED
                        + """
                        sources:
                          - name: repo
                            type: git
                            url: "https://git.example/sre.git"
                            branch: main
                            path: postmortems
                            include: ["*.txt"]
                            auth: { user: bot, token: "${env:TOKEN}" }
                            link: "https://git.example/{commit}/{path}#L{line}"
                            since: 2026-01-01
                            history: ignore
                            ready: { label: final, front-matter: "status = done", after: 2d }
                            visibility: public
                            settle: 1h
                            mode: dry-run
                        trackers: [{ name: sandbox, type: embedded }]
                        """)
                .sources()
                .get(0));
    assertEquals("repo", full.name());
    assertEquals("git", full.type());
    assertEquals(Optional.of(URI.create("https://git.example/sre.git")), full.location().url());
    assertEquals(Optional.of("main"), full.location().branch());
    assertEquals(Optional.of("postmortems"), full.location().path());
    assertEquals(Optional.empty(), full.location().directory());
    assertEquals("bot", full.values().get("auth.user"));
    assertEquals("t0ken", full.secret("auth.token").orElseThrow().reveal());
    assertEquals(List.of("*.txt"), full.include());
    assertEquals(Optional.of(LocalDate.of(2026, 1, 1)), full.since().date());
    assertEquals(SourceConfig.History.IGNORE, full.history());
    assertEquals(
        new Ready(
            Optional.of("final"),
            Optional.of(new FrontMatterValue("status", "done")),
            Optional.of(Lapse.ofDays(2))),
        full.ready());
    assertEquals(Optional.of(SourceConfig.Visibility.PUBLIC), full.visibility());
    assertEquals(Lapse.parse("1h"), full.settle());
    assertEquals(Mode.DRY_RUN, full.mode());
    assertEquals(Optional.of("https://git.example/{commit}/{path}#L{line}"), full.link());
  }

  @Test
  void everyTypeTellsWhereItsDocumentsAre() {
    SourceLocation github =
        source("type: github, repository: a/b, path: p, branch: x, auth: { token: '${env:TOKEN}' }")
            .location();
    assertEquals(Optional.of(URI.create("https://api.github.com")), github.url());
    assertEquals(Optional.of("a/b"), github.repository());
    assertEquals(
        List.of("postmortem"),
        source(
                "type: github-issues, repository: a/b, labels: [postmortem], auth: { token: '${env:TOKEN}' }")
            .location()
            .labels());
    SourceLocation wiki =
        source(
                "type: confluence, url: 'https://x.example/wiki', space: SRE, label: pm, auth: { token: '${env:TOKEN}' }")
            .location();
    assertEquals(Optional.of("SRE"), wiki.space());
    assertEquals(Optional.of("pm"), wiki.label());
    assertEquals(
        Optional.of("type = x"),
        source(
                "type: jira-issues, url: 'https://x.example', jql: 'type = x', auth: { token: '${env:TOKEN}' }")
            .location()
            .jql());
    assertEquals(
        Optional.of("SRE"),
        source("type: linear, team: SRE, auth: { api-key: '${env:TOKEN}' }").location().team());
    assertEquals(
        Optional.of(URI.create("ssh://git@git.example/sre.git")),
        source("type: git, url: 'git@git.example:sre.git'").location().url());
  }

  @Test
  void pagesAndIssuesCountAfterADayUneditedAndTellTheirOwnVisibility() {
    SourceConfig issues =
        source("type: github-issues, repository: a/b, auth: { token: '${env:TOKEN}' }");
    assertEquals(Optional.of(Lapse.parse("24h")), issues.ready().after());
    assertTrue(issues.visibility().isEmpty());
  }

  @Test
  void aLengthOfTimeCountsBackFromTheFirstRun() {
    assertEquals(
        LocalDate.of(2026, 8, 23), Since.parse("90d").firstDate(LocalDate.of(2026, 11, 21)));
    assertEquals(
        LocalDate.of(2026, 1, 1), Since.parse("2026-01-01").firstDate(LocalDate.of(2026, 11, 21)));
  }
}
