package io.followthrough.daemon.bench;

import io.followthrough.daemon.app.Houses;
import io.followthrough.daemon.cli.Program;
import io.followthrough.daemon.config.ConfigFile;
import io.followthrough.daemon.config.Configuration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** An installation of a size: a folder of postmortems, a repository, a store. */
final class Ground implements AutoCloseable {
  static final int ITEMS_A_DOCUMENT = 50;
  private static final Map<String, String> ENVIRONMENT = Map.of("GITHUB_TOKEN", "bench");

  private final Path folder;
  private final BareGitHub github;

  private Ground(Path folder, BareGitHub github) {
    this.folder = folder;
    this.github = github;
  }

  /** Writes one whose postmortems have so many items together. */
  static Ground of(Path folder, int items, Duration latency) throws IOException {
    Ground ground = new Ground(folder, BareGitHub.start(latency));
    Path documents = Files.createDirectories(folder.resolve("postmortems"));
    for (int i = 0; i < items; i += ITEMS_A_DOCUMENT) {
      Path month = Files.createDirectories(documents.resolve("m" + i / ITEMS_A_DOCUMENT / 100));
      Files.writeString(
          month.resolve(i + ".md"), postmortem(i, Math.min(ITEMS_A_DOCUMENT, items - i)));
    }
    ground.configure("1h", "");
    return ground;
  }

  /** Writes the configuration. */
  void configure(String tickets, String more) throws IOException {
    String yaml =
        """
        installation: bench
        contact: "#reliability"
        sources:
          - { name: docs, type: directory, path: ./postmortems, since: 2000-01-01 }
        trackers:
          - { name: backend, type: github, url: "%s", repository: %s, auth: { token: "${env:GITHUB_TOKEN}" }, labels: [postmortem], pace: 0s }
        people:
          - { name: Alice Martin, github: alice-m }
        gate: { max-items: %d, rules: { due-far: off } }
        limits: { max-creates-per-cycle: 1000000 }
        postmortem-ticket: off
        cycle: { documents: 24h, tickets: %s }
        """;
    Files.writeString(
        folder.resolve("followthrough.yaml"),
        yaml.formatted(github.url(), BareGitHub.REPOSITORY, ITEMS_A_DOCUMENT, tickets)
            + (more.isEmpty() ? "web: off\n" : more));
  }

  BareGitHub github() {
    return github;
  }

  Path folder() {
    return folder;
  }

  Configuration configuration() {
    return ConfigFile.load(folder.resolve("followthrough.yaml"), ENVIRONMENT, Houses.features());
  }

  /** Runs a command in this process. */
  void run(int exitCode, String... arguments) {
    String[] all = Arrays.copyOf(arguments, arguments.length + 2);
    all[arguments.length] = "-c";
    all[arguments.length + 1] = folder.resolve("followthrough.yaml").toString();
    Program.Result result = new Program(ENVIRONMENT, Instant::now).run(all);
    if (result.exitCode() != exitCode) {
      throw new IllegalStateException(
          String.join(" ", arguments) + " ended with " + result.exitCode() + ": " + result.err());
    }
  }

  /** Starts a command in a process of its own. */
  Served start(List<String> flags, String command) throws IOException {
    String file = folder.resolve("followthrough.yaml").toString();
    return Served.start(folder, flags, "io.followthrough.daemon.cli.Main", command, "-c", file);
  }

  /** Files all tickets in a process of its own; returns the most memory it held, in megabytes. */
  double file(List<String> flags) throws IOException, InterruptedException {
    run(0, "confirm", "--yes");
    try (Served sync = start(flags, "sync")) {
      return sync.awaitEnd(0);
    }
  }

  @Override
  public void close() {
    github.close();
  }

  private static String postmortem(int first, int items) {
    StringBuilder text = new StringBuilder();
    text.append("---\nid: INC-").append(first).append("\ntitle: Outage ").append(first);
    text.append("\ndate: 2026-10-02\nservices: [checkout]\nowner: Alice Martin\n---\n");
    text.append("## What happened\n\n").append("The queue grew, and nobody saw it. ".repeat(20));
    text.append("\n\n## Action items\n\n");
    for (int i = 0; i < items; i++) {
      text.append("- [ ] Add an alert for the depth of queue number ")
          .append(first + i)
          .append(" above 1000. Owner: Alice Martin, due 2027-11-01\n");
    }
    return text.toString();
  }
}
