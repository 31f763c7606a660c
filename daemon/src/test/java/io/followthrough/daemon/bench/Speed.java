package io.followthrough.daemon.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.followthrough.daemon.app.Houses;
import io.followthrough.document.DocumentFormat;
import io.followthrough.extract.ExtractContext;
import io.followthrough.extract.ExtractRules;
import io.followthrough.extract.Extraction;
import io.followthrough.tracker.Cursor;
import io.followthrough.tracker.Tracker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;

/** The program beside a bare client that makes the same calls, and beside its own parse. */
final class Speed {
  private static final int READ = 1_000;
  private static final int PAGE = 100;
  private static final int CREATED = 200;
  private static final int DOCUMENTS = Integer.getInteger("followthrough.bench.documents", 10_000);
  private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");

  private Speed() {}

  static List<Reading> readings(Path folder) throws IOException, InterruptedException {
    List<Reading> readings = new ArrayList<>();
    readings.add(Bench.told(fullRead(folder.resolve("read"))));
    readings.add(Bench.told(creates(folder.resolve("create"))));
    readings.add(Bench.told(rescan(folder.resolve("rescan"))));
    return readings;
  }

  /** All changes of a repository in one poll. */
  private static Reading fullRead(Path folder) throws IOException {
    List<Double> ours = new ArrayList<>();
    List<Double> bare = new ArrayList<>();
    try (Ground ground = Ground.of(folder, 0, Duration.ofMillis(20));
        Houses.Delivering house =
            Houses.delivering(ground.configuration(), Instant::now, "bench")) {
      ground.github().fill(READ);
      Tracker tracker = house.house().trackers().values().iterator().next();
      OkHttpClient client = new OkHttpClient();
      for (int round = 0; round <= Bench.ROUNDS; round++) {
        long begun = System.nanoTime();
        int seen = tracker.changesSince(Cursor.startingAt(Instant.EPOCH)).tickets().size();
        double took = (System.nanoTime() - begun) / 1e6;
        double other = list(client, ground.github());
        if (seen != READ) {
          throw new IllegalStateException("read " + seen);
        }
        if (round > 0) {
          ours.add(took);
          bare.add(other);
        }
      }
    }
    return new Reading(
        "full read of " + READ + " tickets, 20 ms away",
        "ms",
        ours,
        bare,
        "a bare client",
        1 / .95);
  }

  private static double list(OkHttpClient client, BareGitHub github) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    long begun = System.nanoTime();
    String issues = github.url() + "/repos/" + BareGitHub.REPOSITORY + "/issues";
    for (int page = 1; page <= READ / PAGE; page++) {
      String query = "?state=all&sort=updated&direction=desc&per_page=100&page=" + page;
      ask(client, new Request.Builder().url(issues + query).build(), mapper);
    }
    ask(client, new Request.Builder().url(issues + "/comments?per_page=100").build(), mapper);
    return (System.nanoTime() - begun) / 1e6;
  }

  private static JsonNode ask(OkHttpClient client, Request request, ObjectMapper mapper)
      throws IOException {
    try (Response response = client.newCall(request).execute();
        ResponseBody body = response.body()) {
      return mapper.readTree(body.byteStream());
    }
  }

  /** Tickets that are intended, claimed and settled on disk, one after the other. */
  private static Reading creates(Path folder) throws IOException {
    List<Double> ours = new ArrayList<>();
    List<Double> bare = new ArrayList<>();
    for (int round = 0; round < Bench.ROUNDS; round++) {
      try (Ground ground =
          Ground.of(folder.resolve("round" + round), CREATED, Duration.ofMillis(50))) {
        ground.run(4, "sync");
        ground.run(0, "confirm", "--yes");
        try (Houses.Delivering house =
            Houses.delivering(ground.configuration(), Instant::now, "bench")) {
          long begun = System.nanoTime();
          house.house().mirror(Instant.now());
          ours.add((System.nanoTime() - begun) / 1e6);
        }
        int made = ground.github().size();
        if (made != CREATED) {
          throw new IllegalStateException("created " + made);
        }
        bare.add(post(ground.github()));
      }
    }
    return new Reading(
        CREATED + " durable creates, 50 ms away", "ms", ours, bare, "a bare client", 1 / .97);
  }

  private static double post(BareGitHub github) throws IOException {
    OkHttpClient client = new OkHttpClient();
    ObjectMapper mapper = new ObjectMapper();
    String address = github.url() + "/repos/" + BareGitHub.REPOSITORY + "/issues";
    byte[] body = "{\"title\":\"Rewrite\",\"body\":\"In words\"}".getBytes(UTF_8);
    long begun = System.nanoTime();
    for (int i = 0; i < CREATED; i++) {
      RequestBody sent = RequestBody.create(body, JSON);
      ask(client, new Request.Builder().url(address).post(sent).build(), mapper);
    }
    return (System.nanoTime() - begun) / 1e6;
  }

  /** A cycle over documents that did not change, beside extracting them. */
  private static Reading rescan(Path folder) throws IOException {
    List<Double> ours = new ArrayList<>();
    List<Double> bare = new ArrayList<>();
    try (Ground ground = Ground.of(folder, 0, Duration.ZERO)) {
      for (int i = 0; i < DOCUMENTS; i++) {
        Path month = ground.folder().resolve("postmortems/m" + i / 100);
        Files.createDirectories(month);
        Files.writeString(month.resolve(i + ".md"), document(i));
      }
      ground.run(4, "sync");
      try (Houses.Delivering house =
          Houses.delivering(ground.configuration(), Instant::now, "bench")) {
        for (int round = 0; round <= Bench.ROUNDS; round++) {
          long begun = System.nanoTime();
          house.house().mirror(Instant.now());
          double took = (System.nanoTime() - begun) / 1e6;
          double other = parse(ground.folder().resolve("postmortems"));
          if (round > 0) {
            ours.add(took);
            bare.add(other);
          }
        }
      }
    }
    return new Reading(
        DOCUMENTS + " unchanged documents scanned", "ms", ours, bare, "their extraction", 1 / 50.0);
  }

  private static double parse(Path documents) throws IOException {
    ExtractContext context = new ExtractContext("postmortem.md", Optional.empty());
    long begun = System.nanoTime();
    try (Stream<Path> files = Files.walk(documents)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Extraction.of(
            DocumentFormat.MARKDOWN.parse(Files.readString(file)),
            ExtractRules.defaults(),
            context);
      }
    }
    return (System.nanoTime() - begun) / 1e6;
  }

  private static String document(int number) {
    return """
    ---
    id: INC-%d
    date: 2026-10-02
    services: [checkout]
    ---
    # Outage %d

    %s

    ## Action items

    - Improve monitoring of queue %d
    - Think about queue %d
    """
        .formatted(
            number, number, "The queue grew, and nobody saw it.\n".repeat(60), number, number);
  }
}
