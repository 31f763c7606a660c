package io.followthrough.daemon.acceptance;

import io.followthrough.connector.github.GitHubStub;
import io.followthrough.daemon.cli.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A folder with a configuration and postmortems, a GitHub beside it, and the program. */
final class Installation implements AutoCloseable {
  static final String REPOSITORY = "acme/backend";

  private final Path folder;
  private final GitHubStub github;
  private final Program program;

  Installation(Path folder, InstantSource clock) throws IOException {
    this.folder = folder;
    this.github = GitHubStub.start(clock);
    this.program = new Program(Map.of("GITHUB_TOKEN", GitHubStub.TOKEN), clock);
    github.addRepository(REPOSITORY, "alice-m", "bob-s", "carol-d", "victor-p");
    Files.createDirectories(folder.resolve("postmortems"));
    configure("");
  }

  static Installation now(Path folder) throws IOException {
    return new Installation(folder, Instant::now);
  }

  GitHubStub github() {
    return github;
  }

  Path folder() {
    return folder;
  }

  /** Writes the configuration with more keys at its end. */
  void configure(String more) throws IOException {
    configure(more, "pace: 0s");
  }

  /** Writes the configuration with more keys at its end, and others of the tracker. */
  void configure(String more, String tracker) throws IOException {
    String yaml =
        """
        installation: acme-sre
        contact: "#reliability"
        sources:
          - { name: docs, type: directory, path: ./postmortems, include: ["**/*"], since: 2000-01-01 }
        trackers:
          - { name: backend, type: github, url: "%s", repository: %s, auth: { token: "${env:GITHUB_TOKEN}" }, labels: [postmortem], %s }
        people:
          - { name: Alice Martin, github: alice-m, manager: Victor Prime }
          - { name: Bob Stone, github: bob-s, manager: Victor Prime }
          - { name: Carol Diaz, github: carol-d, manager: Victor Prime }
          - { name: Victor Prime, github: victor-p }
        web: off
        %s
        """
            .formatted(
                github.url(),
                REPOSITORY,
                tracker,
                more.contains("postmortem-ticket:") ? "" : "postmortem-ticket: off");
    Files.writeString(folder.resolve("followthrough.yaml"), yaml + more);
  }

  void write(String name, String text) throws IOException {
    Path file = folder.resolve("postmortems").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** Changes a piece of the configuration. */
  void replace(String before, String after) throws IOException {
    Path file = folder.resolve("followthrough.yaml");
    String yaml = Files.readString(file);
    if (!yaml.contains(before)) {
      throw new IllegalArgumentException("the configuration does not say " + before);
    }
    Files.writeString(file, yaml.replace(before, after));
  }

  void delete(String name) throws IOException {
    Files.delete(folder.resolve("postmortems").resolve(name));
  }

  /** How many issues the repository has. */
  int tickets() {
    return github.issues(REPOSITORY).size();
  }

  /** The issues of a title. */
  List<GitHubStub.Seen> titled(String title) {
    return github.issues(REPOSITORY).stream().filter(it -> it.title().equals(title)).toList();
  }

  Program.Result run(String... arguments) {
    String[] all = Arrays.copyOf(arguments, arguments.length + 2);
    all[arguments.length] = "-c";
    all[arguments.length + 1] = folder.resolve("followthrough.yaml").toString();
    return program.run(all);
  }

  @Override
  public void close() {
    github.close();
  }
}
