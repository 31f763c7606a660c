package io.followthrough.connector.jira;

import io.followthrough.http.OpenApi;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Confluence in memory behind a real socket, of either edition, as far as its pages can be read:
 * people write, label, restrict and delete, searches lag when told to, faults strike, and every
 * request is noted. Every request and reply is checked against Atlassian's own descriptions where
 * they are at hand.
 */
public final class ConfluenceStub implements AutoCloseable {
  /** The token that the stub accepts. */
  public static final String TOKEN = "PMTOK-canary-confluence";

  /** Whose API token it is on Cloud. */
  public static final String EMAIL = "bot@acme.io";

  private static final String V2 = "/wiki/api/v2";

  private final ConfluenceWorld world;
  private final StubServer server;

  private ConfluenceStub(Edition edition, InstantSource clock) {
    this.world = new ConfluenceWorld(edition, clock);
    ConfluenceRoutes routes = new ConfluenceRoutes(world);
    this.server = new StubServer(clock, routes::answer, this::check);
    for (StubFault fault : StubFault.values()) {
      server.inject(
          fault, asked -> world.fault.filter(fault::equals).isPresent(), Integer.MAX_VALUE);
    }
    world.origin = server.url();
  }

  /** Starts a Confluence of the Cloud, or of a Data Center, with one space. */
  public static ConfluenceStub start(boolean cloud, InstantSource clock, String space) {
    ConfluenceStub stub = new ConfluenceStub(cloud ? Edition.CLOUD : Edition.DATA_CENTER, clock);
    stub.change(w -> w.spaces.add(space));
    return stub;
  }

  /** The site's address, with its context. */
  public String url() {
    return world.url();
  }

  /** A person writes a page into a space, below the space's home page; returns its id. */
  public String write(String space, String title, String storage) {
    return page(space, title, "", storage);
  }

  /** A person edits a page. */
  public void edit(String id, String storage) {
    change(
        w -> {
          StubPage page = w.page(id);
          page.storage = storage;
          page.version++;
          page.modifiedAt = w.clock.instant();
        });
  }

  /** A person puts a label on a page. */
  public void label(String id, String label) {
    change(w -> w.page(id).labels.add(label));
  }

  /** A person takes a label off a page. */
  public void unlabel(String id, String label) {
    change(w -> w.page(id).labels.remove(label));
  }

  /** Only this person and the bot may read a page from now on. */
  public void restrict(String id, String name) {
    change(w -> w.page(id).readers.add(w.person(name)));
  }

  /** Adds a person; returns what pages name them by: an account id, or a user key. */
  public String person(String name) {
    String[] id = new String[1];
    change(w -> id[0] = w.person(name));
    return id[0];
  }

  /** Every request so far. */
  public List<StubExchange> journal() {
    return server.journal();
  }

  /** Forgets every request so far. */
  public void forgetJournal() {
    server.forgetJournal();
  }

  /** What in requests and replies was not as Atlassian describes it. */
  public List<String> violations() {
    return server.violations();
  }

  @Override
  public void close() {
    server.close();
  }

  /** A person writes a page below another; one without an id stands at the top. */
  String page(String space, String title, String parent, String storage) {
    String[] id = new String[1];
    change(
        w -> {
          id[0] = Integer.toString(w.pages.size() + 393_217);
          StubPage page = new StubPage(id[0], title, space, parent, w.clock.instant());
          page.storage = storage;
          w.pages.put(id[0], page);
        });
    return id[0];
  }

  /** Changes anything, between two requests. */
  void change(Consumer<ConfluenceWorld> change) {
    server.locked(() -> change.accept(world));
  }

  /** Lets every request from now on meet a fault; none, where it is empty. */
  void strike(Optional<StubFault> fault) {
    change(w -> w.fault = fault);
  }

  /** How often a page's text was asked for. */
  int reads() {
    return Math.toIntExact(
        journal().stream()
            .filter(
                exchange ->
                    exchange.query().containsKey("body-format")
                        || exchange.query().getOrDefault("expand", "").contains("body.storage"))
            .count());
  }

  static String signIn(Edition edition) {
    return edition == Edition.CLOUD
        ? "Basic "
            + Base64.getEncoder()
                .encodeToString((EMAIL + ":" + TOKEN).getBytes(StandardCharsets.UTF_8))
        : "Bearer " + TOKEN;
  }

  private List<String> check(StubRequest request, Optional<StubReply> reply) {
    String path =
        request.path().startsWith(ConfluenceRoutes.GATEWAY_PATH)
            ? request.path().substring(ConfluenceRoutes.GATEWAY_PATH.length())
            : request.path();
    if (world.padding > 0 || !path.startsWith(world.context() + "/")) {
      return List.of();
    }
    String file = "confluence-cloud-v1.openapi.json";
    if (world.edition == Edition.DATA_CENTER) {
      file = "confluence-dc.openapi.json";
      path = path.substring(world.context().length());
    } else if (path.startsWith(V2)) {
      file = "confluence.openapi.json";
      path = path.substring(V2.length());
    }
    OpenApi.Asked asked =
        new OpenApi.Asked(request.method(), path, request.query(), request.body());
    return OpenApi.find(file)
        .map(
            description ->
                description.check(
                    asked, reply.map(r -> new OpenApi.Answered(r.status(), r.body()))))
        .orElse(List.of());
  }
}
